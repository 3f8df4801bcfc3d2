import { type Page, expect, test } from '@playwright/test';
import { answer } from './checker.ts';
import { onePerKind } from '../site/built-pages.ts';
import { faultsOnPaper, sheetsOf } from './sheets.ts';

async function openResult(page: Page): Promise<void> {
  await page.goto('/residence-permit/');
  await answer(page, 'permit');
}

const wulajie = (page: Page) => page.goto('/places/wulajie/');
/** A page, and what the reader has set for the screen. */
const open: [what: string, go: (page: Page) => Promise<unknown>, set?: Record<string, string>][] = [
  ['/policies/featured-towns/', (page) => page.goto('/policies/featured-towns/')],
  ['/places/wulajie/', wulajie],
  ['a result of the checker', openResult],
  ['a page read in the dark', wulajie, { theme: 'dark' }],
  ['a page read in high contrast', wulajie, { contrast: 'high' }],
  [
    'a page read in the dark, in high contrast and very large',
    wulajie,
    { theme: 'dark', contrast: 'high', size: 'huge' },
  ],
];

for (const [what, go, set = {}] of open) {
  test(`${what} on paper is black on white, without menus, with its title, address and date`, async ({ page }) => {
    await page.addInitScript((stored) => {
      localStorage.setItem('reading', stored);
    }, JSON.stringify(set));
    await go(page);
    const title = await page.getByRole('heading', { level: 1 }).first().innerText();
    const address = new URL(page.url()).pathname;
    await page.emulateMedia({ media: 'print' });
    for (const gone of [
      'header.top',
      'footer.foot',
      'nav[aria-label="主菜单"]',
      'form[role="search"]',
      'button',
      'nav.crumbs',
    ]) {
      expect(await page.locator(gone).filter({ visible: true }).count(), gone).toBe(0);
    }
    const looks = await page.evaluate(() => {
      const [body, heading] = [document.body, document.querySelector('h1') as Element].map((one) =>
        getComputedStyle(one),
      );
      return [body?.color, body?.backgroundColor, body?.fontSize, heading?.color];
    });
    // 10.5 pt.
    expect(looks).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', '14px', 'rgb(0, 0, 0)']);
    const paper = await page.locator('body').innerText();
    expect(paper).toContain(title);
    expect(paper).toContain(address);
    expect(paper).toMatch(/\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d\d-\d\d/);
  });
}

test('what is folded away on a phone stands on the paper', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/policies/featured-towns/');
  const gist = page.locator('details.gist p').first();
  await expect(gist).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(gist).toBeVisible();
});

test('what is folded away is opened for paper by a browser that cannot do so by style, and folded again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/policies/featured-towns/');
  // Its scripts have run.
  await expect(page.locator('reading-tools summary')).toBeVisible();
  const [gist, open] = [page.locator('details.gist p').first(), page.locator('details[open]')];
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(gist).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(gist).toBeHidden();
  await expect(open).toHaveCount(0);
});

test('/places/wulajie/ takes at most three sheets of A4, and nothing runs off the margin', async ({ page }) => {
  await page.goto('/places/wulajie/');
  const count = await sheetsOf(page);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(3);
  // The text of an A4 page with margins of 2 cm is 17 cm wide: 642 px.
  await page.setViewportSize({ width: 642, height: 900 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(642);
});

/** What stands in other people's pages and what the code of a poster leads to have no paper of their own. */
const printed = onePerKind().filter(({ path }) => !/^\/(?:embed|valid)\//.test(path));
for (const half of [0, 1])
  test(`a page of each kind on paper: headings stay with what follows, links show where they lead, nothing is there to be pressed: ${half + 1} of 2`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 642, height: 971 });
    await page.emulateMedia({ media: 'print' });
    const found: string[] = [];
    for (const { path } of printed.filter((_, n) => n % 2 === half)) {
      await page.goto(path, { waitUntil: 'load' });
      found.push(...(await faultsOnPaper(page)).map((fault) => `${path} ${fault}`));
    }
    expect(found).toEqual([]);
  });
