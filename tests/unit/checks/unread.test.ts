import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#content-io/read.ts';
import { type Edit, checkAfter } from '../../fixtures/fixture.ts';

const towns = 'content/policies/towns.mdx';
const qingshi = 'content/places/qingshi.mdx';
const stone = 'content/cases/qingshi-stone.mdx';
const edit = (file: string, from: string, to: string): Edit => ({ file, from, to });
const own = (lines: readonly string[], file: string) => lines.every((line) => line.startsWith(file));

describe('what cannot be read is named, and nobody who points at it', () => {
  test.each([
    ['a source', edit('content/sources/paper.yaml', 'date: "2024-05-03"', 'date: "2024-13-03"')],
    ['a place', edit(qingshi, 'level: town', 'level: nosuch')],
    ['an explainer', edit(towns, 'title:', 'titel:')],
    ['a case', edit(stone, 'title:', 'titel:')],
    ['one clause', edit('data/clauses.yaml', 'gist:', 'gits:')],
    ['all clauses', edit('data/clauses.yaml', '- id:', '- id')],
    ['one term', edit('data/glossary.yaml', 'plain:', 'plan:')],
    ['one role', edit('data/city/roles.yaml', 'label:', 'lable:')],
    ['the city', edit('data/city/city.yaml', 'name:', 'nmae:')],
    ['the document', edit('data/city/document.yaml', 'title:', 'titel:')],
  ])('%s', (_what, change) => {
    const { lines } = checkAfter([change]);
    expect(lines.length).toBeGreaterThan(0);
    expect(own(lines, change.file), lines.join('\n')).toBe(true);
  });

  type Spoil = [what: string, where: string, spoil: (folder: string) => void];
  const at = (folder: string, file: string) => join(folder, file);
  const instead = (make: (path: string) => void) => (folder: string) => {
    rmSync(at(folder, qingshi));
    make(at(folder, qingshi));
  };
  const spoilt: Spoil[] = [
    [
      'a file with a capital letter',
      'content/places/Qingshi.mdx',
      (folder) => {
        renameSync(at(folder, qingshi), at(folder, 'content/places/Qingshi.mdx'));
      },
    ],
    [
      'a file with another ending',
      'content/places/qingshi.md',
      (folder) => {
        renameSync(at(folder, qingshi), at(folder, 'content/places/qingshi.md'));
      },
    ],
    [
      'a file with a blank',
      'content/places/qingshi .mdx',
      (folder) => {
        renameSync(at(folder, qingshi), at(folder, 'content/places/qingshi .mdx'));
      },
    ],
    ['a pipe', qingshi, instead((path) => execFileSync('mkfifo', [path]))],
    [
      'a link that leads to itself',
      qingshi,
      instead((path) => {
        symlinkSync('qingshi.mdx', path);
      }),
    ],
    [
      'a folder of pages that is a file',
      'content/places:',
      (folder) => {
        rmSync(at(folder, 'content/places'), { recursive: true });
        writeFileSync(at(folder, 'content/places'), '甲');
      },
    ],
    [
      'a table that is a folder',
      'data/glossary.yaml',
      (folder) => {
        rmSync(at(folder, 'data/glossary.yaml'));
        mkdirSync(at(folder, 'data/glossary.yaml'));
      },
    ],
    [
      'a table that is not there',
      'data/clauses.yaml',
      (folder) => {
        rmSync(at(folder, 'data/clauses.yaml'));
      },
    ],
    [
      'a table of the checker',
      'data/permit/rules.yaml',
      (folder) => {
        writeFileSync(at(folder, 'data/permit/rules.yaml'), '- id: x\n');
      },
    ],
  ];
  test.each(spoilt)('%s', (_what, where, spoil) => {
    const { lines } = checkAfter([], {}, spoil);
    expect(lines.length).toBeGreaterThan(0);
    expect(own(lines, where), lines.join('\n')).toBe(true);
    expect(lines.every((line) => /[一-鿿].* — .*[一-鿿]/u.test(line))).toBe(true);
  });

  // Whoever is root may read everything.
  test.skipIf(process.getuid?.() === 0)('a file and a folder without the right to read', () => {
    const { lines } = checkAfter([], {}, (folder) => {
      chmodSync(at(folder, qingshi), 0);
      mkdirSync(at(folder, 'content/cases/sub'));
      chmodSync(at(folder, 'content/cases/sub'), 0);
    });
    expect(lines.map((line) => line.split(' — ')[0])).toEqual([
      'content/cases/sub:1 文件夹: 没有权限读',
      `${qingshi}:1 文件: 没有权限读`,
    ]);
  });
});

