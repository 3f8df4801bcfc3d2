import type { Written } from '../model/types.ts';
import type { PageKind } from '#schemas/kinds.ts';
import type { FixedPage } from './urls.ts';

type Parts = Pick<Written, PageKind | 'targets' | 'glossary' | 'permit' | 'sources'>;

/**
 * Pages that a city may do without: where there is nothing to show, neither the page is built nor does anything lead there.
 * The lists of explainers and places always stand: they say what is still to be written.
 */
export function isPresent(parts: Parts, page: FixedPage): boolean {
  switch (page) {
    case 'clusters':
    case 'cases':
    case 'glossary':
    case 'targets':
    case 'sources':
      return parts[page].length > 0;
    case 'matrix':
      return parts.places.length > 0;
    case 'permit':
      return parts.permit.needs.length > 0;
    case 'pictures':
      return parts.policies.length + parts.cases.length + parts.permit.needs.length > 0;
    case 'charts':
      return parts.targets.length > 0 || parts.cases.some(({ data }) => data.results.length > 0);
    case 'posters':
      return parts.policies.length + parts.places.length > 0;
    case 'questions':
      return parts.policies.some(({ data }) => data.questions.length > 0);
    case 'radio':
      return parts.policies.some(({ data }) => data.radio !== undefined);
    default:
      return true;
  }
}
