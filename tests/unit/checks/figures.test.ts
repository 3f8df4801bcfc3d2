import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const qingshi = 'content/places/qingshi.mdx';
const goals = 'content/policies/goals.mdx';
const says = (sentence: string): Edit => ({ file: goals, from: '问村委会。', to: sentence });

describe('a number in prose', () => {
  test('that comes from nowhere is a fault, each on its own', () => {
    const { lines, line } = checkAfter([says('全市有77个村，88个屯。')]);
    expect(lines).toEqual([
      `${goals}:${line} 正文: 数字「77」没有来历 — 写进本页 facts 并注明出处，或引用含有它的条款`,
      `${goals}:${line} 正文: 数字「88」没有来历 — 写进本页 facts 并注明出处，或引用含有它的条款`,
    ]);
  });
  test('is not known because a page that does not hold it cites the clause elsewhere', () => {
    // 31.5 stands in 1-1, which the page on the three places does not cite.
    const { lines } = checkAfter([{ file: 'content/policies/towns.mdx', from: '问镇政府。', to: '要到31.5万人。' }]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('数字「31.5」没有来历');
  });
  test.each([
    ['stands in a cited clause', '打造3万户。'],
    ['is the target year of the document', '2020年是目标年份。'],
    ['is the year of a cited source', '据国务院2015年11月的条例。'],
    ['is the number of an article', '看条例第12条。'],
    ['is a clause label', '看二(一)1。'],
  ])('passes where it %s', (_why, sentence) => {
    expect(checkAfter([says(sentence)]).lines).toEqual([]);
  });
  test('passes where a fact of the page holds it', () => {
    expect(checkAfter([{ file: qingshi, from: '它的石材产值又提一次。', to: '2023年产值1.2亿元。' }]).lines).toEqual(
      [],
    );
  });
  test('passes where it is the distance given in the header', () => {
    expect(checkAfter([{ file: qingshi, from: '它的石材产值又提一次。', to: '离市中心约12公里。' }]).lines).toEqual([]);
  });
  test('with a separator is the number without it', () => {
    const edits = [
      { file: qingshi, from: 'value: 1.2', to: 'value: 12345' },
      { file: qingshi, from: '它的石材产值又提一次。', to: '产值12,345亿元。' },
    ];
    expect(checkAfter(edits).lines).toEqual([]);
  });
  test('is not known from half of a decimal', () => {
    const { lines } = checkAfter([{ file: qingshi, from: '它的石材产值又提一次。', to: '产值2亿元。' }]);
    expect(lines).toHaveLength(1);
  });
});
