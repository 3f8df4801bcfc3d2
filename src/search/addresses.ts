import { type FixedPage, type Urls, fixedPages } from '#domain/site/urls.ts';
import { type PageKind, pageKinds } from '#schemas/kinds.ts';
import type { Card } from './files.ts';
import { type ResultKind, pageKindOf } from './kinds.ts';

/** Address of what was found. */
export function addressOf({ kind, id, at }: Pick<Card, 'kind' | 'id' | 'at'>, urls: Urls): string {
  if (at !== undefined) return urls.file(at);
  const page = pageKindOf(kind);
  if (page !== undefined) return urls.entry(page, id);
  if (kind === 'clause') return urls.clause(id);
  if (kind === 'term') return urls.term(id);
  return id in fixedPages ? urls.fixed(id as FixedPage) : urls.fixed('home');
}

/** Kind of a page by its address below the base: places/wulajie/ is a place; lists, tools and the checker are columns. */
export function kindAt(path: string): ResultKind {
  const [first = '', second] = path.split('/').filter((part) => part !== '');
  return first in pageKinds && second !== undefined ? pageKinds[first as PageKind].search.kind : 'page';
}
