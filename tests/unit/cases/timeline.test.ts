import { expect, test } from 'vitest';
import { timelineOf } from '#domain/cases/timeline.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const [stone] = fixtureCatalog().cases;
if (!stone) throw new Error('the made-up site has one case');

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
