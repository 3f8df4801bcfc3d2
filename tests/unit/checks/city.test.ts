import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAfter } from '../../fixtures/fixture.ts';

const roles = 'data/city/roles.yaml';

describe('what is written of the city', () => {
  test.each([
    ['a role defined by no clause', roles, 'clause: 2-2', 'clause: 9-9', '条款「9-9」不存在'],
    ['a role with no explainer', roles, 'policy: towns', 'policy: nosuch', '主题（导读）「nosuch」不存在'],
    ['a mark without a shape', roles, ', shape: seal', '', '要一起写'],
    [
      'a clause that pages lean on',
      'data/city/document.yaml',
      'targetYear',
      'forAll: "8"\ntargetYear',
      '条款「8」不存在',
    ],
    ['bounds the wrong way round', 'data/city/city.yaml', 'south: 42.4', 'south: 52.4', '南边要小于北边'],
    [
      'a line of a county that is none',
      'data/diagram-lines.yaml',
      '{ role: famous-village }',
      '{ counties: [nosuch] }',
      '「nosuch」不存在',
    ],
  ])('%s is a fault with its line', (_what, file, from, to, problem) => {
    const { lines, line } = checkAfter([{ file, from, to }]);
    const found = lines.filter((one) => one.startsWith(`${file}:`) && one.includes(problem));
    expect(found, lines.join('\n')).toHaveLength(1);
    expect(Number(/:(\d+) /.exec(found[0] ?? '')?.[1])).toBeGreaterThanOrEqual(line);
  });
  test('a header may name the roles, counties and levels of the city only', () => {
    const { lines } = checkAfter([
      { file: 'content/places/daliu.mdx', from: 'level: village', to: 'level: hamlet' },
      { file: 'content/places/qingshi.mdx', from: 'county: longtan', to: 'county: fengman' },
      { file: 'content/places/qingshi.mdx', from: 'latitude: 43.9', to: 'latitude: 23.9' },
    ]);
    expect(lines).toEqual([
      expect.stringMatching(/daliu\.mdx:\d+ level: .*写其中一个：.*village/),
      expect.stringMatching(/qingshi\.mdx:\d+ county: .*写其中一个：yongji、longtan$/),
      expect.stringMatching(/qingshi\.mdx:\d+ latitude: .*不在吉林市范围内（北纬 42\.4 到 45）/),
    ]);
  });
  test('a code that is none of the city’s is told; that of a village goes by its town', () => {
    const rows =
      '- { id: "220203", name: 龙潭区 }\n- { id: "220221", name: 永吉县 }\n- { id: "220203101", name: 别处镇 }\n';
    const edit = { file: 'data/divisions.yaml', from: '[]', to: rows };
    const { lines } = checkAfter([edit]);
    expect(lines).toEqual([
      expect.stringMatching(/qingshi\.mdx:\d+ code: （提醒）区划代码「220203100」不在全市的区划里/),
    ]);
    const village = { file: 'content/places/qingshi.mdx', from: '"220203100"', to: '"220203101205"' };
    expect(checkAfter([edit, village]).lines).toEqual([]);
  });
  test('where a list cannot be read, nobody is blamed for naming what stands in it', () => {
    const { lines } = checkAfter([{ file: roles, from: 'family: cluster', to: 'family: flock' }]);
    expect(lines).toEqual([expect.stringMatching(/roles\.yaml:2 \[1\]\.family/)]);
  });
  test('a missing file is named alone', () => {
    const { lines } = checkAfter([], {}, (folder) => {
      rmSync(join(folder, 'data/city/words.yaml'));
    });
    expect(lines).toEqual([expect.stringMatching(/data\/city\/words\.yaml:1 文件: 没有这个文件/)]);
  });
});
