import { searchFiles } from '#outputs/search-index.ts';
import { catalog } from '#catalog';
import { sections } from '#site';

/** Lists and tools of the site that search may answer with, beside what writers wrote. */
const pages = [
  { id: 'permit', title: '居住证：能用什么，怎么办', about: sections.permit.about },
  { id: 'policies', title: sections.policies.label, about: sections.policies.about },
  { id: 'places', title: sections.places.label, about: sections.places.about },
  { id: 'cases', title: sections.cases.label, about: sections.cases.about },
  { id: 'document', title: sections.document.label, about: sections.document.about },
  { id: 'data', title: sections.data.label, about: sections.data.about },
  { id: 'targets', title: '目标和结果', about: '文件提出的目标，和查到的结果' },
  { id: 'sources', title: '出处', about: '本站用到的全部出处' },
  { id: 'glossary', title: '名词解释', about: '文件里的难词，用平常话说' },
  { id: 'about', title: sections.about.label, about: sections.about.about },
  { id: 'accessibility', title: '无障碍声明', about: '大字、读屏、键盘怎么用' },
] as const;

export const { version, files } = searchFiles(catalog, pages);
