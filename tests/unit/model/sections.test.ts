import { describe, expect, test } from 'vitest';
import { blocksOf, plainText, referencesIn, sectionsOf } from '#domain/model/body.ts';
import { pageSections } from '#domain/model/sections.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { fixtureCatalog } from '../../fixtures/fixture.ts';

const catalog = fixtureCatalog();
const body = (text: string) => parseMdx(text, 'a.mdx', 1).body;

describe('sections', () => {
  test('a place has the anchors of its fixed headings, in reading order', () => {
    const sections = pageSections('places', catalog.place('qingshi'));
    expect(sections.map(({ id, heading }) => [id, heading])).toEqual([
      ['what', '是什么地方'],
      ['says', '文件怎么说'],
    ]);
  });
  test('an explainer has four of its own', () => {
    expect(pageSections('policies', catalog.policy('goals')).map(({ id }) => id)).toEqual([
      'for-me',
      'what-to-do',
      'later',
      'unsaid',
    ]);
  });
  test('text before the first heading is a section without a heading', () => {
    expect(sectionsOf(body('先说一句。\n\n## 后来怎样\n\n没有查到。')).map(({ heading }) => heading)).toEqual([
      '',
      '后来怎样',
    ]);
    expect(sectionsOf(body('## 后来怎样\n')).map(({ heading }) => heading)).toEqual(['后来怎样']);
    expect(sectionsOf(body('\n'))).toEqual([]);
  });
  test('a third-level heading stays inside its section', () => {
    expect(sectionsOf(body('## 甲\n\n### 乙\n\n丙')).map(({ heading }) => heading)).toEqual(['甲']);
  });
});

describe('references', () => {
  const text =
    '文件说。<Clause id="1-1" />见[白水](/places/baishui/)。\n\n<Background>\n\n据报道。<Source id="paper" />\n\n</Background>\n\n| 甲 |\n|---|\n| <Clause id="2-2" /> |\n';
  test('stand in reading order, with their line and whether they are background', () => {
    expect(referencesIn(body(text))).toEqual([
      { tag: 'Clause', to: '1-1', line: 1, inBackground: false },
      { tag: 'link', to: '/places/baishui/', text: '白水', line: 1, inBackground: false },
      { tag: 'Source', to: 'paper', line: 5, inBackground: true },
      { tag: 'Clause', to: '2-2', line: 11, inBackground: false },
    ]);
  });
  test('blocks are the smallest pieces of text, background marked', () => {
    expect(blocksOf(body(text)).map(({ tagName, text: said, inBackground }) => [tagName, said, inBackground])).toEqual([
      ['p', '文件说。见白水。', false],
      ['p', '据报道。', true],
      ['th', '甲', false],
      ['td', '', false],
    ]);
  });
  test('a list inside a background block is background too', () => {
    const [item] = blocksOf(body('<Background>\n\n- 一条。<Source id="paper" />\n\n</Background>'));
    expect(item?.inBackground).toBe(true);
  });
  test('the text of an item with a list below it is not lost', () => {
    expect(plainText(body('- 上一层\n  - 下一层\n'))).toContain('上一层');
  });
});
