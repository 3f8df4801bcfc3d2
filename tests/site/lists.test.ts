import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { clauseIds, clusterIds, placeIds, policyIds } from '../fixtures/published-ids.ts';
import { attr, byId, elements, findable, linksIn, named, page, pages, sample, textOf } from './built-pages.ts';

const main = (path: string) => {
  const [found] = named(page(path).tree, 'main');
  if (!found) throw new Error(`${path} has no main`);
  return found;
};
const idsLinked = (node: Root | Element, kind: string) => [
  ...new Set(linksIn(node).flatMap((href) => new RegExp(`^/${kind}/([^/#]+)/$`).exec(href)?.[1] ?? [])),
];

/** The list that follows a heading. */
function listUnder(path: string, heading: (element: Element) => boolean): Element {
  let found: Element | undefined;
  let next = false;
  for (const element of elements(main(path), ({ tagName }) => ['h2', 'h3', 'ul'].includes(tagName))) {
    if (element.tagName !== 'ul') next = heading(element);
    else if (next) {
      found = element;
      break;
    }
  }
  if (!found) throw new Error(`no list under that heading on ${path}`);
  return found;
}

test('all 44 places are linked on /places/', () => {
  expect(idsLinked(main('/places/'), 'places').toSorted()).toEqual(placeIds.toSorted());
});

test('all 17 explainers are linked on /policies/, and 3 clusters on /clusters/', () => {
  expect(idsLinked(main('/policies/'), 'policies').toSorted()).toEqual(policyIds.toSorted());
  expect(idsLinked(main('/clusters/'), 'clusters').toSorted()).toEqual(clusterIds.toSorted());
});

test('every case of the site is linked on /cases/ and in the site map', () => {
  const cases = findable.flatMap(({ path }) => /^\/cases\/([^/]+)\/$/.exec(path)?.[1] ?? []);
  expect(cases.length).toBeGreaterThanOrEqual(26);
  const missing = (path: string) => cases.filter((id) => !idsLinked(main(path), 'cases').includes(id));
  expect(missing('/cases/')).toEqual([]);
  expect(missing('/sitemap/')).toEqual([]);
});

test('the site map links every place, explainer and cluster', () => {
  const map = main('/sitemap/');
  expect(idsLinked(map, 'places')).toHaveLength(44);
  expect(idsLinked(map, 'policies')).toHaveLength(17);
  expect(idsLinked(map, 'clusters')).toHaveLength(3);
});

describe('/places/ by type', () => {
  test.each([
    ['工业主导型', 6],
    ['生态旅游型', 8],
    ['历史文化型', 3],
    ['商贸流通型', 2],
    ['现代农业型', 8],
    ['交通枢纽型', 1],
    ['北部产业城镇群', 5],
    ['温泉、现代农业城镇群', 8],
    ['名镇', 4],
    ['名村', 2],
    ['扩权试点镇', 3],
    ['发展极', 5],
  ])('%s lists %i', (label, count) => {
    const list = listUnder(
      '/places/',
      (heading) => heading.tagName === 'h3' && textOf(heading).trim().startsWith(label),
    );
    expect(idsLinked(list, 'places')).toHaveLength(count);
  });
});

describe('烟筒山', () => {
  test('stands under two types, and both lead to one page', () => {
    const under = (label: string) =>
      idsLinked(
        listUnder('/places/', (heading) => textOf(heading).trim().startsWith(label)),
        'places',
      );
    expect(under('生态旅游型')).toContain('yantongshan');
    expect(under('交通枢纽型')).toEqual(['yantongshan']);
    expect(pages.filter(({ path }) => path.includes('yantongshan') && path.startsWith('/places/'))).toHaveLength(1);
  });
  test('shows both types with their clauses', () => {
    const marks = elements(main('/places/yantongshan/'), (element) => attr(element, 'className') === 'marks')[0];
    expect(toString(marks ?? main('/places/yantongshan/'))).toMatch(/生态旅游型.*二\(四\)2.*交通枢纽型.*二\(四\)6/s);
  });
});

