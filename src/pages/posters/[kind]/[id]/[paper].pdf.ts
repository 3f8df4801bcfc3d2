import { readFileSync } from 'node:fs';
import type { Poster } from '#domain/print/poster.ts';
import type { PaperSize } from '#domain/site/urls.ts';
import { madePdfs, pdfFile, posters } from '../../_pdfs.ts';

/** Posters as files, those that were made. */
export function getStaticPaths() {
  return posters.flatMap((poster) =>
    madePdfs(poster).map((paper) => ({
      params: { kind: poster.kind, id: poster.id, paper },
      props: { poster, paper },
    })),
  );
}

export const GET = ({ props: { poster, paper } }: { props: { poster: Poster; paper: PaperSize } }) =>
  new Response(readFileSync(pdfFile(poster, paper)), { headers: { 'content-type': 'application/pdf' } });
