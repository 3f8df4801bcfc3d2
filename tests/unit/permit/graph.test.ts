import { describe, expect, test, vi } from 'vitest';
import { type QuestionNode, compile } from '#domain/permit/graph.ts';
import { type Answers, judge } from '#domain/permit/judge.ts';
import { measure, walk } from '#domain/permit/measure.ts';
import { retiredNodes } from '#domain/permit/retired.ts';
import { combinations } from '#domain/permit/table.ts';
import type { Decision, PermitModel, PermitQuestion } from '#schemas/permit.ts';
import { model } from './tables.ts';

// Whole spaces take a second or two; a busy machine must not fail them.
vi.setConfig({ testTimeout: 60_000 });

const graph = compile(model);
const everyone = combinations(model.questions);
const keyOf = (answers: Answers) => model.questions.map(({ id }) => answers[id]).join();
const outcomes = new Map(everyone.map((answers) => [keyOf(answers), JSON.stringify(judge(model, answers))]));
const nodes = [...graph.nodes.values()];
const results = nodes.filter((node) => node.kind === 'result');

/** The model with one question on every page. */
const unfolded: PermitModel = {
  ...model,
  questions: model.questions.map((question) => ({
    ...question,
    options: question.options.map(({ id, text, short }) => ({ id, text, short })),
  })),
};

const questionsOn = ({ question, choices }: QuestionNode) =>
  new Set([question, ...choices.map((choice) => choice.question)]);

/** The questions asked on a page or on any that can follow it. */
const askedFrom = (id: string, known = new Map<string, Set<PermitQuestion>>()): Set<PermitQuestion> => {
  const node = graph.nodes.get(id);
  if (node?.kind !== 'question') return new Set();
  const later = node.choices.flatMap(({ to }) => [...(known.get(to) ?? askedFrom(to, known))]);
  const asked = new Set([...questionsOn(node), ...later]);
  known.set(id, asked);
  return asked;
};

describe('all 6,144 combinations', () => {
  test('there are 6,144 of them', () => {
    expect(everyone).toHaveLength(6144);
  });

  test('walked through the graph give exactly what judge() gives', () => {
    for (const answers of everyone) {
      const result = walk(graph, answers).at(-1);
      expect(result?.kind === 'result' && JSON.stringify(result.outcome)).toBe(outcomes.get(keyOf(answers)));
    }
  });

  test('arrive where they should by taking the first link that fits, which is all a program can see', () => {
    for (const answers of everyone) {
      let node = graph.nodes.get('start');
      while (node?.kind === 'question') {
        const first = node.choices.find(({ question, option }) => answers[question.id] === option.id);
        node = graph.nodes.get(first?.to ?? '');
      }
      expect(node?.kind === 'result' && JSON.stringify(node.outcome)).toBe(outcomes.get(keyOf(answers)));
    }
  });

  test('no question is asked whose answer can no longer change the outcome', () => {
    const useful = new Set<string>();
    const asked = new Set<string>();
    for (const answers of everyone) {
      for (const node of walk(graph, answers)) {
        if (node.kind === 'result') continue;
        for (const { id, options } of questionsOn(node)) {
          const mark = `${node.id} ${id}`;
          asked.add(mark);
          if (useful.has(mark)) continue;
          const others = options.map((option) => outcomes.get(keyOf({ ...answers, [id]: option.id })));
          if (new Set(others).size > 1) useful.add(mark);
        }
      }
    }
    expect([...asked].filter((mark) => !useful.has(mark))).toEqual([]);
    for (const node of nodes) {
      if (node.kind === 'question') expect(new Set(node.choices.map(({ to }) => to)).size).toBeGreaterThan(1);
    }
  });
});

