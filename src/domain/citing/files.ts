import { sourceKinds } from '#schemas/vocabulary.ts';
import { type Reference, type Work, outletOf } from './citations.ts';

const bibTeXSpecial = /[&%$#_{}]/gu;

/** Text as BibTeX reads it; the second braces keep a name of a body (机构) whole. */
function braced(text: string): string {
  return `{${text.replaceAll(bibTeXSpecial, String.raw`\$&`)}}`;
}

/** BibTeX entry (文献管理软件用). An unknown field is left out. */
export function bibTeX(key: string, work: Work): Reference {
  const { date, kind, url, author } = work;
  const { name } = outletOf(work.outlet);
  const paper = sourceKinds[kind].mark === 'N';
  const field = (label: string, value: string | undefined) => (value ? `  ${label} = ${value},\n` : '');
  const [year, month] = (date ?? '').split('-');
  return {
    before:
      `@${paper ? 'article' : 'misc'}{${key},\n` +
      field('author', author || !paper ? `{${braced(author ?? name)}}` : undefined) +
      field('title', `{${braced(fullTitle(work))}}`) +
      field('journal', paper ? braced(name) : undefined) +
      field('year', year && `{${year}}`) +
      field('month', month && `{${Number(month)}}`) +
      field('url', url && `{${url}}`),
    accessed: url ? '  urldate = {YYYY-MM-DD},\n' : '',
    after: '  language = {chinese}\n}\n',
  };
}

/** Type of reference (TY) by kind of source; a page of ours is an electronic source. */
const risTypes = {
  'policy-doc': 'GOVDOC',
  'law-text': 'STAT',
  government: 'GOVDOC',
  newspaper: 'NEWS',
  encyclopedia: 'ENCYC',
  dataset: 'DATA',
  other: 'ELEC',
} as const satisfies Record<Work['kind'], string>;

/** RIS entry (EndNote、Zotero 用). Days are written 2026/11/24, a missing part stays empty: 2026/11/. */
export function ris(work: Work): Reference {
  const { date, kind, url, author } = work;
  const { name, page } = outletOf(work.outlet);
  const paper = sourceKinds[kind].mark === 'N';
  const line = (tag: string, value: string | undefined) => (value ? `${tag}  - ${value}\n` : '');
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return {
    before:
      line('TY', risTypes[kind]) +
      line('AU', author ?? (paper ? undefined : name)) +
      line('TI', fullTitle(work)) +
      line('T2', paper ? name : undefined) +
      line('PY', year) +
      line('DA', date && `${year}/${month}/${day}`) +
      line('SP', page) +
      line('UR', url),
    accessed: url ? 'Y2  - YYYY/MM/DD\n' : '',
    after: `LA  - zh-CN\nER  - \n`,
  };
}

function fullTitle({ title, subtitle }: Work): string {
  return subtitle ? `${title}：${subtitle}` : title;
}
