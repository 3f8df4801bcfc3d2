import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import Slugger from 'github-slugger';
import { attribute } from '#domain/body.ts';
import type { Catalog } from '#domain/catalog.ts';
import { factKey } from '#domain/checks/references.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/facts.ts';
import type { Urls } from '#domain/urls.ts';
import type { Basis } from '#schemas/entries.ts';
import type { Fact } from '#schemas/fact.ts';

export interface ProseContext {
  catalog: Catalog;
  urls: Urls;
}

/** 三(八) as a link to the clause. */
export function clauseMark({ catalog, urls }: ProseContext, id: string): Element {
  const { label } = catalog.clause(id);
  return h('a', { className: 'clause', dataClause: id, href: urls.clause(id), ariaLabel: `条款 ${label}` }, label);
}

/** 江城日报 2024-05 as a link to the source. */
export function sourceMark({ catalog, urls }: ProseContext, id: string): Element {
  const label = sourceLabel(catalog.source(id));
  return h('a', { className: 'source', dataSource: id, href: urls.source(id), ariaLabel: `出处 ${label}` }, label);
}

/** What a sentence outside the prose rests on. */
export function basisMarks(context: ProseContext, { clauses, sources }: Basis): Element[] {
  return [...clauses.map((id) => clauseMark(context, id)), ...sources.map((id) => sourceMark(context, id))];
}

/** Where a fact comes from: its clause, or its sources. */
export function factMarks(context: ProseContext, fact: Pick<Fact, 'clause' | 'source' | 'alsoIn'>): Element[] {
  if (fact.clause !== undefined) return [clauseMark(context, fact.clause)];
  return [fact.source, ...fact.alsoIn].flatMap((id) => (id === undefined ? [] : sourceMark(context, id)));
}

/** Writes prose of one page. Keeps count of the clauses whose gist already stands on the page, so that each is shown once. */
export function createProse(context: ProseContext, entryId: string) {
  const shownGists = new Set<string>();
  const slugger = new Slugger();

  const convert = (node: RootContent | ElementContent): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    const children = node.children.flatMap(convert);
    switch (node.tagName) {
      case 'Clause':
        return [clauseMark(context, attribute(node, 'id'))];
      case 'Source':
        return [sourceMark(context, attribute(node, 'id'))];
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
      ...factMarks(context, fact),
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

  return (nodes: readonly RootContent[]): string => toHtml(nodes.flatMap(convert));
}
