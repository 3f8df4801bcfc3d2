import { describe, expect, test } from 'vitest';
import { inWords, matrixColumns } from '#domain/guidance/matrix.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();

describe('the matrix', () => {
  test('a role nobody holds is named apart and has no column', () => {
    const { columns, unlisted } = matrixColumns(catalog);
    expect(columns.map(({ role, places }) => [role, places])).toContainEqual(['type-ecotourism', 2]);
    expect(columns.filter(({ places }) => places === 0)).toEqual([]);
    expect(unlisted).toContain('交通枢纽型');
  });
  test('a row in words says level, county and every role', () => {
    expect(inWords(catalog, catalog.place('qingshi'))).toBe('青石：镇，在龙潭区；工业主导型、生态旅游型。');
    expect(inWords(catalog, catalog.place('daliu'))).toBe('大柳村：村；名村。');
  });
});
