import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { pageKindNames } from '#schemas/kinds.ts';
import { attr, elements, entryIds, linksIn, named, page, pages, textOf } from './built-pages.ts';

const main = (path: string) => {
  const [found] = named(page(path).tree, 'main');
  if (!found) throw new Error(`${path} has no main`);
  return found;
};
const idsLinked = (node: Root | Element, kind: string) => [
  ...new Set(linksIn(node).flatMap((href) => new RegExp(`^/${kind}/([^/#]+)/$`).exec(href)?.[1] ?? [])),
];

describe.each(pageKindNames)('every page of %s', (kind) => {
  test.each([`/${kind}/`, '/sitemap/'])('is linked on %s', (list) => {
    const linked = idsLinked(main(list), kind);
    expect(entryIds(kind).length).toBeGreaterThan(0);
    expect(entryIds(kind).filter((id) => !linked.includes(id))).toEqual([]);
  });
});

describe('citations', () => {
  test('each clause mark shows its Chinese number and leads to the clause', () => {
    const wrong = pages.flatMap(({ path, tree }) =>
      elements(tree, (element) => attr(element, 'dataClause') !== undefined)
        .filter((mark) => {
          const id = attr(mark, 'dataClause') ?? '';
          return (
            attr(mark, 'href') !== `/document/#c-${id}` ||
            !/^(?:前言|[一二三四五六七八九十]+(?:\([一二三四五六七八九十]+\)\d*)?)$/.test(textOf(mark))
          );
        })
        .map((mark) => `${path} ${textOf(mark)}`),
    );
    expect(wrong).toEqual([]);
  });
  test('each clause is called by the number it has on /document/', () => {
    const labels = new Map(
      elements(page('/document/').tree, (element) => /^c-/.test(attr(element, 'id') ?? '')).map((heading) => [
        attr(heading, 'id')?.slice(2),
        textOf(heading).split(' ')[0],
      ]),
    );
    expect(labels.size).toBeGreaterThan(0);
    const wrong = pages.flatMap(({ path, tree }) =>
      elements(tree, (element) => attr(element, 'dataClause') !== undefined)
        .filter((mark) => labels.get(attr(mark, 'dataClause')) !== textOf(mark))
        .map((mark) => `${path} ${textOf(mark)} → ${attr(mark, 'dataClause') ?? ''}`),
    );
    expect(wrong).toEqual([]);
  });
  test('each source mark leads to its entry on /sources/ and stands inside background', () => {
    const marks = pages.flatMap(({ path, tree }) => {
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
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter(({ mark }) => attr(mark, 'href') !== `/sources/#${attr(mark, 'dataSource') ?? ''}`)).toEqual(
      [],
    );
    expect(marks.filter(({ inside }) => !inside).map(({ path, mark }) => `${path} ${textOf(mark)}`)).toEqual([]);
  });
  test('every place page and every explainer cites a clause', () => {
    const silent = ['places', 'policies']
      .flatMap((kind) => entryIds(kind).map((id) => `/${kind}/${id}/`))
      .filter((path) => elements(page(path).tree, (element) => attr(element, 'dataClause') !== undefined).length === 0);
    expect(silent).toEqual([]);
  });
});

describe('lists one wants to read', () => {
  const items = named(main('/cases/'), 'li').filter((item) => idsLinked(item, 'cases').length === 1);
  test('a case shows the first figure of its table, with when and from where', () => {
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const [id = ''] = idsLinked(item, 'cases');
      const table = elements(page(`/cases/${id}/`).tree, (one) => attr(one, 'className') === 'results')[0];
      const cells = table ? named(table, 'td').slice(0, 3) : [];
      const [figure] = named(item, 'strong');
      expect(figure ? textOf(figure) : undefined, id).toBe(cells[0] && textOf(cells[0]));
      if (!cells[1] || !cells[2]) continue;
      expect(textOf(item), id).toContain(textOf(cells[1]).replace('未注明', '年份未注明'));
      expect(textOf(item), id).toContain(textOf(cells[2]));
    }
  });
  test('a place below its county shows its marks, how far it is and one line', () => {
    const rows = named(main('/places/'), 'li').filter((item) => named(item, 'p').length > 0);
    expect(
      rows
        .map((row) => idsLinked(row, 'places'))
        .flat()
        .toSorted(),
    ).toEqual(entryIds('places').toSorted());
    for (const row of rows) {
      const [id = ''] = idsLinked(row, 'places');
      const stated = /直线约\d+公里/.exec(textOf(page(`/places/${id}/`).tree))?.[0];
      expect(/直线约\d+公里/.exec(textOf(row))?.[0], id).toBe(stated);
      expect(named(row, 'p').map(textOf).join('').length, id).toBeGreaterThan(5);
    }
  });
  test('an explainer that answers questions shows the first one and leads to the answers', () => {
    for (const id of entryIds('policies')) {
      const answers = elements(page(`/policies/${id}/`).tree, (one) => attr(one, 'ariaLabelledBy') === 'questions')[0];
      const first = answers && named(answers, 'h3').map(textOf)[0];
      const asked = named(main('/policies/'), 'a').filter((a) => attr(a, 'href') === `/policies/${id}/#questions`);
      expect(asked.map(textOf)).toEqual(first === undefined ? [] : [`有人问：${first}`]);
    }
  });
  test('home shows one case with its figure', () => {
    const cards = elements(main('/'), (one) => attr(one, 'className')?.includes('cards') === true);
    expect(cards.flatMap((card) => named(card, 'li'))).toHaveLength(1);
    expect(
      cards
        .flatMap((card) => named(card, 'strong'))
        .map(textOf)
        .join(''),
    ).toMatch(/\d/);
  });
});
