import tokens from '#styles/tokens.css?raw';
import { coloursOf } from '#render/colours.ts';
import { createUrls } from '#domain/site/urls.ts';
import { operator } from './operator.ts';

export { operator };
/** Only a government site has an identification code (网站标识码). */
export const isGovernment = operator.siteIdCode !== '';

export const site = {
  name: '吉林市小城镇政策知识站',
  short: '小城镇知识站',
  description: '用平常话讲清吉林市县城和小城镇的政策：讲文件的话注明条款，别处的话注明出处，查不到的就说查不到。',
  /** Name of the guidance and its issuer as the text gives them; it gives no number and no date. */
  document: '关于加强全市县级中心城市及小城镇规划建设的指导意见',
  issuer: '吉林市人民政府办公厅',
  author: '条文导读',
} as const;

export const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'));
export const absolute = (path: string) => new URL(path, import.meta.env.SITE).href;

/** Colours of the light scheme by name, as tokens.css has them; those of the dark one are for dark ground. */
export const colour = coloursOf(tokens, 'light');
export const colourOnDark = coloursOf(tokens, 'dark');

/** Who answers for the pages in citations and data: the operator once there is one, the site until then. */
export const publisher = { name: operator.name || site.name, site: site.name };
/** The guidance as data and citations point at it. */
export const guidance = { document: site.document, issuer: site.issuer, url: absolute(urls.fixed('document')) };

export * from './sections.ts';
