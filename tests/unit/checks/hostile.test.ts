import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const towns = 'content/policies/towns.mdx';
const place = 'content/places/qingshi.mdx';
const glossary = 'data/glossary.yaml';
/** After the last line of the explainer, which is its 28th: what is added begins on line 30. */
const added = (text: string): Edit => ({ file: towns, from: '没有说给多少钱。', to: `没有说给多少钱。\n\n${text}` });
const linesAfter = (...edits: Edit[]) => checkAfter(edits).lines;

describe('what prose would lose in silence is told', () => {
  test.each([
    ['[说明]: /places/qingshi/', '30 正文: 这一行是链接的注，读者看不见'],
    ['[注]: 镇政府另有说法。', '30 正文: 这一行是链接的注，读者看不见'],
    ['| 甲 | 乙 |\n|---|---|\n| 一 | 二 | 三 |', '32 正文: 这一行有 3 格，表头只有 2 格，多的显示不出来'],
    ['| 甲 | 乙 |\n| 一 | 二 |', '30 正文: 表格没有读成表格'],
    ['##', '30 正文: 标题是空的'],
    ['- 一\n-\n- 二', '31 正文: 列表里有空的一项'],
    ['<Background>\n\n</Background>', '30 正文: <Background> 里面没有字'],
    ['看<Term id="jingjiquan"></Term>。', '30 正文: <Term> 里面没有字'],
    ['按条款做。<Clause id="2-2" id="2-1" />', '30 正文: <Clause> 的 id 写了两遍'],
    ['看[[青石]]。', '30 正文: 方括号没有读成链接'],
    ['[没有合上', '30 正文: 方括号没有读成链接'],
    ['==要紧==', '30 正文: 有「\\」「^」「==」这样的记号，会照样印出来'],
    ['一平方米^二^', '30 正文: 有「\\」「^」「==」这样的记号，会照样印出来'],
  ])('%j', (text, fault) => {
    expect(linesAfter(added(text))).toContainEqual(expect.stringContaining(`${towns}:${fault} — `));
  });
  test('a table whose rows have too few cells, and a bar that is escaped, are in order', () => {
    expect(linesAfter(added('| 甲 | 乙 |\n|---|---|\n| 一 |\n| 一\\|二 | 三 |'))).toEqual([]);
  });
});

describe('what a header would lose or change in silence is told', () => {
  test.each([
    ['title: 三处地方', 'title: 三处地方 #1号', '2 title: 「#1号」会当成注释丢掉'],
    ['summary: 文件点了三处地方。', 'summary: 文件点了\n  三处地方。', '4 summary: 折行的地方，网页上会多出一个空格'],
    ['title: 三处地方', 'title: ……', '2 title: 写的是「……」，不合要求 — 只有标点'],
    ['short: 特色镇', 'short: 特色镇\n__proto__: 1', '4 __proto__: 没有这一项'],
    ['note: 首次发布', 'note: 更正：', '11 changes[0].note: 没有写改了什么'],
    [
      'note: 首次发布',
      'note: 首次发布\n  - date: 2026-10-03 09:00\n    note: 改了一处',
      '12 changes[1].date: 比上一条（2026-10-04 09:00）早 — 按先后写',
    ],
  ])('%s → %j', (from, to, fault) => {
    expect(linesAfter({ file: towns, from, to })).toContainEqual(expect.stringContaining(`${towns}:${fault}`));
  });
  test.each([
    ['title: 三处地方', 'title: 三处地方   # 照文件写'],
    ['title: 三处地方', 'title: "三处地方#1"'],
    ['summary: 文件点了三处地方。', 'summary: |-\n  文件点了三处地方。'],
  ])('%s → %j is in order', (from, to) => {
    expect(linesAfter({ file: towns, from, to })).toEqual([]);
  });
  test.each(['1.10', '1.0', '-0'])('a figure of %s would be printed as another', (value) => {
    expect(linesAfter({ file: place, from: 'value: 1.2', to: `value: ${value}` })).toContainEqual(
      expect.stringContaining(`${place}:23 facts[0].value: 「${value}」会读成 ${Number(value)}`),
    );
  });
});

