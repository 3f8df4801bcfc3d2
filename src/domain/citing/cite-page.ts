import type { Catalog } from '#domain/model/catalog.ts';
import { bibTeX, ris } from './files.ts';
import { type Edition, type Reference, type Work, editions, reference } from './citations.ts';

/** Who publishes the pages: the operator once there is one, the site until then. */
export interface Publisher {
  name: string;
  site: string;
}

interface Published {
  title: string;
  updated: string;
}

/** A page of ours as a work: 站名. 题名[EB/OL]. （更新日期）. */
export function pageWork(publisher: Publisher, { title, updated }: Published, url: string): Work {
  return { title, outlet: publisher.name, date: updated.slice(0, 10), kind: 'other', url };
}

interface GuidanceName {
  issuer: string;
  document: string;
  /** 文号 and day of issue, where the text gives them. */
  number?: string | undefined;
  date?: string | undefined;
}

/** The guidance under its issuer; a number and a date that it does not bear are not given. */
export function wholeWork({ issuer, document, number, date, url }: GuidanceName & { url: string }): Work {
  return {
    title: number === undefined ? document : `${document}（${number}）`,
    outlet: issuer,
    ...(date !== undefined && { date }),
    kind: 'policy-doc',
    url,
  };
}

/** A clause: the guidance with the clause as the second part of its title, and the anchor as its address. */
export function clauseWork(guidance: GuidanceName, clause: ReturnType<Catalog['clause']>, url: string): Work {
  const subtitle = clause.id === '0' ? clause.heading : `${clause.label} ${clause.heading}`;
  return { ...wholeWork({ ...guidance, url }), subtitle };
}

/** A published table: [DS/OL], dated by the newest thing in it. */
export function datasetWork(publisher: Publisher, dataset: Published, url: string): Work {
  return { ...pageWork(publisher, dataset, url), kind: 'dataset' };
}

export interface CiteFormat {
  id: string;
  label: string;
  text: Reference;
  /** Lines matter: shown as they stand. */
  lines: boolean;
}

/** All the ways a page offers to cite it, the national standard first. */
export function citeFormats(key: string, work: Work, site: string): CiteFormat[] {
  const standard = (edition: Edition): CiteFormat => ({
    id: `gbt-${edition}`,
    label: editions[edition].label,
    text: reference(work, edition),
    lines: false,
  });
  const link = `${work.title}${work.subtitle ? ` ${work.subtitle}` : ''}，${site}，${work.url ?? ''}`;
  return [
    standard(2025),
    standard(2015),
    { id: 'link', label: '链接', text: { before: link, accessed: '', after: '' }, lines: false },
    { id: 'bibtex', label: 'BibTeX', text: bibTeX(key, work), lines: true },
    { id: 'ris', label: 'RIS', text: ris(work), lines: true },
  ];
}

/** What another site writes to show a page of ours in a frame (嵌入代码). */
export function embedCode({ url, title, height }: { url: string; title: string; height: number }): string {
  const escaped = title.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<iframe src="${url}" title="${escaped}" width="100%" height="${height}" loading="lazy"></iframe>`;
}
