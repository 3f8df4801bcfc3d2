import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { toString } from 'hast-util-to-string';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { outDir } from '../../scripts/paths.ts';
import { parseCsv } from '../fixtures/parse-csv.ts';
import {
  attr,
  byId,
  elements,
  findable,
  linksIn,
  named,
  page,
  pages,
  siteFile,
  textOf,
  withAttr,
  listedAs,
} from './built-pages.ts';

interface Field {
  name: string;
  key: string;
  type: string;
  format?: string;
  constraints?: { required?: boolean; pattern?: string };
}
interface Schema {
  fields: Field[];
  primaryKey?: string[];
}
const tables = ['places', 'cases', 'targets', 'clauses', 'sources'];
const json = (path: string): unknown => JSON.parse(siteFile(path));
const under = (prefix: string) => pages.filter(({ path }) => path.startsWith(prefix) && path !== prefix);
const cases = under('/cases/').filter(({ path }) => path.split('/').length === 4 && path !== '/cases/with-figures/');

describe.each(tables)('the table %s', (table) => {
  const schema = json(`data/${table}.schema.json`) as Schema;
  const [heads = [], ...rows] = parseCsv(siteFile(`data/${table}.csv`));
  const records = json(`data/${table}.json`) as Record<string, string | number | string[] | null>[];

  test('has the columns its schema names, in order', () => {
    expect(heads).toEqual(schema.fields.map(({ name }) => name));
    expect(Object.keys(records[0] ?? {})).toEqual(schema.fields.map(({ key }) => key));
  });
  test('holds in the CSV what its schema allows', () => {
    const wrong = rows.flatMap((row) =>
      schema.fields.flatMap(({ name, type, constraints }, index) => {
        const cell = row[index] ?? '';
        const form = type === 'datetime' ? String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d$` : (constraints?.pattern ?? '');
        const fits =
          cell === ''
            ? !constraints?.required
            : new RegExp(form).test(cell) && (type !== 'number' || !Number.isNaN(Number(cell)));
        return fits ? [] : [`${row[0] ?? ''} ${name}：${cell}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test('says the same in CSV and JSON', () => {
    const plain = (value: string | number | string[] | null) =>
      value === null ? '' : Array.isArray(value) ? value.join('；') : String(value);
    expect(records.map((record) => Object.values(record).map(plain))).toEqual(rows);
  });
  test('names each row once where it has a key', () => {
    const [key] = schema.primaryKey ?? [];
    const at = heads.indexOf(key ?? '');
    if (at >= 0) expect(new Set(rows.map((row) => row[at])).size).toBe(rows.length);
  });
  test('has as many rows as /data/ says', () => {
    const section = byId(page('/data/').tree, table);
    expect(section).toBeDefined();
    const sections = named(page('/data/').tree, 'section').filter((one) => attr(one, 'ariaLabelledBy') === table);
    expect(sections.map(textOf).join('')).toContain(`共${rows.length}行`);
  });
});

test('the data package lists every table with its fields, and the zip holds every file it names', () => {
  const made = json('data/datapackage.json') as { resources: { path: string; schema: Schema }[]; licenses?: unknown };
  expect(made.resources.map(({ path }) => path)).toEqual(tables.map((table) => `${table}.csv`));
  for (const { path, schema } of made.resources)
    expect(schema).toEqual(json(`data/${path.replace('.csv', '.schema.json')}`));
  const zip = unzipSync(new Uint8Array(readFileSync(join(outDir, 'data/all.zip'))));
  for (const name of Object.keys(zip).filter((one) => one !== 'readme.txt')) {
    expect(Buffer.from(zip[name] ?? []).equals(readFileSync(join(outDir, 'data', name))), name).toBe(true);
  }
  expect(Object.keys(zip)).toEqual(
    expect.arrayContaining(['readme.txt', 'datapackage.json', ...made.resources.map(({ path }) => path)]),
  );
});

describe('cases', () => {
  test('are narrowed by links to lists that say how many they hold, each with its table', () => {
    const links = linksIn(page('/cases/').tree).filter((href) =>
      /^\/cases\/(?:(?:theme|county|type|year)\/|with-figures\/)/.test(href),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const href of links) {
      const list = page(href);
      const shown = new Set(linksIn(list.tree).filter((one) => cases.some(({ path }) => path === one)));
      const label = textOf(named(page('/cases/').tree, 'a').find((a) => attr(a, 'href') === href) ?? list.tree);
      expect(label, href).toMatch(new RegExp(` ${shown.size}$`));
      const csv = linksIn(list.tree).find((one) => one.endsWith('.csv')) ?? '';
      const [, ...rows] = parseCsv(siteFile(csv.slice(1)));
      expect(textOf(list.tree), href).toContain(`${rows.length}行`);
      expect(new Set(rows.map(([id]) => `/cases/${id ?? ''}/`)), href).toEqual(shown);
      expect(listedAs(list), href).toBe('/cases/');
      expect(list.html, href).not.toContain('data-pagefind-body');
    }
  });
  test('are listed by date, the newest first', () => {
    const order = linksIn(page('/cases/').tree).filter((href) => cases.some(({ path }) => path === href));
    const dates = order.map(
      (href) =>
        (json('data/cases.json') as { url: string; reported: string | null }[]).find(({ url }) => url.endsWith(href))
          ?.reported ?? '',
    );
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(order).toHaveLength(cases.length);
  });
  test('give each figure its unit, time and a source that stands on /sources/', () => {
    const known = new Set(withAttr(page('/sources/').tree, 'id').map((one) => attr(one, 'id')));
    for (const { path, tree } of cases) {
      const rows = named(tree, 'table')
        .filter((table) => attr(table, 'className') === 'results')
        .flatMap((table) => named(table, 'tr').slice(1));
      for (const row of rows) {
        expect(
          named(row, 'td')
            .map(textOf)
            .filter((text) => text.trim() === ''),
          path,
        ).toEqual([]);
        const sources = withAttr(row, 'dataSource').map((mark) => attr(mark, 'dataSource'));
        expect(sources.length, path).toBeGreaterThan(0);
        expect(
          sources.filter((id) => !known.has(id)),
          path,
        ).toEqual([]);
      }
    }
  });
  test('are two clicks from the home page', () => {
    expect(linksIn(page('/').tree)).toContain('/cases/');
  });
});

test('every entry, the document and the data can be cited in both editions, BibTeX and RIS, without a day of access', () => {
  const citable = findable.filter(({ path }) =>
    /^\/(?:(?:policies|places|clusters|cases)\/[^/]+|document|data(?:\/\w+)?)\/$/.test(path),
  );
  expect(citable.length).toBeGreaterThan(90);
  for (const { path, tree } of citable) {
    const block = named(tree, 'section').find((section) => attr(section, 'ariaLabelledBy') === 'cite');
    const labels = block ? named(block, 'dt').map(textOf) : [];
    expect(labels.slice(0, 5), path).toEqual(['GB/T 7714—2025', 'GB/T 7714—2015', '链接', 'BibTeX', 'RIS']);
    const shown = block ? textOf(block) : '';
    expect(shown, path).toContain(path);
    // What is added to a copied text stands in the attribute: here nothing.
    expect(
      block
        ? withAttr(block, 'dataCopy')
            .map((one) => attr(one, 'dataCopy'))
            .filter(Boolean)
        : [],
      path,
    ).toEqual([]);
    expect(shown, path).not.toMatch(/YYYY|undefined|urldate/);
  }
});

test('each clause is cited with its anchor', () => {
  const { tree } = page('/document/');
  const cited = withAttr(tree, 'dataCopy')
    .map(textOf)
    .flatMap((text) => /#(c-[\d-]+)\.$/.exec(text.trim())?.[1] ?? []);
  const anchors = withAttr(tree, 'id')
    .map((one) => attr(one, 'id') ?? '')
    .filter((id) => id.startsWith('c-'));
  expect(cited).toEqual(anchors);
});

describe('embeds', () => {
  const embeds = under('/embed/');
  test('there is one for each place and case, with its code on the page', () => {
    expect(embeds).toHaveLength(under('/places/').length + cases.length);
    for (const { path } of embeds) expect(page(path.replace('/embed', '')).html, path).toContain(path);
  });
  test('have no script, fewer than 6 KB, a clause, a date, and links that leave the frame', () => {
    for (const embed of embeds) {
      const { path, html, tree } = embed;
      expect(listedAs(embed), path).toBe(path.replace('/embed', ''));
      expect(named(tree, 'script'), path).toEqual([]);
      expect(Buffer.byteLength(html), path).toBeLessThan(6000);
      expect(withAttr(tree, 'dataClause').length, path).toBeGreaterThan(0);
      expect(textOf(tree), path).toMatch(/\d{4}-\d{2}-\d{2}更新/);
      expect(
        named(tree, 'base').map((base) => attr(base, 'target')),
        path,
      ).toEqual(['_top']);
      expect(html, path).toContain('prefers-color-scheme');
    }
  });
});

test('every page that can be found has a picture for sharing of 1200 by 630', async () => {
  const paths = new Set<string>();
  for (const { path, tree } of findable) {
    const of = (property: string) =>
      named(tree, 'meta')
        .filter((meta) => attr(meta, 'property') === property)
        .map((meta) => attr(meta, 'content'));
    expect(of('og:image'), path).toHaveLength(1);
    expect(of('og:image:alt').join(''), path).not.toBe('');
    paths.add(new URL(of('og:image')[0] ?? '').pathname);
  }
  for (const path of paths) {
    const file = join(outDir, path);
    expect(existsSync(file), path).toBe(true);
    expect(statSync(file).size, path).toBeLessThan(100_000);
    const { width, height } = await sharp(file).metadata();
    expect([width, height], path).toEqual([1200, 630]);
  }
});

test('the data in each page is of the kind of the page, and its addresses are pages of the site', () => {
  const types = (path: string) =>
    elements(page(path).tree, (element) => attr(element, 'type') === 'application/ld+json').map(
      (script) => (JSON.parse(toString(script)) as { '@type': string })['@type'],
    );
  expect(types('/')).toEqual(['WebSite']);
  expect(types('/document/')).toEqual(['BreadcrumbList', 'Legislation']);
  expect(types('/policies/hukou/')).toEqual(['BreadcrumbList', 'Article', 'FAQPage']);
  expect(types('/places/wulajie/')).toEqual(['BreadcrumbList', 'Place']);
  expect(types('/places/yongji/')).toEqual(['BreadcrumbList', 'AdministrativeArea']);
  expect(types('/data/')).toEqual(['BreadcrumbList', 'Dataset']);
  for (const { path } of findable) expect(types(path).length, path).toBeGreaterThan(0);
});

test('an outcome that is unknown is hatched, and every target stands in the table with the same words', () => {
  const { tree } = page('/data/targets/');
  const targets = json('data/targets.json') as { target: string; outcome_status: string }[];
  const bars = named(tree, 'svg')
    .filter((svg) => attr(svg, 'className') === 'chart')
    .slice(0, targets.length);
  expect(bars.map((svg) => named(svg, 'rect').map((rect) => attr(rect, 'className'))[1])).toEqual(
    targets.map(({ outcome_status }) => outcome_status),
  );
  const rows = named(named(tree, 'tbody')[0] ?? tree, 'tr').map((row) => textOf(named(row, 'th')[0] ?? row).trim());
  expect(rows).toEqual(targets.map(({ target }) => target));
});

test('the census is drawn with the figures of its table, and warned of', () => {
  const section = named(page('/data/targets/').tree, 'section').find((one) => attr(one, 'ariaLabelledBy') === 'census');
  if (!section) throw new Error('no census');
  const cells = named(section, 'tr')
    .slice(1)
    .map((row) => textOf(named(row, 'td')[0] ?? row).trim());
  // Five counties (cities), 中新食品区 apart, and their sum, added by hand.
  expect(cells).toEqual(['243469', '406744', '370238', '328925', '341308', '37164', '1727848']);
  const drawn = named(section, 'text').map(textOf);
  expect(drawn.map((text) => /(\d+)人$/.exec(text)?.[1])).toEqual(cells.slice(0, -1));
  expect(textOf(section)).toContain('不能直接比');
});

test('the matrix has a row for each place and says the same in words', () => {
  const { tree } = page('/data/matrix/');
  const body = named(tree, 'tbody')[0];
  const places = json('data/places.json') as { name: string; roles: string }[];
  const marks = (body ? named(body, 'tr') : []).map(
    (row) => named(row, 'td').filter((cell) => textOf(cell).trim() === '●').length,
  );
  expect(marks).toEqual(places.map(({ roles }) => roles.split('；').length));
  const words = named(tree, 'section').find((one) => attr(one, 'ariaLabelledBy') === 'words');
  const sentences = words ? named(words, 'li').map(textOf) : [];
  expect(sentences.map((sentence) => sentence.trim().replace(/：.*$/, ''))).toEqual(places.map(({ name }) => name));
});

test.each(['policies', 'places', 'cases'])('/%s/ offers a feed of its own', (section) => {
  const feed = siteFile(`${section}/rss.xml`);
  const links = [...feed.matchAll(/<link>[^<]*?(\/[a-z]+\/[^<]*)<\/link>/g)].map(
    ([, path = '']) => new URL(path, 'https://x.cn').pathname,
  );
  const own = links.filter((path) => path.split('/').length === 4);
  expect(own.length).toBeGreaterThan(10);
  expect(
    own.filter((path) => !(path.startsWith(`/${section}/`) || (section === 'places' && path.startsWith('/clusters/')))),
  ).toEqual([]);
  expect(page(`/${section}/`).html).toContain(`href="/${section}/rss.xml"`);
});
