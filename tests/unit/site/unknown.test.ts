import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askIn, nameOf, receiverOf, statusText, whoAnswers } from '#domain/site/request.ts';
import { byPage, unknownRows } from '#domain/site/unknown.ts';
import { checkAfter, fixtureCatalog } from '../../fixtures/fixture.ts';
import { model } from '../permit/tables.ts';

const catalog = fixtureCatalog();
const brief = (rows: readonly { page: { key: string }; text: string }[]) =>
  rows.map(({ page, text }) => `${page.key}: ${text}`);

describe('what is not known is read from where writers say so', () => {
  test('sections of what is not said, sentences that say 没有查到 elsewhere, and targets without a result', () => {
    expect(brief(catalog.unknown)).toEqual([
      'policies-goals: 没有查到。',
      'policies-goals: 没有说怎么数人。',
      'policies-towns: 没有查到。',
      'policies-towns: 没有说给多少钱。',
      'cases-qingshi-stone: 花了多少钱，没有查到。',
      'targets: 总人口达到31.5万人：没有查到同样范围的公开结果。',
      'targets: 全覆盖：没有查到同样范围的公开结果。',
    ]);
  });
  test('each leads to its section; what the sentence does not name, the heading does', () => {
    expect(catalog.unknownOn('policies-goals').map(({ anchor, name, clauses }) => [anchor, name, clauses])).toEqual([
      ['later', '后来怎样', ['1-1']],
      ['unsaid', '怎么数人', ['1-1']],
    ]);
    expect(catalog.unknownOn('targets').map(({ anchor }) => anchor)).toEqual(['population', 'coverage']);
    expect(catalog.unknownOn('places-daliu')).toEqual([]);
  });
  test('an item of a list is one, other sentences of such a section only explain', () => {
    const changed = fixtureCatalog();
    const towns = changed.policy('towns');
    const p = towns.body.children.findLast((node) => node.type === 'element' && node.tagName === 'p');
    if (p?.type !== 'element') throw new Error('no paragraph');
    const li = (text: string) => ({
      type: 'element' as const,
      tagName: 'li',
      properties: {},
      children: [{ type: 'text' as const, value: text }],
    });
    const text = { type: 'text' as const, value: '青石和白水不是一个地方。怎么报名，文件没有说。' };
    Object.assign(p, { children: [text] });
    towns.body.children.push({
      type: 'element',
      tagName: 'ul',
      properties: {},
      children: [li('给多少钱。谁来评。'), li('报名的日子。请问镇政府。')],
    });
    const rows = unknownRows(changed).filter(({ page }) => page.key === 'policies-towns');
    expect(rows.map(({ text: said, name, ask }) => [said, name, ask])).toEqual([
      ['没有查到。', '后来怎样', undefined],
      ['怎么报名，文件没有说。', '怎么报名，文件没有说', undefined],
      ['给多少钱。谁来评。', '给多少钱。谁来评', undefined],
      ['报名的日子。请问镇政府。', '报名的日子', '镇政府'],
    ]);
  });
  test('when a report appeared is no government’s information', () => {
    const changed = fixtureCatalog();
    const text = {
      type: 'text' as const,
      value: '这篇报道的日期没有查到。登在哪一天，没有查到。用了多少人，没有查到。',
    };
    const item = changed.case('qingshi-stone');
    const p = item.body.children.findLast((node) => node.type === 'element' && node.tagName === 'p');
    Object.assign(p ?? {}, { children: [text] });
    const rows = unknownRows(changed).filter(({ page }) => page.key === 'cases-qingshi-stone');
    expect(rows.map(({ name }) => name)).toEqual(['用了多少人']);
  });
  test('the checker’s own: each unknown of the table and of an entitlement, with whom to ask', () => {
    const rows = unknownRows({
      policies: [],
      places: [],
      clusters: [],
      cases: [],
      targets: [],
      counties: [],
      permit: model,
    });
    for (const { text, ask } of model.unknown) {
      expect(rows.find((row) => row.text === text)?.ask).toMatch(new RegExp(`^${ask.split('；')[0] ?? ask}`, 'u'));
    }
    const { name, unknown } = model.entitlements.find((item) => item.unknown.length > 0) ?? { name: '', unknown: [] };
    for (const text of unknown) expect(rows.map((row) => row.text)).toContain(`${name}：${text}`);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  test('the number of a row is made of its words: the same words have the same number, others another', () => {
    const again = fixtureCatalog().unknown.map(({ id }) => id);
    expect(again).toEqual(catalog.unknown.map(({ id }) => id));
    expect(new Set(again).size).toBe(again.length);
    expect(again.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });
  test('a place’s county may know; a county is its own', () => {
    expect(catalog.unknownOn('cases-qingshi-stone')[0]?.page.county?.id).toBe('longtan');
  });
  test('rows stand under their pages', () => {
    expect(byPage(catalog.unknown).map(({ page, rows }) => `${page.title} ${rows.length}`)).toEqual([
      '工作目标 2',
      '特色镇 2',
      '青石的石材 1',
      '目标和结果 2',
    ]);
  });
});

describe('a request', () => {
  test.each([
    ['镇上有多少人，没有查到。', '镇上有多少人'],
    ['李子几月熟、能不能进园采摘，也没有查到。', '李子几月熟、能不能进园采摘'],
    ['没有查到镇一级的普查数', '镇一级的普查数'],
    ['试点下放了哪些权、办成了什么，没有查到政府公布的结果。', '试点下放了哪些权、办成了什么'],
    ['后来办成没有，本站没有查到，要问镇政府。', '后来办成没有'],
    ['「三区」是哪三区。这里也没有查到可靠的解释。', '「三区」是哪三区'],
    ['退地补多少，征地补多少。', '退地补多少，征地补多少'],
    ['打造美丽庭院2万户：没有查到吉林市完成户数的公开结果。', '打造美丽庭院2万户：吉林市完成户数的公开结果'],
    ['现在的创业补贴办法，这里没有核对过的出处，请问窗口或者上面的热线。', '现在的创业补贴办法'],
    ['结果没有查到，罚多少请查现行法律。', '结果'],
    ['但是有哪些温泉可以泡，没有查到，出发前请先打听清楚。', '有哪些温泉可以泡'],
  ])('names what is missing: %s', (text, name) => {
    expect(nameOf(text)).toBe(name);
  });
  test('goes to whom the page names, else the county, else the issuer', () => {
    const yongji = { id: 'yongji', label: '永吉县', code: '220221' };
    expect(askIn('后来又有哪些新规定，请问乡镇政府或者上面的热线。')).toBe('乡镇政府');
    expect(askIn('今年哪天开，出发前请问清楚。')).toBeUndefined();
    expect(whoAnswers('乡镇政府', yongji, '市政府办公厅')).toBe('乡镇政府');
    expect(whoAnswers(undefined, yongji, '市政府办公厅')).toBe('永吉县人民政府');
    expect(receiverOf(undefined, '市政府办公厅')).toBe('市政府办公厅');
  });
});

describe('what became of a question', () => {
  const row = catalog.unknownOn('policies-goals')[1];
  const lines = (status: string) =>
    checkAfter([], {}, (folder) => {
      writeFileSync(join(folder, 'data/unknown-status.yaml'), `- ${status}\n`);
    }).lines;
  test('未问 where nothing is written, then 已申请, then 已答复, each with its day', () => {
    expect(statusText(undefined)).toBe('未问');
    expect(statusText({ id: 'a', asked: '2026-11-02' })).toBe('已申请（2026年11月2日）');
    expect(statusText({ id: 'a', asked: '2026-11-02', answered: '2026-11-20' })).toBe('已答复（2026年11月20日）');
  });
  test('is told of a row that is there, on days that have been, in their order', () => {
    const id = row?.id ?? '';
    expect(lines(`{ id: ${id}, asked: "2026-11-02", answered: "2026-11-20" }`)).toEqual([]);
    expect(lines(`{ id: ${id}, asked: "2026-11-20", answered: "2026-11-02" }`)).toEqual([
      expect.stringMatching(/unknown-status\.yaml:1 answered: 答复（2026-11-02）早于申请（2026-11-20） — 核对两个日期/),
    ]);
    expect(lines(`{ id: ${id}, asked: "2026-12-01" }`)).toEqual([
      expect.stringMatching(/asked: 「2026-12-01」还没有到/),
    ]);
    expect(lines(`{ id: ${id}, asked: "2026-11" }`)).toEqual([
      expect.stringMatching(/asked: .*写到哪一天，例如 "2026-12-01"/),
    ]);
    expect(lines('{ id: policies-goals-gone, asked: "2026-11-02" }')).toEqual([
      expect.stringMatching(new RegExp(`id: 没有「policies-goals-gone」这一条 — .*现在的编号：.*${id}`)),
    ]);
  });
});
