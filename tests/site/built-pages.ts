import { hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { pageKindNames } from '#schemas/kinds.ts';
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
  .map(builtPage)
  // An old address that leads on is no page.
  .filter(({ html }) => !html.includes('<meta http-equiv="refresh"'));

/** Path of the page that search engines are asked to list for a page: its own, or that of the page it is a view of. */
export const listedAs = ({ html }: Pick<BuiltPage, 'html'>) =>
  new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'none:').pathname;

/** Pages that search engines may show: not the steps of the checker, lists behind a filter, posters, embeds. */
const isFindable = (one: BuiltPage) =>
  listedAs(one) === encodeURI(one.path) && !one.html.includes('name="robots" content="noindex"');
export const findable = pages.filter(isFindable);

/** Pages of the site proper: embeds stand in other people's pages, and what the code of a poster leads to is two kilobytes. */
export const framed = pages.filter(({ path }) => !/^\/(?:embed|valid)\//.test(path));

/** Ids of the entries of a kind, from the addresses of their pages: never a view of the list (/cases/year/2024/, /cases/with-figures/). */
export const entryIds = (kind: string): string[] =>
  pages
    .filter((one) => kindOf(one) === 'content')
    .flatMap(({ path }) => new RegExp(`^/${kind}/([^/]+)/$`).exec(path)?.[1] ?? []);

export function page(path: string): BuiltPage {
  const found = pages.find((one) => one.path === path);
  if (!found) throw new Error(`no page ${path} in ${outDir}`);
  return found;
}

/** Elements that pass a test, in reading order. */
export function elements(tree: Root | Element, passes: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const look = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (passes(child)) found.push(child);
      look(child);
    }
  };
  look(tree);
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

/** Text as a reader sees it, without scripts and styles, and without readings above hard characters (注音). */
export function textOf(node: Root | Element): string {
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.value;
    else if (child.type === 'element' && !['script', 'style', 'rt'].includes(child.tagName)) text += textOf(child);
  }
  return text;
}

/** Addresses that `<a>` elements lead to. */
export const linksIn = (node: Root | Element) => named(node, 'a').flatMap((a) => attr(a, 'href') ?? []);

/** Content of a `<meta name>`; all of them where it stands more than once. */
export const metas = (tree: Root, name: string) =>
  named(tree, 'meta')
    .filter((meta) => attr(meta, 'name') === name)
    .map((meta) => attr(meta, 'content') ?? '');

/** Addresses below the kinds of page that writers make: of their entries, and of some views of their lists. */
export const entryAddress = new RegExp(`^/(?:${pageKindNames.join('|')})/[\\w-]+/$`);

/** What kind of page it is, for its labels: only the page of an entry is content. */
export type Kind = 'home' | 'column' | 'content' | 'error';
export function kindOf(one: BuiltPage): Kind {
  const { path } = one;
  if (path === '/') return 'home';
  if (path === '/404.html') return 'error';
  const entry = entryAddress.test(path) || /^\/radio\/[\w-]+\/$/.test(path);
  return entry && isFindable(one) ? 'content' : 'column';
}

/** Attributes whose values come from templates and decide how a part looks and what it is. */
const telling = new Set(['className', 'role', 'type', 'scope', 'tabIndex']);
const signOf = ({ tagName, properties }: Element) => {
  const names = Object.keys(properties).toSorted();
  return [tagName, ...names.map((name) => (telling.has(name) ? `${name}=${String(properties[name])}` : name))].join(
    ' ',
  );
};

/**
 * What a page is made of, whatever it says: its tags and attributes in their order, the same one after the other counted
 * once. What a validator says of one page it says of every page of the same shape.
 */
function shapeOf(node: Root | Element): string {
  const parts: string[] = [];
  for (const child of node.children) {
    const part = child.type === 'element' ? shapeOf(child) : child.type === 'text' && child.value.trim() ? '#' : '';
    if (part !== '' && part !== parts.at(-1)) parts.push(part);
  }
  return `<${node.type === 'element' ? signOf(node) : ''}>${parts.join('')}</>`;
}

/** The first page of each shape: for checks that take long. */
export function onePerShape(): BuiltPage[] {
  const shapes = new Map<string, BuiltPage>();
  for (const one of pages) {
    const shape = hash('sha256', shapeOf(one.tree));
    if (!shapes.has(shape)) shapes.set(shape, one);
  }
  return [...shapes.values()];
}

/**
 * Pages that between them hold every part of the site: an element with its class, role and attributes, in its parent. For
 * what takes long and is true of a part wherever it stands: how it looks, and what axe says of it.
 */
export function onePerPart(): BuiltPage[] {
  const seen = new Set<string>();
  const sign = (one: Root | Element) => (one.type === 'element' ? signOf(one) : '');
  return pages.filter(({ tree }) => {
    const before = seen.size;
    for (const parent of [tree, ...elements(tree, () => true)])
      for (const child of parent.children) if (child.type === 'element') seen.add(`${sign(parent)} > ${sign(child)}`);
    return seen.size > before;
  });
}

/**
 * One page of each kind, the longest: kinds stand in different folders, are an entry or a list, or load other scripts.
 * For what a reader's browser does with a page.
 */
export function onePerKind(): BuiltPage[] {
  const kinds = new Map<string, BuiltPage>();
  for (const one of pages) {
    const steps = one.path.split('/').filter(Boolean);
    // Below the first two stand ids: /valid/places/wulajie/….
    const folder = steps.length < 2 ? one.path : steps.slice(0, -1).slice(0, 2).join('/');
    const scripts = named(one.tree, 'script').map((script) => attr(script, 'src') ?? '');
    const kind = [folder, kindOf(one), ...scripts].join(' ');
    const longest = kinds.get(kind);
    if (!longest || longest.html.length < one.html.length) kinds.set(kind, one);
  }
  return [...kinds.values()];
}
