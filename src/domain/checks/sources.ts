import type { Content, Located } from '#domain/model/types.ts';
import { blocksOf } from '#domain/model/body.ts';
import { isUnread, pageEntries } from '#domain/model/content.ts';
import { textsIn } from '#domain/model/text.ts';
import type { Report } from './report.ts';

/** Sources (出处) lead to the very text, or say how it is found; 《》 hold real titles; no date is later than its text. */
export function checkSources(content: Content, now: string, report: Report): void {
  for (const source of content.sources) {
    const { url, find, title } = source.data;
    if (url === undefined && find === undefined) {
      const remedy = '写 url（这一篇的网址），或者写 find（怎么找到：哪天的报纸、哪一版，或者哪个库、按什么查）';
      report.error(source, ['url'], '没有网址，也没有写怎么找到', remedy);
    }
    if (url !== undefined && isFrontPage(url)) {
      const remedy = '写这一篇、这一条的网址；没有的删去 url，在 find 里写怎么找到';
      report.error(source, ['url'], `${url} 是网站或者代码库的首页，不是这一篇`, remedy);
    }
    if (title.includes('题名未核')) {
      report.error(source, ['title'], '「题名未核」写在了题名里', '从题名里删去，另写一行 titleUnverified: true');
    }
  }
  checkTitles(content, report);
  checkFactDates(content, report);
  checkPermitDates(content, now, report);
}

/** The root of a site, or a repository of a host of code without a file in it: neither leads to a text. */
export function isFrontPage(url: string): boolean {
  const { host, pathname, search } = new URL(url);
  const steps = pathname.split('/').filter((step) => step !== '');
  if (/^(?:www\.)?(?:github|gitee|gitlab)\.com$/.test(host)) return steps.length <= 2;
  return search === '' && (steps.length === 0 || /^index\.\w+$/.test(pathname.slice(1)));
}

/** A title that is a description by this site stands in 《》 nowhere. */
function checkTitles(content: Content, report: Report): void {
  const descriptions = new Set(content.sources.flatMap(({ data }) => (data.titleUnverified ? data.title : [])));
  if (descriptions.size === 0) return;
  const named = (text: string) =>
    [...text.matchAll(/《([^》]+)》/gu)].flatMap(([, title = '']) => (descriptions.has(title) ? title : []));
  const remedy = '去掉《》，用平常话说是什么；《》里只放真的题名';
  for (const { entry } of pageEntries(content)) {
    for (const { text, line } of blocksOf(entry.body)) {
      for (const title of named(text)) report.prose(entry, line, `《${title}》的题名没有核对过`, remedy);
    }
  }
  const { glossary, targets, clauses, permit } = content;
  const rows: (Located & { data: object })[] = [
    ...pageEntries(content).map(({ entry }) => entry),
    ...[glossary, targets, clauses].flat(),
    ...Object.values(permit).flat(),
  ];
  for (const row of rows) {
    for (const { text, field } of textsIn(row.data)) {
      for (const title of named(text)) report.error(row, field, `《${title}》的题名没有核对过`, remedy);
    }
  }
}

/** 2023-12 is later than 2023-09-13 and not later than 2023: dates are compared as far as both go. */
export function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

/** The newest of some dates where a date is later than each of them. */
function latestBefore(date: string, dates: readonly string[]): string | undefined {
  return dates.every((other) => isLater(date, other)) ? dates.toSorted().at(-1) : undefined;
}

/**
 * A report of 2023-09 knows nothing of 2024. What a law says holds from a day after its own (施行日), so that facts of laws
 * are left out here; sources without a date say nothing.
 */
function checkFactDates(content: Content, report: Report): void {
  const sources = new Map(content.sources.map(({ id, data }) => [id, data]));
  const check = (where: Located, field: readonly PropertyKey[], asOf: string | null | undefined, ids: string[]) => {
    if (isUnread(content, 'sources', ids)) return;
    const known = ids.flatMap((id) => sources.get(id) ?? []);
    if (!asOf || known.some(({ kind, date }) => kind === 'law-text' || date === undefined)) return;
    const last = latestBefore(
      asOf,
      known.flatMap(({ date }) => date ?? []),
    );
    if (last === undefined) return;
    report.error(where, field, `「${asOf}」晚于出处的日期 ${last}`, '写出处里说的时间，最晚是出处的日期');
  };
  for (const entry of [...content.places, ...content.policies, ...content.cases]) {
    entry.data.facts.forEach(({ asOf, source, alsoIn }, index) => {
      check(entry, ['facts', index, 'asOf'], asOf, source === undefined ? [] : [source, ...alsoIn]);
    });
  }
  for (const item of content.cases) {
    item.data.results.forEach(({ asOf, source }, index) => {
      check(item, ['results', index, 'asOf'], asOf, [source]);
    });
  }
  for (const row of content.targets) check(row, ['outcomeAsOf'], row.data.outcomeAsOf, row.data.sources);
}

/**
 * An entitlement is as of the newest text it was read from: a law as of the day its text was read (`read` in docs.yaml),
 * anything else as of its own date.
 */
function checkPermitDates(content: Content, now: string, report: Report): void {
  const dates = new Map(content.sources.map(({ id, data }) => [id, data.date]));
  const { docs, entitlements } = content.permit;
  for (const doc of docs) {
    const { read, source } = doc.data;
    if (read === undefined) continue;
    const date = dates.get(source);
    if (isLater(read, now)) report.error(doc, ['read'], `「${read}」还没有到`, '写看到这份文本的日期');
    if (date && isLater(date, read)) {
      report.error(doc, ['read'], `「${read}」早于文本的日期 ${date}`, '核对看到文本的日期，和出处的日期');
    }
  }
  const readOn = new Map(docs.flatMap(({ data }) => (data.read === undefined ? [] : [[data.source, data.read]])));
  const sourceOf = new Map(docs.map(({ id, data }) => [id, data.source]));
  for (const row of entitlements) {
    const { asOf, basis, sources } = row.data;
    const texts = [...sources, ...basis.flatMap(({ doc }) => sourceOf.get(doc) ?? [])];
    if (isUnread(content, 'sources', texts) || isUnread(content, 'permit')) continue;
    const last = latestBefore(
      asOf,
      texts.flatMap((id) => readOn.get(id) ?? dates.get(id) ?? []),
    );
    if (last === undefined) continue;
    const remedy = '写最新的一份文本的日期；法律写看到文本的日期，记在 docs.yaml 的 read';
    report.error(row, ['asOf'], `「${asOf}」晚于所看的文本（${last}）`, remedy);
  }
}
