import AxeBuilder from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';

/** One page of each kind. */
const kinds = [
  '/',
  '/policies/',
  '/policies/environment/',
  '/places/',
  '/places/wulajie/',
  '/clusters/north/',
  '/cases/',
  '/cases/panshi-toilets/',
  '/document/',
  '/residence-permit/',
  '/search/',
  '/data/',
  '/data/targets/',
  '/sources/',
  '/glossary/',
  '/about/',
  '/sitemap/',
  '/posters/policies/environment/',
  '/404.html',
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faultsOf(page: Page, how: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${how}: ${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
}

// Three readings of a long page take a while on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const path of kinds) {
  test(`${path} has no fault that axe can find, in light, in dark and in very large type`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(path);
    const light = await faultsOf(page, 'light');
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    const dark = await faultsOf(page, 'dark');
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'light';
      document.documentElement.dataset['size'] = 'huge';
    });
    const huge = await faultsOf(page, 'huge');
    expect([...light, ...dark, ...huge]).toEqual([]);
  });
}

test('a question of the checker and its result have no fault that axe can find', async ({ page }) => {
  await page.goto('/residence-permit/');
  const found: string[] = await faultsOf(page, 'question');
  for (let step = 0; step < 10 && (await page.locator('[data-result]').count()) === 0; step++) {
    await page.locator('a[data-option]').first().click();
  }
  await expect(page.locator('[data-result]')).toHaveCount(1);
  found.push(...(await faultsOf(page, 'result')));
  expect(found).toEqual([]);
});

test('no page of any kind scrolls sideways at 360 or 320 px, in very large type either', async ({ page }) => {
  const wide: string[] = [];
  for (const path of kinds) {
    await page.goto(path);
    for (const [width, size] of [
      [360, ''],
      [320, ''],
      [360, 'huge'],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      const over = await page.evaluate((chosen) => {
        document.documentElement.dataset['size'] = chosen;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, size);
      if (over > 0) wide.push(`${path} at ${width} px ${size}: ${over} px too wide`);
    }
  }
  expect(wide).toEqual([]);
});
