import { type Page, expect, test } from '@playwright/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects what is in the first such element and copies it with the keyboard. */
async function copyOf(page: Page, selector: string): Promise<string> {
  await page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element) getSelection()?.selectAllChildren(element);
  }, selector);
  await page.keyboard.press('Control+c');
  return clipboard(page);
}

test('a case can be quoted and cited with one press each; the day of access is the reader’s', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2027-03-05T10:00:00+08:00'));
  await page.goto('/cases/dahuangdi-land-transfer/');
  await page.getByRole('button', { name: '复制这段话' }).click();
  expect(await clipboard(page)).toMatch(/（小城镇知识站《[^》]+》，http.*\/cases\/dahuangdi-land-transfer\/）$/);
  await page.getByText('参考文献').click();
  await page.getByRole('button', { name: '复制GB/T 7714—2025' }).click();
  expect(await clipboard(page)).toMatch(/\[EB\/OL\]\. （\d{4}-\d{2}-\d{2}）\[2027-03-05\]\. http\S+\/\.$/);
});

test('a button says what it copies, tells those who listen, and goes back to what it said', async ({ page }) => {
  await page.clock.install();
  await page.goto('/places/wulajie/');
  await page.getByText('参考文献').click();
  const names = await page
    .locator('.cite button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(names).toEqual([
    '复制GB/T 7714—2025',
    '复制GB/T 7714—2015',
    '复制链接',
    '复制BibTeX',
    '复制RIS',
    '复制宽280的嵌入代码',
    '复制宽320的嵌入代码',
    '复制宽360的嵌入代码',
  ]);
  const button = page.getByRole('button', { name: '复制链接' });
  await button.click();
  await expect(button).toHaveText('已复制');
  await button.click();
  await page.clock.runFor(3000);
  await expect(button).toHaveText('复制');
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toHaveCount(1);
});

test('a section is named by its heading alone, and the mark beside it copies its address and says so', async ({
  page,
}) => {
  await page.goto('/policies/environment/');
  await expect(page.getByRole('heading', { name: '和我有什么关系', exact: true })).toHaveCount(1);
  await expect(page.getByRole('region', { name: '和我有什么关系', exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: '本节链接：和我有什么关系' }).click();
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toHaveCount(1);
  expect(await clipboard(page)).toMatch(/\/policies\/environment\/#for-me$/);
});

test('without a clipboard, as on an address without TLS, the mark of a section is a plain link', async ({ page }) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  });
  await page.goto('/policies/environment/');
  await page.getByRole('link', { name: '本节链接：和我有什么关系' }).click();
  await expect(page).toHaveURL(/#for-me$/);
  expect(await page.evaluate(() => typeof navigator.clipboard)).toBe('undefined');
  expect(broken).toEqual([]);
});

test('background is copied with its sources, a gist with the note that it is not the original, other words alone', async ({
  page,
}) => {
  await page.goto('/cases/dahuangdi-land-transfer/');
  expect(await copyOf(page, '.results tbody tr')).toMatch(/\n（背景资料，不是文件的话；出处：.+。http/);
  const gist = await copyOf(page, '.gist p');
  expect(gist).toContain('本站转述的要点，不是文件原文');
  expect(gist).not.toContain('背景资料');
  await page.goto('/policies/land/');
  expect(await copyOf(page, 'h1')).not.toContain('（');
});

test('the matrix is sorted by its headings, up and then down', async ({ page }) => {
  await page.goto('/data/matrix/');
  const first = page.locator('tbody tr').first().locator('td').first();
  const heading = page.locator('thead th').nth(1);
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  const up = await first.innerText();
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  expect(await first.innerText()).not.toBe(up);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('a narrowed list, a figure with its source and a citation are reached from the home page', async ({ page }) => {
    await page.goto('/');
    await page.locator('main a[href="/cases/"]').first().click();
    await page.locator('main .list a[href^="/cases/"]').first().click();
    await expect(page.locator('.results [data-source]').first()).toBeVisible();
    await page.getByText('参考文献').click();
    await expect(page.locator('.cite .gbt-2025')).toContainText('[EB/OL]');
    await expect(page.locator('.cite button:visible')).toHaveCount(0);
  });
});
