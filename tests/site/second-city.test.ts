import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { htmlToHast } from 'satteri';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { differences, fingerprints } from '../content/working-copy.ts';
import { needCities, newSite, secondAgain, secondCity, secondSite } from '../fixtures/cities.ts';
import { attr, byId, linksIn, named, textOf, withAttr } from './built-pages.ts';

beforeAll(needCities, 400_000);

const textFiles = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf-8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:html|md|csv|json|geojson|txt|xml|webmanifest|ics|js)$/.test(name));
const read = (name: string, site = secondSite) => readFileSync(join(site, name), 'utf-8');
const tree = (name: string, site = secondSite) => htmlToHast(read(name, site)) as Root;
const rows = <T>(file: string) => parse(readFileSync(join(secondCity, 'data', file), 'utf-8')) as T[];

interface WrittenClause {
  id: string;
  gist: string;
  terms: string[];
  leads?: string[];
  deadline?: string;
}
const units = new Map(rows<{ id: string; name: string }>('city/units.yaml').map(({ id, name }) => [id, name]));

describe.each([
  ['a made-up city', secondSite],
  ['a city as it is started', newSite],
])('%s, built from the same program', (_what, site) => {
  test('names nothing of Jilin City: no place, code, group, type or year', () => {
    const counties = parse(readFileSync('src/data/city/counties.yaml', 'utf-8')) as { label: string }[];
    const names = ['吉林', '五极三群', '六型', '城镇群', ...counties.map(({ label }) => label.slice(0, 2))];
    const foreign = new RegExp(String.raw`${names.join('|')}|(?<![\d.])2202\d\d|jilin`, 'u');
    const files = textFiles(site).filter((name) => !/^(?:_astro|pagefind)\//.test(name));
    expect(files.length).toBeGreaterThan(30);
    // 2020 stands in digests and times of the build; as a year it stands in words.
    const found = files.flatMap((name) => {
      const text = read(name, site);
      return [foreign.exec(text)?.[0], /2020年/u.exec(text)?.[0]].flatMap((what) => (what ? `${name}: ${what}` : []));
    });
    expect(found).toEqual([]);
  });

  test('has no page, file or link of what the city does not have', () => {
    const gone = ['clusters', 'cases', 'glossary', 'data/cases.csv', 'share/clusters'];
    expect(gone.filter((name) => existsSync(join(site, name)))).toEqual([]);
    const broken = textFiles(site)
      .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/'))
      .flatMap((name) =>
        linksIn(tree(name, site))
          .filter((href) => href.startsWith('/'))
          .map((href) => decodeURIComponent(href.split(/[?#]/)[0] ?? ''))
          .filter((path) => !existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path)))
          .map((path) => `${name} → ${path}`),
      );
    expect(broken).toEqual([]);
  });

  test('leaves no list, table, choice or section blank', () => {
    const blank = textFiles(site)
      .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/'))
      .flatMap((name) =>
        named(tree(name, site), 'ul', 'ol', 'dl', 'select', 'tbody', 'section', 'h2', 'h3', 'p', 'title')
          .filter((element) => element.children.every((child) => child.type === 'text' && child.value.trim() === ''))
          // What a script fills: the results of a search, and where a lost address may lead.
          .filter(
            ({ tagName, properties }) =>
              properties['role'] !== 'status' && (name !== 'search/index.html' || !/^(?:[uo]l|p)$/.test(tagName)),
          )
          .map((element) => `${name} <${element.tagName}> ${JSON.stringify(element.properties)}`),
      );
    expect(blank).toEqual([]);
  });
});

describe('the guidance of the made-up city', () => {
  const clauses = rows<WrittenClause>('clauses.yaml');
  test('stands on /document/ clause by clause, with lead units and deadlines, number and date', () => {
    const page = tree('document/index.html');
    const main = textOf(named(page, 'main')[0] ?? page);
    const missing = clauses.flatMap(({ id, gist, terms, leads = [], deadline }) => {
      const section = withAttr(page, 'className').find(
        (element) => attr(element, 'className') === 'clause-entry' && byId(element, `c-${id}`) !== undefined,
      );
      const text = section ? textOf(section) : '';
      const wanted = [gist, ...terms, ...leads.map((lead) => units.get(lead) ?? lead), ...(deadline ? [deadline] : [])];
      return wanted.filter((part) => !text.includes(part)).map((part) => `${id} ${part}`);
    });
    expect(missing).toEqual([]);
    expect(main).toContain('文号：云政发〔2024〕9号。日期：2024年3月5日。');
    expect(main).toContain('文件以2027年为目标年份。');
    expect(main).not.toContain('手头的文本没有');
  });
  test('has its six parts on the list of explainers', () => {
    expect(textOf(tree('policies/index.html'))).toContain('文件一共六个部分');
  });
  test('is published as data, with lead units and deadlines, number and date', () => {
    const json = JSON.parse(read('data/clauses.json')) as Record<string, unknown>[];
    const found = json.map(({ id, leads, deadline }) => [id, leads, deadline ?? undefined]);
    expect(found).toEqual(
      clauses.map(({ id, leads = [], deadline }) => [id, leads.map((lead) => units.get(lead)), deadline]),
    );
    expect(read('data/clauses.csv').split('\r\n')[0]).toMatch(/牵头单位,期限,网址$/);
    expect(read('data/clauses.csv')).toContain('市住房和城乡建设局；市公安局');
    expect(read('data/datapackage.json')).toContain(
      '《云溪市集镇提升三年行动方案》（云政发〔2024〕9号，2024年3月5日）',
    );
    expect(read('data/targets.csv')).toContain('3.2');
  });
  test('tells a reader how to see the wording: title, number, issuer', () => {
    const page = tree('document/index.html');
    const told = byId(page, 'wording');
    expect(told && textOf(told)).toMatch(
      /《云溪市集镇提升三年行动方案》（云政发〔2024〕9号）.*云溪市人民政府申请公开（依申请公开）/su,
    );
  });
});

describe('the places of the made-up city', () => {
  test('lie in an autonomous county and have roles of their own; a role without members says so', () => {
    expect(textOf(tree('places/zhulin/index.html'))).toContain('青崖苗族自治县');
    const list = textOf(tree('places/index.html'));
    expect(list).toMatch(/龙头集镇.*3个.*边贸片区.*文件没有列名单/su);
    expect(read('places/qingya/index.html')).toContain('"@type":"AdministrativeArea"');
  });
  test('an old address leads on, as the city’s own redirects say', () => {
    expect(read('places/old-qingya/index.html')).toContain('url=/places/qingya/');
  });
});

describe('the checker of the made-up city', () => {
  test('obeys its own measures: seven days for a new address, and no half year', () => {
    const page = tree('residence-permit/dates/index.html');
    const text = textOf(page);
    expect(text).toContain('搬家那天起7天内去报');
    expect(text).not.toMatch(/半年|签注/u);
    const [tool] = named(page, 'permit-dates');
    const [period] = JSON.parse(tool ? (attr(tool, 'dataPeriods') ?? '[]') : '[]') as { ends: { days: number }[] }[];
    expect(period?.ends.map(({ days }) => days)).toEqual([7]);
  });
  test('has the needs, questions and results of its own and no others', () => {
    const needs = withAttr(tree('residence-permit/index.html'), 'dataTopic').map((link) => attr(link, 'dataTopic'));
    expect(needs).toEqual(['register']);
  });
});

test('whoever runs the made-up city is named on every page', () => {
  for (const name of ['index.html', 'document/index.html', 'places/shiban/index.html'])
    expect(textOf(tree(name)), name).toContain('云溪市住房和城乡建设局');
});

test('a city built after another from one checkout has the same bytes', () => {
  expect(differences(fingerprints(secondSite), fingerprints(secondAgain))).toEqual([]);
});

test('where nobody can be written to, no security.txt says so', () => {
  expect(existsSync(join(newSite, '.well-known'))).toBe(false);
});

test('a city as it is started says what is still to be written', () => {
  const todo = byId(tree('index.html', newSite), 'todo');
  expect(todo).toBeDefined();
  expect(textOf(tree('index.html', newSite))).toMatch(/文件的全称.*文件的条款.*政策导读/su);
  expect(textOf(tree('index.html'))).not.toContain('还没有写的');
});
