import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { packedSite } from '../fixtures/stick.ts';
import { entryIds, pages } from '../site/built-pages.ts';
import { sheetsOf } from './sheets.ts';

const posters = pages.flatMap(({ path }) => (/^\/posters\/\w+\/[\w-]+\/$/.test(path) ? [path] : []));

/** What is wrong with a poster as it is laid out for A4, and how many pixels of the sheet are left. */
async function measured(page: Page, path: string): Promise<{ faults: string[]; room: number }> {
  await page.goto(path, { waitUntil: 'load' });
  const { smallest, over, room, strangers } = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    const strange: string[] = [];
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (
        !parent?.checkVisibility() ||
        parent.closest('script, style, .skip') ||
        !texts.currentNode.textContent?.trim()
      )
        continue;
      if (parent.closest('.sheet')) sizes.push(parseFloat(getComputedStyle(parent).fontSize) * 0.75);
      else strange.push(texts.currentNode.textContent.trim());
    }
    const sheet = document.querySelector('.sheet-page');
    const bottoms = Array.from(sheet?.querySelectorAll('*') ?? [], (one) => one.getBoundingClientRect().bottom);
    return {
      smallest: Math.min(...sizes),
      over: sheet ? sheet.scrollHeight - sheet.clientHeight : NaN,
      room: (sheet?.getBoundingClientRect().bottom ?? NaN) - Math.max(...bottoms),
      strangers: strange,
    };
  });
  const faults: string[] = [];
  if (smallest < 23.99) faults.push(`${path}: ${smallest} pt`);
  if (!(over <= 1)) faults.push(`${path}: ${over} px too long`);
  if (strangers.length > 0) faults.push(`${path}: ${strangers.join(' ')}`);
  return { faults, room };
}

for (const kind of ['policies', 'places', 'permit']) {
  test(`posters of ${kind} fill one page of A4, nothing on them is under 24 points, and the fullest is one page as A4 and A3`, async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    const all: { path: string; faults: string[]; room: number }[] = [];
    for (const path of posters.filter((one) => one.startsWith(`/posters/${kind}/`)))
      all.push({ path, ...(await measured(page, path)) });
    expect(all.length).toBeGreaterThan(0);
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    const fullest = all.toSorted((a, b) => a.room - b.room)[0]?.path ?? '';
    await page.goto(fullest);
    expect(await sheetsOf(page), fullest).toBe(1);
    expect(await sheetsOf(page, 'A3'), fullest).toBe(1);
  });
}

test('every case on paper is a fact sheet of one page', async ({ page }) => {
  // The text of an A4 page with margins of 2 cm is 642 by 971 px. What is well below needs no PDF to be one page.
  await page.setViewportSize({ width: 642, height: 971 });
  const ids = entryIds('cases');
  const longer: string[] = [];
  let printed = 0;
  for (const id of ids) {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`/cases/${id}/`, { waitUntil: 'load' });
    const height = await page.evaluate(() => document.body.scrollHeight);
    if (height < 850 && printed > 0) continue;
    printed += 1;
    const sheets = await sheetsOf(page);
    if (sheets !== 1) longer.push(`${id}: ${sheets}`);
  }
  expect(ids.length).toBeGreaterThan(0);
  expect(longer).toEqual([]);
});

test('the zip, unpacked on a stick, opens without a server, looks as it does online, and is searched there', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  const wanted = /^xiaochengzhen\/(?:index|icon|_astro|search\/|policies\/environment\/|places\/wulajie\/)/;
  for (const [name, bytes] of Object.entries(unzipSync(packedSite(), { filter: ({ name }) => wanted.test(name) }))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'xiaochengzhen/index.html')).href);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  await page.getByRole('searchbox').first().fill('农村厕所怎么改');
  await page.getByRole('searchbox').first().press('Enter');
  const first = page.locator('[data-search-results] a').first();
  await expect(page.locator('[data-search-state="done"]').first()).toBeAttached();
  await expect(first).toHaveAttribute('href', '../policies/environment/index.html');
  await first.click();
  await expect(page.locator('main')).toContainText('美丽庭院');
  expect(errors).toEqual([]);
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});
