import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answer, questions, sheets } from './checker.ts';
import { sheetsOf } from './sheets.ts';

test.describe('on a phone of 360 by 640', () => {
  // Laid out as without a script, which scripts do not change.
  test.use({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });

  test('all needs stand on the first screen', async ({ page }) => {
    await page.goto('/residence-permit/');
    const needs = page.locator('a[data-topic]');
    expect(await needs.count()).toBeGreaterThanOrEqual(8);
    for (const need of await needs.all()) await expect(need).toBeInViewport({ ratio: 1 });
  });

  test('every question stands on the first screen with all its options, in large targets, whichever way one came', async ({
    page,
  }) => {
    for (const { path } of questions)
      for (const address of [path, `${path}#here`]) {
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        const found = await page.evaluate(() => {
          const parts = [...document.querySelectorAll('h1, a[data-option]')].map((part) =>
            part.getBoundingClientRect(),
          );
          return {
            top: Math.min(...parts.map(({ top }) => top)),
            bottom: Math.max(...parts.map(({ bottom }) => bottom)),
            smallest: Math.min(...parts.map(({ height }) => height)),
          };
        });
        expect(found.top, address).toBeGreaterThanOrEqual(0);
        expect(found.bottom, address).toBeLessThanOrEqual(640);
        expect(found.smallest, address).toBeGreaterThanOrEqual(35);
      }
  });

  test('a reader of text twice as large sees all of it without scrolling sideways', async ({ page }) => {
    for (const path of ['/residence-permit/', '/residence-permit/permit/h4p4s1/', '/residence-permit/wages/']) {
      await page.goto(path);
      const over = await page.evaluate(() => {
        const root = document.documentElement;
        root.style.fontSize = '225%';
        return root.scrollWidth - root.clientWidth;
      });
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});

test('after a tap the reader stands on the question: it has the focus, and its name is the question', async ({
  page,
}) => {
  await page.goto('/residence-permit/permit/');
  await page.locator('a[data-option="hukou:outside"]').click();
  await page.waitForURL('**/h4/**');
  const here = page.locator('#here');
  await expect(here).toBeFocused();
  await expect(here).toHaveAccessibleName('手里有居住证吗？');
  await expect(here).toBeInViewport();
});

test('the fullest sheet and the blank forms of each need, and each page for others, print on the pages they should', async ({
  page,
}) => {
  const kind = (path: string) => path.replace(/[a-z]\d[a-z\d]*\/$/, '');
  const fullest = new Map(
    sheets.toSorted((a, b) => a.html.length - b.html.length).map((sheet) => [kind(sheet.path), sheet]),
  );
  expect(fullest.size).toBeGreaterThanOrEqual(25);
  for (const { path, papers } of fullest.values()) {
    await page.goto(path);
    expect(await sheetsOf(page), path).toBe(papers);
  }
});

test('on paper a sheet has its law and clauses, room for a name, its code, its version, and nothing to press', async ({
  page,
}) => {
  await page.goto('/residence-permit/');
  await answer(page, 'permit');
  await page.emulateMedia({ media: 'print' });
  for (const words of [
    '姓名',
    '日期',
    '我的情况：户口在外省；没有居住证；登记满半年；有一样证明',
    '居住证暂行条例',
    '三(一)',
    '的版本',
    '以窗口答复为准',
    '省办法第九条',
  ])
    await expect(page.locator('.slip')).toContainText(words);
  for (const seen of ['.slip-head .qr', '.slip .blank', 'a[data-clause]', 'a[data-source]'])
    await expect(page.locator(seen).first()).toBeVisible();
  for (const gone of ['.trail', 'section[aria-labelledby="more"]']) await expect(page.locator(gone)).toBeHidden();
  expect(await page.locator('main').innerText()).not.toMatch(/改成|不用再答/);
});

test('telephone numbers of a sheet can be called', async ({ page }) => {
  await page.goto('/residence-permit/wages/');
  await expect(page.locator('[data-next-step] a[href="tel:12333"]').first()).toBeVisible();
});

test('for thirty workers and two needs an agency opens four pages and prints sixty sheets, none of them empty', async ({
  page,
}) => {
  let loads = 0;
  page.on('framenavigated', () => (loads += 1));
  await page.goto('/residence-permit/');
  await page.getByRole('link', { name: '介绍所' }).click();
  let papers = 0;
  for (const need of ['permit', 'wages']) {
    await page.goto(`/residence-permit/${need}/blank/10/`);
    const forms = page.locator('.slip');
    expect(await forms.count()).toBe(10);
    for (const form of await forms.all()) expect((await form.innerText()).length).toBeGreaterThan(200);
    // Printed three times over.
    papers += 3 * (await sheetsOf(page));
  }
  expect({ loads, papers }).toEqual({ loads: 4, papers: 60 });
});

test('from one date the days are worked out on the device, put into a calendar file, and nothing is sent or kept', async ({
  page,
}) => {
  const sent: string[] = [];
  await page.goto('/residence-permit/dates/', { waitUntil: 'networkidle' });
  page.on('request', (request) => sent.push(request.url()));
  await page.getByLabel('填一个日子').fill('2026-06-15');
  const shown = page.locator('permit-dates [role=status]');
  await expect(shown).toContainText('满半年是2026年12月15日');
  await expect(shown).toContainText('最晚2026年6月30日发证；特殊情况延期的，最晚2026年7月10日');
  await expect(shown).toContainText('2027年5月16日到2027年6月14日');
  const download = page.waitForEvent('download');
  await shown.getByRole('button').last().click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('qianzhu.ics');
  const text = readFileSync(await file.path(), 'utf-8');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
  expect(text.match(/BEGIN:VALARM/g)).toHaveLength(10);
  expect(text).toContain('DTSTART;VALUE=DATE:20270516\r\nDTEND;VALUE=DATE:20270615');
  expect(sent.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(
    await page.evaluate(() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join('')),
  ).toBe('');
});