test('coordinates may end in noughts', () => {
  expect(linesAfter({ file: place, from: 'latitude: 43.9', to: 'latitude: 43.900' })).toEqual([]);
});

describe('two versions of a passage, as git leaves them', () => {
  const both = (first: string, second: string) => `<<<<<<< HEAD\n${first}\n=======\n${second}\n>>>>>>> main`;
  const told = '文件: 这里有两个人写的两个版本，没有合起来 — 留一个，删去另一个和 <<<<<<<、=======、>>>>>>> 三行';
  test.each([
    [towns, 'title: 三处地方', 2],
    [towns, '问镇政府。', 20],
    [glossary, '  term: 半小时经济圈', 2],
  ])('in %s at 「%s」 are named by their line, and the rest is read as the first says', (file, from, line) => {
    expect(linesAfter({ file, from, to: both(from, `${from}别的`) })).toEqual([`${file}:${line} ${told}`]);
  });
  test('in the ledgers and the moved addresses too', () => {
    const { lines } = checkAfter([], {}, (folder) => {
      const data = (name: string, text: string) => {
        writeFileSync(join(folder, 'data', name), text);
      };
      data('addresses.txt', `/\n${both('/places/qingshi/', '/places/baishui/')}\n`);
      data('permit-answers.txt', `${both('# 一', '# 二')}\n`);
      data('redirects.json', `${both('{}', '{}')}\n`);
    });
    expect(lines).toEqual([
      `data/addresses.txt:2 ${told}`,
      `data/permit-answers.txt:1 ${told}`,
      `data/redirects.json:1 ${told}`,
    ]);
  });
});

test('a ledger that cannot be read, or has a line that is none, is a fault with its line', () => {
  const { lines } = checkAfter([], {}, (folder) => {
    mkdirSync(join(folder, 'data/permit-answers.txt'));
    writeFileSync(join(folder, 'data/addresses.txt'), '/\nplaces/qingshi\n# 注\n');
  });
  expect(lines).toEqual([
    'data/addresses.txt:2 文件: 「places/qingshi」读不懂 — 这个文件由 npm run addresses 写，照发布时的样子改回来',
    'data/addresses.txt:3 文件: 「# 注」读不懂 — 这个文件由 npm run addresses 写，照发布时的样子改回来',
    'data/permit-answers.txt:1 文件: 是文件夹，不是文件 — 换成真正的文件',
  ]);
});

