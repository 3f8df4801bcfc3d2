import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfProgram } from '../tests/fixtures/portal.ts';

/**
 * npm run strength: puts faults in one by one, in a copy, and runs the step of `npm test` that should catch each. A fault is
 * caught by a test that fails with it and passed without it. ONLY=contrast,label takes some. GUIDANCE_TEXT names the text
 * of the guidance, of which one sentence is copied. Prints a table; a fault that nothing caught is an error.
 */
interface Fault {
  name: string;
  step: keyof typeof steps;
  /** Files of the tests that are run; all of the step where none is named. */
  tests?: readonly string[];
  /** In these files of the program, this text becomes that. */
  edits: readonly [file: string, from: string, to: string][];
}

const node = process.execPath;
const vitest = ['vitest', 'run', '--reporter=json', '--outputFile.json=report.json', '--project'];
const steps = {
  内容: { command: [node, 'scripts/check.ts'], onSite: false },
  生成网站: { command: [node, 'scripts/build.ts'], onSite: false },
  单元测试: { command: [...vitest, 'unit'], onSite: false },
  内容测试: { command: [...vitest, 'content'], onSite: false },
  成品测试: { command: [...vitest, 'site'], onSite: true },
  浏览器测试: { command: ['playwright', 'test', '--retries=0', '--project=browser'], onSite: true },
} as const;

const environment = 'src/content/policies/environment.mdx';
const forMe = '\n## 和我有什么关系\n\n';
const footer = 'src/components/Footer.astro';
const inFooter = (html: string): Fault['edits'] => [[footer, '  <Contact />', `  ${html}\n  <Contact />`]];

const faults: Fault[] = [
  {
    name: 'contrast: one class in pale grey',
    step: '浏览器测试',
    tests: ['every-part'],
    edits: [['src/styles/base.css', '* {\n  box-sizing', '.meta {\n  color: #aaa !important;\n}\n* {\n  box-sizing']],
  },
  {
    name: 'label: the search box has none',
    step: '成品测试',
    tests: ['tests/site/html-valid'],
    edits: [['src/components/Header.astro', 'aria-label="搜索全站" ', '']],
  },
  {
    name: 'heading order: questions skip a level',
    step: '成品测试',
    tests: ['tests/site/structure'],
    edits: [['src/components/Questions.astro', '<h3>{item.q}</h3>', '<h4>{item.q}</h4>']],
  },
  {
    name: 'sideways overflow on one long page',
    step: '浏览器测试',
    tests: ['every-page'],
    edits: [
      ['src/styles/base.css', '* {\n  box-sizing', '#zhuanyi-zhifu {\n  min-width: 60rem;\n}\n* {\n  box-sizing'],
    ],
  },
  {
    name: 'dead link in the footer',
    step: '成品测试',
    tests: ['tests/site/links'],
    edits: inFooter('<p><a href="/nosuch/">没有这一页</a></p>'),
  },
  {
    name: 'dead fragment in the footer',
    step: '成品测试',
    tests: ['tests/site/links'],
    edits: inFooter('<p><a href={`${urls.fixed("document")}#c-9-9`}>没有这一条</a></p>'),
  },
  {
    name: 'wrong figure, the same wherever it stands',
    step: '内容测试',
    tests: ['tests/city'],
    edits: ['src/data/clauses.yaml', 'src/data/targets.yaml', 'src/content/policies/goals.mdx'].map(
      (file): [string, string, string] => [file, '254.5', '245.5'],
    ),
  },
  {
    name: 'copied sentence',
    step: '成品测试',
    tests: ['tests/city'],
    edits: [[environment, forMe, `${forMe}${sentence()}。<Clause id="3-8" />\n\n`]],
  },
  {
    name: 'inline style',
    step: '成品测试',
    tests: ['tests/site/weight'],
    edits: inFooter('<p style="color: inherit">一行</p>'),
  },
  {
    name: 'foreign request',
    step: '成品测试',
    tests: ['tests/site/weight'],
    edits: inFooter('<img src="https://counter.example/a.gif" alt="" />'),
  },
  {
    name: 'poster of two pages',
    step: '浏览器测试',
    tests: ['paper'],
    edits: [['src/styles/poster.css', 'font-size: calc(24 * var(--pt));', 'font-size: calc(44 * var(--pt));']],
  },
  {
    name: 'noindex page in the site map',
    step: '成品测试',
    tests: ['tests/site/feeds'],
    edits: [['src/build/sitemap.ts', 'offline\\/|', '']],
  },
  {
    name: 'broken CSV quoting',
    step: '单元测试',
    tests: ['tests/unit/render/csv'],
    edits: [['src/render/csv.ts', "text.replaceAll('\"', '\"\"')", 'text']],
  },
  {
    name: 'the same on the site: no quotes at all',
    step: '成品测试',
    tests: ['tests/site/data'],
    edits: [['src/render/csv.ts', 'return /[",\\r\\n]/.test(text)', 'return /[\\r\\n]/.test(text)']],
  },
  {
    name: 'wrong citation mark: a newspaper is called a journal',
    step: '单元测试',
    tests: ['tests/unit/citing'],
    edits: [['src/schemas/vocabulary.ts', "label: '报刊和通讯社', mark: 'N'", "label: '报刊和通讯社', mark: 'J'"]],
  },
  {
    name: 'wrong clause mark: every mark reads 三(七)',
    step: '成品测试',
    tests: ['tests/site/lists', 'tests/city'],
    edits: [
      ['src/render/prose.ts', 'aria-label="条款 ${label}">${label}</a>', 'aria-label="条款 ${label}">三(七)</a>'],
    ],
  },
  {
    name: 'checker verdict: an unmet condition is taken for met',
    step: '单元测试',
    tests: ['tests/unit/permit'],
    edits: [['src/domain/permit/judge.ts', "else if (!oneOf.includes(answer)) return 'no';", '']],
  },
  {
    name: 'offline file missing: places are not kept',
    step: '成品测试',
    tests: ['tests/site/paper', 'tests/city'],
    edits: [['src/build/offline.ts', "'embed/**',", "'embed/**', 'places/*/index.html',"]],
  },
  {
    name: 'address gone: /clusters/ring/',
    step: '生成网站',
    edits: [
      [
        'src/pages/clusters/[id].astro',
        'catalog.clusters.map(',
        "catalog.clusters.filter(({ id }) => id !== 'ring').map(",
      ],
    ],
  },
  {
    name: 'untraced number',
    step: '内容',
    edits: [[environment, forMe, `${forMe}今年又改了4321户。<Clause id="3-8" />\n\n`]],
  },
  {
    name: 'RSS date: that of the last change',
    step: '成品测试',
    tests: ['tests/site/feeds'],
    edits: [
      ['src/pages/_feed.ts', 'summary, published, note', 'summary, updated, note'],
      ['src/pages/_feed.ts', 'toRfc3339(published)', 'toRfc3339(updated)'],
    ],
  },
  {
    name: 'script error: reading settings break',
    step: '浏览器测试',
    tests: ['every-kind'],
    edits: [
      ['src/client/reading-tools.ts', '  connectedCallback() {', '  connectedCallback() {\n    this.nosuch.call();'],
    ],
  },
];

