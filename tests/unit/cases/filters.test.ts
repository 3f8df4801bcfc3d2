import { describe, expect, test } from 'vitest';
import { caseFilters } from '#domain/cases/filters.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const [stone] = catalog.cases;
if (!stone) throw new Error('the made-up site has one case');

describe('filters of cases', () => {
  const labels = (cases = catalog.cases) =>
    caseFilters({ ...catalog, cases }).map(({ id, filters }) => [
      id,
      filters.map(({ path, label }) => `${path.join('/')} ${label}`),
    ]);
  test('only what a case falls under is offered', () => {
    expect(labels()).toEqual([
      ['theme', ['theme/towns 特色镇']],
      ['county', ['county/longtan 龙潭区']],
      ['type', ['type/industry 工业主导型', 'type/ecotourism 生态旅游型']],
      ['year', ['year/2024 2024年']],
      ['figures', ['with-figures 有数字的']],
    ]);
  });
  test('without cases there is nothing to narrow', () => {
    expect(labels([])).toEqual([]);
  });
  test('a case without a date is under no year, one without results not among those with figures', () => {
    const data = { ...stone.data, results: [], date: undefined };
    expect(labels([{ ...stone, data }]).map(([id]) => id)).toEqual(['theme', 'county', 'type']);
  });
});
