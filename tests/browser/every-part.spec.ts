import { expect, test } from '@playwright/test';
import { onePerPart } from '../site/built-pages.ts';
import { faultsInLooks, faultsOf, narrowest } from './looks.ts';

// Pages that hold every part (tests/site/built-pages.ts); `npm run test:all` takes every page. Which pages these are is
// known when the site is read, so each test takes every eighth.
const stripes = 8;
/** Another city is shown with the same parts in the same colours and sizes: the looks are tried on the site's own. */
const inLooks = process.env['CITY_DIR'] === undefined;

// The reader of the page is ours, not the page's.
test.use({ bypassCSP: true, viewport: narrowest });

for (let stripe = 0; stripe < stripes; stripe++) {
  test(`axe finds no fault and nothing is cut off, in any look, in any part of a page: ${stripe + 1} of ${stripes}`, async ({
    page,
  }) => {
    const found: string[] = [];
    for (const { path } of onePerPart().filter((_, n) => n % stripes === stripe)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      const faults = [
        ...(await faultsOf(page)),
        ...(inLooks ? await faultsInLooks(page, 'body > :not(header, footer)') : []),
      ];
      found.push(...faults.map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds no fault among results of a search, and nothing is cut off, in any look', async ({ page }) => {
  await page.goto('/search/?q=厕所');
  await expect(page.locator('[data-search-state="done"]')).toBeVisible();
  expect([...(await faultsOf(page)), ...(await faultsInLooks(page))]).toEqual([]);
});
