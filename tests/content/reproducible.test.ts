import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WorkingCopy, differences, fingerprints } from './working-copy.ts';

let copy: WorkingCopy;
beforeAll(() => {
  copy = new WorkingCopy();
});
afterAll(() => {
  copy.remove();
});

/** A process that thinks it is another year: its first module moves the clock. */
const anotherYear = `data:text/javascript,${encodeURIComponent(
  'const now = Date.now; Date.now = () => now() + 500 * 86_400_000;',
)}`;

test(
  'two builds are the same bytes, in another folder, time zone and year, full-text index included; and so is one that takes over the pages of the last',
  { timeout: 900_000 },
  () => {
    const first = join(copy.root, 'first');
    const second = join(copy.root, 'elsewhere', 'second');
    expect(copy.build({ OUT_DIR: first, TZ: 'Asia/Shanghai' }).status).toBe(0);
    const built = fingerprints(first);
    expect(built.size).toBeGreaterThan(1000);
    const run = copy.build({
      OUT_DIR: second,
      TZ: 'America/St_Johns',
      LANG: 'C',
      NODE_OPTIONS: `--import=${anotherYear}`,
    });
    expect(run.status, run.output).toBe(0);
    expect(differences(built, fingerprints(second))).toEqual([]);

    // One file changed: kept pages and new ones together are what a build from nothing gives.
    const file = join(copy.content, 'places/wanchang.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf-8').trimEnd()}\n\n这里另加了一句话，别的都没有动。\n`);
    const fresh = join(copy.root, 'fresh');
    expect(copy.build({ OUT_DIR: first }).status).toBe(0);
    expect(copy.build({ OUT_DIR: fresh }).status).toBe(0);
    const changed = fingerprints(fresh);
    expect(differences(fingerprints(first), changed)).toEqual([]);
    expect(differences(built, changed)).toContain('places/wanchang/index.html');
    expect(differences(built, changed)).not.toContain('places/xinan/index.html');
  },
);
