import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type PaperSize, paperSizes } from '#domain/site/urls.ts';
import { chromiumArgs, ensureChromium, findChromium } from './browser.ts';
import { outDir } from './paths.ts';
import { serveSite } from './serve.ts';

/**
 * Makes the PDFs of all posters (海报) that changed since the last time, then builds once more so that each poster page
 * offers its own: npm run posters. They are kept in .cache/posters under the key that the sheet carries.
 */
const cache = '.cache/posters';
/** A3 is A4 √2 times as large, so its sheet is laid out the same. */
const scales: Record<PaperSize, number> = { a4: 1, a3: Math.SQRT2 };

const build = () => spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' }).status === 0;
if (!existsSync(join(outDir, 'posters')) && !build()) process.exit(1);
if (!ensureChromium()) {
  console.error('没有浏览器，装不上 Chromium');
  process.exit(1);
}

const site = await serveSite(outDir, 0);
const browser = await chromium.launch({ executablePath: findChromium() as string, args: chromiumArgs });
const page = await browser.newPage();
mkdirSync(cache, { recursive: true });
const current = new Set<string>();
const faults: string[] = [];
let made = 0;

for (const kind of readdirSync(join(outDir, 'posters'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
)) {
  for (const id of readdirSync(join(outDir, 'posters', kind.name))) {
    await page.goto(`${site.url}posters/${kind.name}/${id}/`);
    const key = (await page.locator('[data-poster]').getAttribute('data-poster')) ?? '';
    for (const paper of Object.keys(paperSizes) as PaperSize[]) {
      const name = `${kind.name}-${id}-${paper}-${key}.pdf`;
      current.add(name);
      if (existsSync(join(cache, name))) continue;
      const pdf = await page.pdf({ format: paperSizes[paper], scale: scales[paper] });
      const pages = pagesOf(pdf);
      if (pages === 1) writeFileSync(join(cache, name), pdf);
      else faults.push(`${kind.name}/${id} 印成 ${paperSizes[paper]} 有 ${pages} 页，文字要少一点`);
      made += 1;
    }
  }
}
await browser.close();
site.close();

/** Page objects of a PDF as Chromium writes it. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

for (const name of readdirSync(cache)) if (!current.has(name)) rmSync(join(cache, name));
console.log(`海报：${current.size} 个文件，新做 ${made} 个，在 ${cache}`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
if (made > 0 && !build()) process.exit(1);
