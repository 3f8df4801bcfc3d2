import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import type { County } from '#schemas/city.ts';
import { type Block, blocksOf } from '#domain/model/body.ts';
import { type PageEntry, pageEntries } from '#domain/model/content.ts';
import { askIn, nameOf, notFound, sentencesIn } from './request.ts';
import type { UnknownGroup } from './urls.ts';
import { pageSections } from '#domain/model/sections.ts';
import type { Written } from '#domain/model/types.ts';

/** The page that says so, and its heading among the rows: policies-land, permit, targets. */
export interface UnknownPage {
  key: string;
  group: UnknownGroup;
  title: string;
  /** A page of content, where it is one. */
  entry?: { kind: PageKind; id: string };
  /** The county (县、市、区) it lies in, which may know. */
  county?: County | undefined;
}

export interface Unknown {
  /** Number (编号) and anchor: policies-land-1x9f0ke. The same as long as the words are. */
  id: string;
  page: UnknownPage;
  /** Anchor on that page. */
  anchor: string;
  /** What is missing, in the words of the page. */
  text: string;
  /** Name of the information (信息名称) for a request: what is missing, without 「没有查到」. */
  name: string;
  /** The sentence before, where the name alone would not be understood: 它和……是不是一回事. */
  context?: string | undefined;
  /** Clauses of the guidance that it is about. */
  clauses: readonly string[];
  /** Whom to ask, where the page says it. */
  ask?: string | undefined;
}

/** In a section where all is not known, these say it too; other sentences there only explain. */
const notSaid = /没有查到|没查到|查不到|没有查实|没能确认|没有写|没有看到|没有说/u;
/** Says that something was not found and not what: the heading does. */
const bare = /^(?:也|都)?(?:没有查到|没查到|查不到)[。；]?$/u;
/** When a report appeared, or where, is for a library to say and no government's information. */
const ofReports =
  /(?:报道|原文|专版|网页|文章|资料|登出|那篇)[^，；]*(?:日期|年份)|几月几日|哪一天|哪年哪月登|原来登在哪里/u;

/** Too short, or pointing back: not understood without the sentence before. */
const needsContext = /^.{1,4}$|它|^这些|这件事|^(?:以前|结果|现在|后来)/u;

type Sources = Pick<Written, PageKind | 'targets' | 'permit'> & { counties: readonly County[] };

/**
 * What is not known (没查到的), read from where writers say so: nobody keeps a second list. Page by page, in the order of
 * the catalogue; the checker and the targets come last.
 */
export function unknownRows(written: Sources): Unknown[] {
  const counties = new Map(written.counties.map((county) => [county.id, county]));
  const lies = new Map(written.places.map(({ id, data }) => [id, data.county]));
  // A county itself lies in none.
  const countyOf = (place: string) => counties.get(lies.get(place) ?? place);
  const ofPage = (page: PageEntry) => ofEntry(page, countyOf);
  return [...pageEntries(written).flatMap(ofPage), ...ofPermit(written), ...ofTargets(written)];
}

function ofEntry(page: PageEntry, countyOf: (place: string) => County | undefined): Unknown[] {
  const { kind, entry } = page;
  const { data } = entry;
  const about: UnknownPage = {
    key: `${kind}-${entry.id}`,
    group: pageKinds[kind].section,
    title: 'officialName' in data ? data.officialName : 'short' in data ? data.short : data.title,
    entry: { kind, id: entry.id },
    county: 'places' in data ? data.places.map(countyOf)[0] : countyOf(entry.id),
  };
  const clauses = 'clauses' in data ? data.clauses : [];
  const rows: Unknown[] = [];
  for (const { id: anchor, heading, isGap, nodes } of pageSections(kind, entry)) {
    for (const block of blocksOf({ type: 'root', children: nodes })) {
      for (const { said, before } of gapsIn(block, isGap === true)) {
        rows.push({ ...row(about, said, anchor, { before, heading }), clauses });
      }
    }
  }
  for (const fact of 'facts' in data ? data.facts : []) {
    const said = [String(fact.value), fact.note ?? ''].flatMap((text) => text.split(/[，；。]/u));
    for (const part of said) {
      if (notFound.test(part)) rows.push({ ...row(about, `${fact.label}：${part}`, 'facts'), clauses });
    }
  }
  return distinct(rows.filter(({ text }) => !ofReports.test(text)));
}

/**
 * What a block leaves open, with the sentence before: an item of a list where all is unknown, or the sentences of running
 * text that say so.
 */
function gapsIn({ text, tagName }: Block, isGap: boolean): { said: string; before?: string | undefined }[] {
  if (isGap && tagName === 'li') return [{ said: text.trim() }];
  const all = sentencesIn(text);
  const says = isGap ? notSaid : notFound;
  return all.flatMap((said, index) => (says.test(said) ? { said, before: all[index - 1] } : []));
}

function ofPermit({ permit }: Sources): Unknown[] {
  const page: UnknownPage = { key: 'permit', group: 'permit', title: '居住证' };
  const asked = (ask: string, hotlines: readonly string[]) => [ask.split('；')[0] ?? ask, ...hotlines].join('、');
  return distinct([
    ...permit.unknown.map(({ text, ask, hotlines }) => ({ ...row(page, text, 'unknown'), ask: asked(ask, hotlines) })),
    ...permit.entitlements.flatMap(({ name, where, hotlines, unknown, clauses }) =>
      unknown.map((text) => ({ ...row(page, `${name}：${text}`, 'unknown'), ask: asked(where, hotlines), clauses })),
    ),
  ]);
}

function ofTargets({ targets }: Sources): Unknown[] {
  const page: UnknownPage = { key: 'targets', group: 'targets', title: '目标和结果' };
  return targets
    .filter(({ outcomeStatus }) => outcomeStatus !== 'known')
    .map(({ id, title, clause, outcome }) => {
      const gap = sentencesIn(outcome).find((said) => notFound.test(said) && !bare.test(said));
      return { ...row(page, `${title}：${gap ?? '没有查到同样范围的公开结果。'}`, id), clauses: [clause] };
    });
}

function row(
  page: UnknownPage,
  text: string,
  anchor: string,
  place: { before?: string | undefined; heading?: string } = {},
): Unknown {
  const { before, heading } = place;
  const name = heading && bare.test(text) ? heading : nameOf(text);
  return {
    id: `${page.key}-${hash(text)}`,
    page,
    anchor,
    text,
    name,
    context: before !== undefined && needsContext.test(name) && !notSaid.test(before) ? before : undefined,
    clauses: [],
    ask: askIn(text),
  };
}

/** The same words twice on a page are one row. */
function distinct(rows: readonly Unknown[]): Unknown[] {
  return [...new Map(rows.map((one) => [one.id, one])).values()];
}

/** FNV-1a, 32 bits, in base 36: short, and the same on every machine. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(36);
}

/** Rows under the pages that say them, in their order. */
export function byPage(rows: readonly Unknown[]): { page: UnknownPage; rows: Unknown[] }[] {
  return [...Map.groupBy(rows, ({ page }) => page.key).values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ page: first.page, rows: own }] : [];
  });
}