describe('/policies/featured-towns/', () => {
  test('links 27 towns, each type with its own', () => {
    const towns = placeIds.slice(5, 32);
    expect(towns).toHaveLength(27);
    const linked = idsLinked(main('/policies/featured-towns/'), 'places');
    expect(towns.filter((id) => !linked.includes(id))).toEqual([]);
  });
  test('and every town links back to it', () => {
    const silent = placeIds
      .slice(5, 32)
      .filter((id) => !linksIn(main(`/places/${id}/`)).includes('/policies/featured-towns/'));
    expect(silent).toEqual([]);
  });
});

describe('/document/', () => {
  const { tree } = page('/document/');
  test('has an anchor for each of the 39 clauses, in the order of the document', () => {
    const anchors = elements(tree, (element) => /^c-/.test(attr(element, 'id') ?? '')).map((element) =>
      attr(element, 'id'),
    );
    expect(anchors).toEqual(clauseIds.map((id) => `c-${id}`));
  });
  test('names at a clause every place the clause names', () => {
    const entry = (id: string) =>
      elements(tree, (element) => element.tagName === 'section' && byId(element, `c-${id}`) !== undefined).at(-1);
    expect(idsLinked(entry('2-4-1') ?? tree, 'places').toSorted()).toEqual(placeIds.slice(5, 11).toSorted());
    expect(idsLinked(entry('3-9') ?? tree, 'places').toSorted()).toEqual(['chaluhe', 'jinzhu', 'mingcheng']);
    expect(idsLinked(entry('3-7') ?? tree, 'places').toSorted()).toEqual([
      'baiqi',
      'dahuangdi',
      'fate',
      'hantun',
      'wulajie',
      'xihe',
    ]);
    expect(idsLinked(entry('3-8') ?? tree, 'places')).toEqual([]);
  });
  test('names at a clause the explainers that use it', () => {
    const sections = elements(tree, (element) => attr(element, 'className') === 'clause-entry');
    expect(sections).toHaveLength(39);
    const of = (id: string) => idsLinked(sections.find((section) => byId(section, `c-${id}`)) ?? tree, 'policies');
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

describe('citations', () => {
  test('each clause mark shows its Chinese number and leads to the clause', () => {
    const wrong = sample.flatMap(({ path, tree }) =>
      elements(tree, (element) => attr(element, 'dataClause') !== undefined)
        .filter((mark) => {
          const id = attr(mark, 'dataClause') ?? '';
          return (
            attr(mark, 'href') !== `/document/#c-${id}` ||
            !/^(?:前言|[一二三四](?:\([一二三四五六七八九]\)\d?)?)$/.test(textOf(mark))
          );
        })
        .map((mark) => `${path} ${textOf(mark)}`),
    );
    expect(wrong).toEqual([]);
  });
  test('the mark of clause 3-8 reads 三(八)', () => {
    const marks = elements(page('/policies/environment/').tree, (element) => attr(element, 'dataClause') === '3-8');
    expect(new Set(marks.map((mark) => textOf(mark)))).toEqual(new Set(['三(八)']));
    expect(new Set(marks.map((mark) => attr(mark, 'ariaLabel')))).toEqual(new Set(['条款 三(八)']));
  });
  test('each source mark leads to its entry on /sources/ and stands inside background', () => {
    const marks = sample.flatMap(({ path, tree }) => {
      const inside = new Set(
        elements(tree, (element) => attr(element, 'dataBackground') !== undefined).flatMap((block) =>
          elements(block, () => true),
        ),
      );
      return elements(tree, (element) => attr(element, 'dataSource') !== undefined).map((mark) => ({
        path,
        mark,
        inside: inside.has(mark),
      }));
    });
    expect(marks.length).toBeGreaterThan(300);
    expect(marks.filter(({ mark }) => attr(mark, 'href') !== `/sources/#${attr(mark, 'dataSource') ?? ''}`)).toEqual(
      [],
    );
    expect(marks.filter(({ inside }) => !inside).map(({ path, mark }) => `${path} ${textOf(mark)}`)).toEqual([]);
  });
  test('every place page and every explainer cites a clause', () => {
    const silent = [...placeIds.map((id) => `/places/${id}/`), ...policyIds.map((id) => `/policies/${id}/`)].filter(
      (path) => elements(page(path).tree, (element) => attr(element, 'dataClause') !== undefined).length === 0,
    );
    expect(silent).toEqual([]);
  });
});
