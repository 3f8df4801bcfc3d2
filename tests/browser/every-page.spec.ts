import { expect, test } from '@playwright/test';
import { pages } from '../site/built-pages.ts';
import { setLook, tooWide } from './looks.ts';

const stripes = 4;
/** Frames are held to narrower sizes in embeds.spec.ts; what old sheets of paper lead to is one page with other words. */
const own = pages.filter(({ path }) => !/^\/(?:embed|valid)\//.test(path));
// Laid out as without a script, which scripts do not change; a page on its own is read in a tenth of a second.
test.use({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });

for (let stripe = 0; stripe < stripes; stripe++) {
  test(`no page scrolls sideways at 320 px: ${stripe + 1} of ${stripes}`, async ({ page }) => {
    // Only the text decides: nothing else is fetched.
    await page.route(/\.(?:js|png|webp|svg|webmanifest)$/, (route) => route.abort());
    const found: string[] = [];
    for (const { path } of own.filter((_, n) => n % stripes === stripe)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await setLook(page, { theme: 'light', whole: '' });
      const over = await tooWide(page);
      if (over > 0) found.push(`${path} ${over} px too wide`);
    }
    expect(found).toEqual([]);
  });
}
