import { catalog } from '#catalog';
import { sourcePages } from '#domain/lists.ts';
import { createUrls } from '#domain/urls.ts';
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

export const urls = createUrls(import.meta.env.BASE_URL.replace(/\/*$/, '/'), sourcePages(catalog.sources.length));
export const absolute = (path: string) => new URL(path, import.meta.env.SITE).href;

/** Who answers for the pages in citations and data: the operator once there is one, the site until then. */
export const publisher = { name: operator.name || site.name, site: site.name };
/** The guidance as data and citations point at it. */
export const guidance = { document: site.document, issuer: site.issuer, url: absolute(urls.fixed('document')) };

/** Columns (栏目) of the site: the main menu, and the page labels of 《政府网站发展指引》. */
export const sections = {
  policies: { label: '政策导读', columnType: '政策解读', about: '逐条讲文件说了什么、和谁有关、后来怎样' },
  permit: { label: '居住证', columnType: '办事服务', about: '外来务工的人能用什么服务、怎么办居住证' },
  places: { label: '镇村', columnType: '概况信息', about: '文件点到的县、镇、乡、村和街道' },
  cases: { label: '案例', columnType: '工作动态', about: '见诸报道的做法和数字' },
  document: { label: '条款', columnType: '政策文件', about: '文件的条款和要点' },
  data: { label: '数据', columnType: '数据发布', about: '可以下载的表格和出处' },
  about: { label: '关于本站', columnType: '概况信息', about: '本站是什么、怎么写、怎么更正' },
} as const;
export type SectionName = keyof typeof sections;
export const menu = ['policies', 'permit', 'places', 'cases', 'document', 'data'] as const satisfies SectionName[];
