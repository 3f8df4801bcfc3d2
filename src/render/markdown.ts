import type { Element, ElementContent, RootContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { h } from 'hastscript';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { attribute } from '#domain/model/body.ts';
import { factKey, formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Basis } from '#schemas/entries.ts';
import type { ProseContext } from './prose.ts';

/** Citations kept as text: 〔条款 三(八)〕, 〔出处 江城日报 2024-05〕. */
export function textMarks({ catalog }: Pick<ProseContext, 'catalog'>) {
  const clause = (id: string) => `〔条款 ${catalog.clause(id).label}〕`;
  const source = (id: string) => `〔出处 ${sourceLabel(catalog.source(id))}〕`;
  const basis = ({ clauses, sources }: Basis) => [...clauses.map(clause), ...sources.map(source)].join('');
  return { clause, source, basis };
}

/** Prose as Markdown (纯文本), with its citations as text and its links absolute. */
export function createMarkdown(context: ProseContext & { absolute: (path: string) => string }, entryId: string) {
  const { catalog, urls, absolute } = context;
  const { clause, source } = textMarks(context);

  const plain = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] => nodes.flatMap(plainNode);
  const text = (value: string): ElementContent => ({ type: 'text', value });

  /** The tags of our prose as text or plain elements, which the library knows. */
  const plainNode = (node: RootContent | ElementContent): ElementContent[] => {
    // A line end in Chinese prose is no blank.
    if (node.type === 'text') return [text(node.value.replaceAll(/\s*\n\s*/g, ''))];
    if (node.type !== 'element') return [];
    switch (node.tagName) {
      case 'Clause':
        return [text(clause(attribute(node, 'id')))];
      case 'Source':
        return [text(source(attribute(node, 'id')))];
      case 'Fact':
        return [text(factText(attribute(node, 'id')))];
      case 'Term':
        return plain(node.children);
      case 'Background':
        return [h('blockquote', h('p', h('strong', '背景资料'), '（不是文件的话）'), plain(node.children))];
      case 'a':
        return [h('a', { href: absolute(urls.internal(attribute(node, 'href'))) }, plain(node.children))];
      default:
        return [{ ...node, children: plain(node.children) } satisfies Element];
    }
  };

  const factText = (id: string): string => {
    const fact = catalog.fact(factKey(id, entryId));
    const from =
      fact.clause === undefined
        ? [fact.source, ...fact.alsoIn].flatMap((one) => (one ? source(one) : []))
        : [clause(fact.clause)];
    return `${formatValue(fact)}${fact.asOf ? `（${formatDate(fact.asOf)}）` : ''}${from.join('')}`;
  };

  return (nodes: readonly RootContent[]): string =>
    toMarkdown(toMdast({ type: 'root', children: plain(nodes) }), {
      bullet: '-',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    }).trimEnd();
}
