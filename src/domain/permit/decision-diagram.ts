import type { PermitQuestion } from '#schemas/permit.ts';
import type { Outcome } from './judge.ts';
import type { Table } from './table.ts';

/** A question with where each option leads, in the order of its options. */
export interface Asking {
  question: PermitQuestion;
  to: Vertex[];
}
export interface Ending {
  outcome: Outcome;
}
export type Vertex = Asking | Ending;

/**
 * A reduced ordered decision diagram (归约有序判定图): for a given order of questions the smallest graph
 * that gives every combination its outcome. Two answers with the same rest lead to the same vertex, and a
 * question whose options all lead to one vertex can no longer change anything and is left out.
 */
export function reduce(table: Table, order: readonly PermitQuestion[]): Vertex {
  const endings = table.outcomes.map((outcome): Ending => ({ outcome }));
  const numbers = new Map<Vertex, number>(endings.map((ending, index) => [ending, index]));
  const askings = new Map<string, Asking>();

  const build = (level: number, place: number): Vertex => {
    const question = order[level];
    if (question === undefined) return required(endings[required(table.at[place])]);
    const stride = required(table.strides.get(question.id));
    const to = question.options.map((_, option) => build(level + 1, place + option * stride));
    const first = required(to[0]);
    if (to.every((vertex) => vertex === first)) return first;
    const key = `${level}:${to.map((vertex) => numbers.get(vertex)).join()}`;
    const known = askings.get(key);
    if (known) return known;
    const asking: Asking = { question, to };
    numbers.set(asking, numbers.size);
    askings.set(key, asking);
    return asking;
  };
  return build(0, 0);
}

/** Every vertex, a question before whatever can follow it. */
export function verticesOf(start: Vertex): Vertex[] {
  const done = new Set<Vertex>();
  const visit = (vertex: Vertex): void => {
    if (done.has(vertex)) return;
    if ('to' in vertex) vertex.to.forEach(visit);
    done.add(vertex);
  };
  visit(start);
  return [...done].reverse();
}

/** The questions that may still be asked from each vertex on, its own included. */
export function questionsFrom(start: Vertex): Map<Vertex, ReadonlySet<PermitQuestion>> {
  const from = new Map<Vertex, ReadonlySet<PermitQuestion>>();
  for (const vertex of verticesOf(start).reverse()) {
    const later = 'to' in vertex ? vertex.to.flatMap((next) => [...(from.get(next) ?? [])]) : [];
    from.set(vertex, new Set('to' in vertex ? [vertex.question, ...later] : later));
  }
  return from;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('判定图里少了一格，这是程序的差错');
  return value;
}
