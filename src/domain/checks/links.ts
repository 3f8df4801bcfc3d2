import { entryFinder } from '#domain/model/content.ts';
import type { Content } from '#domain/model/types.ts';
import { anchorFinder } from '#domain/site/anchors.ts';
import { isKnownAddress } from '#domain/site/urls.ts';

const example = '写完整路径并以 / 结尾，例如 /places/wulajie/';

/** What is wrong with a link of prose to another page of the site. */
export function linkFinder(content: Content): (to: string, text: string) => [problem: string, remedy: string][] {
  const hasEntry = entryFinder(content);
  const hasAnchor = anchorFinder(content);
  const leads = (to: string): [string, string] | undefined => {
    if (to === '') return ['链接没有写去哪里', example];
    if (to.startsWith('#')) return [`链接 ${to} 没有写是哪一页`, example];
    if (/^(?!\/[^/])/.test(to)) return [`链接 ${to} 不是本站地址`, '站外内容写成出处，用 <Source>'];
    if (!isKnownAddress(to, hasEntry)) return [`链接 ${to} 没有这一页`, `核对地址；${example}`];
    if (!hasAnchor(to)) return [`链接 ${to} 那一页上没有「#${to.split('#')[1] ?? ''}」`, '删去 # 和后面的字，或核对'];
    return undefined;
  };
  return (to, text) => {
    const wrong = leads(to);
    return [
      ...(text === ''
        ? [[`链接 ${to} 没有文字`, '在方括号里写清去哪里，例如 [乌拉街](/places/wulajie/)'] satisfies [string, string]]
        : []),
      ...(wrong ? [wrong] : []),
    ];
  };
}