describe('size', () => {
  test('472 questions and 732 results, at most 1,500 pages; different outcomes are different results', () => {
    const { questionPages, resultPages } = measure(graph);
    expect({ questionPages, resultPages }).toEqual({ questionPages: 472, resultPages: 732 });
    expect(questionPages + resultPages).toBeLessThanOrEqual(1500);
    expect(new Set(outcomes.values()).size).toBe(732);
  });

  test('684 results differ in what they list; the rest only in the sentences said', () => {
    const listed = results.map(({ outcome: { now, later, maybe, next } }) => JSON.stringify([now, later, maybe, next]));
    expect(new Set(listed).size).toBe(684);
  });

  test('5 or 6 taps to a result, 5.5625 on average', () => {
    const { fewestTaps, meanTaps, mostTaps, byTaps } = measure(graph);
    expect({ fewestTaps, meanTaps, mostTaps }).toEqual({ fewestTaps: 5, meanTaps: 5.5625, mostTaps: 6 });
    expect([...byTaps]).toEqual([
      [5, 2688],
      [6, 3456],
    ]);
  });

  test('with one question a page no order takes fewer taps, not even one that depends on the answers', () => {
    const { meanTaps, mostTaps } = measure(compile(unfolded));
    expect(meanTaps).toBe(5.6875);
    expect(meanTaps).toBe(fewestTapsOfAnyOrder());
    expect(mostTaps).toBeLessThanOrEqual(7);
  });

  test('the number of questions left is what the longest way takes', () => {
    const left = new Map<string, number>();
    for (const answers of everyone) {
      const path = walk(graph, answers);
      path.forEach(({ id }, place) => left.set(id, Math.max(left.get(id) ?? 0, path.length - 1 - place)));
    }
    for (const node of nodes) {
      if (node.kind === 'question' && left.has(node.id))
        expect([node.id, node.mostLeft]).toEqual([node.id, left.get(node.id)]);
    }
  });
});

describe('your answers (您的回答)', () => {
  test('what a result says of the answers is true of everyone who gets there, and of nobody else', () => {
    for (const answers of everyone) {
      const here = walk(graph, answers).at(-1)?.id;
      const fitting = results.filter(({ trail }) =>
        trail.every(({ question, options }) => options.some(({ id }) => id === answers[question.id])),
      );
      expect(fitting.map(({ id }) => id)).toEqual([here]);
    }
  });

  test('a change keeps every other answer, or says which have to be given again', () => {
    for (const { trail, id } of results) {
      for (const { question, changes } of trail) {
        for (const { option, given, to, again } of changes) {
          const target = graph.nodes.get(to);
          const asked = askedFrom(to);
          expect([id, to, again]).toEqual([
            id,
            to,
            graph.order.filter((each) => asked.has(each) && trail.some((item) => item.question === each)),
          ]);
          const said = new Map(target?.trail.map((item) => [item.question, item.options]));
          for (const { question: other, options } of trail) {
            const there = said.get(other);
            const expected = other === question ? [option] : options;
            const fits = there === undefined || expected.some((each) => there.includes(each));
            expect([id, to, other.id, fits]).toEqual([id, to, other.id, true]);
          }
          if (given) expect(trail.some(({ options }) => options.length > 1 && options.includes(given))).toBe(true);
        }
      }
    }
  });

  test('19 changes of 20 lead straight to another result', () => {
    const changes = results.flatMap(({ trail }) => trail.flatMap((item) => item.changes));
    const straight = changes.filter(({ to }) => graph.nodes.get(to)?.kind === 'result');
    expect(straight.length / changes.length).toBeGreaterThan(0.94);
  });

  test('the link to a question leads to a page that asks it or one before it', () => {
    for (const { trail } of nodes) {
      for (const { question, ask } of trail) {
        const page = graph.nodes.get(ask);
        if (page?.kind !== 'question') throw new Error(`${ask} asks nothing`);
        const place = Math.min(...[...questionsOn(page)].map((each) => graph.order.indexOf(each)));
        expect(place).toBeLessThanOrEqual(graph.order.indexOf(question));
      }
    }
  });

  test('no page is out of reach and no link leads nowhere', () => {
    const linked = new Set(['start']);
    for (const node of nodes) {
      if (node.kind === 'question') for (const { to } of node.choices) linked.add(to);
      for (const { ask, changes } of node.trail)
        for (const to of [ask, ...changes.map((each) => each.to)]) linked.add(to);
    }
    expect([...graph.nodes.keys()].filter((id) => !linked.has(id))).toEqual([]);
    expect([...linked].filter((id) => !graph.nodes.has(id))).toEqual([]);
  });
});

