import { plainText } from '#domain/model/body.ts';
import type { Place, Policy } from '#domain/model/types.ts';
import type { Clause } from '#schemas/entries.ts';

/**
 * Places that an explainer speaks of (讲到的地方), in the order given: its own words, its questions or one of its clauses name
 * them. Names are looked up at each place of the text, so that it costs the same however many places there are.
 */
export function placesSpokenOf(policy: Policy, clauses: readonly Clause[], places: readonly Place[]): Place[] {
  const byName = new Map(places.flatMap((place) => namesOf(place).map((name) => [name, place.id] as const)));
  const lengths = [...new Set([...byName.keys()].map((name) => name.length))];
  const { title, summary, notice, questions } = policy.data;
  const own = clauses.filter(({ id }) => policy.data.clauses.includes(id)).map(({ gist }) => gist);
  const text = [title, summary, notice, plainText(policy.body), ...questions.flatMap(({ q, a }) => [q, a]), ...own];
  const found = new Set(text.flatMap((part) => idsIn(part, byName, lengths)));
  return places.filter(({ id }) => found.has(id));
}

/** 乌拉街 and 乌拉街满族镇; 桦甸市 is also spoken of as 桦甸. */
function namesOf({ data: { title, officialName } }: Place): string[] {
  const short = title.replace(/[县市镇乡村]$/u, '');
  return [...new Set([title, officialName, ...(short.length > 1 ? [short] : [])])];
}

function idsIn(text: string, byName: ReadonlyMap<string, string>, lengths: readonly number[]): string[] {
  return Array.from({ length: text.length }, (_, at) =>
    lengths.flatMap((length) => byName.get(text.slice(at, at + length)) ?? []),
  ).flat();
}
