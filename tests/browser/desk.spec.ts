import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { type OpenDesk, faultsOf, fill, pickByName, startDesk, tabTo } from './desk.ts';

test.describe.configure({ mode: 'default' });
let desk: OpenDesk;
test.beforeAll(async () => {
  desk = await startDesk(4640);
});
test.afterAll(async () => {
  await desk.stop();
});
const said = (page: Page) => page.locator('#said');

test('from an empty form to a source and a case in the content, by the keyboard alone', async ({ page }) => {
  await page.goto(desk.url);
  await tabTo(page, /^新写一个出处$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/new/sources');
  await fill(page, /^编号/, 'nursery-news');
  await fill(page, /^题名/, '白水的苗圃');
  await fill(page, /^谁登的/, '江边日报');
  await fill(page, /^日期/, '2024-06-01');
  await tabTo(page, /^种类/);
  // 政策文件, 法律法规, 政府和部门网页, 报刊和通讯社.
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-field="kind"] select')).toHaveValue('newspaper');
  await expect(said(page)).toContainText('要改');
  await fill(page, /^怎么找到/, '查2024年6月1日《江边日报》');
  await expect(said(page)).toContainText('没有差错，可以保存');
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/edit/sources/nursery-news**');

  await page.goto(`${desk.url}new/cases`);
  await fill(page, /^编号/, 'baishui-nursery');
  await fill(page, /^标题/, '白水育苗');
  await fill(page, /^一段话说完/, '据江边日报2024年报道，白水镇办了30亩苗圃。');
  await fill(page, /^最早报道的日期/, '2024-6-1');
  // The fault stands beside the field, in the words of the check.
  await expect(page.locator('[data-field="date"] > .fault')).toContainText('写成 2023、2023-09 或 2023-09-13');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('2024-06-01');
  await expect(page.locator('[data-field="date"] > .fault')).toBeHidden();
  await pickByName(page, /^选 最早报道的出处/, '白水的苗圃');
  await pickByName(page, /^选一个加上 在哪些地方/, '白水');
  await pickByName(page, /^选一个加上 主题/, '特色镇');
  await fill(page, /^做了什么/, '育苗');
  await tabTo(page, /^加一条：结果/);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('苗圃');
  await fill(page, /^数值/, '30');
  await fill(page, /^单位/, '亩');
  await fill(page, /^哪一年/, '2024');
  await pickByName(page, /^选 出处/, '白水的苗圃');
  await pickByName(page, /^选一个加上 出处/, '白水的苗圃');
  await tabTo(page, /^正文/);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    '## 遇到什么问题\n\n缺苗。\n\n## 做了什么\n\n<Background>\n\n据江边日报2024年报道，办了30亩苗圃。',
  );
  // Back to the buttons above the box, and the mark comes where the caret was.
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('白水的苗圃');
  await page.keyboard.press('Enter');
  await expect(page.locator('#body')).toHaveValue(/苗圃。<Source id="nursery-news" \/>$/);
  await page.keyboard.insertText(
    '\n\n</Background>\n\n## 别人能学什么\n\n先看土。\n\n## 还不知道什么\n\n- 花了多少钱，没有查到。\n',
  );
  await expect(said(page)).toContainText('没有差错，可以保存');
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/edit/cases/baishui-nursery**');
  const text = desk.read('cases/baishui-nursery.mdx');
  expect(text).toContain('title: 白水育苗\n');
  expect(text).toContain('    value: 30\n    unit: 亩\n    asOf: "2024"\n    source: nursery-news\n');
});

test('an input method may compose in every field: nothing is checked, cut or picked before the word is done', async ({
  page,
}) => {
  await page.goto(`${desk.url}new/cases`);
  const client = await page.context().newCDPSession(page);
  let checks = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/check')) checks += 1;
  });
  const boxes = page.locator('#form input:not([type=checkbox]), #form textarea, #body, #id');
  for (let n = 0; n < (await boxes.count()); n += 1) {
    const box = boxes.nth(n);
    await box.focus();
    await page.keyboard.press('Control+End');
    // Longer than the pause after which what is written is checked; in three of them, for the time it takes.
    const pause = n < 3 ? 700 : 0;
    await page.waitForTimeout(pause);
    const before = checks;
    for (const text of ['n', 'ni', 'nih', 'nihao']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await page.waitForTimeout(pause);
    if (pause > 0) expect(checks).toBe(before);
    await client.send('Input.insertText', { text: '你好' });
    await expect(box).toHaveValue(/你好$/);
  }
  await page.locator('[data-field="places"] .pick').click();
  const box = page.locator('#pick-box');
  await client.send('Input.imeSetComposition', { text: 'qing', selectionStart: 4, selectionEnd: 4 });
  await expect(page.getByRole('dialog')).toBeVisible();
  await client.send('Input.insertText', { text: '青石' });
  await expect(box).toHaveValue('青石');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-field="places"] .chosen li')).toHaveText(/青石/);
});

test('what a browser had when it died is there again; when the desk is killed, the file is whole', async ({
  page,
  browser,
}) => {
  await page.goto(`${desk.url}edit/cases/qingshi-stone`);
  await page.locator('[data-field="title"] input').fill('写到一半的标题');
  await expect(said(page)).toContainText('没有差错，可以保存');
  await page.close({ runBeforeUnload: false });
  const before = desk.read('cases/qingshi-stone.mdx');
  await desk.kill();
  const { root } = desk;
  desk = await startDesk(4640, { root, isNew: false });
  const again = await browser.newPage();
  await again.goto(`${desk.url}edit/cases/qingshi-stone`);
  await expect(again.locator('[data-field="title"] input')).toHaveValue('写到一半的标题');
  expect(desk.read('cases/qingshi-stone.mdx')).toBe(before);
  await again.getByRole('button', { name: /丢掉草稿/ }).click();
  await expect(again.locator('[data-field="title"] input')).toHaveValue('青石的石材');
  await again.close();
});

test('a form of the office comes in by the page, and its drafts open', async ({ page }) => {
  await page.goto(`${desk.url}intake`);
  const [blank] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Word 文档' }).click(),
  ]);
  expect(blank.suggestedFilename()).toBe('案例申报表.docx');
  const file = join(desk.root, 'blank.docx');
  await blank.saveAs(file);
  expect(existsSync(file)).toBe(true);
  await page.locator('#document').setInputFiles(file);
  await expect(page.locator('#result')).toContainText('缺少');
  await expect(page.getByRole('link', { name: /带批注/ })).toBeVisible();
});

for (const [width, height] of [
  [1280, 800],
  [768, 1024],
] as const) {
  test(`every page of the desk is without fault to axe, and nothing runs out of it, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const path of [
      '',
      'list/cases',
      'edit/cases/qingshi-stone',
      'new/places',
      'edit/settings-operator/operator',
      'publish',
      'intake',
      'asked',
      'settings',
    ]) {
      await page.goto(desk.url + path);
      await page.waitForTimeout(300);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
    }
    await page.goto(`${desk.url}edit/cases/qingshi-stone`);
    await page.locator('[data-field="sources"] .pick').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}
