import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attr, byId, elements, entryIds, linksIn, named, page, textOf, withAttr } from './built-pages.ts';

const towns = entryIds('places').map((id) => [id, page(`/places/${id}/`)] as const);

describe.each(towns)('the figures of %s', (_id, { html, tree }) => {
  const figures = withAttr(tree, 'dataFigure');
  const drawnAs = (name: string) => figures.filter((figure) => attr(figure, 'dataFigure') === name);

  test('say in a sentence what they show, hold few labels and weigh little', () => {
    for (const figure of figures.flatMap((one) => named(one, 'svg'))) {
      expect(attr(figure, 'role')).toBe('img');
      expect(attr(figure, 'ariaLabel')).toMatch(/\d/);
      const labels = named(figure, 'text')
        .map(textOf)
        .filter((text) => !/^\d+$/.test(text));
      expect(labels.length).toBeLessThanOrEqual(5);
    }
    for (const svg of html.match(/<svg class="chart".*?<\/svg>/gs) ?? [])
      expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(600);
  });

  test('lead to facts that stand on the page', () => {
    const anchors = figures.flatMap(linksIn).filter((href) => href.startsWith('#'));
    expect(anchors.filter((href) => byId(tree, href.slice(1)) === undefined)).toEqual([]);
  });

  test('show a distance exactly where the page states one', () => {
    const stated = elements(tree, (one) => attr(one, 'id') === 'fact-distance').map(textOf)[0];
    const drawn = drawnAs('distance').map((figure) => attr(named(figure, 'svg')[0] ?? figure, 'ariaLabel') ?? '');
    expect(drawn.map((label) => /直线约\d+公里/.exec(label)?.[0])).toEqual(
      stated === undefined ? [] : [/直线约\d+公里/.exec(stated)?.[0]],
    );
  });

  test('name ten things, and what is not known leads to the way to ask', () => {
    const [topics] = drawnAs('topics');
    const items = named(topics ?? tree, 'li');
    expect(items).toHaveLength(10);
    for (const item of items) {
      const [href = ''] = linksIn(item);
      const isUnknown = attr(item, 'className') === 'gap';
      expect(href.startsWith('#fact-')).toBe(!isUnknown);
      expect(href.startsWith('/unknown/')).toBe(isUnknown);
      expect(textOf(item).includes('没有查到')).toBe(isUnknown);
    }
  });
});
