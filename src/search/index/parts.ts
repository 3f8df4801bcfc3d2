import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import { entitlementsOf } from '#domain/permit/view.ts';
import { questionId } from '#domain/model/questions.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import type { Entry, Policy } from '#domain/model/types.ts';
import { blocksOf } from '#domain/model/body.ts';
import { pageSections } from '#domain/model/sections.ts';
import { createUrls } from '#domain/site/urls.ts';
import type { Card, Figure, Passage } from '#search/files.ts';
import type { Field } from '#search/fields.ts';
import type { Basis } from '#schemas/entries.ts';
import type { PageKind } from '#schemas/kinds.ts';
import type { Entitlement } from '#schemas/permit.ts';
import type { IndexEntry } from './build-index.ts';
import type { Phrase } from './keys.ts';

/**
 * Parts of pages that answer by themselves (一页里的一项): the questions of explainers, figures with their year, what the
 * checker knows. Each has an address of its own, and its words count for its page too where it has a `parent`.
 */

/** Paths below the base, as cards hold them. */
const urls = createUrls('');

/** Where things of the checker (居住证查询) can be read. The only place that says so. */
const permitAt = {
  need: (id: string) => urls.permit(id),
  audience: (id: string) => urls.permit('for', id),
  /** An entitlement stands on the sheet of its need: on its first page where the need asks nothing. */
  entitlement: (id: string, need: string, asksNothing: boolean) => `${urls.permit(need)}${asksNothing ? `#${id}` : ''}`,
  edgeCase: (id: string) => `${urls.permit('review/more')}#${id}`,
  unknown: () => `${urls.permit('review/more')}#unknown`,
  hotline: () => `${urls.permit('review/more')}#hotlines`,
};

export const phrases = (field: Field, texts: readonly (string | undefined)[], rank = 1): Phrase[] =>
  texts.flatMap((text) => (text ? { text, field, ...(rank < 1 && { rank }) } : []));

/** What an entitlement gives, and for whom. */
const whatAndFor = ({ gets, conditions }: Entitlement): string =>
  `${gets.join('；')}。${conditions.length > 0 ? `条件：${conditions.join('；')}。` : ''}`;

const noFacets = { types: [], themes: [] };

/** The questions of an explainer, each with its answer and what it rests on. */
export function questionEntries(catalog: Catalog, { id, data }: Policy): IndexEntry[] {
  return data.questions.map(({ q, a, ...basis }) => ({
    card: {
      kind: 'question',
      id: questionId(q),
      title: q,
      summary: a,
      at: `${urls.policy(id)}#q-${questionId(q)}`,
      notes: [data.title],
      basis: basisOf(catalog, basis),
    },
    facets: { types: [], themes: [id] },
    parent: { kind: 'policy', id },
    phrases: phrases('question', [q]),
    text: [a],
  }));
}

