import { hash } from '#domain/model/hash.ts';
import type { Change } from '#schemas/primitives.ts';
import type { Poster } from './poster.ts';

/** Name of a poster in the address of its versions: policies-environment. */
export const posterName = ({ kind, id }: Pick<Poster, 'kind' | 'id'>) => `${kind}-${id}`;

/** Version of a sheet (版本), printed in its code: when it was last changed, and a hash of what stands on it. */
export function posterVersion({ updated, ...said }: Poster): string {
  return `${updated.replaceAll(/\D/g, '')}-${hash(JSON.stringify(said))}`;
}

const pattern = /^\/valid\/([\w-]+)\/(\d{12}-[0-9a-z]+)\/$/;

/** Versions that were published once, from the list of addresses. */
export function printedVersions(addresses: readonly string[]): { poster: string; version: string }[] {
  return addresses.flatMap((address) => {
    const [, poster, version] = pattern.exec(address) ?? [];
    return poster === undefined || version === undefined ? [] : [{ poster, version }];
  });
}

/** What a reader of an old sheet has to know (还能用吗). */
export type Verdict =
  | { state: 'valid' }
  /** What was changed since, the oldest first. */
  | { state: 'changed'; changes: Change[] }
  /** There is no such sheet any more. */
  | { state: 'gone' };

export function verdictOn(version: string, current: Poster | undefined, changes: readonly Change[]): Verdict {
  if (current === undefined) return { state: 'gone' };
  const [when = '', said] = version.split('-');
  if (posterVersion(current).split('-')[1] === said) return { state: 'valid' };
  const since = changes.filter(({ date }) => date.replaceAll(/\D/g, '') > when);
  return { state: 'changed', changes: since };
}
