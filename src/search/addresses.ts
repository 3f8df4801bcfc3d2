import { type FixedPage, type Urls, fixedPages } from '#domain/site/urls.ts';
import { pageKinds } from '#schemas/kinds.ts';
import type { Card } from './files.ts';
import { pageKindOf } from './kinds.ts';

/** Address of what was found. */
export function addressOf({ kind, id }: Pick<Card, 'kind' | 'id'>, urls: Urls): string {
  const page = pageKindOf(kind);
  if (page !== undefined) return urls.entry(page, id);
  if (kind === 'clause') return urls.clause(id);
  if (kind === 'term') return urls.term(id);
  return id in fixedPages ? urls.fixed(id as FixedPage) : urls.fixed('home');
}

/** Kind and id of a page by its address below the base, e.g. places/wulajie/; undefined for pages of the checker. */
export function pageAt(path: string): Pick<Card, 'kind' | 'id'> | undefined {
  const [first = '', second, ...more] = path.split('/').filter((part) => part !== '');
  if (first in pageKinds && second !== undefined && more.length === 0) {
    return { kind: pageKinds[first as keyof typeof pageKinds].search.kind, id: second };
  }
  const fixed = Object.entries(fixedPages).find(
    ([, parts]) => parts.join('/') === [first, second].filter(Boolean).join('/'),
  );
  return fixed && more.length === 0 && first !== '' ? { kind: 'page', id: fixed[0] } : undefined;
}
