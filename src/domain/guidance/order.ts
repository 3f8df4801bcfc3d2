import type { Case, Cluster, Place, Policy } from '#domain/model/types.ts';
import type { Clause } from '#schemas/entries.ts';
import type { Role } from '#schemas/city.ts';
import { compareClauseIds } from '#domain/model/clauses.ts';

/** By code unit, which for our ids and dates is what people expect. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a clause names a place among the others; places it does not name come last. */
function placeInClause(clause: Clause | undefined, { data }: Place): number {
  const index = (clause?.terms ?? []).findIndex((term) => data.title.startsWith(term) || term.startsWith(data.title));
  return index < 0 ? Infinity : index;
}

/** By the first clause that gives a place a role, then by where the clause names it. */
export function byGuidanceOrder(clauses: readonly Clause[]): (a: Place, b: Place) => number {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const firstClause = ({ data }: Place) => data.roles.map(({ clause }) => clause).toSorted(compareClauseIds)[0] ?? '';
  return (a, b) => {
    const first = firstClause(a);
    const clause = byId.get(first);
    return (
      compareClauseIds(first, firstClause(b)) ||
      placeInClause(clause, a) - placeInClause(clause, b) ||
      compareText(a.id, b.id)
    );
  };
}

/** Places with a role, in the order in which the role's clause names them. */
export function holders(role: string, places: readonly Place[], clauses: readonly Clause[]): Place[] {
  const isHeld = (place: Place) => place.data.roles.find((held) => held.role === role);
  // The clause that says most of the role names its places in the order people know.
  const first = places.map(isHeld).find((held) => held !== undefined);
  const clause = clauses.find(({ id }) => id === (first?.also.at(-1) ?? first?.clause));
  return places
    .filter(isHeld)
    .map((place) => ({ place, at: placeInClause(clause, place) }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ place }) => place);
}

/** Explainers in the order of the clauses they explain. */
export function byFirstClause(a: Policy, b: Policy): number {
  return compareClauseIds(a.data.clauses[0] ?? '', b.data.clauses[0] ?? '') || compareText(a.id, b.id);
}

/** Clusters in the order of their roles, which is the guidance's. */
export function byRole(roles: readonly Role[]): (a: Cluster, b: Cluster) => number {
  const place = new Map(roles.map(({ id }, index) => [id, index]));
  return (a, b) => (place.get(a.data.role) ?? 0) - (place.get(b.data.role) ?? 0);
}

/** Newest report first; undated cases last. */
export function byReport(a: Case, b: Case): number {
  return compareText(b.data.date ?? '', a.data.date ?? '') || compareText(a.id, b.id);
}
