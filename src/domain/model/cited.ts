import { referencesIn } from './body.ts';
import { type PageEntry, pageEntries } from './content.ts';
import type { Content } from './types.ts';

/** Ids of the clauses a page cites, in its front matter or its prose. */
export function clausesCitedBy({ entry }: PageEntry): Set<string> {
  const ids = referencesIn(entry.body)
    .filter(({ tag }) => tag === 'Clause')
    .map(({ to }) => to);
  const data = entry.data;
  if ('clauses' in data) ids.push(...data.clauses);
  if ('roles' in data) ids.push(...data.roles.flatMap(({ clause, also }) => [clause, ...also]));
  if ('questions' in data) ids.push(...data.questions.flatMap(({ clauses }) => clauses));
  if ('caveat' in data && data.caveat) ids.push(...data.caveat.clauses);
  if ('facts' in data) ids.push(...data.facts.flatMap(({ clause }) => clause ?? []));
  if ('replaced' in data) ids.push(...data.replaced.map(({ clause }) => clause));
  return new Set(ids);
}

/** Ids of the sources a page cites, in its front matter or its prose. */
export function sourcesCitedBy({ entry }: PageEntry): Set<string> {
  const ids = referencesIn(entry.body)
    .filter(({ tag }) => tag === 'Source')
    .map(({ to }) => to);
  const data = entry.data;
  if ('facts' in data)
    ids.push(...data.facts.flatMap(({ source, alsoIn }) => [...(source ? [source] : []), ...alsoIn]));
  if ('questions' in data) ids.push(...data.questions.flatMap(({ sources }) => sources));
  if ('caveat' in data && data.caveat) ids.push(...data.caveat.sources);
  if ('replaced' in data) ids.push(...data.replaced.map(({ basis }) => basis.source));
  if ('sources' in data) ids.push(...data.sources);
  if ('results' in data) ids.push(...data.results.map(({ source }) => source));
  if ('people' in data) ids.push(...data.people.map(({ source }) => source));
  if ('firstReported' in data) ids.push(data.firstReported);
  if ('positionSource' in data && data.positionSource) ids.push(data.positionSource);
  return new Set(ids);
}

/** Ids of all sources that anything in the content cites. */
export function citedSources(content: Content): Set<string> {
  const used = new Set(pageEntries(content).flatMap((page) => [...sourcesCitedBy(page)]));
  for (const { data } of [...content.glossary, ...content.targets]) for (const id of data.sources) used.add(id);
  return used;
}
