import { isDeepStrictEqual } from 'node:util';
import type { FormGroup, FormValue } from './form-values.ts';

/** What two people made of the same form: what only one of them changed is taken; where both did, mine stays and is named. */
export function mergeForms(base: FormGroup, theirs: FormGroup, mine: FormGroup): { form: FormGroup; both: string[] } {
  const both: string[] = [];
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.flatMap((key): [string, FormValue][] => {
    if (!(key in mine)) return theirs[key] === undefined ? [] : [[key, theirs[key]]];
    const [was, other, own] = [base[key], theirs[key], mine[key]];
    const isTheirs = isDeepStrictEqual(plain(own), plain(was));
    const isMine = isDeepStrictEqual(plain(other), plain(was)) || isDeepStrictEqual(plain(other), plain(own));
    if (!isTheirs && !isMine) both.push(key);
    const taken = isTheirs ? other : own;
    return taken === undefined ? [] : [[key, taken]];
  });
  return { form: Object.fromEntries(merged), both };
}

/** Without the places of items, which are the form's own. */
function plain(value: FormValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === '#' ? [] : [[key, plain(one)]])));
}
