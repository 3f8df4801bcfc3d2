import tokens from '#styles/tokens.css?raw';
import { coloursOf } from '#render/colours.ts';
import { createUrls } from '#domain/site/urls.ts';
import { dataDir } from '#content-io/folders.ts';
import { needSettings } from '#content-io/read.ts';

const { city, document, operator } = needSettings(dataDir);

export { operator };
/** Only a government site has an identification code (网站标识码). */
export const isGovernment = operator.siteIdCode !== '';

/** Names of the site, of the guidance and its issuer (data/city/). */
export const site = { ...city.site, city: city.name, document: document.title, issuer: document.issuer };

export const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
export const absolute = (path: string) => new URL(path, import.meta.env.SITE).href;

/** Colours of the light scheme by name, as tokens.css has them; those of the dark one are for dark ground. */
export const colour = coloursOf(tokens, 'light');
export const colourOnDark = coloursOf(tokens, 'dark');

/** Who answers for the pages in citations and data: the operator once there is one, the site until then. */
export const publisher = { name: operator.name || site.name, site: site.name };
/** Who signs what is taken away from the site: the operator, or the site, which then says that it is no government's. */
export const signedBy = operator.name || `${site.short}（非政府网站）`;
/** The guidance as data and citations point at it. */
export const guidance = {
  document: document.title,
  issuer: document.issuer,
  number: document.number,
  date: document.date,
  city: city.name,
  url: absolute(urls.fixed('document')),
};

export * from './sections.ts';
