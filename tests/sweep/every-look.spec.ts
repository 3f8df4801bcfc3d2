import { expect, test } from '@playwright/test';
import { pages } from '../site/built-pages.ts';
import { faultsInLooks, faultsOf, narrowest } from '../browser/looks.ts';

// Every page in every look. `npm test` takes pages that hold every part.
const stripes = 16;
test.use({ bypassCSP: true, viewport: narrowest });
test.setTimeout(1_800_000);

for (let stripe = 0; stripe < stripes; stripe++) {
  test(`axe finds no fault and nothing is cut off on any page in any look: ${stripe + 1} of ${stripes}`, async ({
    page,
  }) => {
    const found: string[] = [];
    for (const { path } of pages.filter((_, n) => n % stripes === stripe)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      found.push(...[...(await faultsOf(page)), ...(await faultsInLooks(page))].map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
}
