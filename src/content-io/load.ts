import { type CheckOptions, checkContent } from '#domain/checks/check-content.ts';
import { sortFaults } from '#domain/model/faults.ts';
import type { Content, Fault } from '#domain/model/types.ts';
import { entryFinder, isUnread } from '#domain/model/content.ts';
import { isKnownAddress } from '#domain/site/urls.ts';
import { pageKindNames } from '#schemas/kinds.ts';
import { checkEssays } from './essays.ts';
import { checkGuidance } from './guidance.ts';
import { checkGlyphs } from './glyphs.ts';
import { checkPhotos, checkRecordings, checkUnused } from './photos.ts';
import { readPublished } from './published.ts';
import { readContent } from './read.ts';
import { readRedirects } from './redirects.ts';

export interface Loaded {
  content: Content;
  errors: Fault[];
  warnings: Fault[];
}

/** Reads everything and checks that it agrees. A file that cannot be read is not also blamed for being missing. */
export function loadContent(contentDir: string, dataDir: string, options: CheckOptions): Loaded {
  const { content, faults } = readContent(contentDir, dataDir);
  const all = sortFaults([...faults, ...beyond(faults, checkAll(content, dataDir, options))]);
  return {
    content,
    errors: all.filter(({ severity }) => severity === 'error'),
    warnings: all.filter(({ severity }) => severity === 'warning'),
  };
}

/** What the checks find where the reading found nothing: of one place only the cause is told. */
export function beyond(read: readonly Fault[], found: readonly Fault[]): Fault[] {
  const told = new Set(read.map(({ path, line }) => `${path}:${line}`));
  return found.filter(({ path, line }) => !told.has(`${path}:${line}`));
}

/** What was read agrees with itself, with the redirects and with what was published. */
export function checkAll(content: Content, dataDir: string, options: CheckOptions): Fault[] {
  const { redirects, faults } = readRedirects(dataDir, (address) => isPage(content, address));
  const ledgers = readPublished(dataDir, redirects);
  return [...faults, ...ledgers.faults, ...checkContent(content, { ...options, published: ledgers.published })];
}

/** Whether an address has a page now; undefined where that is not known here. */
function isPage(content: Content, address: string): boolean | undefined {
  const hasEntry = entryFinder(content);
  if (isKnownAddress(address, hasEntry)) return true;
  const [kind, id, ...more] = address.split('/').filter((part) => part !== '');
  return id !== undefined && more.length === 0 && pageKindNames.some((name) => name === kind) ? false : undefined;
}

/** The same with all that stands beside: photographs are opened and looked at, the site's own texts are read. */
export async function loadSite(contentDir: string, dataDir: string, options: CheckOptions): Promise<Loaded> {
  const loaded = loadContent(contentDir, dataDir, options);
  const errors = [
    ...loaded.errors,
    ...checkGlyphs(loaded.content),
    ...(await checkPhotos(loaded.content)),
    ...checkRecordings(loaded.content),
    ...checkEssays('src/pages', loaded.content),
    ...(isUnread(loaded.content, 'clauses') ? [] : checkGuidance(loaded.content.clauses.map(({ data }) => data))),
  ];
  const warnings = [...loaded.warnings, ...checkUnused(contentDir, loaded.content)];
  return { ...loaded, errors: sortFaults(errors), warnings: sortFaults(warnings) };
}
