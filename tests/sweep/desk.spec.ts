import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { type OpenDesk, startDesk } from '../browser/desk.ts';

/** HANDBOOK=write renews the pictures of docs/handbook.md. */
const pictures = process.env['HANDBOOK'] === 'write' ? 'docs/handbook' : undefined;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const png = await page.screenshot();
  await sharp(png)
    .resize({ width: 960 })
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toFile(join(pictures, `${name}.png`));
}

let desk: OpenDesk;
test.beforeAll(async () => {
  desk = await startDesk(4650, { preview: true });
});
test.afterAll(async () => {
  await desk.stop();
});

test('what is written stands beside the form as the page of the site, and is published from the desk', async ({
  page,
}) => {
  test.setTimeout(600_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(desk.url);
  await picture(page, 'home');
  await page.goto(`${desk.url}list/cases`);
  await page.getByRole('searchbox').fill('石材');
  await picture(page, 'list');

  await page.goto(`${desk.url}edit/cases/qingshi-stone`);
  const beside = page.frameLocator('#preview iframe');
  await expect(beside.getByRole('heading', { level: 1 })).toHaveText('青石的石材', { timeout: 120_000 });
  await page.locator('[data-field="title"] input').fill('青石换机器');
  await expect(beside.getByRole('heading', { level: 1 })).toHaveText('青石换机器', { timeout: 60_000 });
  await picture(page, 'write');
  await page.getByRole('button', { name: '电脑（1280）' }).click();
  expect(await beside.locator('html').evaluate(() => window.innerWidth)).toBe(1280);
  await page.locator('[data-field="date"] input').fill('2024-02-30');
  await expect(page.locator('[data-field="date"] > .fault')).toContainText('日历上没有这一天');
  await page.locator('[data-field="date"] input').scrollIntoViewIfNeeded();
  await picture(page, 'fault');
  await page.locator('[data-field="date"] input').fill('2024-05');
  await page.locator('[data-field="sources"] .pick').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.insertText('江边');
  await picture(page, 'pick');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.locator('#body-field').evaluate((field) => {
    field.scrollIntoView({ block: 'start' });
  });
  await picture(page, 'body');
  await page.locator('#note').fill('改了标题');
  await page.locator('#note').scrollIntoViewIfNeeded();
  await picture(page, 'note');
  await page.locator('#save').click();
  await page.waitForURL(/said=/);

  await page.goto(`${desk.url}publish`);
  await expect(page.getByRole('main')).toContainText('「网站的地址」「发布到哪个文件夹」还没有写');
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled();
  await page.goto(`${desk.url}settings`);
  await page.getByLabel('网站的地址').fill('https://www.example.gov.cn');
  await page.getByLabel('发布到哪个文件夹').fill(join(desk.root, 'public'));
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('#said')).toHaveText('保存好了');
  await picture(page, 'settings');
  await page.goto(`${desk.url}publish`);
  await expect(page.getByRole('main')).toContainText('改了标题');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.locator('#said')).toHaveText('发布好了。', { timeout: 400_000 });
  await picture(page, 'publish');
  const built = join(desk.root, 'public/current/cases/qingshi-stone/index.html');
  expect(readFileSync(built, 'utf-8')).toContain('<h1>青石换机器</h1>');
  const kept = readdirSync(join(desk.root, 'desk/published'));
  expect(kept.filter((name) => name.endsWith('.zip'))).toHaveLength(1);
  await page.reload();
  await expect(page.getByRole('main')).not.toContainText('改了标题');

  await page.goto(`${desk.url}intake`);
  const [blank] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Word 文档' }).click(),
  ]);
  await blank.saveAs(join(desk.root, 'blank.docx'));
  await page.locator('#document').setInputFiles(join(desk.root, 'blank.docx'));
  await expect(page.locator('#result')).toContainText('缺少');
  await picture(page, 'intake');
  await page.goto(`${desk.url}asked`);
  const line = (query: string) => `- - - [x] "GET /search/?q=${encodeURIComponent(query)} HTTP/1.1" 200 0 "-" "-"\n`;
  const log = Buffer.from(line('石材').repeat(4) + line('火星基地怎么建'));
  await page.locator('#log-file').setInputFiles({ name: 'access.log', mimeType: 'text/plain', buffer: log });
  await expect(page.locator('#result')).toContainText('火星基地怎么建');
  await picture(page, 'asked');
  await page
    .getByRole('row', { name: /火星基地怎么建/ })
    .getByRole('link')
    .click();
  await expect(page.locator('[data-field="synonyms"] textarea')).toHaveValue('火星基地怎么建');
  expect(existsSync(join(desk.root, 'content/cases/qingshi-stone.mdx'))).toBe(true);
});
