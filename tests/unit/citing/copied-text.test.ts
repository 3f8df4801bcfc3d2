import { describe, expect, test } from 'vitest';
import { copiedText } from '#domain/citing/copied-text.ts';

describe('words copied out of a page', () => {
  const from = { sources: ['江城日报 2025-05', '江城日报 2025-05'], url: 'https://x.cn/places/a/' };
  test('plain words travel alone', () => {
    expect(copiedText('甲', { ...from, background: false, gist: false })).toBe('甲');
  });
  test('background carries its sources, each once', () => {
    expect(copiedText('甲', { ...from, background: true, gist: false })).toBe(
      '甲\n（背景资料，不是文件的话；出处：江城日报 2025-05。https://x.cn/places/a/）',
    );
  });
  test('a gist says that it is not the original', () => {
    expect(copiedText('甲', { ...from, sources: [], background: false, gist: true })).toBe(
      '甲\n（本站转述的要点，不是文件原文。https://x.cn/places/a/）',
    );
  });
});
