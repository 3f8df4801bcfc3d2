import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { caseFormDocx, caseFormXlsx } from '#render/case-form.ts';
import { collectionsOf } from '../../../scripts/desk/collections.ts';
import { Entries } from '../../../scripts/desk/entries.ts';
import { takeIn } from '../../../scripts/desk/intake/intake.ts';
import {
  type Parts,
  below,
  openDocument,
  parsePart,
  within,
  writePart,
} from '../../../scripts/desk/intake/open-document.ts';
import { withoutPersonal } from '../../../scripts/desk/intake/personal.ts';
import type { KeptDraft } from '../../../scripts/desk/pages.ts';
import { cleanPhoto } from '../../../scripts/desk/photo.ts';
import { Workroom } from '../../../scripts/desk/store.ts';

const root = mkdtempSync(join(tmpdir(), 'intake-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const entries = new Entries('tests/fixtures/content', 'tests/fixtures/data');
const workroom = new Workroom(root);
const collections = collectionsOf('tests/fixtures/content', 'tests/fixtures/data');
const take = (bytes: Uint8Array) => takeIn(bytes, { entries, workroom, collections });
const draftOf = (key: string) => workroom.draft(key) as KeptDraft;

/** What a village fills in: label → text; tables by the label of their first column. */
const rows: [label: string, text: string][] = [
  ['填表单位', '青石镇人民政府 王建国'],
  ['联系电话', '13800138000'],
  ['标题', '青石换机器'],
  ['一段话说完', '据江边日报2024年报道，青石镇换了切石头的机器，产值1.2亿元。'],
  ['最早报道的日期', '2024年5月3日'],
  ['在哪些地方', '青石、白水镇'],
  ['主题', '特色小镇'],
  ['做了什么', '换了机器'],
  ['正文：遇到什么问题', '机器旧了。（出处1）\n村民王德发说，电话13912345678。（出处1）'],
  ['正文：做了什么', '镇里换了机器。（出处1）'],
  ['正文：别人能学什么', '先算账。'],
  ['正文：还不知道什么', '花了多少钱，没有查到。'],
];
const tables: Record<string, string[]> = {
  '结果（数字）': ['年产值', '1.2', '亿元', '2023', '1', ''],
  出处: ['《江边的石头》', '江边日报', '2024-05-03', 'https://example.com/new-stone', '', ''],
};

function filledDocx(): Record<string, Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(caseFormDocx());
  const document = parsePart(parts, 'word/document.xml');
  if (!document) throw new Error('no document');
  const textOf = (node: Element) =>
    below(node, 't')
      .map(({ textContent }) => textContent ?? '')
      .join('');
  const write = (cell: Element, text: string) => {
    const [first] = below(cell, 'p');
    for (const [n, line] of text.split('\n').entries()) {
      const paragraph =
        n === 0 ? first : first?.parentNode?.appendChild(document.createElementNS(cell.namespaceURI, 'w:p'));
      const run = document.createElementNS(cell.namespaceURI, 'w:r');
      const one = document.createElementNS(cell.namespaceURI, 'w:t');
      one.appendChild(document.createTextNode(line));
      run.appendChild(one);
      (paragraph as Element).appendChild(run);
    }
  };
  let heading = '';
  for (const element of [...(below(document, 'body')[0]?.childNodes ?? [])] as Element[]) {
    if (element.localName === 'p' && textOf(element) in tables) heading = textOf(element);
    if (element.localName !== 'tbl') continue;
    const lines = within(element, 'tr');
    for (const line of lines) {
      const [label, cell] = within(line, 'tc');
      const found = rows.find(
        ([name]) => label && (below(label, 't')[0]?.textContent ?? '').replace(' *', '') === name,
      );
      if (found && cell) write(cell, found[1]);
    }
    const values = tables[heading];
    const cells = lines[1] ? within(lines[1], 'tc') : [];
    if (values && textOf(lines[0] as Element).startsWith('序号'))
      values.forEach((value, n) => {
        const cell = cells[n + 1];
        if (cell && value !== '') write(cell, value);
      });
    if (textOf(lines[0] as Element).startsWith('序号')) heading = '';
  }
  parts['word/document.xml'] = writePart(document);
  return parts;
}

function filledXlsx(): Record<string, Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(caseFormXlsx());
  const sheet = parsePart(parts, 'xl/worksheets/sheet1.xml');
  if (!sheet) throw new Error('no sheet');
  const textOf = (node: Element | undefined) => node?.textContent ?? '';
  const write = (cell: Element | undefined, text: string) => {
    if (!cell || text === '') return;
    cell.setAttribute('t', 'inlineStr');
    const one = sheet.createElementNS(cell.namespaceURI, 't');
    one.appendChild(sheet.createTextNode(text));
    cell.appendChild(sheet.createElementNS(cell.namespaceURI, 'is')).appendChild(one);
  };
  const lines = below(sheet, 'row');
  lines.forEach((line, y) => {
    const cells = within(line, 'c');
    const label = textOf(cells[0]).replace(' *', '');
    const found = rows.find(([name]) => name === label);
    if (found && textOf(cells[1]) === '') write(cells[1], found[1]);
    const values = tables[label];
    const blank = lines[y + 2] ? within(lines[y + 2] as Element, 'c') : [];
    values?.forEach((value, n) => {
      write(blank[n + 1], value);
    });
  });
  parts['xl/worksheets/sheet1.xml'] = writePart(sheet);
  return parts;
}

