import { type Locator, expect, test } from '@playwright/test';
import { answer } from './checker.ts';

test.describe('will they pay for my new toilet?', () => {
  test('two taps lead from the home page to the answer', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '政策导读' }).click();
    await page.locator('main a[href="/policies/environment/"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('厕所');
  });

  test('the page says what the document promises, by which clause, and that it names no amount', async ({ page }) => {
    await page.goto('/policies/environment/');
    const main = page.getByRole('main');
    for (const words of ['生态卫生厕所', '室内水冲厕所', '因地制宜', '没有写', '村委会'])
      await expect(main).toContainText(words);
    const lead = main.locator('p.lead').first();
    await expect(lead.locator('a[data-clause="3-8"]')).toHaveText('三(八)');
    await lead.locator('a[data-clause="3-8"]').click();
    await expect(page.locator('#c-3-8')).toContainText('生态环境治理');
  });

  test('no amount of money stands there as if the document set one', async ({ page }) => {
    await page.goto('/policies/environment/');
    const said = await page.getByRole('main').evaluate((main) => {
      const copy = main.cloneNode(true) as Element;
      for (const background of copy.querySelectorAll('[data-background]')) background.remove();
      return copy.textContent;
    });
    expect(said).toContain('厕所');
    expect(said.match(/[\d.,]+\s*(?:万|亿)?元|[一二三四五六七八九十百千]+块钱/g)).toBeNull();
  });
});

