import type { Place } from '#domain/model/types.ts';
import type { Clause, Question } from '#schemas/entries.ts';
import { parentClause } from '#domain/model/clauses.ts';
import type { Vocabulary } from '#domain/model/vocabulary.ts';
import { questionId } from '#domain/model/questions.ts';
import type { Change } from '#schemas/primitives.ts';
import { changeText, correctionOf, correctionsOf } from './corrections.ts';
import { toRfc3339 } from './updates.ts';

/** JSON-LD (结构化数据) in the words of schema.org. Unknown properties are left out: no number, no date, no position is made up. */
export type Data = { '@type': string } & Record<string, unknown>;

const context = 'https://schema.org';
export const asDocument = (data: Data): object => ({ '@context': context, ...data });

const area = (name: string): Data => ({ '@type': 'AdministrativeArea', name });

export function breadcrumbs(steps: readonly { label: string; url: string }[]): Data {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: url,
    })),
  };
}

export function website(site: { name: string; description: string; url: string; search: string }): Data {
  return {
    '@type': 'WebSite',
    name: site.name,
    description: site.description,
    url: site.url,
    inLanguage: 'zh-CN',
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.search}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

export interface Guidance {
  document: string;
  issuer: string;
  /** 文号, and the day it was issued, where the text gives them. */
  number?: string | undefined;
  date?: string | undefined;
  /** The city it holds for. */
  city: string;
  url: string;
}

/** The guidance as it is pointed at; a number and a date that it does not bear are left out. */
function legislationRef({ document, number, date, url }: Guidance): Data {
  return {
    '@type': 'Legislation',
    '@id': url,
    name: document,
    url,
    ...(number !== undefined && { legislationIdentifier: number }),
    ...(date !== undefined && { legislationDate: date }),
  };
}

/** The guidance with its clauses, each by its anchor; sub-clauses are parts of their clause. */
export function legislation(guidance: Guidance, clauses: readonly Clause[], clauseUrl: (id: string) => string): Data {
  const parts = (parent: string | undefined): Data[] =>
    clauses
      .filter(({ id }) => parentClause(id) === parent)
      .map(({ id, label, heading }) => {
        const own = parts(id);
        return {
          '@type': 'Legislation',
          '@id': clauseUrl(id),
          name: id === '0' ? heading : `${label} ${heading}`,
          ...(own.length > 0 && { hasPart: own }),
        };
      });
  return {
    ...legislationRef(guidance),
    inLanguage: 'zh-CN',
    legislationType: '规范性文件',
    legislationPassedBy: { '@type': 'GovernmentOrganization', name: guidance.issuer },
    legislationJurisdiction: area(guidance.city),
    hasPart: parts(undefined),
  };
}

export interface Written {
  title: string;
  summary: string;
  published: string;
  updated: string;
  url: string;
  image: string;
  publisher: string;
  changes: readonly Change[];
}

/** Errors that were mended on a page (更正). */
function corrections(changes: readonly Change[]): { correction?: Data[] } {
  const mended = changes.filter((change) => correctionOf(change) !== undefined);
  if (mended.length === 0) return {};
  return {
    correction: mended.map((change) => ({
      '@type': 'CorrectionComment',
      text: changeText(change),
      datePublished: toRfc3339(change.date),
    })),
  };
}

function article({ title, summary, published, updated, url, image, publisher, changes }: Written): Data {
  const body = { '@type': 'Organization', name: publisher };
  return {
    '@type': 'Article',
    headline: title,
    description: summary,
    inLanguage: 'zh-CN',
    datePublished: toRfc3339(published),
    dateModified: toRfc3339(updated),
    mainEntityOfPage: url,
    ...corrections(changes),
    image,
    author: body,
    publisher: body,
  };
}

/** An explainer is about clauses of the guidance. */
export function policyArticle(written: Written, guidance: Guidance, clauseUrls: readonly string[]): Data {
  return {
    ...article(written),
    about: { ...legislationRef(guidance), hasPart: clauseUrls.map((id) => ({ '@id': id })) },
  };
}

/** A case is our account of what others reported, not news of ours. */
export function caseArticle(written: Written, places: readonly string[], sources: readonly string[]): Data {
  return {
    ...article(written),
    about: places.map((name) => ({ '@type': 'Place', name })),
    citation: sources,
  };
}

/** A county is an administrative area; a town is a tourist destination only where the guidance says so. No position is given. */
export function place(of: Vocabulary, { data }: Pick<Place, 'data'>, page: { url: string; image: string }): Data {
  const isCounty = of.level(data.level).is === 'county';
  const touristic = data.roles.some(({ role }) => of.role(role).touristic);
  const city = area(of.city.name);
  return {
    '@type': isCounty ? 'AdministrativeArea' : touristic ? 'TouristDestination' : 'Place',
    name: data.officialName,
    ...(data.officialName !== data.title && { alternateName: data.title }),
    description: data.summary,
    url: page.url,
    image: page.image,
    containedInPlace:
      isCounty || data.county === undefined ? city : { ...area(of.county(data.county).label), containedInPlace: city },
    ...(correctionsOf(data.changes).length > 0 && { mainEntityOfPage: webPage(page.url, data.changes) }),
  };
}

/** The page about something that is no text itself: a place has no corrections, its page has. */
export function webPage(url: string, changes: readonly Change[]): Data {
  return { '@type': 'WebPage', '@id': url, url, ...corrections(changes) };
}

/** The questions of a page, each with its address. */
export function faq(questions: readonly Pick<Question, 'q' | 'a'>[], url: string): Data {
  return {
    '@type': 'FAQPage',
    mainEntity: questions.map(({ q, a }) => ({
      '@type': 'Question',
      url: `${url}#q-${questionId(q)}`,
      name: q,
      acceptedAnswer: { '@type': 'Answer', text: a },
    })),
  };
}

export interface DatasetPage {
  name: string;
  /** The city it covers. */
  city: string;
  about: string;
  url: string;
  updated: string;
  publisher: string;
  /** Address of the licence; empty while the operator has set none. */
  licence: string;
  files: readonly { url: string; mediaType: string }[];
}

export function dataset({ name, city, about, url, updated, publisher, licence, files }: DatasetPage): Data {
  return {
    '@type': 'Dataset',
    name,
    description: about,
    url,
    inLanguage: 'zh-CN',
    dateModified: toRfc3339(updated),
    creator: { '@type': 'Organization', name: publisher },
    spatialCoverage: area(city),
    ...(licence !== '' && { license: licence }),
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      encodingFormat: file.mediaType,
      contentUrl: file.url,
    })),
  };
}