describe.each([
  ['a Word document', () => zipSync(filledDocx())],
  ['a sheet', () => zipSync(filledXlsx())],
])('the form as %s', (_name, make) => {
  test('comes in whole, without names and numbers of persons', async () => {
    const { drafts } = await take(make());
    const item = draftOf(drafts.at(-1)?.key ?? '');
    const source = draftOf(drafts[0]?.key ?? '');
    expect(source.form).toMatchObject({
      title: '江边的石头',
      outlet: '江边日报',
      date: '2024-05-03',
      kind: 'newspaper',
    });
    expect(item.form).toMatchObject({
      title: '青石换机器',
      date: '2024-05-03',
      places: ['qingshi', 'baishui'],
      sources: [source.id],
      firstReported: source.id,
      results: [{ label: '年产值', value: '1.2', unit: '亿元', asOf: '2023', source: source.id }],
    });
    expect(item.body).toContain(`机器旧了。<Source id="${source.id}" />`);
    expect(item.body).toContain('- 花了多少钱，没有查到。');
    expect(JSON.stringify([item, source])).not.toMatch(/13912345678|13800138000|王德发|王建国/);
  });
  test('comes back with the faults as comments at their cells', async () => {
    const { faults, returned, kind } = await take(make());
    const { parts } = openDocument(returned);
    const comments = parsePart(parts, kind === 'docx' ? 'word/comments.xml' : 'xl/comments-desk.xml');
    const text = comments?.documentElement?.textContent ?? '';
    expect(faults.map((fault) => fault.text).join()).toContain('没有叫「特色小镇」的导读');
    expect(text).toContain('没有叫「特色小镇」的导读');
    expect(text).toContain('个人的电话、姓名不进网站');
    if (!comments) return;
    const refs = below(comments, 'comment').map((one) => one.getAttribute('ref') ?? '');
    const sheet = parsePart(parts, 'xl/worksheets/sheet1.xml');
    const row =
      sheet && below(sheet, 'row').find((line) => (within(line, 'c')[0]?.textContent ?? '').startsWith('主题'));
    if (row) expect(refs).toContain(`B${row.getAttribute('r') ?? ''}`);
  });
});

