import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { answer } from '../browser/checker.ts';
import { cutOff } from '../browser/looks.ts';

/** Every kind of page as readers see it, to be looked through as one set: .cache/screens/index.html. */
const folder = '.cache/screens';
const kinds = {
  home: '/',
  explainer: '/policies/environment/',
  place: '/places/wulajie/',
  cluster: '/clusters/north/',
  case: '/cases/panshi-toilets/',
  places: '/places/',
  document: '/document/',
  needs: '/residence-permit/',
  question: '/residence-permit/permit/',
  result: '/residence-permit/',
  search: '/search/?q=厕所',
  targets: '/data/targets/',
  poster: '/posters/policies/environment/',
};
const widths = [360, 768, 1280];
const looks = ['light', 'dark'].flatMap((theme) => ['standard', 'large'].map((size) => ({ theme, size })));
const name = (kind: string, width: number, { theme, size }: (typeof looks)[number]) =>
  `${kind}-${width}-${theme}-${size}.png`;

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const row = (kind: string, width: number) =>
    looks.map((look) => `<td><img loading="lazy" src="${name(kind, width, look)}" width="${width / 2}"></td>`).join('');
  const rows = Object.keys(kinds).map((kind) =>
    widths.map((width) => `<tr><th>${kind} ${width}</th>${row(kind, width)}</tr>`).join(''),
  );
  const heads = looks.map(({ theme, size }) => `<th>${theme}, ${size}</th>`).join('');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><table><tr><th></th>${heads}</tr>${rows.join('')}</table>`);
});

async function openPage(page: Page, kind: string, address: string): Promise<void> {
  await page.goto(address);
  if (kind === 'search') await expect(page.locator('[data-search-state="done"]')).toBeVisible();
  if (kind === 'result') await answer(page, 'permit');
}

for (const [kind, address] of Object.entries(kinds))
  test(`nothing of the ${kind} is cut off, on a phone, a tablet and a desk, in light, dark and large type`, async ({
    page,
  }) => {
    await openPage(page, kind, address);
    const found: string[] = [];
    for (const width of widths)
      for (const look of looks) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(({ theme, size }) => {
          document.documentElement.dataset['theme'] = theme;
          document.documentElement.dataset['size'] = size === 'standard' ? '' : size;
        }, look);
        await page.screenshot({ path: join(folder, name(kind, width, look)), fullPage: true });
        found.push(...(await cutOff(page)).map((what) => `${name(kind, width, look)}: ${what}`));
      }
    expect(found).toEqual([]);
  });
