import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { outDir } from '../../scripts/paths.ts';

const posters = readdirSync(join(outDir, 'posters'), { withFileTypes: true })
  .filter((kind) => kind.isDirectory())
  .flatMap(({ name }) => readdirSync(join(outDir, 'posters', name)).map((id) => `/posters/${name}/${id}/`));

const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const kind of ['policies', 'places', 'permit']) {
  test(`posters of ${kind} fill one page of A4 and nothing on them is under 24 points`, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    const faults: string[] = [];
    for (const path of posters.filter((one) => one.startsWith(`/posters/${kind}/`))) {
      await page.goto(path);
      const { smallest, over, strangers } = await page.evaluate(() => {
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
        return {
          smallest: Math.min(...sizes),
          over: sheet ? sheet.scrollHeight - sheet.clientHeight : NaN,
          strangers: strange,
        };
      });
      if (smallest < 23.99) faults.push(`${path}: ${smallest} pt`);
      if (!(over <= 1)) faults.push(`${path}: ${over} px too long`);
      if (strangers.length > 0) faults.push(`${path}: ${strangers.join(' ')}`);
    }
    expect(faults).toEqual([]);
  });
}

test('a poster is one page as A4 and as A3', async ({ page }) => {
  for (const path of ['/posters/policies/goals/', '/posters/places/chaluhe/', '/posters/permit/checker/']) {
    await page.goto(path);
    expect(sheetsOf(await page.pdf({ format: 'A4' })), path).toBe(1);
    expect(sheetsOf(await page.pdf({ format: 'A3', scale: Math.SQRT2 })), path).toBe(1);
  }
});

test('the zip, unpacked on a stick, opens without a server, looks as it does online, and is searched there', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  const zip = join(folder, 'site.zip');
  expect(spawnSync(process.execPath, ['scripts/pack.ts'], { env: { ...process.env, PACK_FILE: zip } }).status).toBe(0);
  const wanted = /^xiaochengzhen\/(?:index|icon|_astro|search\/|policies\/environment\/|places\/wulajie\/)/;
  for (const [name, bytes] of Object.entries(
    unzipSync(readFileSync(zip), { filter: ({ name }) => wanted.test(name) }),
  )) {
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
