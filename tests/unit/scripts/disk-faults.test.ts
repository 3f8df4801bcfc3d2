import { expect, test } from 'vitest';
import { diskFault, reasonOf } from '../../../scripts/disk-faults.ts';

test('what a full disk makes Node and Rolldown say is one line that names the file', () => {
  const node = Object.assign(new Error("ENOSPC: no space left on device, open '/x/a.html'"), {
    code: 'ENOSPC',
    path: '/x/a.html',
  });
  expect(diskFault(node)).toBe('磁盘满了，腾出空间再来：/x/a.html（ENOSPC）');
  const rolldown = new Error(
    'Build failed with 1 error:\n\nFailed to write file in /x/b.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
  );
  expect(diskFault(rolldown)).toBe('磁盘满了，腾出空间再来：/x/b.mjs（ENOSPC）');
  expect(diskFault(new Error('build', { cause: node }))).toBe('磁盘满了，腾出空间再来：/x/a.html（ENOSPC）');
});

test('any other error keeps its words', () => {
  expect(diskFault(new Error('找不到出处'))).toBeUndefined();
  expect(reasonOf(new Error('找不到出处'))).toBe('找不到出处');
});
