import { expect, test } from '@playwright/test';
import { sheets } from '../browser/checker.ts';
import { sheetsOf } from '../browser/sheets.ts';

test.setTimeout(1_800_000);

test('every sheet of the checker, every blank form and every page for others is one page of A4', async ({ page }) => {
  const longer: string[] = [];
  for (const { path, papers } of sheets) {
    await page.goto(path);
    const count = await sheetsOf(page);
    if (count !== papers) longer.push(`${path}: ${count}`);
  }
  expect(sheets.length).toBeGreaterThan(0);
  expect(longer).toEqual([]);
});
