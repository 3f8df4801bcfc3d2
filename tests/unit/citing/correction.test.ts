import { expect, test } from 'vitest';
import { correctionLink } from '#domain/citing/correction.ts';

test('a letter about an error names page, address and version', () => {
  const link = new URL(
    correctionLink('a@b.cn', { title: '乌拉街 & 三府', url: 'https://x.cn/', updated: '2026-11-24 17:00' }),
  );
  expect(link.pathname).toBe('a@b.cn');
  expect(link.searchParams.get('subject')).toBe('纠错：乌拉街 & 三府');
  expect(link.searchParams.get('body')).toBe(
    '页面：乌拉街 & 三府\r\n网址：https://x.cn/\r\n版本：2026-11-24 17:00更新\r\n哪里不对：\r\n应该是（请附依据）：',
  );
  expect(correctionLink('a@b.cn', { title: '甲', url: 'https://x.cn/' })).not.toContain('undefined');
});
