import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { makeProvince } from '../fixtures/province/province.ts';
import { serveSite } from '../../scripts/serve.ts';
import { buildApart } from '../fixtures/portal.ts';

/** Made-up places and cases, always the same: what writers change on the real pages is no change of the design. */
let folder = '';
let site: Awaited<ReturnType<typeof serveSite>>;
let addresses: Record<string, string> = {};
test.describe.configure({ mode: 'serial' });
test.use({ bypassCSP: true, serviceWorkers: 'block', deviceScaleFactor: 1 });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'visual-'));
  const { contentDir, dataDir } = makeProvince(join(folder, 'province'), 60);
  buildApart(join(folder, 'site'), { CONTENT_DIR: contentDir, DATA_DIR: dataDir });
  site = await serveSite(join(folder, 'site'), 0);
  const first = (kind: string) => readdirSync(join(contentDir, kind)).toSorted()[0]?.replace('.mdx', '') ?? '';
  addresses = {
    place: `places/${first('places')}/`,
    case: `cases/${first('cases')}/`,
    places: 'places/',
    cases: 'cases/',
    embed: `embed/places/${first('places')}/`,
  };
});
test.afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
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
const pictures = {
  place: ['light', 'dark', 'large', 'wide'],
  case: ['light', 'wide'],
  places: ['light'],
  cases: ['light'],
  embed: ['light', 'dark'],
} as const;

for (const [kind, shown] of Object.entries(pictures))
  for (const look of shown)
    test(`the page of kind ${kind} looks as it did: ${look}`, async ({ page }) => {
      const { width, theme, size } = looks[look];
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(new URL(addresses[kind] ?? '', site.url).href);
      await withOwnFont(page);
      await page.evaluate((chosen) => {
        document.documentElement.dataset['size'] = chosen;
      }, size);
      // A thousandth of the picture: less than a line of text that has moved.
      await expect(page).toHaveScreenshot(`${kind}-${look}.png`, { maxDiffPixelRatio: 0.001 });
    });
