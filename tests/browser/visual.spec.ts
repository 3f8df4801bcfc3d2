import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { serveSite } from '../../scripts/serve.ts';
import { baseSite, madeUp, needPortal } from '../fixtures/portal.ts';

/** Made-up places and cases, always the same: what writers change on the real pages is no change of the design. */
let site: Awaited<ReturnType<typeof serveSite>>;
test.use({ bypassCSP: true, deviceScaleFactor: 1 });

test.beforeAll(async () => {
  await needPortal();
  site = await serveSite(baseSite, 0);
});
test.afterAll(() => {
  site.close();
});

const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

/** Letters as the font of the test draws them, whatever fonts the machine has. */
async function withOwnFont(page: Page): Promise<void> {
  await page.route('**/visual-font.ttf', (route) =>
    route.fulfill({
      body: readFileSync(font),
      contentType: 'font/ttf',
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.addStyleTag({
    content:
      "@font-face { font-family: 'Visual'; src: url('/visual-font.ttf') } * { font-family: 'Visual' !important; font-synthesis: none !important }",
  });
  await page.evaluate(async () => {
    await document.fonts.load("16px 'Visual'", '镇');
    await document.fonts.ready;
  });
}

const looks = {
  light: { width: 360, theme: 'light', size: '' },
  dark: { width: 360, theme: 'dark', size: '' },
  large: { width: 360, theme: 'light', size: 'large' },
  wide: { width: 1280, theme: 'light', size: '' },
} as const;
const pictures: [kind: string, path: string, shown: readonly (keyof typeof looks)[]][] = [
  ['place', `places/${madeUp.place}/`, ['light', 'dark', 'large', 'wide']],
  ['case', `cases/${madeUp.case}/`, ['light', 'wide']],
  ['places', 'places/', ['light']],
  ['cases', 'cases/', ['light']],
  ['embed', `embed/places/${madeUp.place}/`, ['light', 'dark']],
];

for (const [kind, path, shown] of pictures)
  test(`the page of kind ${kind} looks as it did: ${shown.join(', ')}`, async ({ page }) => {
    await page.goto(new URL(path, site.url).href);
    await withOwnFont(page);
    for (const look of shown) {
      const { width, theme, size } = looks[look];
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate((chosen) => {
        document.documentElement.dataset['size'] = chosen;
      }, size);
      // A thousandth of the picture: less than a line of text that has moved. Two kinds of Chromium draw the edges of a
      // letter a little differently (threshold).
      await expect(page).toHaveScreenshot(`${kind}-${look}.png`, { maxDiffPixelRatio: 0.001, threshold: 0.4 });
    }
  });
