import { expect, test } from '@playwright/test';
import { pages } from '../site/built-pages.ts';

// An editor of another site has no policy of ours, which refuses looks written into what is pasted.
test.use({ permissions: ['clipboard-read', 'clipboard-write'], bypassCSP: true });

const allowed = ['SECTION', 'H2', 'H3', 'P', 'UL', 'OL', 'LI', 'STRONG', 'SUP'];

for (const path of ['/policies/environment/', '/cases/panshi-toilets/'])
  test(`${path} is pasted into an editor with its looks, its notes and no links`, async ({ page }) => {
    await page.goto(`/pictures${path}`);
    await page.getByRole('button', { name: '复制给公众号' }).click();
    await expect(page.getByRole('button', { name: '已复制，到编辑器里粘贴' })).toBeVisible();
    await page.goto('/404.html');
    await page.evaluate(() => {
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      editor.id = 'editor';
      document.body.replaceChildren(editor);
      editor.focus();
    });
    await page.keyboard.press('ControlOrMeta+V');
    const editor = page.locator('#editor');
    await expect(editor).toContainText('注');
    const pasted = await editor.evaluate((one) => ({
      tags: [...new Set(Array.from(one.querySelectorAll('*'), ({ tagName }) => tagName))],
      bare: Array.from(one.querySelectorAll('p, h2, li')).filter((each) => !each.getAttribute('style')).length,
      text: (one as HTMLElement).innerText,
    }));
    expect(pasted.tags.filter((tag) => !allowed.includes(tag))).toEqual([]);
    expect(pasted.bare).toBe(0);
    expect(pasted.text).toContain(path);
    expect(pasted.text).toMatch(/\[1\]/);
  });

test('a cadre copies the notice as text and saves the picture', async ({ page }) => {
  await page.goto('/policies/environment/');
  await page.getByRole('link', { name: '一图读懂' }).first().click();
  await page.getByRole('button', { name: '复制200字以内的文字' }).click();
  await expect(page.getByText('已复制').first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^住在农村的乡亲：.*（条款三\(八\).*）http.*\/policies\/environment\/$/s);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /存这张图/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.png$/);
});

test('a television editor goes from the cases to a wide picture with its source', async ({ page }) => {
  await page.goto('/cases/');
  await page.getByRole('link', { name: '磐石农村改厕' }).first().click();
  await page.getByRole('link', { name: /数字做成的图/ }).click();
  await expect(page.locator('main')).toContainText(/据.*小城镇知识站/);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /横图 1920×1080/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/横图\.png$/);
});

test('readings above hard characters stay out of what is copied', async ({ page }) => {
  await page.goto('/policies/poles/');
  const reading = page.locator('main rt').first();
  await expect(reading).toBeVisible();
  const copied = await page.evaluate(() => {
    const block = document.querySelector('main rt')?.closest('p, li');
    if (!block) return '';
    getSelection()?.selectAllChildren(block);
    return getSelection()?.toString() ?? '';
  });
  expect(copied).not.toBe('');
  expect(copied).not.toContain((await reading.textContent()) ?? '');
});

test('a person with a poster reads on its code whether it can still hang', async ({ page }) => {
  await page.goto('/posters/policies/environment/');
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible();
  const valid = pages.find(({ path }) => path.startsWith('/valid/policies-environment/'));
  await page.goto(valid?.path ?? '/nowhere/');
  await expect(page.locator('h1')).toHaveText('这张纸还能用');
  await page.getByRole('link', { name: '看全文' }).click();
  await expect(page).toHaveURL(/\/policies\/environment\/$/);
});

test('the desk of the loudspeaker counts the seconds', async ({ page }) => {
  await page.goto('/radio/environment/');
  const size = await page.locator('.aloud').evaluate((text) => getComputedStyle(text).fontSize);
  expect(size).toBe('40px');
  await page.getByRole('button', { name: '开始计时' }).click();
  await expect(page.locator('[data-clock]')).not.toHaveText('0:00');
});
