import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { attr, byId, elements, linksIn, named, page, pages, siteFile, textOf } from '../../../site/built-pages.ts';
import { clauseIds, clusterIds, placeIds, policyIds } from '../published-ids.ts';

// The site shows the guidance of Jilin City whole: what stands here was taken from the document by hand.

const main = (path: string) => {
  const [found] = named(page(path).tree, 'main');
  if (!found) throw new Error(`${path} has no main`);
  return found;
};
const idsLinked = (node: Root | Element, kind: string) => [
  ...new Set(linksIn(node).flatMap((href) => new RegExp(`^/${kind}/([^/#]+)/$`).exec(href)?.[1] ?? [])),
];
const missing = (found: readonly string[], wanted: readonly string[]) => wanted.filter((id) => !found.includes(id));

/** The list that follows a heading. */
function listUnder(path: string, heading: string): Element {
  let found: Element | undefined;
  let next = false;
  for (const element of elements(main(path), ({ tagName }) => ['h2', 'h3', 'ul'].includes(tagName))) {
    if (element.tagName !== 'ul') next = textOf(element).trim().startsWith(heading);
    else if (next) {
      found = element;
      break;
    }
  }
  if (!found) throw new Error(`no list under 「${heading}」 on ${path}`);
  return found;
}

test.each([
  ['places', placeIds],
  ['policies', policyIds],
  ['clusters', clusterIds],
] as const)('all %s of the document are linked on their list and in the site map', (kind, ids) => {
  expect(missing(idsLinked(main(`/${kind}/`), kind), ids)).toEqual([]);
  expect(missing(idsLinked(main('/sitemap/'), kind), ids)).toEqual([]);
});

const types: [label: string, ids: string][] = [
  ['工业主导型', 'jinzhu chaluhe mingcheng hongqiling jiapigou tiangang'],
  ['生态旅游型', 'beidahu gudianzi huapichang qingling soudengzhan dasuihe hongshilazi yantongshan'],
  ['历史文化型', 'wulajie xiaobaishan chaoyangshan'],
  ['商贸流通型', 'yuebei jiangbei'],
  ['现代农业型', 'huangsongdian xinan xiyang wanchang pingan zuojia wangqi shangying'],
  ['交通枢纽型', 'yantongshan'],
];
const others: [label: string, ids: string][] = [
  ['北部产业城镇群', 'gudianzi huapichang xinbei jingkaixi shuangji'],
  ['温泉、现代农业城镇群', 'changji-zone chaluhe wanchang soudengzhan yilaxi dasuihe gudianzi huapichang'],
  ['名镇', 'wulajie xihe baiqi fate'],
  ['名村', 'dahuangdi hantun'],
  ['扩权试点镇', 'jinzhu chaluhe mingcheng'],
  ['发展极', 'yongji shulan panshi jiaohe huadian'],
];
test('the six types have 6, 8, 3, 2, 8 and 1 names', () => {
  expect(types.map(([, ids]) => ids.split(' ').length)).toEqual([6, 8, 3, 2, 8, 1]);
});
test.each([...types, ...others])('/places/ lists %s: %s', (label, ids) => {
  expect(missing(idsLinked(listUnder('/places/', label), 'places'), ids.split(' '))).toEqual([]);
});
test.each(types)('/policies/featured-towns/ lists under %s what the document names there', (label, ids) => {
  expect(missing(idsLinked(listUnder('/policies/featured-towns/', label), 'places'), ids.split(' '))).toEqual([]);
});
test('and every featured town links back to it', () => {
  const towns = [...new Set(types.flatMap(([, ids]) => ids.split(' ')))];
  expect(towns).toHaveLength(27);
  const silent = towns.filter((id) => !linksIn(main(`/places/${id}/`)).includes('/policies/featured-towns/'));
  expect(silent).toEqual([]);
});

test('烟筒山 has one page, which shows both types with their clauses', () => {
  expect(pages.filter(({ path }) => path.includes('yantongshan') && path.startsWith('/places/'))).toHaveLength(1);
  const marks = elements(main('/places/yantongshan/'), (element) => attr(element, 'className') === 'marks')[0];
  expect(toString(marks ?? main('/places/yantongshan/'))).toMatch(/生态旅游型.*二\(四\)2.*交通枢纽型.*二\(四\)6/s);
});

