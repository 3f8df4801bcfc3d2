import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { sheetsOf } from '../browser/sheets.ts';
import { type BuiltPage, elements, entryIds, framed, pages, textOf } from '../site/built-pages.ts';

test.setTimeout(1_800_000);

const posters = pages.flatMap(({ path }) => (/^\/posters\/\w+\/[\w-]+\/$/.test(path) ? [path] : []));
for (const format of ['A4', 'A3'] as const)
  test(`every poster is one page of ${format}`, async ({ page }) => {
    const longer: string[] = [];
    for (const path of posters) {
      await page.goto(path);
      const sheets = await sheetsOf(page, format);
      if (sheets !== 1) longer.push(`${path}: ${sheets}`);
    }
    expect(posters.length).toBeGreaterThan(0);
    expect(longer).toEqual([]);
  });

test('every case is one page of A4', async ({ page }) => {
  const longer: string[] = [];
  for (const id of entryIds('cases')) {
    await page.goto(`/cases/${id}/`);
    const sheets = await sheetsOf(page);
    if (sheets !== 1) longer.push(`${id}: ${sheets}`);
  }
  expect(longer).toEqual([]);
});

const withoutSpaces = (text: string) => text.replaceAll(/\s+/g, '');
const headed = (one: BuiltPage) =>
  new Set(
    elements(
      one.tree,
      ({ tagName, properties }) =>
        /^(?:h[1-6]|dt|summary|caption)$/.test(tagName) || String(properties['className']).includes('layer'),
    ).map((heading) => withoutSpaces(textOf(heading))),
  );

/** Lines of text on each sheet of a PDF, without spaces. */
function linesOf(pdf: Buffer): string[][] {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf-8' });
  const sheets = stdout.split('\f').slice(0, -1);
  return sheets.map((sheet) => sheet.split('\n').map(withoutSpaces).filter(Boolean));
}

const stripes = 4;
for (let stripe = 0; stripe < stripes; stripe++)
  test(`no heading stands alone at the foot of a sheet, none is blank or holds the address alone: ${stripe + 1} of ${stripes}`, async ({
    page,
  }) => {
    test.skip(spawnSync('pdftotext', ['-v']).status !== 0, 'needs pdftotext');
    const found: string[] = [];
    for (const one of framed.filter((_, n) => n % stripes === stripe)) {
      await page.goto(one.path);
      const sheets = linesOf(await page.pdf({ preferCSSPageSize: true }));
      const headings = headed(one);
      for (const [n, lines] of sheets.entries()) {
        const last = lines.at(-1) ?? '';
        const [first = ''] = lines;
        if (lines.length === 0) found.push(`${one.path} sheet ${n + 1} is blank`);
        // Ten blank forms are ten sheets of one form, whose last line may be a word to fill in after.
        else if (n < sheets.length - 1 && headings.has(last)) found.push(`${one.path} sheet ${n + 1}: ${last}`);
        else if (n > 0 && /^《.+》/.test(first) && lines.length <= 3) found.push(`${one.path}: the address alone`);
      }
    }
    expect(found).toEqual([]);
  });
