import { type CheckOptions, checkContent } from '#domain/checks/check-content.ts';
import { sortFaults } from '#domain/model/faults.ts';
import type { Content, Fault } from '#domain/model/types.ts';
import { checkEssays } from './essays.ts';
import { checkPhotos, checkRecordings } from './photos.ts';
import { readContent } from './read.ts';

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

/** The same with all that stands beside: photographs are opened and looked at, the site's own texts are read. */
export async function loadSite(contentDir: string, dataDir: string, options: CheckOptions): Promise<Loaded> {
  const loaded = loadContent(contentDir, dataDir, options);
  const errors = [
    ...loaded.errors,
    ...(await checkPhotos(loaded.content)),
    ...checkRecordings(loaded.content),
    ...checkEssays('src/pages'),
  ];
  return { ...loaded, errors: sortFaults(errors) };
}
