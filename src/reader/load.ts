import { type CheckOptions, checkContent } from '#domain/checks/index.ts';
import type { Content } from '#domain/content.ts';
import { type Fault, sortFaults } from '#domain/faults.ts';
import { readContent } from './read-content.ts';

export interface Loaded {
  content: Content;
  errors: Fault[];
  warnings: Fault[];
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
