import { expect, test } from '@playwright/test';
import { onePerPart, onePerShape } from '../site/built-pages.ts';
import { faultsInLooks, faultsOf, narrowest } from './looks.ts';

// One page of each shape (tests/site/built-pages.ts): what axe says of one, it says of all that are made the same way.
// Which page has which shape is known when the site is read, so each test takes every eighth.
const stripes = 8;

// The reader of the page is ours, not the page's.
test.use({ bypassCSP: true, viewport: narrowest });

for (let stripe = 0; stripe < stripes; stripe++) {
  test(`axe finds no fault and nothing is cut off, in any look, on a page of each shape: ${stripe + 1} of ${stripes}`, async ({
    page,
  }) => {
    const inLooks = new Set(onePerPart());
    const found: string[] = [];
    for (const one of onePerShape().filter((_, n) => n % stripes === stripe)) {
      await page.goto(one.path, { waitUntil: 'domcontentloaded' });
      const faults = [...(await faultsOf(page)), ...(inLooks.has(one) ? await faultsInLooks(page) : [])];
      found.push(...faults.map((fault) => `${one.path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds no fault among results of a search, and nothing is cut off, in any look', async ({ page }) => {
  await page.goto('/search/?q=厕所');
  await expect(page.locator('[data-search-state="done"]')).toBeVisible();
  expect([...(await faultsOf(page)), ...(await faultsInLooks(page))]).toEqual([]);
});