test('a free text comes in by its headings, and what was not understood is marked', async () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = ['青石换机器', '去年的事。', '一、做了什么', '换了机器。'].map(paragraph).join('');
  const parts = filledDocx();
  parts['word/document.xml'] = strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  const { drafts, faults } = await take(zipSync(parts));
  const item = draftOf(drafts.at(-1)?.key ?? '');
  expect(item.form['title']).toBe('青石换机器');
  expect(item.body).toMatch(/## 做了什么\n\n<Background>\n\n换了机器。/);
  expect(faults).toContainEqual(
    expect.objectContaining({ shown: '去年的事。', text: expect.stringContaining('没有看懂') as string }),
  );
});

describe('hostile documents are refused in words, and nothing is drafted', () => {
  const document = (more: Parts) => zipSync({ ...filledDocx(), ...more });
  const before = () => JSON.stringify(workroom.drafts());
  const types = strToU8(
    '<Types xmlns="x"><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
  );
  const entity = strToU8('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>');
  test.each<[string, Uint8Array, RegExp]>([
    ['a bomb', document({ 'word/media/x.xml': new Uint8Array(39_000_000) }), /太大/],
    [
      'many bombs',
      document(Object.fromEntries(Array.from({ length: 4000 }, (_, n) => [`a/${n}.xml`, strToU8('x')]))),
      /太大/,
    ],
    ['an external entity', document({ 'word/document.xml': entity }), /DOCTYPE/],
    ['a macro', document({ 'word/vbaProject.bin': strToU8('x') }), /宏/],
    ['the type of a macro', document({ '[Content_Types].xml': types }), /宏/],
    ['a way out of the folder', document({ '../../evil.xml': strToU8('<a/>') }), /指到外面/],
    [
      'a template from elsewhere',
      document({
        'word/_rels/settings.xml.rels': strToU8(
          '<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil.example/" TargetMode="External"/></Relationships>',
        ),
      }),
      /外面的模板/,
    ],
    ['the old format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), /旧格式/],
    ['no document at all', strToU8('hello'), /不是 .docx/],
    ['half a document', zipSync(filledDocx()).slice(0, 3000), /坏了/],
    ['XML that is broken', document({ 'word/document.xml': strToU8('<w:document><w:body>') }), /坏了|不是/],
    [
      'elements in elements without end',
      document({ 'word/document.xml': strToU8(`<a>${'<b>'.repeat(60_000)}${'</b>'.repeat(60_000)}</a>`) }),
      /没有字|坏了/,
    ],
  ])('%s', async (_name, bytes, says) => {
    const drafts = before();
    await expect(take(bytes)).rejects.toThrow(says);
    expect(before()).toBe(drafts);
  });
  test('a size that is a lie does not fill the memory', async () => {
    const bytes = zipSync({ ...filledDocx(), 'word/media/x.xml': new Uint8Array(1_000_000) });
    // The sizes in the list of contents (PK\\x01\\x02), 24 bytes into an entry: 1,000,000 becomes 10.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1_000_000)
        view.setUint32(at + 24, 10, true);
    }
    await expect(
      take(bytes).then(
        () => 'read',
        (error: unknown) => String(error),
      ),
    ).resolves.toMatch(/read|坏了/);
  });
});

test('what belongs to persons is taken out, what is none of it stays', () => {
  expect(withoutPersonal('村民王德发说，产量涨了。联系人：李梅，电话0432-62345678').text).toBe(
    '村民〔姓名已删〕说，产量涨了。联系人：〔姓名已删〕，电话〔电话已删〕',
  );
  const plain = '2023年改厕15320座，花了1200000元；身份证明要带。据江城日报报道，村民说方便了。';
  expect(withoutPersonal(plain)).toEqual({ text: plain, removed: [] });
});

test('a photograph is turned the right way up, made small, and holds nothing but the picture', async () => {
  const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: 'green' } })
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '43/1 50/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  const clean = await sharp(await cleanPhoto(photo)).metadata();
  expect([clean.width, clean.height]).toEqual([1067, 1600]);
  expect([clean.exif, clean.orientation, clean.xmp, clean.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  await expect(cleanPhoto(strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toThrow(/打不开/);
});
