import { lastUpdate } from '#domain/site/updates.ts';
import { catalog } from '#catalog';
import { absolute, publisher, site, urls } from '#site';

export const GET = () =>
  new Response(
    `/* 谁在做 */
${publisher.name === site.name ? '主办单位还没有填写（演示版本，非政府网站）' : publisher.name}
怎么写、怎么核对：${absolute(urls.fixed('about'))}

/* 网站 */
${site.name}
最后更新：${lastUpdate(catalog)}（北京时间）
语言：简体中文
不用小甜饼，不装统计，不向别的网站要东西。
`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
