import { createRuby } from './ruby.ts';
import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import Slugger from 'github-slugger';
import { attribute } from '#domain/model/body.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { factKey, formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Urls } from '#domain/site/urls.ts';
import type { Basis } from '#schemas/entries.ts';
import type { Fact } from '#schemas/fact.ts';
import { escaped } from './escaped.ts';

export interface ProseContext {
  catalog: Catalog;
  urls: Urls;
}

/** 三(八) as a link to the clause. Written as HTML, not as a tree: every statement has one. */
export function clauseMark({ catalog, urls }: ProseContext, id: string): string {
  const label = escaped(catalog.clause(id).label);
  return `<a class="clause" data-clause="${id}" href="${urls.clause(id)}" aria-label="条款 ${label}">${label}</a>`;
}

/** 江城日报 2024-05 as a link to the source. */
export function sourceMark({ catalog, urls }: ProseContext, id: string): string {
  const label = escaped(sourceLabel(catalog.source(id)));
  return `<a class="source" data-source="${id}" href="${urls.source(id)}" aria-label="出处 ${label}">${label}</a>`;
}

export function sourceMarks(context: ProseContext, ids: readonly string[]): string {
  return ids.map((id) => sourceMark(context, id)).join('');
}

/** What a sentence outside the prose rests on. */
export function basisMarks(context: ProseContext, { clauses, sources }: Basis): string {
  return clauses.map((id) => clauseMark(context, id)).join('') + sourceMarks(context, sources);
}

/** Where a fact comes from: its clause, or its sources. */
export function factMarks(
  context: ProseContext,
  { clause, source, alsoIn = [] }: { clause?: string | undefined; source?: string | undefined; alsoIn?: string[] },
): string {
  if (clause !== undefined) return clauseMark(context, clause);
  return sourceMarks(context, source === undefined ? alsoIn : [source, ...alsoIn]);
}

const raw = (value: string): ElementContent => ({ type: 'raw', value });

/** Writes prose of one page. Keeps count of the clauses whose gist already stands on the page, so that each is shown once. */
export function createProse(context: ProseContext, entryId: string) {
  const shownGists = new Set<string>();
  const slugger = new Slugger();
  const ruby = createRuby(context.catalog.hardCharacters);

  const convert = (node: RootContent | ElementContent): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [raw(ruby(node.value))] : [];
    const children = node.children.flatMap(convert);
    switch (node.tagName) {
      case 'Clause':
        return [raw(clauseMark(context, attribute(node, 'id')))];
      case 'Source':
        return [raw(sourceMark(context, attribute(node, 'id')))];
      case 'Fact':
        return [factInline(context.catalog.fact(factKey(attribute(node, 'id'), entryId)))];
      case 'Term':
        return [h('a', { className: 'term', href: context.urls.term(attribute(node, 'id')) }, children)];
      case 'Background':
        return [
          h('div', { className: 'background', dataBackground: '' }, [
            h('p', { className: 'layer' }, '背景资料'),
            ...children,
          ]),
        ];
      case 'a':
        return [h('a', { href: context.urls.internal(attribute(node, 'href')) }, children)];
      case 'h3':
        return [h('h3', { id: slugger.slug(toString(node)) }, children)];
      case 'table':
        return [
          h('div', { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: '表格' }, [h('table', children)]),
        ];
      case 'p':
        return [h('p', children), ...gists(node)];
      case 'li':
        return [h('li', children, ...gists(node))];
      case 'ol':
        return [h('ol', { start: node.properties['start'] }, children)];
      default:
        return [h(node.tagName, children)];
    }
  };

  const factInline = (fact: Fact): Element =>
    h('span', fact.source ? { dataBackground: '' } : {}, [
      formatValue(fact),
      ...(fact.asOf ? [`（${formatDate(fact.asOf)}）`] : []),
      raw(factMarks(context, fact)),
    ]);

  const gists = (block: Element): Element[] =>
    block.children.flatMap((child) => {
      if (child.type !== 'element' || child.tagName !== 'Clause') return [];
      const id = attribute(child, 'id');
      if (shownGists.has(id)) return [];
      shownGists.add(id);
      const { label, gist } = context.catalog.clause(id);
      return [h('details', { className: 'gist' }, [h('summary', `${label}的要点`), h('p', gist)])];
    });

  return (nodes: readonly RootContent[]): string => toHtml(nodes.flatMap(convert), { allowDangerousHtml: true });
}
