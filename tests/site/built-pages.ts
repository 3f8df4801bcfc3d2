import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { outDir } from '../../scripts/paths.ts';

/** One page of the built site. */
export interface BuiltPage {
  /** Address from the root: /places/wulajie/, /404.html. */
  path: string;
  html: string;
  /** Parsed when first asked for. */
  readonly tree: Root;
}

export const siteFile = (path: string) => readFileSync(join(outDir, path), 'utf-8');

function builtPage(name: string): BuiltPage {
  const html = siteFile(name);
  let tree: Root | undefined;
  return {
    path: `/${name.replace(/(?:^|(?<=\/))index\.html$/, '')}`,
    html,
    get tree() {
      return (tree ??= htmlToHast(html) as Root);
    },
  };
}

/** Every page that a reader can open, in the order of addresses. */
export const pages: readonly BuiltPage[] = readdirSync(outDir, { recursive: true, encoding: 'utf-8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html') && !name.startsWith('pagefind/'))
  .sort()
  .map(builtPage);

/** Path of the page that search engines are asked to list for a page: its own, or that of the page it is a view of. */
export const listedAs = ({ html }: Pick<BuiltPage, 'html'>) =>
  new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'none:').pathname;

/** Pages that search engines may show: not the steps of the checker, lists behind a filter, posters, embeds. */
const isFindable = (one: BuiltPage) =>
  listedAs(one) === encodeURI(one.path) && !one.html.includes('name="robots" content="noindex"');
export const findable = pages.filter(isFindable);

/** All findable pages and one in twelve of the many others, which come from a few templates: for what takes long. */
export const sample: readonly BuiltPage[] = [
  ...findable,
  ...pages.filter((one) => !findable.includes(one)).filter((_page, index) => index % 12 === 0),
];

/** Pages of the site proper: embeds stand in other people's pages and have no frame of their own. */
export const framed = sample.filter(({ path }) => !path.startsWith('/embed/'));

export function page(path: string): BuiltPage {
  const found = pages.find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path} in ${outDir}`);
  return found;
}

/** Elements that pass a test, in reading order. */
export function elements(tree: Root | Element, passes: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (passes(element)) found.push(element);
  });
  return found;
}

export const named = (tree: Root | Element, ...tagNames: string[]) =>
  elements(tree, ({ tagName }) => tagNames.includes(tagName));

/** Value of an attribute by its property name (href, ariaLabel, dataClause), as text. */
export function attr(element: Element, property: string): string | undefined {
  const value = element.properties[property];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export const withAttr = (tree: Root | Element, property: string) =>
  elements(tree, (element) => attr(element, property) !== undefined);

/** The element with an id. */
export function byId(tree: Root | Element, id: string): Element | undefined {
  return elements(tree, (element) => attr(element, 'id') === id)[0];
}

/** Text as a reader sees it, without scripts and styles. */
export function textOf(node: Root | Element): string {
  const shown = elements(node, ({ tagName }) => ['script', 'style'].includes(tagName));
  return shown.reduce((text, hidden) => text.replace(toString(hidden), ''), toString(node));
}

/** Addresses that `<a>` elements lead to. */
export const linksIn = (node: Root | Element) => named(node, 'a').flatMap((a) => attr(a, 'href') ?? []);

/** Content of a `<meta name>`; all of them where it stands more than once. */
export const metas = (tree: Root, name: string) =>
  named(tree, 'meta')
    .filter((meta) => attr(meta, 'name') === name)
    .map((meta) => attr(meta, 'content') ?? '');

/** What kind of page it is, for its labels: only the page of an entry is content. */
export type Kind = 'home' | 'column' | 'content' | 'error';
export function kindOf(one: BuiltPage): Kind {
  const { path } = one;
  if (path === '/') return 'home';
  if (path === '/404.html') return 'error';
  const entry = /^\/(?:policies|places|clusters|cases|radio)\/[^/]+\/$/.test(path);
  return entry && isFindable(one) ? 'content' : 'column';
}
