import { expect, test } from 'vitest';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';
import { attr, elements, named, page, textOf, withAttr } from './built-pages.ts';

const { policies } = readContent(contentDir, dataDir).content;
const clean = (text: string) => text.replace(/\s/g, '');

test.each(policies.map(({ id, data }) => [id, data] as const))(
  '%s shows what was replaced, and nothing else',
  (id, data) => {
    const { tree } = page(`/policies/${id}/`);
    const blocks = withAttr(tree, 'dataReplaced');
    expect(blocks).toHaveLength(data.replaced.length);
    blocks.forEach((block, index) => {
      const row = data.replaced[index];
      expect(named(block, 'dt').map(textOf)).toEqual(['以前', '现在', '依据', '从哪天起']);
      const said = named(block, 'dd').map((dd) => clean(textOf(dd)));
      expect(said[0]).toContain(clean(row?.before ?? '?'));
      expect(said[1]).toBe(clean(row?.now ?? '?'));
      expect(said[2]).toContain(clean(row?.basis.article ?? '?'));
      expect(said[3]).toMatch(/^\d{4}年/);
      expect(withAttr(block, 'dataClause').map((mark) => attr(mark, 'dataClause'))).toEqual([row?.clause]);
      expect(withAttr(block, 'dataSource').map((mark) => attr(mark, 'dataSource'))).toEqual([row?.basis.source]);
    });
  },
);

test('it stands in 后来怎样: after its heading and before the next', () => {
  const order = elements(page('/policies/land/').tree, (element) =>
    ['later', 'replaced', 'unsaid'].includes(attr(element, 'id') ?? ''),
  ).map((element) => attr(element, 'id'));
  expect(order).toEqual(['later', 'replaced', 'unsaid']);
});
