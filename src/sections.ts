import type { PageText } from '#search/index/entries.ts';

/** Columns (栏目) of the site: the main menu, and the page labels of 《政府网站发展指引》. */
export const sections = {
  policies: { label: '政策导读', columnType: '政策解读', about: '逐条讲文件说了什么、和谁有关、后来怎样' },
  questions: { label: '问答', columnType: '回应关切', about: '大家常问的话，和有依据的回答' },
  permit: { label: '居住证', columnType: '办事服务', about: '外来务工的人能用什么服务、怎么办居住证' },
  places: { label: '镇村', columnType: '概况信息', about: '文件点到的县、镇、乡、村和街道' },
  cases: { label: '案例', columnType: '工作动态', about: '见诸报道的做法和数字' },
  document: { label: '条款', columnType: '政策文件', about: '文件的条款和要点' },
  data: { label: '数据', columnType: '数据发布', about: '可以下载的表格和出处' },
  about: { label: '关于本站', columnType: '概况信息', about: '本站是什么、怎么写、怎么更正' },
} as const;
export type SectionName = keyof typeof sections;
export const menu = [
  'policies',
  'questions',
  'permit',
  'places',
  'cases',
  'document',
  'data',
] as const satisfies SectionName[];

/** Lists and tools of the site that search may answer with, beside what writers wrote. */
export const listPages: readonly PageText[] = [
  { id: 'permit', title: '居住证：能用什么，怎么办', about: sections.permit.about },
  { id: 'policies', title: sections.policies.label, about: sections.policies.about },
  { id: 'questions', title: '大家常问的', about: sections.questions.about },
  { id: 'places', title: sections.places.label, about: sections.places.about },
  { id: 'cases', title: sections.cases.label, about: sections.cases.about },
  { id: 'document', title: sections.document.label, about: sections.document.about },
  { id: 'data', title: sections.data.label, about: sections.data.about },
  { id: 'targets', title: '目标和结果', about: '文件提出的目标，和查到的结果' },
  { id: 'matrix', title: '地方和角色对照表', about: '每个地方在文件里有哪几个身份' },
  { id: 'posters', title: '海报', about: '打印出来贴在村口、社区和工地' },
  { id: 'pictures', title: '一图读懂', about: '一页一张长图，存下来发给别人' },
  { id: 'charts', title: '图表', about: '案例、目标和镇村的数字画成的图，给报纸和电视用' },
  { id: 'radio', title: '广播稿', about: '给村里的大喇叭念' },
  { id: 'offline', title: '没网也能看', about: '把本站存在手机和电脑上' },
  { id: 'sources', title: '出处', about: '本站用到的全部出处' },
  { id: 'glossary', title: '名词解释', about: '文件里的难词，用平常话说' },
  { id: 'about', title: sections.about.label, about: sections.about.about },
  { id: 'unknown', title: '没查到的，和怎么去问', about: '本站没有查到、文件没有说的事，每一件可以照着申请信息公开' },
  { id: 'corrections', title: '更正', about: '本站写错过什么，哪天改的，原来怎么写' },
  { id: 'accessibility', title: '无障碍声明', about: '大字、读屏、键盘怎么用' },
];
