import type { PermitModel, PermitOption, PermitQuestion } from '#schemas/permit.ts';
import { choicesAt, knownAt, placeOf } from './answers.ts';
import { type Asking, type Vertex, reduce, verticesOf } from './decision-diagram.ts';
import type { Outcome } from './judge.ts';
import { knownFromId, nodeId, startId } from './node-id.ts';
import { bestOrder } from './order.ts';
import { tabulate } from './table.ts';
import { type Answered, createTrails } from './trail.ts';

/** A link on a question page. `data-option` is `<question.id>:<option.id>`. */
export interface Choice {
  question: PermitQuestion;
  option: PermitOption;
  /** Set where one tap gives two answers: this one to the page's own question, `option` to the one that follows. */
  after?: PermitOption;
  text: string;
  /** Id of the next page. */
  to: string;
}

export interface QuestionNode {
  kind: 'question';
  id: string;
  question: PermitQuestion;
  choices: Choice[];
  /** Pages with a question left at most, this one included (最多还有几题). */
  mostLeft: number;
  trail: Answered[];
}

export interface ResultNode {
  kind: 'result';
  id: string;
  outcome: Outcome;
  trail: Answered[];
}

export type PermitNode = QuestionNode | ResultNode;

export interface PermitGraph {
  start: QuestionNode;
  /** Every page by id, the start first and a question before what follows it. */
  nodes: ReadonlyMap<string, PermitNode>;
  order: readonly PermitQuestion[];
  /** The page for an address printed before a rule changed: the result, or the first question now in doubt. */
  nearest(id: string): PermitNode;
}

/**
 * The checker as plain pages (逐页问答), compiled from the decisions and never listed by hand.
 * With the rules of 2026-11 there are 1,204 pages: 472 questions and 732 results (684 if the sentences to
 * be said are left out of account). One question a page takes 5.6875 taps on average over all 6,144
 * combinations, and no order takes fewer, not even one that depends on the answers. With 居住登记 on the
 * page of 居住证 (`follow`) it is 5.5625, at least 5 and at most 6.
 */
export function compile(model: PermitModel): PermitGraph {
  const table = tabulate(model);
  const order = bestOrder(table);
  const start = reduce(table, order);
  const known = knownAt(start);
  const knownOf = (vertex: Vertex) => known.get(vertex) ?? new Map();
  const idOf = (vertex: Vertex) => nodeId(knownOf(vertex), model.questions);
  const trailOf = createTrails(start, order, idOf);
  const nodes = new Map<string, PermitNode>();
  const longest = new Map<Vertex, number>();

  for (const vertex of verticesOf(start).reverse()) {
    const id = idOf(vertex);
    if (nodes.has(id)) throw new Error(`两页的网址都是 ${id}：换一种写法，不要让两组回答合成同样的选项`);
    const trail = trailOf(knownOf(vertex));
    if ('outcome' in vertex) {
      nodes.set(id, { kind: 'result', id, outcome: vertex.outcome, trail });
      continue;
    }
    const links = linksAt(vertex);
    const mostLeft = 1 + Math.max(...links.map(({ next }) => longest.get(next) ?? 0));
    longest.set(vertex, mostLeft);
    const choices = links.map(({ next, ...choice }) => ({ ...choice, to: idOf(next) }));
    nodes.set(id, { kind: 'question', id, question: vertex.question, choices, mostLeft, trail });
  }

  const first = nodes.get(startId);
  if (first?.kind !== 'question') throw new Error('没有一题会改变结果：检查 src/data/permit/decisions.yaml');
  const nearest = (id: string) => {
    const meant = knownFromId(id, model.questions);
    return nodes.get(id) ?? (meant && nodes.get(idOf(placeOf(meant, start)))) ?? first;
  };
  return { start: first, nodes: new Map([...nodes].reverse()), order, nearest };
}

type Link = Omit<Choice, 'to'> & { next: Vertex };

/** Options as links; those of a question that follows at once stand last, so that the first link that fits is the right one. */
function linksAt(vertex: Asking): Link[] {
  const { question, to } = vertex;
  const own: Link[] = [];
  const following: Link[] = [];
  for (const [option, next] of choicesAt(vertex)) {
    const shared = to.filter((other) => other === next).length > 1;
    if (shared || !('to' in next) || next.question.id !== option.follow) {
      own.push({ question, option, text: option.text, next });
      continue;
    }
    for (const [second, beyond] of choicesAt(next)) {
      const text = `${option.text}，${next.question.short}${second.text}`;
      following.push({ question: next.question, option: second, after: option, text, next: beyond });
    }
  }
  return [...own, ...following];
}
