import { expect, test } from '@playwright/test';
import { entryIds } from '../site/built-pages.ts';
import { answer } from './checker.ts';

test.use({ javaScriptEnabled: false });

test('every kind of page shows its text, its clauses and its sources', async ({ page }) => {
  for (const [path, words] of [
    ['/', '政策'],
    ['/places/wulajie/', '历史文化型'],
    ['/policies/environment/', '生态卫生厕所'],
    ['/cases/panshi-toilets/', '15320'],
    ['/data/', 'CSV'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('main')).toContainText(words);
    expect(await page.locator('body').innerText()).not.toMatch(/加载中|载入中|请稍候/);
  }
  await page.goto('/policies/environment/');
  expect(await page.locator('a[data-clause]:visible').count()).toBeGreaterThan(5);
  expect(await page.locator('a[data-source]:visible').count()).toBeGreaterThan(3);
});

test('旺起 is found without the search: all places are links on /places/', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '镇村' }).click();
  const links = page.locator('main a[href^="/places/"]:visible');
  const linked = await links.evaluateAll((list) => list.map((a) => a.getAttribute('href')));
  expect(entryIds('places').filter((id) => !linked.includes(`/places/${id}/`))).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: '旺起', exact: true }).first().click();
  await expect(page).toHaveURL(/\/places\/wangqi\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('旺起');
});

test('all explainers are links on /policies/', async ({ page }) => {
  await page.goto('/policies/');
  const links = page.locator('main a[href^="/policies/"]:visible');
  const hrefs = await links.evaluateAll((list) => list.map((a) => a.getAttribute('href') ?? ''));
  expect(entryIds('policies').filter((id) => !hrefs.includes(`/policies/${id}/`))).toEqual([]);
});

test('the search says that it needs a script and offers the lists', async ({ page }) => {
  await page.goto('/search/?q=旺起');
  const notice = page.locator('[data-search-status]');
  await expect(notice).toBeVisible();
  expect(await notice.evaluate((shown) => shown.textContent)).toContain('脚本');
  const shown = await page
    .locator('main a:visible')
    .evaluateAll((list) => list.map((a) => a.getAttribute('href') ?? ''));
  for (const kind of ['policies', 'places'])
    expect(entryIds(kind).filter((id) => !shown.includes(`/${kind}/${id}/`))).toEqual([]);
  expect(shown).toContain('/sitemap/');
});

test('the checker leads from a need and question to question to its sheet by links alone', async ({ page }) => {
  await page.goto('/residence-permit/');
  expect(await answer(page, 'permit')).toBe(4);
  await expect(page.locator('[data-next-step="apply-permit-step"]')).toBeVisible();
  await page.goto('/residence-permit/');
  expect(await answer(page, 'wages')).toBe(0);
  await expect(page.locator('[data-entitlement="wage-claim"]')).toBeVisible();
});

test('the days of a permit are looked up in a table', async ({ page }) => {
  await page.goto('/residence-permit/dates/');
  await expect(page.locator('permit-dates')).toBeHidden();
  const row = page
    .locator('section[aria-labelledby="half"] tr')
    .filter({ has: page.getByRole('rowheader', { name: '31', exact: true }) });
  // 31 March → 30 September, 31 August → the end of February.
  expect((await row.locator('td').allInnerTexts())[2]).toBe('9/30');
  expect((await row.locator('td').allInnerTexts())[7]).toBe('2月底');
});