/** What the checker knows: needs, entitlements, special cases, unknowns, hotlines, and what landlords and others have to do. */
export function permitEntries({ permit, ...catalog }: Catalog): IndexEntry[] {
  const sources = (ids: readonly string[]) => basisOf(catalog, { clauses: [], sources: [...ids] });
  const needOf = (entitlement: string) =>
    permit.needs.find(({ id }) => entitlementsOf(permit, id).some((item) => item.id === entitlement))?.id ?? '';
  const asksNothing = (need: string) =>
    permit.decisions.every((decision) => decision.need !== need || Object.keys(decision.when).length === 0);
  const call = (lines: readonly string[]) => (lines.length > 0 ? [`打${lines.join('、')}`] : []);
  return [
    ...permit.needs.map((item): IndexEntry => ({
      card: {
        kind: 'need',
        id: item.id,
        title: item.title,
        summary: `去${item.where}`,
        at: permitAt.need(item.id),
        notes: call(item.hotlines),
      },
      facets: noFacets,
      phrases: phrases('synonym', [item.title]),
      text: [item.where],
    })),
    ...permit.audiences.map((item): IndexEntry => ({
      card: {
        kind: 'audience',
        id: item.id,
        title: item.heading,
        summary: item.duties.map(({ text }) => text).join('；'),
        at: permitAt.audience(item.id),
        notes: call(item.hotlines),
      },
      facets: noFacets,
      phrases: [...phrases('synonym', item.title.split('、')), ...phrases('question', [item.heading])],
      text: [item.intro, ...[...item.duties, ...item.limits].map(({ text }) => text)],
    })),
    ...permit.entitlements.map((item): IndexEntry => ({
      card: {
        kind: 'entitlement',
        id: item.id,
        title: item.name,
        summary: whatAndFor(item),
        at: permitAt.entitlement(item.id, needOf(item.id), asksNothing(needOf(item.id))),
        notes: [`去${item.where}`, ...call(item.hotlines)],
        basis: item.basis.map(({ doc, article }): [string, string] => {
          const law = permit.docs.find(({ id }) => id === doc);
          return [`${law?.title ?? doc}${article}`, urls.source(law?.source ?? '')];
        }),
      },
      facets: noFacets,
      phrases: [...phrases('synonym', [item.name]), ...phrases('question', item.conditions)],
      text: [...item.gets, item.where, ...item.papers, item.fee ?? '', item.time ?? '', ...item.unknown],
    })),
    ...permit.edgeCases.map((item): IndexEntry => ({
      card: {
        kind: 'edge-case',
        id: item.id,
        title: item.case,
        summary: item.what,
        at: permitAt.edgeCase(item.id),
        basis: sources(item.sources),
      },
      facets: noFacets,
      phrases: phrases('question', [item.case]),
      text: [item.what],
    })),
    ...permit.unknown.map((item): IndexEntry => ({
      card: {
        kind: 'unknown',
        id: item.id,
        title: item.text,
        summary: `没有查到。可以问：${item.ask}${item.hotlines.map((line) => `、${line}`).join('')}`,
        at: permitAt.unknown(),
      },
      facets: noFacets,
      phrases: phrases('question', [item.text]),
    })),
    ...permit.hotlines.map((item): IndexEntry => ({
      card: {
        kind: 'hotline',
        id: item.id,
        title: `${item.id}：${item.for}`,
        summary: `时间：${item.hours}`,
        at: permitAt.hotline(),
        basis: sources(item.sources),
      },
      facets: noFacets,
      phrases: [...phrases('synonym', [item.id]), ...phrases('question', [item.for])],
    })),
  ];
}

/** Figures and short facts of a page (数字), each with its year and what it rests on, to be shown with the page. */
export function figuresOf(catalog: Catalog, facts: readonly Fact[]): Figure[] {
  return facts.map(({ id, label, value, unit, asOf, clause, source, note }) => ({
    label,
    value: formatValue({ value, unit }),
    at: id === undefined ? 'results' : `fact-${id}`,
    ...(asOf !== undefined && { when: formatDate(asOf) }),
    ...(note !== undefined && { note }),
    basis: basisOf(catalog, { clauses: clause ? [clause] : [], sources: source ? [source] : [] }),
  }));
}

/** Paragraphs and items of lists, each with its section and what it rests on. What shows a figure is no text without it. */
export function passagesOf(catalog: Catalog, kind: PageKind, entry: Entry<unknown>): Passage[] {
  return pageSections(kind, entry).flatMap(({ id, nodes }) =>
    blocksOf({ type: 'root', children: nodes }).flatMap(({ text, tagName, references }): Passage[] => {
      const ids = (wanted: string) => references.flatMap(({ tag, to }) => (tag === wanted ? to : []));
      if ((tagName !== 'p' && tagName !== 'li') || ids('Fact').length > 0) return [];
      const basis = basisOf(catalog, { clauses: ids('Clause'), sources: ids('Source') });
      return [basis.length > 0 ? [text, id, basis] : [text, id]];
    }),
  );
}

interface Fact {
  id?: string;
  label: string;
  value: string | number;
  unit?: string | undefined;
  asOf?: string | undefined;
  clause?: string | undefined;
  source?: string | undefined;
  note?: string | undefined;
}

/** What a figure is found by: its label, and its value where that is words. */
export const figureWords = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ label, value }) => (typeof value === 'string' ? [label, value] : [label]));

/** The aims of the guidance and what became of them. */
export function targetEntries(catalog: Catalog): IndexEntry[] {
  return catalog.targets.map((target) => ({
    card: {
      kind: 'figure',
      id: target.id,
      title: target.title,
      summary: target.outcome,
      at: `${urls.fixed('targets')}#${target.id}`,
      basis: basisOf(catalog, { clauses: [target.clause], sources: [] }),
    },
    facets: noFacets,
    phrases: phrases('synonym', [target.title]),
    text: [target.scope, target.outcome],
  }));
}

function basisOf(catalog: Pick<Catalog, 'clause' | 'source'>, { clauses, sources }: Basis): NonNullable<Card['basis']> {
  return [
    ...clauses.map((id): [string, string] => [catalog.clause(id).label, urls.clause(id)]),
    ...sources.map((id): [string, string] => [sourceLabel(catalog.source(id)), urls.source(id)]),
  ];
}
