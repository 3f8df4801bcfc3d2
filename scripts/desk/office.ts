import { join } from 'node:path';
import { z } from 'zod';
import { escaped } from '#render/escaped.ts';
import { siteSettings } from '../../src/build/settings.ts';
import { bodyOf, limits } from './guard.ts';
import { page } from './html.ts';
import type { Route } from './server.ts';
import { Refusal, type Workroom, bytesOf, writeWhole } from './store.ts';

/** What this machine is set to (.desk/office.json): no part of the content. */
const officeSchema = z.object({
  siteUrl: z
    .string()
    .refine(
      (text) => siteSettings({ SITE_URL: text }).faults.length === 0,
      '网站的地址写成 https://example.gov.cn，不带用户名、密码和后面的路径',
    )
    .default(''),
  basePath: z
    .string()
    .regex(/^(?:|\/(?:[\w-]+\/)*)$/, '目录写成 /ztzl/xcz/，前后都有斜线')
    .default(''),
  folder: z.string().default(''),
});
export type Office = z.infer<typeof officeSchema>;

const labels: Record<keyof Office, [label: string, help: string]> = {
  siteUrl: ['网站的地址', '例如 https://example.gov.cn。没有定的空着，只能检查和生成。'],
  basePath: ['放在网站的哪个目录', '例如 /ztzl/xcz/；放在根目录的空着。'],
  folder: ['发布到哪个文件夹', '网站服务器读的文件夹，例如 /var/www/towns。没有定的空着，只能检查和生成。'],
};

const fileOf = (workroom: Workroom) => join(workroom.folder, 'office.json');

export function officeOf(workroom: Workroom): Office {
  const text = bytesOf(fileOf(workroom))?.toString('utf-8') ?? '{}';
  return officeSchema.parse(JSON.parse(text));
}

/** 设置: who runs the site and what is only of this city are content; where the site goes is this machine's. */
export const settings: Route = async (desk, request) => {
  const { base, workroom, collections } = desk;
  if (request.method === 'POST') {
    const sent = JSON.parse((await bodyOf(request, 'application/json', limits.form)).toString('utf-8')) as {
      fields?: unknown;
    };
    const result = officeSchema.safeParse(sent.fields);
    if (!result.success) throw new Refusal(result.error.issues.map(({ message }) => message).join('；'));
    writeWhole(fileOf(workroom), Buffer.from(JSON.stringify(result.data, undefined, 2)));
    return { type: 'application/json; charset=utf-8', body: JSON.stringify({ said: '保存好了' }) };
  }
  const office = officeOf(workroom);
  const fields = (Object.keys(labels) as (keyof Office)[]).map((key) => {
    const [label, help] = labels[key];
    return `<div class="field"><label for="${key}">${label}</label><p class="help" id="${key}-h">${help}</p><input id="${key}" name="${key}" data-setting aria-describedby="${key}-h" value="${escaped(office[key])}" /></div>`;
  });
  const files = collections.filter(({ kind }) => kind === 'single');
  return {
    body: page(
      base,
      '设置',
      `<h2>写在内容里的</h2><ul>${files.map(({ key, label }) => `<li><a href="${base}edit/${key}/${key.slice('settings-'.length)}">${label}</a></li>`).join('')}</ul>
<h2>只管这台电脑的</h2>
${fields.join('\n')}
<p><button type="button" class="main" data-post="settings">保存</button></p><p id="said" role="status"></p>`,
    ),
  };
};