test.describe('check the list of featured towns', () => {
  const types: [label: string, count: number][] = [
    ['工业主导型', 6],
    ['生态旅游型', 8],
    ['历史文化型', 3],
    ['商贸流通型', 2],
    ['现代农业型', 8],
    ['交通枢纽型', 1],
  ];
  const townsOf = (main: Locator, label: string) =>
    main.locator(`xpath=.//h3[contains(., "${label}")]/following-sibling::ul[1]//a[starts-with(@href, "/places/")]`);

  test('six types with 6, 8, 3, 2, 8 and 1 names: 28 entries, 27 towns', async ({ page }) => {
    await page.goto('/policies/featured-towns/');
    const all: (string | null)[] = [];
    for (const [label, count] of types) {
      const towns = townsOf(page.getByRole('main'), label);
      await expect(towns, label).toHaveCount(count);
      all.push(...(await towns.evaluateAll((list) => list.map((a) => a.getAttribute('href')))));
    }
    expect(all).toHaveLength(28);
    expect(new Set(all).size).toBe(27);
  });

  test('烟筒山 under both types leads to one page that shows both and leads back', async ({ page }) => {
    for (const label of ['生态旅游型', '交通枢纽型']) {
      await page.goto('/policies/featured-towns/');
      await townsOf(page.getByRole('main'), label).filter({ hasText: '烟筒山' }).click();
      await expect(page).toHaveURL(/\/places\/yantongshan\/$/);
    }
    const main = page.getByRole('main');
    await expect(main).toContainText('生态旅游型');
    await expect(main).toContainText('交通枢纽型');
    await main.locator('a[href^="/policies/featured-towns/"]').first().click();
    await expect(page).toHaveURL(/\/policies\/featured-towns\//);
  });

  test('the wording of the clause is one click away', async ({ page }) => {
    await page.goto('/policies/featured-towns/');
    await page.locator('main a[data-clause="2-4"]').first().click();
    await expect(page.locator('#c-2-4')).toBeInViewport();
    await expect(page.locator('#c-2-4')).toContainText('二(四)');
  });
});

test.describe('school for my child without a local hukou', () => {
  test('three answers lead to the right to school with its clauses, what is not said, and a next step', async ({
    page,
  }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url());
    });
    await page.goto('/residence-permit/');
    const taps = await answer(page, 'school', ['hukou:outside', 'permit:current', 'child:compulsory']);
    expect(taps).toBe(3);
    await expect(page.locator('main form, main input, main textarea')).toHaveCount(0);
    const school = page.locator('[data-entitlement="compulsory-by-permit"]');
    await expect(school).toHaveAttribute('data-when', 'now');
    await expect(school).toContainText('公办学校');
    await expect(school).toContainText('没有查到');
    for (const clause of ['3-1', '3-3'])
      await expect(school.locator(`[data-clause="${clause}"]`).first(), clause).toBeVisible();
    expect(await page.locator('[data-next-step]').count()).toBeGreaterThan(0);
    expect(sent).toEqual([]);
  });

  test('one answer is changed, and the ones before it stay', async ({ page }) => {
    await page.goto('/residence-permit/');
    await answer(page, 'school', ['hukou:outside', 'permit:none', 'child:compulsory']);
    await page
      .locator('.trail')
      .getByRole('link', { name: /改\s*居住证/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('手里有居住证吗？');
    await expect(page.locator('.trail')).toContainText('户口在外省');
    await page.locator('a[data-option="permit:current"]').click();
    await expect(page.locator('[data-entitlement="compulsory-by-permit"]')).toHaveAttribute('data-when', 'now');
  });

  test('what was answered for a permit is not asked again for school, and can be changed', async ({ page }) => {
    await page.goto('/residence-permit/');
    await answer(page, 'permit');
    await page.getByRole('link', { name: '孩子上学' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('孩子多大了？');
    await expect(page.locator('.trail')).toContainText('户口在外省');
    await page.locator('a[data-option="child:compulsory"]').click();
    await expect(page.locator('[data-entitlement="compulsory-right"]')).toBeVisible();
  });
});

test.describe('a hot-spring weekend', () => {
  test('the first results lead to towns of the belt or to the page that lists them', async ({ page }) => {
    await page.goto('/search/?q=吉林市温泉镇');
    await expect(page.locator('[data-search-state="done"]')).toBeVisible();
    const belt = ['chaluhe', 'wanchang', 'soudengzhan', 'yilaxi', 'dasuihe', 'gudianzi', 'huapichang'];
    const leads = [...belt.map((id) => `/places/${id}/`), '/clusters/hotspring/', '/policies/clusters/'];
    const found = await page
      .locator('[data-search-results] > li')
      .evaluateAll((items) => items.slice(0, 3).map((item) => item.querySelector('a')?.getAttribute('href') ?? ''));
    expect(found.filter((path) => leads.some((lead) => path.startsWith(lead))).length).toBeGreaterThanOrEqual(2);
    expect(leads).toContain(found[0]?.replace(/#.*/, ''));
  });

  test('a town says in which county it lies, how far that is, and what else is near', async ({ page }) => {
    await page.goto('/places/wanchang/');
    const main = page.getByRole('main');
    await expect(main).toContainText('永吉县');
    await expect(main).toContainText(/直线约\d+公里/);
    expect(await main.locator('section[aria-labelledby="neighbours"] a[href^="/places/"]').count()).toBeGreaterThan(3);
  });
});

test.describe('something for the notice board', () => {
  test('the top can stand alone, and the sheet names document, issuer, clause and an address to type', async ({
    page,
  }) => {
    await page.goto('/policies/environment/');
    const notice = page.locator('section[aria-labelledby="notice"]');
    const words = await notice
      .locator('p')
      .first()
      .evaluate((shown) =>
        Array.from(shown.childNodes, (node) => (node.nodeType === 3 ? node.textContent : '')).join(''),
      );
    expect(words.trim().length).toBeLessThanOrEqual(200);
    expect(words).toMatch(/2020年[^。]*不是(?:现在|今天)的期限/);
    await notice.getByRole('link', { name: /海报/ }).click();
    const sheet = page.locator('.sheet');
    for (const part of ['关于加强全市县级中心城市及小城镇规划建设的指导意见', '吉林市人民政府办公厅', '三(八)'])
      await expect(sheet).toContainText(part);
    const typed = (await sheet.locator('.sheet-address').innerText()).replaceAll(/\s/g, '');
    expect(typed).toMatch(/\/policies\/environment$/);
    await page.goto('/policies/environment');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('厕所');
  });
});

test.describe('reading settings', () => {
  test('type and colours chosen once stand on the next page too, and nothing is sent', async ({ page, baseURL }) => {
    const away: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || !request.url().startsWith(baseURL ?? '')) away.push(request.url());
    });
    await page.goto('/');
    await page.getByText('字号等阅读设置').click();
    await page.getByRole('button', { name: '特大' }).click();
    await page.getByRole('button', { name: '暗色' }).click();
    await expect(page.getByRole('button', { name: '特大' })).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/places/wulajie/');
    await expect(page.locator('html')).toHaveAttribute('data-size', 'huge');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByText('字号等阅读设置').click();
    await page.getByRole('button', { name: '标准' }).first().click();
    await page.reload();
    await expect(page.locator('html')).not.toHaveAttribute('data-size', 'huge');
    expect(away).toEqual([]);
  });
});

test.describe('with the keyboard alone', () => {
  test('the checker is answered by Tab and Enter, the first option at most three stops away', async ({ page }) => {
    await page.goto('/residence-permit/');
    await page.locator('a[data-topic="permit"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/residence-permit/permit/**');
    for (let question = 0; (await page.locator('[data-result]').count()) === 0; question++) {
      const address = page.url();
      let stops = 0;
      while (!(await page.evaluate(() => document.activeElement?.hasAttribute('data-option') ?? false))) {
        await page.keyboard.press('Tab');
        stops += 1;
        expect(stops).toBeLessThanOrEqual(3);
      }
      // The last option is 在外省, then 没有: the longest way.
      const option = page.locator(
        [
          'a[data-option="hukou:outside"]',
          'a[data-option="permit:none"]',
          'a[data-option="stay:half"]',
          'a[data-option="proof:home"]',
        ].join(),
      );
      while (!(await option.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href !== address);
      expect(question).toBeLessThan(4);
    }
    await expect(page.locator('[data-entitlement="apply-permit"]')).toBeVisible();
  });

  test('a question is typed into the search of any page, and the first result opened', async ({ page }) => {
    await page.goto('/about/');
    // Its role changes to that of a combobox once suggestions are there.
    const field = page.locator('header input[type="search"]');
    for (let stop = 0; stop < 10 && !(await field.evaluate((box) => box === document.activeElement)); stop++)
      await page.keyboard.press('Tab');
    await page.keyboard.type('农村厕所怎么改');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-search-state="done"]')).toBeVisible();
    const first = page.locator('[data-search-results] a').first();
    for (let stop = 0; stop < 40 && !(await first.evaluate((link) => link === document.activeElement)); stop++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/policies\/environment\//);
  });
});