test('whatever else is wrong is told beside what cannot be read', () => {
  const { errors } = checkAfter([
    edit('data/city/roles.yaml', 'label:', 'lable:'),
    edit('data/clauses.yaml', 'gist:', 'gits:'),
    edit(stone, 'places: [qingshi]', 'places: [nosuchtown]'),
    edit(towns, '没有查到。', '[看](/places/nosuchtown/)'),
  ]);
  const told = new Set(errors.map(({ path, field }) => `${path.replace(/^.*(?=content|data)/, '')} ${field}`));
  for (const fault of [`${stone} places[0]`, `${towns} 正文`, 'data/city/roles.yaml [0].label'])
    expect(told).toContain(fault);
});

describe('what was left behind is passed over with a notice', () => {
  test.each([
    'Thumbs.db',
    'desktop.ini',
    '.DS_Store',
    '._qingshi.mdx',
    'qingshi.mdx~',
    '~$qingshi.mdx',
    'qingshi 副本.mdx',
    'qingshi - Copy.mdx',
    'qingshi (1).mdx',
    'qingshi.mdx.bak',
    '.qingshi.mdx.swp',
    '__MACOSX/qingshi.mdx',
  ])('%s', (name) => {
    const { lines, errors } = checkAfter([], {}, (folder) => {
      mkdirSync(join(folder, 'content/places/__MACOSX'), { recursive: true });
      if (!name.startsWith('__')) rmSync(join(folder, 'content/places/__MACOSX'), { recursive: true });
      writeFileSync(join(folder, 'content/places', name), '不是内容');
    });
    expect(errors).toEqual([]);
    expect(lines).toEqual([
      `content/places/${name.replace(/\/.*/, '')}:1 文件名: （提醒）像是系统、编辑器或复制留下的，没有读 — 不要的话删去；要的话改成规矩的文件名`,
    ]);
  });
});

test('and what is read is the same with all of it', () => {
  const read = (leave: (folder: string) => void) => {
    let all = '';
    checkAfter([], {}, (folder) => {
      leave(folder);
      const { content } = readContent(join(folder, 'content'), join(folder, 'data'));
      all = JSON.stringify(content).replaceAll(/fixture-\w+/g, '');
    });
    return all;
  };
  const left = read((folder) => {
    for (const kind of ['places', 'cases', 'sources'])
      for (const name of ['Thumbs.db', '.DS_Store', 'x.mdx~', '~$x.mdx', 'qingshi 副本.mdx'])
        writeFileSync(join(folder, 'content', kind, name), '不是内容');
  });
  expect(left.length).toBeGreaterThan(5000);
  expect(left).toBe(read(() => undefined));
});

describe('a name that is an address already, or none', () => {
  test.each([
    [stone, 'content/cases/with-figures.mdx', '编号「with-figures」是案例筛选页的网址'],
    [stone, 'content/cases/index.mdx', '编号「index」留给系统用'],
    [stone, 'content/cases/con.mdx', '编号「con」留给系统用'],
    [stone, `content/cases/${'a'.repeat(61)}.mdx`, '最多 60 个字符'],
    [stone, 'content/cases/.mdx', '文件名只有后缀，没有编号'],
    ['content/places', 'content/Places', '改成 places'],
    [stone, 'content/stone.mdx', '没有这一种内容，没有读'],
  ])('%s → %s', (from, to, says) => {
    const { lines } = checkAfter([], {}, (folder) => {
      renameSync(join(folder, from), join(folder, to));
    });
    expect(lines.filter((line) => line.includes(says))).toHaveLength(1);
  });
});

describe('a folder that is not the one that was meant is one line', () => {
  test.each([
    ['content', 'no folder', () => undefined],
    ['data', 'no folder', () => undefined],
    [
      'content',
      'a file',
      (path: string) => {
        writeFileSync(path, '甲');
      },
    ],
    [
      'content',
      'a folder of other things',
      (path: string) => {
        mkdirSync(join(path, 'photographs'), { recursive: true });
      },
    ],
  ])('%s: %s', (part, _what, make) => {
    const { lines } = checkAfter([], {}, (folder) => {
      rmSync(join(folder, part), { recursive: true });
      make(join(folder, part));
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      part === 'content' ? /^content:1 CONTENT_DIR: .+ — 核对 CONTENT_DIR/ : /^data:1 DATA_DIR: /,
    );
  });
  test('a table that nothing reads is told', () => {
    const { lines } = checkAfter([], {}, (folder) => {
      writeFileSync(join(folder, 'data/glosary.yaml'), '[]');
    });
    expect(lines).toEqual([
      'data/glosary.yaml:1 文件名: （提醒）没有这一张表，没有读 — 核对文件名和后缀（.yaml），或移到别处',
    ]);
  });
});
