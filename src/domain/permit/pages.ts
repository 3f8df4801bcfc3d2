import type { Need, PermitModel, PermitOption, PermitQuestion } from '#schemas/permit.ts';
import type { Outcome } from './judge.ts';
import { type Known, nextQuestion, outcomeOf, settle } from './known.ts';
import { modelOf } from './model.ts';
import { nodeId } from './node-id.ts';
import { bestOrder } from './order.ts';
import { type Table, tabulate } from './table.ts';
import { phrase } from './wording.ts';

/** A page of the checker, by its need and its id within it; the first page of a need has the id ''. */
export interface PageRef {
  need: string;
  id: string;
}

/** One of 「你的回答」 on a page. */
export interface Answered {
  question: PermitQuestion;
  /** More than one where it makes no difference here which it was. */
  options: readonly PermitOption[];
  text: string;
  /** The page that asks this question or, where none does with the other answers kept, the first page of the need. */
  ask: string;
}

export interface QuestionPage extends PageRef {
  kind: 'question';
  question: PermitQuestion;
  /** Options as links, in their order. `data-option` is `<question.id>:<option.id>`, `to` the id of the next page. */
  choices: { option: PermitOption; to: string }[];
  answered: Answered[];
  /** 第几题: the answers given count, also those given for another need. */
  number: number;
  /** 最多几题, the ones before this included. */
  most: number;
}

export interface ResultPage extends PageRef {
  kind: 'result';
  outcome: Outcome;
  answered: Answered[];
  /** The other needs, each at the first question not answered yet, with the answers that go along. */
  onward: { to: PageRef; kept: string[] }[];
}

export type PermitPage = QuestionPage | ResultPage;

/** All pages of one need, its first page first. */
export interface NeedPages {
  need: Need;
  order: readonly PermitQuestion[];
  table: Table;
  pages: ReadonlyMap<string, PermitPage>;
}

interface Found {
  known: Known;
  number: number;
  asks: PermitQuestion | undefined;
  /** Ids of the next pages, option by option. */
  to: string[];
}
interface Way {
  need: Need;
  order: readonly PermitQuestion[];
  table: Table;
  found: Map<string, Found>;
}

/**
 * The checker as plain pages (逐页问答), compiled need by need from the decisions and never listed by hand: pages of
 * different needs add up, they do not multiply. From every result the answers are taken along into the other needs, which
 * is why a need has pages that its own first page does not lead to.
 */
export function compile(model: PermitModel): ReadonlyMap<string, NeedPages> {
  const ways = model.needs.map((need): Way => {
    const table = tabulate(modelOf(model, need.id));
    return { need, table, order: bestOrder(table), found: new Map() };
  });

  // Results lead into other needs, whose results lead on: until nothing new is found.
  const results: Known[] = [];
  const open = (way: Way, answers: Known, number: number): string => {
    const known = settle(way.table, answers);
    const id = nodeId(known, way.table.questions);
    if (way.found.has(id)) return id;
    const asks = nextQuestion(way.table, way.order, known);
    const found: Found = { known, number, asks, to: [] };
    way.found.set(id, found);
    if (!asks) results.push(known);
    else found.to = asks.options.map((option) => open(way, new Map(known).set(asks, [option]), number + 1));
    return id;
  };
  for (const way of ways) open(way, new Map(), 1);
  for (const known of results) for (const way of ways) enter(way, known);
  function enter(way: Way, answers: Known): string {
    return open(way, answers, settle(way.table, answers).size + 1);
  }

  const pagesOf = (way: Way): [string, PermitPage][] =>
    [...way.found].map(([id, { known, number, asks, to }]) => {
      const ref = { need: way.need.id, id, answered: answeredOn(way, known) };
      if (asks) {
        const choices = asks.options.map((option, index) => ({ option, to: to[index] ?? '' }));
        return [id, { ...ref, kind: 'question', question: asks, choices, number, most: number + left(way, id) - 1 }];
      }
      const onward = ways
        .filter((other) => other !== way)
        .map((other) => {
          const to = enter(other, known);
          const kept = [...(other.found.get(to)?.known ?? [])].map(([question, options]) => phrase(question, options));
          return { to: { need: other.need.id, id: to }, kept };
        });
      return [id, { ...ref, kind: 'result', outcome: outcomeOf(way.table, known), onward }];
    });
  return new Map(
    ways.map((way) => [
      way.need.id,
      { need: way.need, order: way.order, table: way.table, pages: new Map(pagesOf(way)) },
    ]),
  );
}

/** Questions that may still come, the one of the page included. */
function left({ found }: Way, id: string): number {
  const page = found.get(id);
  return page?.asks ? 1 + Math.max(...page.to.map((next) => left({ found } as Way, next))) : 0;
}

/** What is known, in the order of asking, each with the page that asks it again. */
function answeredOn(way: Way, known: Known): Answered[] {
  return way.order.flatMap((question) => {
    const options = known.get(question);
    return options ? [{ question, options, text: phrase(question, options), ask: asking(way, known, question) }] : [];
  });
}

/** Goes from the first page by the other answers until the question is asked, or cannot go on without asking another. */
function asking({ found }: Way, known: Known, question: PermitQuestion): string {
  for (let id = ''; ;) {
    const page = found.get(id);
    const asks = page?.asks;
    const options = asks && asks !== question ? known.get(asks) : undefined;
    const next = new Set(options?.map((option) => page?.to[asks?.options.indexOf(option) ?? -1]));
    const [to, ...others] = next;
    if (to === undefined || others.length > 0 || !found.get(to)?.asks) return id;
    id = to;
  }
}
