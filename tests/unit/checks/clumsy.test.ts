import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const towns = 'content/policies/towns.mdx';
const qingshi = 'content/places/qingshi.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const law = 'content/sources/law.yaml';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });

type Slip = [from: string, to: string, says: string];

/** Each edit makes one fault in all of the site, on the line that was edited. */
function each(file: string, slips: readonly Slip[]): void {
  test.each(slips)('%j → %j', (from, to, says) => {
    const { lines, line } = checkAfter([edit(file, from, to)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(`${file}:${line} `), lines[0]).toBe(true);
    expect(lines[0]).toContain(says);
  });
}
const title = (to: string, says: string): Slip => ['title: 三处地方', to, says];

describe('a character that may not stand there is named by its code, in a header', () => {
  each(towns, [
    title('title: 三处\u200B地方', 'title: 有看不见的字符（U+200B） — 删去'),
    title('ti\u200Btle: 三处地方', 'title: 有看不见的字符（U+200B）'),
    title('title: 三处\u202E地方', 'title: 有看不见的记号，会把文字倒过来（U+202E）'),
    title('title: 三处\u00AD地方', '（U+00AD）'),
    title('title: 三处\u3164地方', '（U+3164）'),
    title('title: 三处\u{E0041}地方', '（U+E0041）'),
    title('title: 三处\u00A0地方', 'title: 有特殊的空格（U+00A0） — 换成普通空格'),
    title('title: 三处\u0000地方', 'title: 有看不见的控制字符（U+0000）'),
    title('title: 三处\uE000地方', '有自造的字'),
    title('title: 三处\uFFFD地方', '有乱码，原来的字丢了（U+FFFD）'),
    title('title: 三处\u2F08地方', 'title: 有样子像汉字、其实不是的字（「\u2F08」U+2F08） — 换成普通的「人」'),
    title('title: 三处\uF900地方', '换成普通的「豈」'),
    title('title: 三处地方🎉', 'title: 有表情符号（「🎉」U+1F389） — 删去'),
    title('title: 三处地方👨‍👩‍👧', 'title: 有表情符号（「👨‍👩‍👧」U+1F468）'),
    title('title: 三处地方❤️', '有表情符号'),
    title('title: 第⑨处地方', '有不是半角的数字（「⑨」U+2468） — 换成半角的 9'),
    title('title: 三处地方ＡＢ', '有不是半角的字母（「Ａ」U+FF21） — 换成半角的 A'),
    title('title: "三处\\u200b地方"', 'title: 有看不见的字符（U+200B）'),
    title('title: "三处\\U000E0041地方"', '（U+E0041）'),
    title('title: "三处\\e地方"', '（U+001B）'),
    title('title: "三处\\_地方"', '（U+00A0）'),
    title('title: "三处\\ud800地方"', '（U+D800）'),
    title('title: 三处\t地方', 'title: 有制表符（U+0009） — 换成空格'),
    title('title: 三处&#x200b;地方', 'title: 有网页或程序的代码「&#x200b;」'),
    title('title: 三处\\u200b地方', '有网页或程序的代码「\\u200b」'),
    title('title: <b>三处</b>地方', '「<b>」也会印出来'),
    title('title: 三处**地方**', '「**」也会印出来'),
  ]);
});

describe('and in prose, however it was written', () => {
  each(
    towns,
    (
      [
        ['\u200B', '（U+200B）'],
        ['&#x200b;', '（U+200B）'],
        ['&ZeroWidthSpace;', '（U+200B）'],
        ['&#8238;', '（U+202E）'],
        ['&nbsp;', '（U+00A0）'],
        ['&shy;', '（U+00AD）'],
        ['&#x2f08;', '换成普通的「人」'],
        ['&#0;', '（U+FFFD）'],
        ['&amp;#x200b;', '有网页或程序的代码「&#x200b;」'],
        ['&nosuch;', '有网页或程序的代码「&nosuch;」'],
        ['９９９', '换成半角的 9'],
        ['⑨', '换成半角的 9'],
        ['𝟗', '换成半角的 9'],
        ['½', '用半角数字或者汉字写'],
        ['😀', '有表情符号'],
      ] as const
    ).map(([put, says]): Slip => ['问镇政府。', `问镇${put}政府。`, says]),
  );
  test('one in a tag is a fault of the tag', () => {
    const { lines } = checkAfter([edit(towns, '<Clause id="2-1" />', '<Clause id="2-1&#x200b;" />')]);
    expect(lines[0]).toContain('正文: <Clause> 的 id 里有看不见的字符（U+200B）');
  });
  test('one in a table, and all other faults of the file, are told in one run', () => {
    const { lines } = checkAfter([
      edit(towns, 'title: 三处', 'title: 三\u200B处'),
      edit(towns, 'clauses: ["2-1"', 'clauses: ["9-9"'),
      edit(towns, '问镇', '问\u202E镇'),
      edit('data/glossary.yaml', 'term: ', 'term: \u200B'),
    ]);
    expect(lines.map((line) => line.replace(/^\S+ (\S+):.*?(U\+\w+)?）? —.*/, '$1 $2'))).toEqual([
      'title U+200B',
      'clauses[0] ',
      '正文 U+202E',
      'term U+200B',
    ]);
  });
});

describe('a slip of typing is named as the cause', () => {
  each(towns, [
    title('title：三处地方', '冒号是全角的「：」 — 换成半角冒号'),
    title('title:三处地方', '冒号后面没有空格'),
    title('title: “三处地方”', 'title: 引号是弯的'),
    title('title: "三处地方”', '引号是弯的或者全角的 — 换成英文双引号'),
    title('　title: 三处地方', '行首是全角空格'),
    title('\ttitle: 三处地方', '制表符'),
    title('title: 三处: 地方', '文字里有冒号'),
    title('title: @三处地方', '文字用「@」「`」「%」开头'),
    title('title: 0x1F', 'title: 「0x1F」会读成 31'),
    title('title: "三\\n处"', '只写一行'),
    title(`title: ${'长'.repeat(41)}`, 'title: 写的是「长长'),
    ['clauses: ["2-1", "2-2"]', 'clauses: ["2-1"，"2-2"]', '换成半角逗号'],
  ]);
  each(
    qingshi,
    [
      ['[石头镇, 青石镇]', '[甲，乙、丙]', 'aliases[0]: 「甲，乙、丙」里的「，」分不开列表 — 换成半角逗号'],
      ['[石头镇, 青石镇]', '【甲, 乙】', '方括号和逗号用半角的'],
      ['[石头镇, 青石镇]', '甲', '写成列表，例如 [甲, 乙]'],
      ['[石头镇, 青石镇]', `[${'石'.repeat(31)}]`, 'aliases[0]: 写的是'],
      ['clause: 2-1-1', 'clause：2-1-1', '全角的「：」'],
    ].map(([from = '', to = '', says = '']): Slip => [from, to, says]),
  );

  test.each([
    ['———', '文件头第一行写的是「———」 — 换成三个半角减号 ---'],
    ['－－－', '文件头第一行写的是「－－－」'],
    ['----', '文件头第一行写的是「----」'],
    ['\n---', '文件头的 --- 前面有空行或空格'],
    [' ---', '文件头的 --- 前面有空行或空格'],
    ['标题', '没有文件头'],
  ])('a header that begins with %j', (first, says) => {
    const { lines } = checkAfter([edit(towns, '---', first)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(says);
  });
  test.each([
    ['———', 12, '文件头最后一行写的是「———」'],
    ['----', 12, '文件头最后一行写的是「----」'],
    ['', 1, '文件头没有结束'],
  ])('a header that ends with %j', (last, line, says) => {
    const { lines } = checkAfter([edit(towns, '\n---\n', `\n${last}\n`)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${towns}:${line} `));
    expect(lines[0]).toContain(says);
  });

  each(
    towns,
    (
      [
        ['＃＃ 后来', '标题没有读成标题'],
        ['##后来', '标题没有读成标题'],
        ['——————', '用了分隔线'],
        ['＜Clause id="2-1" /＞', '标签没有读成标签'],
        ['<Clause id=“2-1” />', '标签里的引号或等号是全角的'],
        ['<Clause id=2-1 />', '标签里的编号没有加引号'],
        ['[看]（/places/qingshi/）', '链接没有读成链接'],
        ['＊＊粗＊＊', '加粗没有读成加粗'],
        ['**粗', '加粗没有读成加粗'],
        ['`码`', '用了代码的写法'],
        ['<!-- 注 -->', '用了网页的注释'],
        ['<br>', '不能用 <br> 标签'],
      ] as const
    ).map(([put, says]): Slip => ['没有查到。\n', `${put}\n`, says]),
  );
});

describe('numbers and days', () => {
  each(qingshi, [
    ['value: 1.2', 'value: -1.2', 'facts[0].value: 写的是「-1.2」，不合要求 — 数量不能是负数'],
    ['value: 1.2', 'value: .nan', 'facts[0].value: 「.nan」会读成 NaN'],
    ['value: 1.2', 'value: NaN', '写的是「NaN」'],
    ['value: 1.2', 'value: 1e400', 'facts[0].value: 「1e400」会读成 Infinity'],
    ['value: 1.2', 'value: 007', '「007」会读成 7'],
    ['value: 1.2', 'value: 1,200', '不加引号和逗号'],
    ['value: 1.2', 'value: "1.2"', '不加引号和逗号'],
    ['value: 1.2', 'value: １.２', '「１.２」是全角数字 — 换成半角数字 1.2'],
    ['precisionKm: 1.5', 'precisionKm: 0', '写大于 0 的数'],
    ['distanceKm: 12.4', 'distanceKm: -1', '写不小于 0 的数'],
    ['latitude: 43.9', 'latitude: "43.9"', '去掉引号'],
    ['pinyin: Qīngshí Zhèn', 'pinyin: 青石镇', '用拼音字母写'],
    ['asOf: "2023"', 'asOf: "2027"', 'facts[0].asOf: 「2027」还没有到'],
    ['asOf: "2023"', 'asOf: "2023-13-01"', '日历上没有这一天'],
    ['asOf: "2023"', 'asOf: "0023"', '日历上没有这一天'],
    ['- date: 2026-10-01 09:00', '- date: 2026-10-06 09:00', 'changes[0].date: 比更新时间（2026-10-05 09:00）新'],
  ]);
  each('data/targets.yaml', [['outcomeAsOf: null', 'outcomeAsOf: "2029"', 'outcomeAsOf: 「2029」还没有到']]);
});

describe('links and relations', () => {
  each(
    towns,
    (
      [
        ['[看](/places/qingshi/#nosuch)', '那一页上没有「#nosuch」'],
        ['[看](/document/#c-9-9)', '那一页上没有「#c-9-9」'],
        ['[看](/glossary/#nosuch)', '那一页上没有「#nosuch」'],
        ['[看](/about/#nosuch)', '那一页上没有「#nosuch」'],
        ['[看](//host/)', '链接 //host/ 不是本站地址'],
        ['[看](/places//qingshi/)', '没有这一页'],
        ['[](/places/qingshi/)', '链接 /places/qingshi/ 没有文字'],
        ['[<Clause id="2-1" />](/places/qingshi/)', '没有文字'],
        ['[看]()', '链接没有写去哪里'],
        ['[看](#says)', '没有写是哪一页'],
      ] as const
    ).map(([put, says]): Slip => ['没有查到。', put, says]),
  );
  test.each(['/places/qingshi/#says', '/places/qingshi/#facts', '/document/#c-2-1', '/questions/#on-towns'])(
    'a link to %s is in order',
    (address) => {
      expect(checkAfter([edit(towns, '没有查到。', `见[那里](${address})。`)]).lines).toEqual([]);
    },
  );
  each(law, [
    ['https://example.gov.cn/law', 'https://user:secret@example.gov.cn/law', '网址里有用户名或密码'],
    ['https://example.gov.cn/law', 'https://user@example.gov.cn/law', '网址里有用户名或密码'],
    ['https://example.gov.cn/law', 'http://192.168.1.5/law', '只有自己的电脑或内部网打得开'],
    ['https://example.gov.cn/law', 'http://localhost/law', '只有自己的电脑或内部网打得开'],
    ['https://example.gov.cn/law', 'https://example.gov.cn/a b', '有空格'],
  ]);
  each(
    stone,
    [
      ['themes: [towns]', 'themes: [towns, towns]', 'themes[1]: 写的是「towns」，不合要求 — 写了两遍'],
      ['places: [qingshi]', 'places: [qingshi, qingshi]', 'places[1]'],
      ['actions:', 'related: [qingshi-stone]\nactions:', 'related[0]: 和自己有关'],
    ].map(([from = '', to = '', says = '']): Slip => [from, to, says]),
  );
});

test('a character no picture can show is named before anything is built', async () => {
  const { checkGlyphs } = await import('#content-io/glyphs.ts');
  const { fixtureContent } = await import('../../fixtures/fixture.ts');
  const { content } = fixtureContent();
  expect(checkGlyphs(content)).toEqual([]);
  const [first] = content.policies;
  if (first) first.data.title = '三处한地方';
  expect(checkGlyphs(content)).toMatchObject([
    { field: 'title', problem: '图片的字体里没有「한」（U+D55C），画不出来' },
  ]);
});