describe('addresses', () => {
  const ids = new Set(graph.nodes.keys());
  test('are short and need no escaping', () => {
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{1,20}$/);
  });

  test('do not move when wording or a rule for everyone changes', () => {
    const reworded = model.decisions.map((decision) => ({ ...decision, say: `${decision.say}以窗口答复为准。` }));
    const added = { id: 'added', when: {}, now: [], later: [], maybe: [], next: [], say: '新加的话。', rules: [] };
    expect(new Set(compile({ ...model, decisions: [...reworded, added] }).nodes.keys())).toEqual(ids);
  });

  test('move only where a new rule splits a page, and the old one still leads to the question now in doubt', () => {
    const when = { hukou: ['outside'], child: ['preschool'] };
    const added: Decision = {
      id: 'added',
      when,
      now: [],
      later: [],
      maybe: [],
      next: [],
      say: '新加的话。',
      rules: [],
    };
    const after = compile({ ...model, decisions: [...model.decisions, added] });
    const gone = [...ids].filter((id) => !after.nodes.has(id));
    expect(gone.length).toBeGreaterThan(0);
    for (const id of gone) expect(id).toMatch(/^h(23|34|234)/);
    for (const id of ids) {
      if (after.nodes.has(id)) expect(after.nearest(id).id).toBe(id);
    }
    const [old = ''] = gone.filter((id) => id.includes('c2') && graph.nodes.get(id)?.kind === 'result');
    expect(after.nearest(old)).toMatchObject({ kind: 'question', question: { id: 'hukou' } });

    // A printed code of the old rules still opens a page; what still exists, or never was a question, is left alone.
    const kept = [...ids].find((id) => id !== 'start' && after.nodes.has(id)) ?? '';
    const published = [
      '/',
      '/residence-permit/',
      '/residence-permit/review/',
      ...[old, kept].map((id) => `/residence-permit/${id}/`),
    ];
    expect(retiredNodes(published, after)).toEqual([{ id: old, to: after.nearest(old) }]);
  });

  test('that were never ours lead to the start', () => {
    for (const id of ['', 'x9', 'h9', 'h', '../etc', 'H4']) expect(graph.nearest(id).id).toBe('start');
  });

  test('of complete answers lead to their result', () => {
    expect(graph.nearest('h4p4s1m2c3i3z2').id).toBe('h4p4s1m2c3i3z123');
  });
});

/** The mean of the best way to ask that there is, the next question chosen anew after each answer; tried whole. */
function fewestTapsOfAnyOrder(): number {
  const sizes = model.questions.map(({ options }) => options.length);
  const known = new Map<string, { taps: number; outcome: string | undefined }>();
  // One place for each question: the option, or -1 where it is not answered. `outcome` is set where it is settled.
  const best = (places: readonly number[]): { taps: number; outcome: string | undefined } => {
    const key = places.join();
    const seen = known.get(key);
    if (seen) return seen;
    const open = [...places.keys()].filter((index) => places[index] === -1);
    let found = { taps: Infinity, outcome: undefined as string | undefined };
    if (open.length === 0) {
      const answers = model.questions.map(({ id, options }, index) => [id, options[places[index] ?? 0]?.id] as const);
      found = { taps: 0, outcome: outcomes.get(keyOf(Object.fromEntries(answers))) };
    }
    for (const index of open) {
      const after = Array.from({ length: sizes[index] ?? 0 }, (_, option) => best(places.with(index, option)));
      const [first] = after;
      if (first?.outcome !== undefined && after.every(({ outcome }) => outcome === first.outcome)) {
        found = first;
        break;
      }
      const taps = 1 + after.reduce((sum, each) => sum + each.taps, 0) / after.length;
      if (taps < found.taps) found = { taps, outcome: undefined };
    }
    known.set(key, found);
    return found;
  };
  return best(sizes.map(() => -1)).taps;
}
