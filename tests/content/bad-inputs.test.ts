import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '#content-io/read.ts';
import { buildApart } from '../fixtures/portal.ts';
import { type PrintedFault, WorkingCopy, madeUpSite } from './working-copy.ts';

const place = 'places/qingshi.mdx';
const policy = 'policies/towns.mdx';
const item = 'cases/qingshi-stone.mdx';

type Sample = [
  id: string,
  what: string,
  mutate: (copy: WorkingCopy) => void,
  file: string,
  field: string,
  says: RegExp,
];

/** One sample of each kind of fault a writer makes; the fault must name the file, the field and the remedy. */
const refused: Sample[] = [
  [
    'missing-title',
    'the required title is missing',
    (copy) => {
      copy.edit(place, /^title:.*\n/m, '');
    },
    place,
    'title',
    /缺少.*补上/,
  ],
  [
    'clause-unknown',
    'a clause that the document does not have',
    (copy) => {
      copy.edit(policy, 'clauses: ["2-1",', 'clauses: ["5-8",');
    },
    policy,
    'clauses[0]',
    /「5-8」不存在.*\/document\//,
  ],
  [
    'caveat-without-basis',
    'a caveat that rests on nothing',
    (copy) => {
      copy.edit(place, /^ {2}clauses: .*\n {2}sources: .*\n/m, '');
    },
    place,
    'caveat.clauses',
    /说明要有依据.*clauses（条款）或 sources（出处）/,
  ],
  [
    'caveat-unknown-source',
    'a caveat whose source does not exist',
    (copy) => {
      copy.edit(place, /^ {2}sources: .*/m, '  sources: [nosuch]');
    },
    place,
    'caveat.sources[0]',
    /「nosuch」不存在/,
  ],
  [
    'relation-unknown-place',
    'a case names a place that does not exist',
    (copy) => {
      copy.edit(item, 'places: [qingshi', 'places: [nosuchtown');
    },
    item,
    'places[0]',
    /「nosuchtown」不存在.*src\/content\/places/,
  ],
  [
    'raw-script',
    'a raw script element in the body',
    (copy) => {
      copy.append(policy, "<script>document.title='x'</script>");
    },
    policy,
    '正文',
    /<script>.*能用的标签/,
  ],
  [
    'image-missing',
    'the body shows a picture whose file is not there',
    (copy) => {
      copy.append(place, '![街景](./nosuch-image.jpg)');
    },
    place,
    '正文',
    /图片.*photo/,
  ],
  [
    'date-impossible',
    'a date that is not in the calendar',
    (copy) => {
      copy.edit(item, /^date:.*$/m, 'date: "2016-02-30"');
    },
    item,
    'date',
    /2016-02-30.*日历上没有这一天/,
  ],
  [
    'coord-outside',
    'a point outside Jilin City',
    (copy) => {
      copy.edit(place, /^latitude:.*$/m, 'latitude: 39.9042');
      copy.edit(place, /^longitude:.*$/m, 'longitude: 116.4074');
    },
    place,
    'latitude',
    /39\.9042.*不在吉林市范围内/,
  ],
  [
    'mdx-unclosed-tag',
    'an element opened and not closed',
    (copy) => {
      copy.append(policy, '<strong>没有合上的标签');
    },
    policy,
    '正文',
    /<strong> 没有合上.*<\/strong>/,
  ],
  [
    'duplicate-id',
    'two files claim the same id',
    (copy) => {
      copy.write('places/sub/qingshi.mdx', copy.bytes(place));
    },
    // Files are read in the order of their paths: sub/ comes last.
    'places/sub/qingshi.mdx',
    '文件名',
    /「qingshi」和 \S*places\/qingshi\.mdx 重复.*换一个文件名/,
  ],
  [
    'gbk',
    'a file saved in GBK',
    (copy) => {
      copy.write(policy, iconv.encode(copy.text(policy), 'gbk'));
    },
    policy,
    '文件',
    /UTF-8.*另存为 UTF-8/,
  ],
  [
    'fullwidth-digits',
    'full-width digits in a number',
    (copy) => {
      copy.edit(place, /^latitude:.*$/m, 'latitude: ４３．８');
    },
    place,
    'latitude',
    /４３．８.*半角数字/,
  ],
  [
    'fact-no-source',
    'a fact without its source',
    (copy) => {
      copy.edit(place, /^ {4}source: .*\n/m, '');
    },
    place,
    'facts[0].source',
    /要有出处：写 source/,
  ],
  [
    'link-missing-page',
    'a link to a page that does not exist',
    (copy) => {
      copy.append(policy, '[不存在的镇](/places/nosuchtown/)');
    },
    policy,
    '正文',
    /\/places\/nosuchtown\/ 没有这一页.*核对地址/,
  ],
  [
    'id-capital',
    'a capital letter in an id',
    (copy) => {
      copy.rename(item, 'cases/Qingshi-stone.mdx');
    },
    'cases/Qingshi-stone.mdx',
    '文件名',
    /「Qingshi-stone」不合规矩.*小写字母/,
  ],
  [
    'body-empty',
    'a header without a body',
    (copy) => {
      copy.write(policy, copy.text(policy).replace(/^(---\n[\s\S]*?\n---\n)[\s\S]*$/, '$1'));
    },
    policy,
    '正文',
    /没有正文.*写正文/,
  ],
];

let copy: WorkingCopy;
const fresh = () => {
  copy = new WorkingCopy(madeUpSite);
  return copy;
};
const faultOf = (faults: readonly PrintedFault[], file: string, field: string) =>
  faults.find((fault) => fault.path === file && fault.field === field && !fault.warning);

