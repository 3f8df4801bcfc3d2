import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { type Poster, postersOf } from '#domain/print/poster.ts';
import { posterName, posterVersion } from '#domain/print/poster-version.ts';
import { hasOwnPictures } from '#domain/site/share.ts';
import { type PaperSize, paperSizes } from '#domain/site/urls.ts';
import { catalog } from '#catalog';
import { filesBelow } from '#build/files-below.ts';
import { absolute, operator, site, urls } from '#site';

export const posters = postersOf(catalog);
/** Those that can be saved as a picture. */
export const drawn = posters.filter(({ kind }) => kind === 'policies' || kind === 'permit' || hasOwnPictures(catalog));

/** Page a poster leads to. */
export function target({ kind, id }: Poster): string {
  return absolute(kind === 'permit' ? urls.fixed('permit') : urls.entry(kind, id));
}

/** Address in the code of a poster: whether this version can still hang, and from there its page. */
export const codeOf = (poster: Poster) => absolute(urls.valid(posterName(poster), posterVersion(poster)));

const sheet = 'src/components/PosterSheet.astro';
/** What draws the sheet: the component, what it imports (cover, code, dates) and the styles. */
export const look = [
  sheet,
  ...[...readFileSync(sheet, 'utf-8').matchAll(/'#((?:domain|render)\/[\w/-]+\.ts)'/g)].map(
    ([, file]) => `src/${file}`,
  ),
  ...filesBelow('src/styles'),
];
const lookDigest = hash(
  'sha256',
  JSON.stringify([look.map((file) => readFileSync(file, 'utf-8')), operator.name, site]),
);

/** Changes with anything that shows on the sheet: a PDF made before that is no longer offered. */
export function posterKey(poster: Poster): string {
  return hash('sha256', JSON.stringify([poster, poster.art.map(catalog.role), target(poster), lookDigest])).slice(
    0,
    12,
  );
}

const folder = '.cache/posters';
const made = new Set(existsSync(folder) ? readdirSync(folder) : []);

/** Where `npm run posters` leaves a PDF; the sheet carries the key, so that the script need not work it out. */
export const pdfFile = (poster: Poster, paper: PaperSize) => `${folder}/${pdfName(poster, paper)}`;
const pdfName = (poster: Poster, paper: PaperSize) => `${poster.kind}-${poster.id}-${paper}-${posterKey(poster)}.pdf`;

/** Sizes a current PDF exists of. */
export function madePdfs(poster: Poster, files: ReadonlySet<string> = made): PaperSize[] {
  return files.size === 0
    ? []
    : (Object.keys(paperSizes) as PaperSize[]).filter((paper) => files.has(pdfName(poster, paper)));
}
