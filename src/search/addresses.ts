import { type FixedPage, type Urls, fixedPages } from '#domain/site/urls.ts';
import type { Card } from './files.ts';
import type { ResultKind } from './kinds.ts';

/** Address of what was found. */
export function addressOf({ kind, id }: Pick<Card, 'kind' | 'id'>, urls: Urls): string {
  switch (kind) {
    case 'policy':
      return urls.policy(id);
    case 'place':
      return urls.place(id);
    case 'cluster':
      return urls.cluster(id);
    case 'case':
      return urls.case(id);
    case 'clause':
      return urls.clause(id);
    case 'term':
      return urls.term(id);
    case 'page':
      return id in fixedPages ? urls.fixed(id as FixedPage) : urls.fixed('home');
  }
}

const folders: Record<string, ResultKind> = { policies: 'policy', places: 'place', clusters: 'cluster', cases: 'case' };

/** Kind and id of a page by its address below the base, e.g. places/wulajie/; undefined for pages of the checker. */
export function pageAt(path: string): Pick<Card, 'kind' | 'id'> | undefined {
  const [first = '', second, ...more] = path.split('/').filter((part) => part !== '');
  const kind = folders[first];
  if (kind !== undefined && second !== undefined && more.length === 0) return { kind, id: second };
  const fixed = Object.entries(fixedPages).find(
    ([, parts]) => parts.join('/') === [first, second].filter(Boolean).join('/'),
  );
  return fixed && more.length === 0 && first !== '' ? { kind: 'page', id: fixed[0] } : undefined;
}
