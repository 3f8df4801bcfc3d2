import { expect, test, type Page } from '@playwright/test';

const state = (page: Page) => page.locator('[data-search-state]');
const results = (page: Page) => page.locator('[data-search-results] > li');
const hrefs = (page: Page) =>
  results(page).evaluateAll((items) => items.map((item) => item.querySelector('a')?.getAttribute('href')));

/** Every refusal of the content security policy, and every error of a script. */
function refusals(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused/.test(message.text()))
      found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

test('the address runs the query, the first result answers, and no rule of the site is broken', async ({ page }) => {
  const broken = refusals(page);
  await page.goto('/search/?q=农村厕所怎么改 给钱不');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  expect((await hrefs(page))[0]).toBe('/policies/environment/');
  await expect(results(page).first().locator('.kind')).toHaveText('政策');
  await expect(results(page).first().locator('mark').first()).toContainText('厕所');
  await page.waitForLoadState('networkidle');
  expect(broken).toEqual([]);
});

test('a name alone is answered by its place card, and the section that answers can be opened', async ({ page }) => {
  await page.goto('/search/?q=wulajie');
  const card = results(page).first();
  await expect(card).toHaveClass(/answer/);
  await expect(card).toContainText('历史文化型');
  await card.locator('a').first().click();
  await expect(page).toHaveURL(/\/places\/wulajie\/$/);
});

test('what comes later is added below, once, and told once: the results that stand there do not move', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const { textContent } of addedNodes) told.push(textContent ?? '');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.goto('/search/?q=红叶');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  const tops = () =>
    results(page).evaluateAll((items) => items.map((item) => [item.textContent, item.getBoundingClientRect().top]));
  const before = await tops();
  await expect.poll(async () => (await tops()).length).toBeGreaterThan(before.length);
  expect((await tops()).slice(0, before.length)).toEqual(before);
  await page.waitForLoadState('networkidle');
  // Once what the index answers, once with what the full text adds.
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told.filter((text) => /^找到 \d+ 条|正文里/.test(text))).toHaveLength(2);
});

test('nothing is invented: an honest empty page with the nearest apart and three ways on', async ({ page }) => {
  await page.goto('/search/?q=今天股市收盘');
  await expect(state(page)).toHaveAttribute('data-search-state', 'empty');
  await expect(page.locator('[data-search-status]')).toContainText('没有找到「今天股市收盘」');
  await expect(results(page)).toHaveCount(0);
  for (const way of ['/policies/', '/places/', '/residence-permit/']) {
    await expect(page.locator(`.nothing a[href="${way}"]`)).toBeVisible();
  }
});

test('results come as one types, the address follows, and the back button brings them back', async ({ page }) => {
  await page.goto('/search/');
  const box = page.locator('search-page input[name="q"]');
  await box.fill('落户');
  await expect(results(page).first().locator('a').first()).toHaveAttribute('href', '/policies/hukou/');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('q=落户');
  await box.press('ArrowDown');
  await expect(results(page).first().locator('a').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/policies\/hukou\/$/);
  await page.goBack();
  await expect(box).toHaveValue('落户');
  await expect(results(page).first().locator('a').first()).toHaveAttribute('href', '/policies/hukou/');
});

test('Chinese, composed from letters, is searched and kept in the address', async ({ page }) => {
  await page.goto('/search/');
  await page.evaluate(() => customElements.whenDefined('search-page').then(() => true));
  await page.locator('search-page input[name="q"]').focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'luo hu', selectionStart: 6, selectionEnd: 6 });
  await keyboard.send('Input.insertText', { text: '落户' });
  await expect(results(page).first().locator('a').first()).toHaveAttribute('href', '/policies/hukou/');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('q=落户');
});

test('a filter leaves one kind and counts what it leaves', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=大米');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  await page.getByText('筛一筛').click();
  const list = page.getByLabel('哪一类');
  const option = await list.locator('option', { hasText: '地方' }).textContent();
  await list.selectOption('地方');
  const count = /（(\d+)）/.exec(option ?? '')?.[1];
  await expect(page.locator('[data-search-status]')).toHaveText(`找到 ${count} 条`);
  for (const kind of await results(page).locator('.kind').allTextContents()) expect(kind).toBe('地方');
  await expect(page).toHaveURL(/kind=/);
});

test('a missing index is said, and trying again helps', async ({ page }) => {
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto('/search/?q=厕所');
  await expect(state(page)).toHaveAttribute('data-search-state', 'error');
  await page.unroute('**/search-index/**');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
});

test('without the full text the finder still answers', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=jzz');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  await page.goto('/search/?q=今天股市收盘');
  await expect(state(page)).toHaveAttribute('data-search-state', 'empty');
});

test('a browser that cannot cut Chinese into words searches all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Intl, 'Segmenter');
  });
  await page.goto('/search/?q=岔路he');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  expect((await hrefs(page))[0]).toBe('/places/chaluhe/');
});

test('a script that fails is not silent: the page says what search needs and shows the lists', async ({ page }) => {
  await page.addInitScript(() => {
    // As a browser of 2016.
    Reflect.deleteProperty(Object, 'entries');
    Reflect.deleteProperty(window, 'customElements');
  });
  await page.goto('/search/?q=厕所');
  await expect(page.locator('[data-search-status]')).toHaveText('搜索要用脚本，没有就看下面的目录。');
  await expect(page.locator('.site-index a[href="/policies/environment/"]')).toBeVisible();
});

