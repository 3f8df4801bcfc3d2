import { type Page, expect, test } from '@playwright/test';
import axe from 'axe-core';
import { onePerPart, onePerShape } from '../site/built-pages.ts';
import { type Look, axeFaults, cutOff, everything, ofColours, ofSizes, setLook, tooWide } from './looks.ts';

// One page of each shape (tests/site/built-pages.ts): what axe says of one, it says of all that are made the same way.
// Which page has which shape is known when the site is read, so each test takes every eighth.
const stripes = 8;
const narrowest = { width: 320, height: 640 };

// The reader of the page is ours, not the page's.
test.use({ bypassCSP: true, viewport: narrowest });

const colours: Record<string, Look> = {
  dark: { theme: 'dark', whole: '' },
  'high contrast': { theme: 'light', contrast: 'high', whole: '' },
  'dark, high contrast': { theme: 'dark', contrast: 'high', whole: '' },
};
const widths = [360, 768, 1280];
const settings = (['light', 'dark'] as const).flatMap((theme) => [{ theme }, { theme, size: 'large' as const }]);

/** Everything in light, and that it scrolls no way but down. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  await setLook(page, { theme: 'light', whole: '' });
  const over = await tooWide(page);
  return [...(await axeFaults(page, everything)), ...(over > 0 ? [`${over} px too wide`] : [])];
}

/** What differs in other looks: colours, sizes of what is touched, and room for the words. */
async function faultsInLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  const add = (look: string, faults: readonly string[]) => found.push(...faults.map((fault) => `${look}: ${fault}`));
  for (const [look, set] of Object.entries(colours)) {
    await setLook(page, set);
    add(look, await axeFaults(page, ofColours));
  }
  await setLook(page, { theme: 'light', size: 'huge', whole: '' });
  add('huge', await axeFaults(page, ofSizes));
  const over = await tooWide(page);
  if (over > 0) add('huge', [`${over} px too wide`]);
  for (const width of widths)
    for (const look of settings) {
      await page.setViewportSize({ width, height: 800 });
      await setLook(page, look);
      add(`${width} px, ${look.theme} ${'size' in look ? look.size : ''}`, await cutOff(page));
    }
  await page.setViewportSize(narrowest);
  return found;
}

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
