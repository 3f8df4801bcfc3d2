import type { PageKind } from '#schemas/kinds.ts';
import { type Catalog, createCatalog } from '#domain/model/catalog.ts';
import { plainText, referencesIn } from '#domain/model/body.ts';
import { writtenOf } from '#domain/model/content.ts';
import { formatValue } from '#domain/model/facts.ts';
import { readContent } from '#content-io/read.ts';
import { contentDir, dataDir } from '../../scripts/paths.ts';

/** What is written (CONTENT_DIR takes another tree), joined. */
export function writtenCatalog(): Catalog {
  const { content, faults } = readContent(contentDir, dataDir);
  if (faults.length > 0) throw new Error(`${faults.length} 处差错，先运行 npm run check`);
  return createCatalog(writtenOf(content));
}

/** Everything a reader finds on the page of an entry, e.g. `policies/land`: header texts, prose, gists of cited clauses. */
export function textOf(catalog: Catalog, page: string): string {
  const [kind, id = ''] = page.split('/') as [PageKind, string?];
  const entry = catalog[kind].find((item) => item.id === id);
  if (!entry) return '';
  const { data, body } = entry;
  const cited = referencesIn(body).flatMap(({ tag, to }) => (tag === 'Clause' ? [to] : []));
  const own = 'clauses' in data ? data.clauses : [];
  const shownFacts = 'facts' in data ? data.facts : [];
  const questions = 'questions' in data ? data.questions : [];
  const held = 'roles' in data ? data.roles.map(({ role }) => catalog.role(role).label) : [];
  return [
    data.title,
    data.summary,
    ...held,
    ...('notice' in data ? [data.notice] : []),
    ...('caveat' in data && data.caveat ? [data.caveat.text] : []),
    ...shownFacts.map((fact) => `${fact.label}${formatValue(fact)}`),
    ...questions.flatMap(({ q, a }) => [q, a]),
    // The section 条款和要点 of an explainer.
    ...own.map((clause) => catalog.clause(clause).heading),
    ...[...new Set([...own, ...cited])].map((clause) => catalog.clause(clause).gist),
    plainText(body),
  ]
    .join('\n')
    .replaceAll(/\s+/g, '');
}
