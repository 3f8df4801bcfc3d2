import { type SourceKind, sourceKinds } from '#schemas/vocabulary.ts';

interface Citable {
  title: string;
  outlet: string;
  date?: string | undefined;
  kind: SourceKind;
  url?: string | undefined;
  author?: string | undefined;
}

/**
 * A reference after GB/T 7714—2025: half-width 「. 」 and 「[ ]」, full-width 「，：（）」.
 * A part that is unknown is left out, never filled in.
 */
export function citation({ title, outlet, date, kind, author }: Citable): string {
  const { mark } = sourceKinds[kind];
  const carrier = outlet.replace(/[（(](?:转载|镜像).*$/u, '');
  if (mark === 'N') return `${author ? `${author}. ` : ''}${title}[N]. ${carrier}${date ? `，${date}` : ''}.`;
  return `${author ?? carrier}. ${title}[${mark}].${date ? ` （${date}）.` : ''}`;
}