test('nothing of search is fetched before the header box is used, and then it suggests', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/policies/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /search-index|pagefind|suggest/.test(path))).toEqual([]);
  const box = page.locator('.top input[name="q"]');
  await box.fill('岔路河');
  const option = page.getByRole('option').first();
  await expect(option).toContainText('岔路河');
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/places\/chaluhe\/$/);
});

test('what is typed stays text', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>厕所')}`);
  await expect(state(page)).toHaveAttribute('data-search-state', /done|empty/);
  await expect(page.locator('search-page img')).toHaveCount(0);
});

test('the description for the browser leads to this page', async ({ page }) => {
  const text = await (await page.request.get('/opensearch.xml')).text();
  expect(text).toContain('/search/?q={searchTerms}');
});

test('a question is answered in the list: its words, its answer, what it rests on', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=外地学生能在吉林高考吗');
  const first = results(page).first();
  await expect(first).toHaveAttribute('data-answer', /./);
  await expect(first.locator('a.name')).toHaveAttribute('href', /^\/policies\/public-services\/#q-/);
  await expect(first.locator('.source, .clause').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  const { y = 0, height = 0 } = (await first.locator('p').first().boundingBox()) ?? {};
  expect(height).toBeGreaterThan(20);
  expect(y).toBeLessThan(640);
  // Asked in other words, the question is read with its page.
  await page.goto('/search/?q=网不好没信号找谁');
  await expect(first.locator('a.name')).toHaveAttribute('href', '/policies/infrastructure/');
  await expect(first.locator('.line a')).toHaveText('村里没网、信号不好，管不管？');
  await expect(first).toContainText('可以先找运营商报');
});

test('a telephone number in an answer, and in a no, can be called', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=打什么电话能问到');
  await expect(results(page).first().locator('p a[href="tel:12345"]').first()).toHaveText('12345');
  await page.goto('/search/?q=居住证丢了驾照扣分怎么查');
  await expect(page.locator('[data-search-nearest] a[href="tel:12345"]')).toHaveText('12345');
  await page.goto('/search/?q=被偷了报案');
  await expect(page.locator('search-page a[href="tel:110"]:visible')).toHaveText('110');
});

test('a figure that is asked for is given with its year and its source', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=磐石改了多少厕所');
  const first = results(page).first();
  await expect(first.locator('.kind')).toHaveText('数字');
  await expect(first.locator('a.name')).toHaveText(/\d+ ?座$/);
  await expect(first.locator('.meta')).toContainText(/\d{4}年/);
  await expect(first.locator('.meta .source').first()).toBeVisible();
});

test('a town that the guidance does not name is told so, with its county, and no other town is its answer', async ({
  page,
}) => {
  await page.goto('/search/?q=双河镇');
  const card = page.locator('[data-unnamed-place]');
  await expect(card).toContainText('没有双河镇');
  await expect(card).toContainText('永吉县');
  await expect(card.locator('a[href="/places/yongji/"]')).toBeVisible();
  await expect(results(page)).toHaveCount(0);
});

test('what the site does not hold gets a plain sentence, and the nearest pages stand apart', async ({ page }) => {
  await page.goto('/search/?q=吉林站到北大湖的大巴几点');
  await expect(page.locator('[data-search-nearest]')).toContainText('车次');
  await expect(page.locator('[data-search-nearest]')).toContainText('不是答案');
  await page.goto('/search/?q=网约车司机能办居住证吗');
  await expect(state(page)).toHaveAttribute('data-search-state', 'done');
  await expect(page.locator('[data-search-nearest]')).toBeHidden();
});

test('going back brings the query, the longer list and the place, without the cache of the browser', async ({
  page,
}) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/?q=居住证');
  await page.getByRole('button', { name: '再看十条' }).click();
  await expect.poll(() => results(page).count()).toBeGreaterThan(10);
  const count = await results(page).count();
  const link = results(page).nth(9).locator('a.name');
  await link.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(300);
  await link.click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(page.locator('search-page input[name="q"]')).toHaveValue('居住证');
  await expect(results(page)).toHaveCount(count);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top - 50);
});

test('who leaves at once finds the query again', async ({ page }) => {
  await page.goto('/search/');
  await page.evaluate(() => customElements.whenDefined('search-page').then(() => true));
  await page.locator('search-page input[name="q"]').fill('落户');
  await page.goto('/');
  await page.goBack();
  await expect(page.locator('search-page input[name="q"]')).toHaveValue('落户');
  await expect(results(page).first().locator('a').first()).toHaveAttribute('href', '/policies/hukou/');
});

for (const [where, address, selector] of [
  ['on the page', '/search/', 'search-page input[name="q"]'],
  ['in the header', '/policies/', 'header input[name="q"]'],
] as const) {
  test(`${where}, arrows and Enter belong to the input method while it composes`, async ({ page }) => {
    await page.goto(address);
    const box = page.locator(selector);
    await box.focus();
    await box.fill('luohu');
    const listed = address === '/search/' ? results(page) : page.getByRole('option');
    await expect(listed.first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const isLeft = await box.evaluate((input: HTMLInputElement) => {
      const press = (key: string, init: KeyboardEventInit) =>
        input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
      return [
        press('Enter', { isComposing: true }),
        press('Enter', Object.assign({}, { keyCode: 229 })),
        press('ArrowDown', { isComposing: true }),
      ];
    });
    // Enter asks nothing; the arrow is left to the input method and moves no choice here.
    expect(isLeft).toEqual([false, false, true]);
    await expect(box).toBeFocused();
    await expect(page.locator('[role="option"][aria-selected="true"]')).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`${address}(\\?q=luohu)?$`));
  });
}
