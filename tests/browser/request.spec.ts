import { type Page, expect, test } from '@playwright/test';

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length;

/** The first row of a group whose request can be printed. */
async function firstRequest(page: Page, group: string): Promise<string> {
  await page.goto(`/unknown/${group}/`);
  return (await page.locator('.gap a[href^="#"]').first().getAttribute('href')) ?? '';
}

for (const group of ['policies', 'places', 'cases', 'permit', 'targets']) {
  test(`a request of ${group} stands alone: on the screen, and on one sheet of paper`, async ({ page }) => {
    const row = await firstRequest(page, group);
    await page.goto(`/unknown/${group}/${row}`);
    await expect(page.locator('h1')).toHaveText(/政府信息公开申请表$/);
    await expect(page.locator('.request:visible')).toHaveCount(1);
    await expect(page.locator('.gap:visible')).toHaveCount(1);
    await expect(page.getByText('20个工作日内答复')).toBeVisible();
    for (const hidden of ['.top', '.foot', '.crumbs']) await expect(page.locator(hidden)).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.form .back')).toBeHidden();
    await expect(page.getByText('证件号码')).toBeVisible();
    expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1);
  });
}

test('from the request one comes back to the list', async ({ page }) => {
  const row = await firstRequest(page, 'policies');
  await page.goto(`/unknown/policies/${row}`);
  await page.getByRole('link', { name: '回到清单' }).click();
  await expect(page.locator('.request:visible')).toHaveCount(0);
  expect(await page.locator('.gap:visible').count()).toBeGreaterThan(1);
});
