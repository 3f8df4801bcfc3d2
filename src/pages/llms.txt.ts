import { pageKindNames, pageKinds } from '#schemas/kinds.ts';
import { catalog } from '#catalog';
import { absolute, isGovernment, sections, site, urls } from '#site';

const others = (['document', 'permit', 'data'] as const)
  .filter(catalog.has)
  .map((name) => `- [${sections[name].label}](${absolute(urls.fixed(name))})：${sections[name].about}`);

const { targetYear } = catalog.document;

/** The site for language models (llms.txt): what it is, then every page as Markdown. */
export const GET = () =>
  new Response(
    `${[
      `# ${site.name}`,
      `> ${site.description}讲解的是${site.issuer}《${site.document}》。${isGovernment ? '' : '不是政府网站，'}不代替原文；${targetYear === undefined ? '' : `${targetYear}年是文件自己定的目标年份。`}`,
      '文件里说的话后面有〔条款〕，别处查到的话后面有〔出处〕；引用时请一并写上，并写明更新日期。',
      ...pageKindNames
        .filter((kind) => catalog[kind].length > 0)
        .map((kind) =>
          [
            `## ${pageKinds[kind].label}`,
            '',
            ...catalog[kind].map(
              ({ id, data }) => `- [${data.title}](${absolute(urls.markdown(kind, id))})：${data.summary}`,
            ),
          ].join('\n'),
        ),
      ['## 其他', '', ...others].join('\n'),
    ].join('\n\n')}\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
