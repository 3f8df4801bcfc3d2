/**
 * What the page that is being made has read, shared between Astro's bundle and the integrations,
 * which have only the global object in common. Pages are made one after the other.
 */
const shared = globalThis as { [key: symbol]: Set<string> | undefined };
const here = Symbol.for('jilin-small-towns.reads');

export function note(key: string): void {
  shared[here]?.add(key);
}

/** What `make` reads, besides what it gives. */
export async function readsOf<T>(make: () => Promise<T>): Promise<{ made: T; reads: Set<string> }> {
  const reads = new Set<string>();
  shared[here] = reads;
  try {
    return { made: await make(), reads };
  } finally {
    shared[here] = undefined;
  }
}
