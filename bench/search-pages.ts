import type { PageText } from '#outputs/search-entries.ts';

/** The lists and tools that the site's search knows (src/pages/finder/_files.ts), for runs without Astro. */
export const pages: PageText[] = [
  { id: 'permit', title: '居住证：能用什么，怎么办', about: '外来务工的人能用什么服务、怎么办居住证' },
  { id: 'policies', title: '政策导读', about: '逐条讲文件说了什么、和谁有关、后来怎样' },
  { id: 'places', title: '镇村', about: '文件点到的县、镇、乡、村和街道' },
  { id: 'cases', title: '案例', about: '见诸报道的做法和数字' },
  { id: 'document', title: '条款', about: '文件的条款和要点' },
  { id: 'data', title: '数据', about: '可以下载的表格和出处' },
  { id: 'targets', title: '目标和结果', about: '文件提出的目标，和查到的结果' },
  { id: 'glossary', title: '名词解释', about: '文件里的难词，用平常话说' },
];
