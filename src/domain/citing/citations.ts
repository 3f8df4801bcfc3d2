import { markedTitle } from '#domain/model/facts.ts';
import { type SourceKind, sourceKinds } from '#schemas/vocabulary.ts';

/** What can be cited (可引用的文献). A part that is unknown is left out, never filled in. */
export interface Work {
  title: string;
  /** The title is a description by this site. */
  titleUnverified?: true | undefined;
  /** 其他题名信息: the clause of a document. */
  subtitle?: string | undefined;
  outlet: string;
  date?: string | undefined;
  kind: SourceKind;
  url?: string | undefined;
  author?: string | undefined;
}

/** The two editions of GB/T 7714 in use; they differ in the width of their marks. */
export const editions = {
  2025: { label: 'GB/T 7714—2025', comma: '，', colon: '：', open: '（', close: '）' },
  2015: { label: 'GB/T 7714—2015', comma: ', ', colon: ': ', open: '(', close: ')' },
} as const;
export type Edition = keyof typeof editions;

/**
 * A text with a place for the day the reader opened the page (引用日期). A build has no clock:
 * a script writes the day into `accessed`, and without script the part is left out.
 */
export interface Reference {
  before: string;
  /** Pattern with YYYY, MM and DD; empty where the day has no place. */
  accessed: string;
  after: string;
}

/** A reference after GB/T 7714: author or body, title[mark], then paper and date, or (date) and address. */
export function reference(work: Work, edition: Edition = 2025): Reference {
  const { comma, colon, open, close } = editions[edition];
  const { subtitle, date, kind, author, url } = work;
  const title = markedTitle(work);
  const { name, page } = outletOf(work.outlet);
  const online = url !== undefined && url !== '';
  const { mark } = sourceKinds[kind];
  const whole = subtitle ? `${title}${colon}${subtitle}` : title;
  const after = online ? `. ${url}.` : '';
  if (mark === 'N') {
    // 报纸名，日期（版次）: the day belongs to the printed paper.
    const printed = date ? `${comma}${date}${page ? `${open}${page}${close}` : ''}` : '';
    const before = `${author ? `${author}. ` : ''}${whole}[${online ? 'N/OL' : 'N'}]. ${name}${printed}`;
    return { before, accessed: online ? accessedPattern : '', after: after || '.' };
  }
  const head = `${author ?? name}. ${whole}[${mark}].`;
  if (date)
    return { before: `${head} ${open}${date}${close}`, accessed: online ? accessedPattern : '', after: after || '.' };
  return online
    ? { before: `${head} `, accessed: `${accessedPattern}. `, after: `${url}.` }
    : { before: head, accessed: '', after: '' };
}
const accessedPattern = '[YYYY-MM-DD]';

/** The reference as it stands without a day of access: how /sources/ lists a work, with the address as a link beside it. */
export function citation(work: Work): string {
  return plainReference(reference({ ...work, url: undefined }));
}

export function plainReference({ before, after }: Reference): string {
  return before + after;
}

/** Name of a paper or site, and the page (版次) where one is given: 江城日报（3版） → 江城日报, 3. Remarks on reprints are no part of the name. */
export function outletOf(outlet: string): { name: string; page?: string } {
  const page = /[（(](\d+)版[^）)]*[）)]/u.exec(outlet);
  if (page?.[1]) return { name: outlet.replace(page[0], ''), page: page[1] };
  return { name: outlet.replace(/[（(](?:转载|镜像|经公开仓库).*$/u, '') };
}
