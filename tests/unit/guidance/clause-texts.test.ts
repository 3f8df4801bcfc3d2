import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clauseTexts } from '#domain/guidance/clause-texts.ts';
import { readContent } from '#content-io/read.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

describe('a small made-up text', () => {
  const sample = readFileSync(join(import.meta.dirname, '../../fixtures/guidance-sample.txt'), 'utf-8');
  const texts = clauseTexts(sample, fixtureCatalog().clauses);
  test('is cut at 一、 （一） and 1. into the clauses that are known', () => {
    expect([...texts.keys()]).toEqual(['0', '1', '1-1', '2', '2-1', '2-1-1', '2-1-2', '2-2']);
  });
  test('what stands before 一、 is the preface', () => {
    expect(texts.get('0')).toEqual([
      '某某市人民政府办公厅',
      '关于小城镇的指导意见',
      '各乡镇：',
      '编出来做测试的文件，为了小城镇。',
    ]);
  });
  test('a clause has its own lines without indentation and without those of its items', () => {
    expect(texts.get('1-1')).toEqual(['（一）工作目标。', '到2020年，总人口达到31.5万人，打造干净院子3万户。']);
    expect(texts.get('2-1')).toEqual(['（一）两种类型。', '根据条件，分两种类型。']);
    expect(texts.get('2-1-2')).toEqual(['2.生态旅游型，重点建设白水镇、青石。']);
    expect(texts.get('2')).toEqual(['二、特色镇']);
  });
  test('a section that no clause stands for is given to none', () => {
    expect([...texts.values()].flat().join('\n')).not.toContain('这一节不该算到别处');
  });
  test('a clause that the text lacks is absent, not empty', () => {
    expect(texts.has('2-1-10')).toBe(false);
  });
  test('Windows line ends and a byte order mark change nothing', () => {
    expect([...clauseTexts(`\uFEFF${sample.replaceAll('\n', '\r\n')}`, fixtureCatalog().clauses)]).toEqual([...texts]);
  });
});

describe('a guidance of another shape', () => {
  const clause = (id: string) => ({ id, label: id, heading: id, gist: id, terms: [], leads: [] });
  const cut = (text: string, ids: string) => clauseTexts(text, ids.split(' ').map(clause));
  test('chapters and articles, numbered on from chapter to chapter, past ten', () => {
    const texts = cut('第一章 总则\n第一条 甲。\n第十一章 附则\n第二十三条 乙。\n丙。', '1 1-1 11 11-23');
    expect(texts.get('11-23')).toEqual(['第二十三条 乙。', '丙。']);
    expect([...texts.keys()]).toEqual(['1', '1-1', '11', '11-23']);
  });
  test('items right below a part, and items of items', () => {
    const texts = cut('六、保障\n1．组织。\n（1）牵头单位。\n（2）期限。', '6 6-1 6-1-1 6-1-2');
    expect(texts.get('6-1-2')).toEqual(['（2）期限。']);
    expect(texts.get('6-1')).toEqual(['1．组织。']);
  });
  test('two levels: numbered lines that are no clauses belong to the one they stand in', () => {
    const texts = cut('一、目标\n（一）水。\n1.修管。\n2.修井。\n（二）路。', '1 1-1 1-2');
    expect(texts.get('1-1')).toEqual(['（一）水。', '1.修管。', '2.修井。']);
    expect(texts.get('1-2')).toEqual(['（二）路。']);
  });
  test('a figure with a point at the head of a line is no number of an item', () => {
    expect(cut('一、目标\n（一）人口。\n3.5万人以上。', '1 1-1 1-1-3').get('1-1')).toEqual([
      '（一）人口。',
      '3.5万人以上。',
    ]);
  });
});

const real = '../shared/source/guidance.txt';
describe('the real text', () => {
  test('is cut into all 39 clauses', ({ skip }) => {
    if (!existsSync(real)) skip(`${real} is not there`);
    const clauses = readContent('src/content', 'src/data').content.clauses.map(({ data }) => data);
    const texts = clauseTexts(readFileSync(real, 'utf-8'), clauses);
    expect(texts.size).toBe(39);
    expect(texts.get('2-4-6')?.[0]).toMatch(/^6\.交通枢纽型/);
    expect(texts.get('3-8')?.join('')).toContain('美丽庭院2万户');
    expect(texts.get('4-3')?.[0]).toMatch(/^（三）强化宣传引导。/);
  });
});