describe('tables', () => {
  test.each([
    [
      'data/clauses.yaml',
      'label: 二(二)',
      'label: 二(一)',
      '43 label: 「二(一)」第 23 行已经写了 — 合成一行，或者改成不同的',
    ],
    [
      glossary,
      '  aliases: [半小时圈]',
      '  aliases: [半小时圈]\n- { id: other, term: 半小时经济圈, plain: 又一次。, clauses: ["1-1"] }',
      '7 term: 「半小时经济圈」第 2 行已经写了',
    ],
    [
      'data/hard-characters.yaml',
      'pinyin: huà }',
      'pinyin: huà }\n- { id: again, character: 桦, pinyin: huá }',
      '2 character: 「桦」第 1 行已经写了',
    ],
    ['data/clauses.yaml', 'id: "2-1-10"', 'id: "7-1-10"', '37 id: 上一级「7-1」没有写 — 补上那一条，或核对编号'],
    ['data/clauses.yaml', 'id: "2-1-10"', 'id: "2-1-010"', '37 [7].id: 写的是「2-1-010」，不合要求 — 写数字和连字符'],
    ['data/diagram-stations.yaml', 'at: [300, 0]', 'at: [9000, -5]', '2 at: （9000，-5）在图外面 — 横的 0 到 1060'],
    ['data/diagram-stations.yaml', 'at: [300, 0]', 'at: 左上', '2 [1].at: 写的是「左上」，这里要写列表 — 改成列表'],
    ['data/diagram-stations.yaml', 'at: [300, 0]', 'at: [300]', '2 [1].at: 写的是「一个列表」，不合要求 — 至少写 2 项'],
    [
      'data/diagram-lines.yaml',
      'points: [[0, 0], [400, 0]]',
      'points: []',
      '4 [0].points: 写的是「一个列表」，不合要求 — 至少写 2 项',
    ],
    ['data/operator.yaml', 'email: ""', 'email: 不是邮箱', '5 email: 写的是「不是邮箱」，不合要求 — 写一个邮箱'],
    ['data/operator.yaml', 'email: ""', 'email: "a@b.cn\\nBcc: c@d.cn"', '5 email: '],
    [
      'data/operator.yaml',
      'dataLicenceUrl: ""',
      'dataLicenceUrl: "javascript:alert(1)"',
      '11 dataLicenceUrl: 写的是「javascript:alert(1)」，不合要求 — 写完整网址',
    ],
    [
      'data/operator.yaml',
      'policeNumber: ""',
      'policeNumber: 办理中',
      '9 policeNumber: 写的是「办理中」，不合要求 — 照发的写，连同号码',
    ],
    ['data/city/city.yaml', 'short: 小城镇知识站', `short: ${'站'.repeat(16)}`, '12 site.short: '],
    [
      'data/city/document.yaml',
      'title: 指导意见',
      'title: 《指导意见》',
      '1 title: 写的是「《指导意见》」，不合要求 — 不加书名号',
    ],
  ])('%s: %s → %s', (file, from, to, fault) => {
    expect(linesAfter({ file, from, to })).toContainEqual(expect.stringContaining(`${file}:${fault}`));
  });
  test('a key of the moved addresses is blamed itself, with how to write it', () => {
    const { lines } = checkAfter([], {}, (folder) => {
      writeFileSync(
        join(folder, 'data/redirects.json'),
        '{\n "/旧/": "/places/qingshi/",\n "/a/[id]/": "/places/qingshi/"\n}\n',
      );
    });
    expect(lines).toEqual([
      'data/redirects.json:2 /旧/: 「/旧/」写得不对 — 写本站的网址，以 / 开头、以 / 结尾，例如 /places/jiucun/',
      'data/redirects.json:3 /a/[id]/: 「/a/[id]/」写得不对 — 写本站的网址，以 / 开头、以 / 结尾，例如 /places/jiucun/',
    ]);
  });
});

describe('a file that was damaged', () => {
  const damaged = (make: (text: Buffer) => Buffer) =>
    checkAfter([], {}, (folder) => {
      const file = join(folder, towns);
      writeFileSync(file, make(readFileSync(file)));
    }).lines;
  test('in one character is told by the line of it', () => {
    const lines = damaged((bytes) => {
      const at = bytes.indexOf('问镇政府');
      return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)]);
    });
    expect(lines).toEqual([`${towns}:20 文件: 有坏掉的字，文件可能没有拷完 — 重新打这一行，或者从备份里找回`]);
  });
  test('by being written as UTF-8 twice is told as such', () => {
    expect(damaged((bytes) => Buffer.from(bytes.toString('latin1')))).toEqual([
      `${towns}:1 文件: 是乱码（编码转了两次） — 从备份里找回原来的文件`,
    ]);
  });
});

test('two pages of one title are told, as one of them may be a copy', () => {
  const { lines } = checkAfter([], {}, (folder) => {
    copyFileSync(join(folder, 'content/cases/qingshi-stone.mdx'), join(folder, 'content/cases/stone-again.mdx'));
  });
  expect(lines).toEqual([
    'content/cases/stone-again.mdx:2 title: （提醒）标题「青石的石材」content/cases/qingshi-stone.mdx 也在用 — 删去抄多的一份，或换一个标题',
  ]);
});

test('the same of one line is told once', () => {
  expect(linesAfter(added('第7、第7、第7。'))).toEqual([
    expect.stringContaining(`${towns}:30 正文: 数字「7」没有来历`),
  ]);
});
