import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect } from '@playwright/test';
import { outDir } from '../../scripts/paths.ts';

/** A page of the checker as it was built. */
export interface CheckerPage {
  path: string;
  html: string;
}

const folder = join(outDir, 'residence-permit');
export const checkerPages: readonly CheckerPage[] = readdirSync(folder, { recursive: true, encoding: 'utf-8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /.\/index\.html$/.test(name))
  .toSorted()
  .map((name) => ({
    path: `/residence-permit/${name.replace('index.html', '')}`,
    html: readFileSync(join(folder, name), 'utf-8'),
  }));
export const questions = checkerPages.filter(({ html }) => html.includes('data-option='));
/** Results, blank forms and the pages for those who ask for others: each is one page of A4, ten forms are ten. */
export const sheets = checkerPages.filter(({ html }) => /class="slip[ "]/.test(html));
export const papersOf = ({ html }: CheckerPage) => Math.max(1, html.match(/class="slip-head"/g)?.length ?? 0);

/** That a sheet prints on as many pages as it has forms, and that no words run off them. */
export async function expectOnePage(page: Page, sheet: CheckerPage): Promise<void> {
  await page.goto(sheet.path);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
  expect(count, sheet.path).toBe(papersOf(sheet));
}
