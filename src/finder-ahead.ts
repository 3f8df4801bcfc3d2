import type { Finder } from '#outputs/search-index.ts';
import { Shared } from '#reader/shared.ts';

/** The finder, where a build has begun it before Astro bundles the pages that ask for it. */
export const finderAhead = new Shared<Promise<Finder>>('finder');
