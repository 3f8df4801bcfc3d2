import { expect, test } from '@playwright/test';
import { named, pages, textOf } from '../site/built-pages.ts';

// Frames (嵌入) in the heights that their codes give them.
const frames = pages
  .filter(({ path }) => /^\/(?:places|cases|charts\/\w+|pictures\/\w+)\/[\w-]+\/$/.test(path))
  .flatMap(({ tree }) => named(tree, 'pre').map(textOf))
  .flatMap((code) => {
    const [, address = '', width, height] = /<iframe src="([^"]+)"[^>]* width="(\d+)" height="(\d+)"/.exec(code) ?? [];
    return address === '' ? [] : [{ path: new URL(address).pathname, width: Number(width), height: Number(height) }];
  });

test('every frame holds its page at 280, 320 and 360 pixels without scrolling, and leaves little empty', async ({
  page,
}) => {
  const byPath = Map.groupBy(frames, ({ path }) => path);
  const wrong: string[] = [];
  for (const [path, sizes] of byPath) {
    await page.goto(path);
    for (const { width, height } of sizes) {
      await page.setViewportSize({ width, height: 100 });
      const [taken, wide] = await page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        return [scrollHeight, scrollWidth] as const;
      });
      if (wide > width) wrong.push(`${path} ${width}: ${wide} wide`);
      if (taken > height || height - taken > 150) wrong.push(`${path} ${width}: ${taken} in ${height}`);
    }
  }
  expect(new Set(frames.map(({ width }) => width))).toEqual(new Set([280, 320, 360]));
  expect(wrong).toEqual([]);
});
