import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Weight {
  kind: string;
  pages: number;
  /** Pages that were packed; all, or one in so many on a large site. */
  packed: number;
  mean: number;
  worst: number;
  /** How many of those packed do not fit into one round trip. */
  over: number;
  worstPage: string;
}

/** One initial congestion window, bytes. */
const budget = 14_600;

/** Bytes of the HTML as it is sent (brotli 11), by kind of page. */
export function weigh(site: string, atMost = 400): Weight[] {
  const kinds = new Map<string, string[]>();
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf-8' })) {
    if (!name.endsWith('.html')) continue;
    const parts = name.split('/');
    const kind = parts.length > 2 ? `${parts[0] ?? ''}/…` : parts.length === 2 ? 'columns' : 'home, 404';
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return [...kinds].map(([kind, names]) => {
    const step = Math.max(1, Math.floor(names.length / atMost));
    const packed = names
      .toSorted()
      .filter((_, n) => n % step === 0)
      .map((name) => ({ name, bytes: pack(join(site, name)) }));
    const worst = packed.reduce((a, b) => (b.bytes > a.bytes ? b : a));
    return {
      kind,
      pages: names.length,
      packed: packed.length,
      mean: Math.round(packed.reduce((sum, { bytes }) => sum + bytes, 0) / packed.length),
      worst: worst.bytes,
      over: packed.filter(({ bytes }) => bytes > budget).length,
      worstPage: `/${worst.name.replace(/index\.html$/, '')}`,
    };
  });
}

const pack = (file: string) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
