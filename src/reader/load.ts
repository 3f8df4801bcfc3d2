import { type CheckOptions, checkContent } from '#domain/checks/index.ts';
import type { Content } from '#domain/content.ts';
import { type Fault, sortFaults } from '#domain/faults.ts';
import { readContent } from './read-content.ts';

export interface Loaded {
  content: Content;
  errors: Fault[];
  warnings: Fault[];
}

/**
 * What this process has read and found good. A build reads once, for its checks, its sitemap and its pages,
 * which Astro bundles into modules of their own: only the global object is common to them.
 */
const shared = globalThis as { [key: symbol]: Content | undefined };
const here = Symbol.for('jilin-small-towns.content');

export function shareContent(content: Content): void {
  shared[here] = content;
}

export function sharedContent(): Content | undefined {
  return shared[here];
}

/** Reads everything and checks that it agrees. A file that cannot be read is not also blamed for being missing. */
export function loadContent(contentDir: string, dataDir: string, options: CheckOptions): Loaded {
  const { content, faults } = readContent(contentDir, dataDir);
  const tableMissing = content.unreadable.some(({ id }) => id === undefined);
  const all = sortFaults([...faults, ...(tableMissing ? [] : checkContent(content, options))]);
  return {
    content,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
  };
}
