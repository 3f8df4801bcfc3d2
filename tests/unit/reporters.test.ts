import { describe, expect, test } from 'vitest';
import { writeDay } from '#domain/citing/access-date.ts';
import { caseFilters } from '#domain/cases/filters.ts';
import { copiedText } from '#domain/citing/copied-text.ts';
import { correctionLink } from '#domain/citing/correction.ts';
import { inWords, matrixColumns } from '#domain/guidance/matrix.ts';
import { census } from '#domain/cases/targets.ts';
import { timelineOf } from '#domain/cases/timeline.ts';
import { fixtureCatalog } from '../fixtures/fixture.ts';

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

test('the timeline holds what bears a date, oldest first, each with its source', () => {
  const moments = timelineOf(
    {
      ...stone.data,
      facts: [
        {
          id: 'built',
          label: '建厂',
          value: 1998,
          unit: '年',
          asOf: '1998',
          source: 'stats',
          alsoIn: ['paper'],
          confidence: 'high',
        },
      ],
      sources: ['paper', 'stats'],
    },
    (id) => ({ title: id === 'paper' ? '甲报道' : '乙表', outlet: '', ...(id === 'paper' && { date: '2024-05-01' }) }),
  );
  expect(moments).toEqual([
    { kind: 'fact', date: '1998', text: '建厂：1998年', sources: ['stats', 'paper'] },
    { kind: 'result', date: '2023', text: '年产值：1.2亿元', sources: ['paper'] },
    { kind: 'report', date: '2024-05-01', text: '报道《甲报道》', sources: ['paper'] },
  ]);
});

describe('words copied out of a page', () => {
  const from = { sources: ['江城日报 2025-05', '江城日报 2025-05'], url: 'https://x.cn/places/a/' };
  test('plain words travel alone', () => {
    expect(copiedText('甲', { ...from, background: false, gist: false })).toBe('甲');
  });
  test('background carries its sources, each once', () => {
    expect(copiedText('甲', { ...from, background: true, gist: false })).toBe(
      '甲\n（背景资料，不是文件的话；出处：江城日报 2025-05。https://x.cn/places/a/）',
    );
  });
  test('a gist says that it is not the original', () => {
    expect(copiedText('甲', { ...from, sources: [], background: false, gist: true })).toBe(
      '甲\n（本站转述的要点，不是文件原文。https://x.cn/places/a/）',
    );
  });
});

test('a letter about an error names page, address and version', () => {
  const link = new URL(
    correctionLink('a@b.cn', { title: '乌拉街 & 三府', url: 'https://x.cn/', updated: '2026-11-24 17:00' }),
  );
  expect(link.pathname).toBe('a@b.cn');
  expect(link.searchParams.get('subject')).toBe('纠错：乌拉街 & 三府');
  expect(link.searchParams.get('body')).toBe(
    '页面：乌拉街 & 三府\r\n网址：https://x.cn/\r\n版本：2026-11-24 17:00更新\r\n哪里不对：\r\n应该是（请附依据）：',
  );
  expect(correctionLink('a@b.cn', { title: '甲', url: 'https://x.cn/' })).not.toContain('undefined');
});

describe('the matrix', () => {
  test('a role nobody holds is named apart and has no column', () => {
    const { columns, unlisted } = matrixColumns(catalog);
    expect(columns.map(({ role, places }) => [role, places])).toContainEqual(['type-ecotourism', 2]);
    expect(columns.filter(({ places }) => places === 0)).toEqual([]);
    expect(unlisted).toContain('交通枢纽型');
  });
  test('a row in words says level, county and every role', () => {
    expect(inWords(catalog.place('qingshi'))).toBe('青石：镇，在龙潭区；工业主导型、生态旅游型。');
    expect(inWords(catalog.place('daliu'))).toBe('大柳村：村；名村。');
  });
});

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
    { place: '白水新区', id: 'baishui', people: 4, source: 'paper', note: '说明' },
    { place: '青石', id: 'qingshi', people: 9, source: 'paper', note: '说明' },
  ]);
});

test('a day is written with two figures for month and day', () => {
  expect(writeDay('Y2  - YYYY/MM/DD\n', 2027, 3, 5)).toBe('Y2  - 2027/03/05\n');
});
