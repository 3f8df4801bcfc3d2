import type { PermitOption, PermitQuestion } from '#schemas/permit.ts';
import { type Asking, type Vertex, verticesOf } from './decision-diagram.ts';

/**
 * What a page knows of the answers (您的回答): for each question the options that can have led to it.
 * Pages are shared, so there may be several; a question that is left out may have had any answer or none.
 */
export type Known = ReadonlyMap<PermitQuestion, readonly PermitOption[]>;

/** What is known at each vertex: everything that some way leading there has in it, and nothing else. */
export function knownAt(start: Vertex): Map<Vertex, Known> {
  const known = new Map<Vertex, Known>([[start, new Map()]]);
  for (const vertex of verticesOf(start)) {
    if (!('to' in vertex)) continue;
    const here = known.get(vertex) ?? new Map();
    for (const [option, next] of choicesAt(vertex)) {
      const arriving = new Map(here).set(vertex.question, [option]);
      const before = known.get(next);
      known.set(next, before ? either(before, arriving) : arriving);
    }
  }
  return known;
}

export function choicesAt({ question, to }: Asking): [PermitOption, Vertex][] {
  return question.options.flatMap((option, index) => {
    const next = to[index];
    return next ? [[option, next] as [PermitOption, Vertex]] : [];
  });
}

function either(a: Known, b: Known): Known {
  const both = new Map<PermitQuestion, readonly PermitOption[]>();
  for (const [question, options] of a) {
    const others = b.get(question);
    if (!others) continue;
    const all = question.options.filter((option) => options.includes(option) || others.includes(option));
    if (all.length < question.options.length) both.set(question, all);
  }
  return both;
}

/**
 * Where someone with these answers stands: the result if it is settled, else the question in doubt.
 * This is how one answer is changed and the others are kept, with plain links.
 */
export function placeOf(known: Known, start: Vertex): Vertex {
  const settled = reached(start, known, (vertex) => 'to' in vertex);
  if (settled.length === 1) return settled[0] ?? start;
  // Answers that were shared may part and meet again before the next question nobody has answered.
  const doubtful = reached(start, known, (vertex) => 'to' in vertex && known.has(vertex.question));
  if (doubtful.length === 1) return doubtful[0] ?? start;
  let vertex = start;
  while ('to' in vertex) {
    const [next, ...more] = new Set(openAt(vertex, known));
    if (!next || more.length > 0) return vertex;
    vertex = next;
  }
  return vertex;
}

/** Where the open ways stop that are followed as long as `goesOn`. Two are enough to know that there are several. */
function reached(start: Vertex, known: Known, goesOn: (vertex: Vertex) => boolean): Vertex[] {
  const stops: Vertex[] = [];
  const seen = new Set<Vertex>();
  const visit = (vertex: Vertex): void => {
    if (seen.has(vertex) || stops.length > 1) return;
    seen.add(vertex);
    if ('to' in vertex && goesOn(vertex)) openAt(vertex, known).forEach(visit);
    else stops.push(vertex);
  };
  visit(start);
  return stops;
}

function openAt(vertex: Asking, known: Known): Vertex[] {
  const options = known.get(vertex.question);
  return choicesAt(vertex).flatMap(([option, next]) => (!options || options.includes(option) ? [next] : []));
}
