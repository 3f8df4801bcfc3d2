import { type Locator, expect, test } from '@playwright/test';

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