test('the content as it stands has no fault, which takes less than five seconds of the processor to say', () => {
  // What else the machine does is not the check's: the process itself says what it took.
  const atExit = "process.on('exit', () => console.error('took', Object.values(process.cpuUsage()).join(' ')))";
  const written = new WorkingCopy();
  const { status, faults, output } = written.checkCommand({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(atExit)}`,
  });
  written.remove();
  expect(faults.filter(({ warning }) => !warning)).toEqual([]);
  expect(status, output).toBe(0);
  const [, user, system] = /took (\d+) (\d+)/.exec(output) ?? [];
  expect(Number(user) + Number(system)).toBeLessThan(5_000_000);
});

describe('a fault stops the check and is named with file, line, field and a Chinese remedy', () => {
  test.each(refused)('%s: %s', async (_id, _what, mutate, file, field, says) => {
    mutate(fresh());
    const { status, faults, output } = await copy.check();
    copy.remove();
    const fault = faultOf(faults, file, field);
    expect(fault, output).toBeDefined();
    expect(`${fault?.problem} — ${fault?.remedy}`).toMatch(says);
    expect(fault?.line).toBeGreaterThan(0);
    expect(fault?.remedy).toMatch(/[一-鿿]/);
    expect(status).toBe(1);
  });
});

describe('a warning is told and stops nothing', () => {
  test('source-unused: a listed source that nothing cites', async () => {
    fresh().write(
      'sources/unused-source.yaml',
      'title: 未引用的来源\noutlet: 江城日报\ndate: "2024-05"\nkind: other\nurl: https://example.com/a\n',
    );
    const { status, faults } = await copy.check();
    copy.remove();
    const told = faults.filter(({ path }) => path === 'sources/unused-source.yaml');
    expect(told).toMatchObject([{ warning: true, problem: '出处「unused-source」没有一处用到' }]);
    expect(status).toBe(0);
  });

  test('alias-duplicate: two places share a search alias', async () => {
    const [, alias = ''] = /^aliases: \[([^\],]+)/m.exec(fresh().text(place)) ?? [];
    expect(alias).not.toBe('');
    copy.edit('places/baishui.mdx', /^aliases: \[/m, `aliases: [${alias}, `);
    const { status, faults } = await copy.check();
    copy.remove();
    // Places are read in the order of their names: baishui claims it first.
    const told = faults.filter(({ problem }) => problem.includes(`「${alias}」`));
    expect(told).toMatchObject([{ path: place, field: 'aliases[0]', warning: true }]);
    expect(told[0]?.problem).toContain('places/baishui.mdx');
    expect(status).toBe(0);
  });
});

test('several faults in several files are all told in one run', () => {
  fresh().edit(place, /^title:.*\n/m, '');
  copy.edit(place, /^latitude:.*$/m, 'latitude: 39.9042');
  copy.edit(item, 'places: [qingshi', 'places: [nosuchtown');
  copy.append(item, '![街景](./nosuch-image.jpg)');
  copy.append(policy, '[不存在的镇](/places/nosuchtown/)');
  copy.write('places/sub/daliu.mdx', copy.bytes('places/daliu.mdx'));
  const { status, faults } = copy.checkCommand();
  copy.remove();
  const told = faults.filter(({ warning }) => !warning).map(({ path, field }) => `${path} ${field}`);
  expect(told).toEqual([
    `${item} 正文`,
    `${place} title`,
    `${place} latitude`,
    'places/sub/daliu.mdx 文件名',
    `${policy} 正文`,
  ]);
  expect(status).toBe(1);
});

describe('what an editor of another system leaves behind changes nothing that is read', () => {
  /** Everything read of the copy, without the folder it lies in. */
  const written = () =>
    JSON.stringify(readContent(copy.content, madeUpSite.data), (_key, value: unknown) =>
      typeof value === 'string' ? value.replace(/^.*\/content\//, '') : value,
    );
  test.each([
    ['bom: a byte order mark in a place', place, '\uFEFF', '\n'],
    ['crlf: Windows line ends in an explainer', policy, '', '\r\n'],
  ])('%s', (_what, file, mark, lineEnd) => {
    fresh();
    const before = written();
    copy.write(file, mark + copy.text(file).replaceAll('\n', lineEnd));
    const after = written();
    copy.remove();
    expect(before.length).toBeGreaterThan(10_000);
    expect(after).toBe(before);
  });
});

describe('a site that was built before', () => {
  const home = '上一次的首页';
  beforeEach(() => {
    fresh();
    // As much of a site as tells a build that the folder is its own.
    mkdirSync(join(copy.site, 'data'), { recursive: true });
    writeFileSync(join(copy.site, 'index.html'), home);
    writeFileSync(
      join(copy.site, 'data/datapackage.json'),
      JSON.stringify({ resources: ['clauses', 'sources'].map((name) => ({ name })) }),
    );
  });
  const isUntouched = () => {
    expect(copy.built('index.html')).toBe(home);
    expect(copy.folders()).toEqual(['content', 'site']);
    copy.remove();
  };

  test('stays as it was where the content has a fault', () => {
    copy.edit(place, /^title:.*\n/m, '');
    const { status, faults } = copy.build();
    expect(status).toBe(1);
    expect(faultOf(faults, place, 'title')).toBeDefined();
    isUntouched();
  });

  test('stays as it was where a build breaks off half-way, and nothing is left beside it', () => {
    const said = buildApart(copy.site, {
      CONTENT_DIR: madeUpSite.content,
      DATA_DIR: madeUpSite.data,
      GUIDANCE_TEXT: '/nosuch/guidance.txt',
    });
    expect(said).toContain('没有生成；上一次的网站没有动。');
    isUntouched();
  });
});
