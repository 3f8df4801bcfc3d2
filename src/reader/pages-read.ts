import { Shared } from './shared.ts';

/** What the page that is being made has read. Pages are made one after the other. */
const current = new Shared<Set<string>>('reads');

export function note(key: string): void {
  current.value?.add(key);
}

/** What `make` reads, besides what it gives. */
export async function readsOf<T>(make: () => Promise<T>): Promise<{ made: T; reads: Set<string> }> {
  const reads = new Set<string>();
  current.value = reads;
  try {
    return { made: await make(), reads };
  } finally {
    current.value = undefined;
  }
}
