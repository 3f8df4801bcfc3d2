import { expect, test } from 'vitest';
import { census } from '#domain/cases/targets.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();

test('the census has the figures a target names, in its order, under the name the census gives', () => {
  const population = catalog.targets.find(({ id }) => id === 'population');
  if (!population) throw new Error('the made-up site has a target of population');
  const of = (id: string, value: number) => ({
    ...catalog.fact('qingshi/output'),
    id,
    value,
    unit: '人',
    note: '说明',
  });
  const facts = new Map([
    ['qingshi/people', of('people', 9)],
    ['baishui/zone', of('zone', 4)],
  ]);
  const target = {
    ...population,
    census: [
      { place: 'baishui', fact: 'zone', name: '白水新区' },
      { place: 'qingshi', fact: 'people' },
    ],
  };
  const fact = (key: string) => facts.get(key) ?? catalog.fact(key);
  expect(census({ ...catalog, fact }, target)).toEqual([
    { place: '白水新区', id: 'baishui', people: 4, asOf: '2023', source: 'paper', note: '说明' },
    { place: '青石', id: 'qingshi', people: 9, asOf: '2023', source: 'paper', note: '说明' },
  ]);
});
