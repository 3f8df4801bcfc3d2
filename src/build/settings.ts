import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a site that nobody gave an address is served: on this machine. */
const ownMachine = 'http://127.0.0.1:4321';

/** The operator's settings of where the site will stand; a fault is one line that names the setting and says what to write. */
export function siteSettings(env: NodeJS.ProcessEnv): { site: string; base: string; faults: string[] } {
  const site = (env['SITE_URL'] ?? '').trim();
  const base = (env['BASE_PATH'] ?? '').trim();
  const faults = [
    ...fault('SITE_URL', site, siteProblem(site)),
    ...fault('BASE_PATH', env['BASE_PATH'] ?? '', baseProblem(env['BASE_PATH'] ?? '')),
  ];
  return { site: site || ownMachine, base: base || '/', faults };
}

export const siteMissing =
  '（提醒）SITE_URL 没有写，网页里的网址都是这台电脑的 — 正式发布以前写上，例如 SITE_URL=https://www.example.gov.cn';

/** Why a built site is not to be published: its pages name an address that opens on one machine only. */
export function addressFault(site: string): string | undefined {
  // The one file in which a site says nothing but where it stands.
  const robots = readFileSync(join(site, 'robots.txt'), 'utf-8');
  const [, address = ''] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
  if (URL.canParse(address) && !/^(?:localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(new URL(address).hostname))
    return undefined;
  return 'SITE_URL: 生成网站时没有写正式的网址，网页里的网址都是这台电脑的 — 写上重新生成，例如 SITE_URL=https://www.example.gov.cn npm run build';
}

type Problem = readonly [problem: string, remedy: string] | undefined;

function fault(name: string, value: string, problem: Problem): string[] {
  return problem ? [`${name}: 写的是「${value}」，${problem[0]} — ${problem[1]}`] : [];
}

/** Characters: addresses stand on posters and charts, which have room for both together. */
const longest = { site: 50, base: 40 };
const siteForm = '写网站的网址，例如 https://www.example.gov.cn';

function siteProblem(value: string): Problem {
  if (value === '') return undefined;
  if (/\s/.test(value)) return ['中间有空格', siteForm];
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value)) return ['没有 https:// 或 http://', siteForm];
  if (!/^https?:\/\//i.test(value)) return ['不是 https:// 或 http:// 开头', siteForm];
  if (/^\w+:\/\/[^/?#]*@/.test(value)) return ['里面有用户名或密码', '删去 @ 和它前面的部分'];
  if (!URL.canParse(value)) return ['不是网址', siteForm];
  if (value.length > longest.site) return [`有 ${value.length} 个字符，海报和图上印不下`, `最多 ${longest.site} 个`];
  const { hostname, pathname, search, hash } = new URL(value);
  if (!/^(?:\[.*\]|(?!-)[^.]+(?:(?<!-)\.(?!-)[^.]+)*)$/.test(hostname))
    return ['域名里有空的一段，或者一段的头尾是连字符', siteForm];
  if (search !== '' || hash !== '') return ['后面有 ? 或 #', '删去 ? 或 # 和后面的部分'];
  if (pathname !== '/') return [`后面有文件夹 ${pathname}`, `文件夹写在 BASE_PATH=${pathname}，SITE_URL 只写到域名`];
  return undefined;
}

function baseProblem(value: string): Problem {
  const form = '写网站在哪个文件夹，例如 /ztzl/xcz/；就在域名下面的不写';
  if (value === '') return undefined;
  if (/\s/.test(value)) return ['里面有空格', form];
  if (/^[a-z]+:\/\//i.test(value)) return ['是整个网址', `域名写在 SITE_URL；这里${form}`];
  if (value.length > longest.base) return [`有 ${value.length} 个字符，海报和图上印不下`, `最多 ${longest.base} 个`];
  if (value.includes('//')) return ['有两条斜线连在一起', form];
  if (value.split('/').some((part) => part === '.' || part === '..')) return ['里面有 . 或 ..', form];
  if (!/^[\w.~/-]*$/.test(value)) return ['有字母、数字、连字符以外的字', form];
  return undefined;
}