describe('/document/', () => {
  const { tree } = page('/document/');
  const sections = elements(tree, (element) => attr(element, 'className') === 'clause-entry');
  const entry = (id: string) => sections.find((section) => byId(section, `c-${id}`)) ?? tree;
  test('has an anchor for each of the 39 clauses, in the order of the document', () => {
    expect(clauseIds).toHaveLength(39);
    const anchors = elements(tree, (element) => /^c-/.test(attr(element, 'id') ?? '')).map((element) =>
      attr(element, 'id'),
    );
    expect(anchors).toEqual(clauseIds.map((id) => `c-${id}`));
  });
  test.each([
    ['2-4-1', 'jinzhu chaluhe mingcheng hongqiling jiapigou tiangang'],
    ['3-9', 'chaluhe jinzhu mingcheng'],
    ['3-7', 'baiqi dahuangdi fate hantun wulajie xihe'],
  ])('names at clause %s every place the clause names', (id, ids) => {
    expect(missing(idsLinked(entry(id), 'places'), ids.split(' '))).toEqual([]);
  });
  test('names at each clause the explainers that use it', () => {
    expect(sections).toHaveLength(39);
    const of = (id: string) => idsLinked(entry(id), 'policies');
    expect(of('3-8')).toContain('environment');
    expect(of('3-1')).toEqual(expect.arrayContaining(['hukou', 'residence-permit']));
    const silent = clauseIds.filter((id) => id.includes('-') && of(id).length === 0);
    expect(silent).toEqual([]);
  });
  test('says neither number nor date of the document', () => {
    expect(textOf(main('/document/'))).toMatch(/没有文号/);
    expect(textOf(main('/document/'))).not.toMatch(/吉市政办|吉市政办发/);
  });
});

test('the mark of clause 3-8 reads 三(八), and an explainer names its clause at the top', () => {
  const marks = elements(page('/policies/environment/').tree, (element) => attr(element, 'dataClause') !== undefined);
  expect(marks.map((mark) => attr(mark, 'dataClause'))[0]).toBe('3-8');
  const own = marks.filter((mark) => attr(mark, 'dataClause') === '3-8');
  expect(new Set(own.map((mark) => textOf(mark)))).toEqual(new Set(['三(八)']));
  expect(new Set(own.map((mark) => attr(mark, 'ariaLabel')))).toEqual(new Set(['条款 三(八)']));
});

describe('/data/', () => {
  type Row = Record<string, unknown>;
  const json = (table: string) => JSON.parse(siteFile(`data/${table}.json`)) as Row[];
  test('clauses: 39 in the order of the document', () => {
    expect(json('clauses').map(({ id }) => id)).toEqual(clauseIds);
  });
  test('places: a row each for all that the document names', () => {
    expect(
      missing(
        json('places').map(({ id }) => String(id)),
        placeIds,
      ),
    ).toEqual([]);
    expect(json('places').find(({ id }) => id === 'yantongshan')).toMatchObject({
      name: '烟筒山',
      roles: ['生态旅游型', '交通枢纽型'],
      clauses: ['二(四)2', '二(四)6'],
    });
  });
  test('targets: the figures are those of the document', () => {
    const figure = (id: string) =>
      json('targets')
        .filter((row) => row['id'] === id)
        .map(({ value, unit, clause }) => [value, unit, clause]);
    const remedy = 'src/data/targets.yaml — 照文件写';
    expect(figure('population'), remedy).toEqual([[254.5, '万人', '一(一)']]);
    expect(figure('built-area'), remedy).toEqual([[144.5, '平方公里', '一(一)']]);
    expect(figure('beautiful-yards'), remedy).toEqual([[2, '万户', '三(八)']]);
    expect(figure('clean-homes'), remedy).toEqual([[8, '万户', '三(八)']]);
  });
  test('the census is drawn with the figures of its table, and warned of', () => {
    const section = named(page('/data/targets/').tree, 'section').find(
      (one) => attr(one, 'ariaLabelledBy') === 'census',
    );
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
});

test.each(policyIds)(
  '%s has a text for the village loudspeaker and a poster; its radio text names the document',
  (id) => {
    expect(siteFile(`radio/${id}.txt`)).toContain('吉林市人民政府办公厅');
    expect(page(`/posters/policies/${id}/`).html).toContain('吉林市人民政府办公厅');
  },
);

test('the poster of each names the document whole', () => {
  const silent = pages
    .filter(({ path }) => /^\/posters\/\w+\/[\w-]+\/$/.test(path))
    .filter(({ tree }) => !textOf(tree).includes('《关于加强全市县级中心城市及小城镇规划建设的指导意见》'));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('what is kept for reading without a network holds every explainer and place of the document', () => {
  const worker = siteFile('sw.js');
  const files = [
    ...policyIds.map((id) => `policies/${id}/index.html`),
    ...placeIds.map((id) => `places/${id}/index.html`),
  ];
  expect(files.filter((file) => !worker.includes(`"${file}"`))).toEqual([]);
});

test('an explainer names its clause at the top: 三(八)', () => {
  const marks = elements(page('/policies/environment/').tree, (element) => attr(element, 'dataClause') !== undefined);
  expect(marks.map((mark) => attr(mark, 'dataClause'))[0]).toBe('3-8');
  const own = marks.filter((mark) => attr(mark, 'dataClause') === '3-8');
  expect(new Set(own.map((mark) => textOf(mark)))).toEqual(new Set(['三(八)']));
  expect(new Set(own.map((mark) => attr(mark, 'ariaLabel')))).toEqual(new Set(['条款 三(八)']));
});
