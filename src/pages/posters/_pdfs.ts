import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Poster, postersOf } from '#domain/poster.ts';
import { type Paper, papers } from '#domain/urls.ts';
import { catalog } from '#catalog';
import { absolute, operator, site, urls } from '#site';

export const posters = postersOf(catalog);

/** Page a poster leads to. */
export function target({ kind, id }: Poster): string {
  return absolute(kind === 'permit' ? urls.fixed('permit') : urls.entry(kind, id));
}

const look = ['src/components/PosterSheet.astro', 'src/styles/poster.css', 'src/styles/print.css']
  .map((file) => readFileSync(file, 'utf-8'))
  .join('');

/** Changes with anything that shows on the sheet: a PDF made before that is no longer offered. */
export function posterKey(poster: Poster): string {
  const shown = JSON.stringify([poster, target(poster), operator.name, site, look]);
  return createHash('sha256').update(shown).digest('hex').slice(0, 12);
}

/** Where `npm run posters` leaves a PDF; the sheet carries the key, so that the script need not work it out. */
export const pdfFile = (poster: Poster, paper: Paper) =>
  `.cache/posters/${poster.kind}-${poster.id}-${paper}-${posterKey(poster)}.pdf`;

/** Sizes a current PDF exists of. */
export function madePdfs(poster: Poster): Paper[] {
  return (Object.keys(papers) as Paper[]).filter((paper) => existsSync(pdfFile(poster, paper)));
}
