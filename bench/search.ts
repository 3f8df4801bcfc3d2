import { writtenOf } from '#domain/model/content.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { plainText } from '#domain/model/body.ts';
import { type Catalog, createCatalog } from '#domain/model/catalog.ts';
import { pageEntries } from '#domain/model/content.ts';
import { manifestFile } from '#search/files.ts';
import { createUrls } from '#domain/site/urls.ts';
import { readings, searchFiles } from '#search/index/search-files.ts';
import { listPages } from '../src/sections.ts';
import { loadContent } from '#content-io/load.ts';
import { makeProvince } from '../tests/fixtures/province/province.ts';
import { ownSearch, pagefindSearch, withSite } from './search-browser.ts';
import { type Asked, costOf, qualityOf } from '../tests/fixtures/search-quality.ts';

/** Search, measured: how often it is right and what it costs, beside Pagefind's default interface on the same pages. */
const site = process.argv[2] ?? process.env['OUT_DIR'] ?? 'dist';
const sampleFile = '../shared/acceptance/search-queries.json';
const urls = createUrls('/');
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const read = (file: string) => JSON.parse(readFileSync(file, 'utf-8')) as (Asked & { set?: string })[];

function catalogOf(contentDir: string, dataDir: string): Catalog {
  const { content, errors } = loadContent(contentDir, dataDir, { now: '9999-12-31 23:59' });
  if (errors.length > 0) throw new Error(`内容有 ${errors.length} 处差错`);
  return createCatalog(writtenOf(content));
}

/** Every place by its names (全称、简称、别名) and by its pinyin. */
function byName(catalog: Catalog, most: number): Asked[] {
  const step = Math.max(1, Math.floor(catalog.places.length / most));
  return catalog.places
    .filter((_, index) => index % step === 0)
    .flatMap(({ id, data }) => {
      const names = new Set([data.title, data.officialName, ...data.aliases, readings(data.title).join('')]);
      const initials = readings(data.title)
        .map((syllable) => syllable.charAt(0))
        .join('');
      if (most >= catalog.places.length) names.add(initials);
      return [...names].map((q) => ({ q, expect: [urls.place(id)] }));
    });
}

/** Pagefind's own index of the plain text of the same pages. */
async function fullText(catalog: Catalog): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  const { index } = await createIndex({ forceLanguage: 'zh-cn' });
  if (!index) throw new Error('全文索引建不起来');
  for (const { kind, entry } of pageEntries(catalog)) {
    const { title, summary } = entry.data;
    const content = `${title}\n${summary}\n${plainText(entry.body)}`;
    await index.addCustomRecord({ url: urls.entry(kind, entry.id), content, language: 'zh-cn', meta: { title } });
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await index.deleteIndex();
  return folder;
}

async function measure(name: string, catalog: Catalog, sets: readonly [string, readonly Asked[]][]): Promise<void> {
  const { version, files } = searchFiles(catalog, listPages);
  console.log(`\n■ ${name}：${catalog.places.length} 个地方，${catalog.cases.length} 个案例`);
  for (const [label, asked] of sets) {
    const q = await qualityOf(files, asked);
    const bytes = await costOf(files, asked);
    console.log(
      `${label}（${asked.length} 问）：第一条对 ${percent(q.at1)}，前五条有 ${percent(q.at5)}，如实说没有 ${q.honest} 问；` +
        `索引平均 ${kb(bytes.mean)}、最多 ${kb(bytes.most)}；百分之九十五的问在 ${q.within.toFixed(1)} ms 内答出`,
    );
  }
  if (!existsSync(site)) {
    console.log(`没有生成好的网站 ${site}，浏览器里的数不量了；先 npm run build`);
    return;
  }
  const text = await fullText(catalog);
  const replaced = new Map(
    [...files].map(([file, body]) => [`/search-index/${file === manifestFile ? '' : `${version}/`}${file}`, body]),
  );
  const question = '农村厕所怎么改 给钱不';
  try {
    const own = await withSite([text, site], replaced, (page, url) => ownSearch(page, url, question));
    const compared = (sets[0]?.[1] ?? []).slice(0, 100);
    const other = await withSite([text, site], replaced, (page, url) => pagefindSearch(page, url, '厕所', compared));
    console.log(
      `浏览器里：头一次有用的答案 ${kb(own.first)}，之后全文 ${kb(own.later)}；按一个键到出结果 ${own.key.toFixed(0)} ms`,
    );
    console.log(`Pagefind 自带界面，同样的页面：头一次 ${kb(other.first)}，第一条对 ${percent(other.at1)}`);
  } catch (error) {
    console.log(`浏览器里的数没有量出来：${String(error).split('\n')[0] ?? ''}`);
  } finally {
    rmSync(text, { recursive: true, force: true });
  }
}

const unseen = read('tests/fixtures/search-queries.json');
const sample = existsSync(sampleFile) ? read(sampleFile) : [];
const real = catalogOf('src/content', 'src/data');
await measure('本站', real, [
  ...(sample.length > 0 ? [['样本', sample] as [string, Asked[]]] : []),
  ['没见过的问法', unseen],
  ['每个地方的每个名字', byName(real, Infinity)],
]);

const folder = mkdtempSync(join(tmpdir(), 'bench-province-'));
const size = Number(process.env['BENCH_PAGES'] ?? 10_000);
const province = makeProvince(folder, size);
const large = catalogOf(province.contentDir, province.dataDir);
// Real towns are not there: what is asked of explainers, clusters and the checker still is.
const isKept = (address: string) => /^\/(?:policies|clusters|residence-permit)\//.test(address);
const kept = [...sample, ...unseen].filter(({ expect }) => expect.every(isKept));
await measure(`仿真的一省（${size} 页）`, large, [
  ['导读和办事的问法', kept],
  ['地方的名字', byName(large, 150)],
]);
rmSync(folder, { recursive: true, force: true });