/** A sentence of the guidance that is long enough to be noticed; without the text, none. */
function sentence(): string {
  const file = process.env['GUIDANCE_TEXT'];
  const text = file ? readFileSync(file, 'utf-8').split('\n').slice(20).join('\n') : '';
  return /\p{Script=Han}{18,40}(?=[，。；])/u.exec(text)?.[0] ?? '';
}

const only = process.env['ONLY']?.split(',');
const tree = copyOfProgram(['tests', 'deploy', 'docs', 'vitest.config.ts', 'playwright.config.ts', 'CONTRIBUTING.md']);
const path = `${join(process.cwd(), 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;

/** Names of what failed; the name of the step where it has no tests or broke off. */
function failing(step: keyof typeof steps, tests: readonly string[] = []): Set<string> {
  const [command, ...args] = steps[step].command;
  rmSync(join(tree, 'report.json'), { force: true });
  const { status } = spawnSync(command, [...args, ...tests], {
    cwd: tree,
    encoding: 'utf-8',
    // With the text of the guidance the site would show its wording, which the tests take for copied.
    env: {
      ...process.env,
      PATH: path,
      NODE_ENV: undefined,
      GUIDANCE_TEXT: undefined,
      PLAYWRIGHT_JSON_OUTPUT_FILE: join(tree, 'report.json'),
    },
  });
  if (status === 0) return new Set();
  const names = namesIn(join(tree, 'report.json'));
  return new Set(names.length > 0 ? names : [step]);
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; ok: boolean }[];
}
interface Report extends Suite {
  testResults?: { assertionResults: { status: string; fullName: string }[] }[];
}

function namesIn(file: string): string[] {
  try {
    const report = JSON.parse(readFileSync(file, 'utf-8')) as Report;
    const specs = (suite: Suite): string[] => [
      ...(suite.specs ?? []).filter(({ ok }) => !ok).map(({ title }) => title),
      ...(suite.suites ?? []).flatMap(specs),
    ];
    const results = (report.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
    return [...specs(report), ...results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)];
  } catch {
    return [];
  }
}

/** What fails without any fault, by step and tests. */
const usual = new Map<string, Set<string>>();
const build = () => failing('生成网站').size === 0;
const chosen = faults.filter(({ name }) => !only || only.some((word) => name.includes(word)));
for (const { name, edits } of chosen)
  for (const [file, from] of edits)
    if (!readFileSync(join(tree, file), 'utf-8').includes(from))
      throw new Error(`${name}: ${file} does not hold 「${from}」`);
if (chosen.some(({ step }) => steps[step].onSite) && !build()) throw new Error('the copy cannot be built');
for (const { step, tests } of chosen) {
  const key = [step, ...(tests ?? [])].join(' ');
  if (!usual.has(key)) usual.set(key, failing(step, tests));
}

let uncaught = 0;
console.log('| fault | step | caught by |\n| --- | --- | --- |');
for (const { name, step, tests, edits } of chosen) {
  const before = new Map(edits.map(([file]) => [file, readFileSync(join(tree, file), 'utf-8')]));
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(tree, file), 'utf-8');
    writeFileSync(
      join(tree, file),
      file.endsWith('.yaml') || from === '254.5' ? text.replaceAll(from, to) : text.replace(from, () => to),
    );
  }
  const known = usual.get([step, ...(tests ?? [])].join(' ')) ?? new Set();
  const isBuilt = !steps[step].onSite || build();
  const caught = isBuilt ? [...failing(step, tests)].filter((test) => !known.has(test)) : ['the build itself'];
  if (caught.length === 0) uncaught += 1;
  const more = caught.length > 1 ? ` (and ${caught.length - 1} more)` : '';
  console.log(`| ${name} | ${step} | ${caught[0] ?? '**nothing**'}${more} |`);
  for (const [file, text] of before) writeFileSync(join(tree, file), text);
}
console.log(`\n${chosen.length} faults, ${uncaught} uncaught`);
rmSync(tree, { recursive: true, force: true });
process.exit(uncaught > 0 ? 1 : 0);
