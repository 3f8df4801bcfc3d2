import { type Page, expect, test } from '@playwright/test';

// What stands on the first screen of a phone, and the ways on from there.
const phone = { width: 360, height: 640 };
const kinds = {
  home: '/',
  questions: '/questions/',
  explainer: '/policies/environment/',
  place: '/places/wulajie/',
  question: '/residence-permit/permit/h4/',
  search: `/search/?q=${encodeURIComponent('改厕所给不给钱')}`,
};

const bottomOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((part) => part.getBoundingClientRect().bottom);

test.describe('on the first screen of a phone of 360 by 640', () => {
  test.use({ viewport: phone });

  for (const [kind, path] of Object.entries(kinds))
    test(`the head of ${kind} is at most 96 px high, with one search box, and its heading stands below it in any size of text`, async ({
      page,
    }) => {
      await page.goto(path);
      expect(await bottomOf(page, 'header.top')).toBeLessThanOrEqual(96);
      const boxes = page.locator('input[name="q"]:visible');
      await expect(boxes).toHaveCount(1);
      if (kind === 'search') await expect(boxes).toHaveValue('改厕所给不给钱');
      const title = (await page.locator('main h1').innerText()).trim();
      expect(await page.locator('.crumbs a').allInnerTexts()).not.toContain(title);
      for (const size of ['twice as large', 'huge']) {
        await page.evaluate((chosen) => {
          const { style, dataset } = document.documentElement;
          style.fontSize = chosen === 'huge' ? '' : '225%';
          dataset['size'] = chosen;
        }, size);
        expect(await bottomOf(page, 'main h1'), size).toBeLessThanOrEqual(640);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, size).toBeLessThanOrEqual(0);
      }
    });

  test('an explainer says it in one paragraph', async ({ page }) => {
    for (const path of ['/policies/environment/', '/policies/residence-permit/', '/policies/public-services/']) {
      await page.goto(path);
      const paragraph = page.locator('section[aria-labelledby="notice"] > p').first();
      const { top, bottom } = await paragraph.evaluate((part) => part.getBoundingClientRect());
      expect(top, path).toBeLessThan(300);
      // The longest has 200 characters.
      expect(bottom, path).toBeLessThanOrEqual(690);
    }
  });

  test('marks of clauses and sources can be hit with a thumb', async ({ page }) => {
    for (const path of [
      '/policies/environment/',
      '/places/wulajie/',
      '/residence-permit/wages/',
      '/cases/panshi-toilets/',
    ]) {
      await page.goto(path);
      const sizes = await page
        .locator('main a:is(.clause, .source):visible')
        .evaluateAll((marks) =>
          marks.map((mark) => mark.getBoundingClientRect()).map((box) => [box.width, box.height]),
        );
      expect(sizes.length, path).toBeGreaterThan(1);
      expect(
        sizes.filter((size) => Math.min(...size) < 24),
        path,
      ).toEqual([]);
    }
  });
});

test('a question is copied with its answer, its clause and its address', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/policies/environment/');
  const question = page.locator('copy-text', { has: page.getByRole('heading', { name: '改厕所给不给钱？' }) });
  const id = (await question.locator('[id^="q-"]').getAttribute('id')) ?? '';
  await question.getByRole('button').click();
  await expect(question.getByRole('button')).toHaveText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^改厕所给不给钱？\n文件没有写补多少/);
  expect(copied).toContain('三(八)');
  expect(copied).toContain(`\n${new URL(`/policies/environment/#${id}`, baseURL).href}`);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('the questions are narrowed to an event of life, or to a theme, by the address alone', async ({ page }) => {
    const shown = page.locator('main section li a:visible');
    await page.goto('/');
    await page.getByRole('link', { name: '教育', exact: true }).click();
    await expect(page).toHaveURL(/\/questions\/#education$/);
    await expect(page.getByRole('heading', { name: '教育' })).toBeInViewport();
    await expect(page.getByRole('heading', { name: '就业' })).toBeHidden();
    await expect(shown.filter({ hasText: '高考' })).toHaveCount(1);
    await page.goto('/questions/#on-land');
    await expect(page.locator('#on-land')).toBeInViewport();
    for (const link of await shown.all()) await expect(link).toHaveAttribute('href', /^\/policies\/land\/#q-/);
    await shown.filter({ hasText: '宅基地能不能卖' }).click();
    await expect(page.getByRole('heading', { name: '宅基地能不能卖？' })).toBeInViewport();
  });

  test('an address without a page has its doors', async ({ page }) => {
    const response = await page.goto('/places/wulaj/');
    expect(response?.status()).toBe(404);
    for (const door of ['/', '/places/', '/policies/', '/sitemap/'])
      await expect(page.locator(`main a[href="${door}"]`)).toBeVisible();
    await expect(page.locator('near-pages')).toBeHidden();
  });

  test('the button that copies is not there', async ({ page }) => {
    await page.goto('/policies/environment/');
    await expect(page.locator('#questions ~ copy-text button:visible')).toHaveCount(0);
  });
});

test('an address in capitals goes on to its page, with what follows it', async ({ page }) => {
  await page.goto('/Places/WULAJIE/?from=paper#main');
  await expect(page).toHaveURL(/\/places\/wulajie\/\?from=paper#main$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('乌拉街');
});

test('an address without its folder or with a slip offers the page that was meant', async ({ page }) => {
  for (const path of ['/Places/Wulaj/', '/wulajie', '/places/wulaj/']) {
    await page.goto(path);
    const offer = page.locator('near-pages a').first();
    await expect(offer, path).toHaveText('乌拉街');
    await expect(offer, path).toHaveAttribute('href', '/places/wulajie/');
  }
});

test('Escape closes the columns, the settings and the suggestions, and the focus is where it was', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/policies/environment/');
  for (const [name, inside] of [
    ['栏目', '.columns nav'],
    ['字号', '.tools .panel'],
  ] as const) {
    const summary = page.locator('.top summary').filter({ hasText: name });
    await summary.click();
    await expect(page.locator(inside)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator(inside)).toBeHidden();
    await expect(summary).toBeFocused();
  }
  const box = page.locator('.top input[name="q"]');
  await box.fill('乌拉街');
  await expect(page.getByRole('option').first()).toBeVisible();
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(box).toHaveValue('乌拉街');
});

test('an explainer leads to the places it speaks of, and they lead back', async ({ page }) => {
  await page.goto('/policies/environment/');
  await page.locator('section[aria-labelledby="places"]').getByRole('link', { name: '磐石市' }).click();
  await expect(page).toHaveURL(/\/places\/panshi\/$/);
  await page.locator('section[aria-labelledby="policies"] a[href="/policies/environment/"]').click();
  await expect(page).toHaveURL(/\/policies\/environment\/$/);
});

test('a link to a place far down the page jumps there', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/policies/residence-permit/');
  const top = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.toc a[href="#questions"]')?.click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return document.querySelector('#questions')?.getBoundingClientRect().top;
  });
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(40);
});

test('who does not read Chinese is told in three languages what the page of the permit is', async ({ page }) => {
  await page.goto('/residence-permit/');
  for (const [lang, words] of [
    ['en', 'Residence permit'],
    ['ko', '거주증'],
    ['ja', '在留'],
  ] as const)
    await expect(page.locator(`main [lang="${lang}"]`)).toContainText(words);
});
