import type { Finder } from '#outputs/search-index.ts';

/** A build begins the finder before Astro bundles the pages that ask for it: only the global object is common to them. */
const shared = globalThis as { [key: symbol]: Promise<Finder> | undefined };
const here = Symbol.for('jilin-small-towns.finder');

export function shareFinder(finder: Promise<Finder>): void {
  shared[here] = finder;
}

/** The finder that was begun, if any was. */
export function finderAhead(): Promise<Finder> | undefined {
  return shared[here];
}
