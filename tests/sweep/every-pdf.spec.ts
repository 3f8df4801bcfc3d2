import { expect, test } from '@playwright/test';
import { sheetsOf } from '../browser/sheets.ts';
import { entryIds, pages } from '../site/built-pages.ts';

test.setTimeout(1_800_000);

const posters = pages.flatMap(({ path }) => (/^\/posters\/\w+\/[\w-]+\/$/.test(path) ? [path] : []));
for (const format of ['A4', 'A3'] as const)
  test(`every poster is one page of ${format}`, async ({ page }) => {
    const longer: string[] = [];
    for (const path of posters) {
      await page.goto(path);
      const sheets = await sheetsOf(page, format);
      if (sheets !== 1) longer.push(`${path}: ${sheets}`);
    }
    expect(posters.length).toBeGreaterThan(0);
    expect(longer).toEqual([]);
  });

test('every case is one page of A4', async ({ page }) => {
  const longer: string[] = [];
  for (const id of entryIds('cases')) {
    await page.goto(`/cases/${id}/`);
    const sheets = await sheetsOf(page);
    if (sheets !== 1) longer.push(`${id}: ${sheets}`);
  }
  expect(longer).toEqual([]);
});
