import type { Element, ElementContent, RootContent } from 'hast';
import { attribute } from '#domain/model/body.ts';
import { factKey } from '#domain/checks/references.ts';
import { formatDate, formatValue, sourceLabel } from '#domain/model/facts.ts';
import type { Basis } from '#schemas/entries.ts';
import type { ProseContext } from './prose.ts';

/** Citations kept as text: 〔条款 三(八)〕, 〔出处 江城日报 2024-05〕. */
export function textMarks({ catalog }: Pick<ProseContext, 'catalog'>) {
  const clause = (id: string) => `〔条款 ${catalog.clause(id).label}〕`;
  const source = (id: string) => `〔出处 ${sourceLabel(catalog.source(id))}〕`;
  const basis = ({ clauses, sources }: Basis) => [...clauses.map(clause), ...sources.map(source)].join('');
  return { clause, source, basis };
}

/** Prose as Markdown (纯文本), with its citations as text. */
export function createMarkdown(context: ProseContext & { absolute: (path: string) => string }, entryId: string) {
  const { catalog, urls, absolute } = context;
  const { clause, source } = textMarks(context);

  const inline = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.value.replaceAll(/\s*\n\s*/g, '');
        return node.type === 'element' ? inlineElement(node) : '';
      })
      .join('');

  const inlineElement = (node: Element): string => {
    const inner = inline(node.children);
    switch (node.tagName) {
      case 'Clause':
        return clause(attribute(node, 'id'));
      case 'Source':
        return source(attribute(node, 'id'));
      case 'Fact': {
        const fact = catalog.fact(factKey(attribute(node, 'id'), entryId));
        const from = fact.clause
          ? clause(fact.clause)
          : [fact.source, ...fact.alsoIn].map((id) => (id ? source(id) : ''));
        return `${formatValue(fact)}${fact.asOf ? `（${formatDate(fact.asOf)}）` : ''}${[from].flat().join('')}`;
      }
      case 'a':
        return `[${inner}](${absolute(urls.internal(attribute(node, 'href')))})`;
      case 'strong':
        return `**${inner}**`;
      case 'br':
        return '\n';
      default:
        return inner;
    }
  };

  const block = (node: RootContent | ElementContent): string[] => {
    if (node.type !== 'element') return [];
    const elements = node.children.filter((child) => child.type === 'element');
    switch (node.tagName) {
      case 'Background':
        return [quote(['**背景资料**（不是文件的话）', ...elements.flatMap(block)])];
      case 'h3':
        return [`### ${inline(node.children)}`];
      case 'ul':
      case 'ol':
        return [
          elements
            .map((item, index) => listItem(item, node.tagName === 'ol' ? `${firstNumber(node) + index}.` : '-'))
            .join('\n'),
        ];
      case 'table':
        return [table(node)];
      default:
        return [inline(node.children)];
    }
  };

  const listItem = (item: Element, mark: string): string => {
    const isBlock = (child: ElementContent) => child.type === 'element' && ['ul', 'ol', 'p'].includes(child.tagName);
    const own = inline(item.children.filter((child) => !isBlock(child))).trim();
    const inner = item.children.filter(isBlock).flatMap(block).join('\n');
    return `${mark} ${[own, inner]
      .filter((part) => part !== '')
      .join('\n')
      .replaceAll('\n', '\n  ')}`;
  };

  const table = (node: Element): string => {
    const rows = rowsOf(node).map((row) =>
      row.children.flatMap((cell) => (cell.type === 'element' ? inline(cell.children) : [])),
    );
    const [head = [], ...body] = rows;
    return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
  };

  return (nodes: readonly RootContent[]): string => nodes.flatMap(block).join('\n\n');
}

/** 3 where a list goes on from another that ended with 2. */
const firstNumber = ({ properties: { start } }: Element) => (typeof start === 'number' ? start : 1);

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : rowsOf(child);
  });
}

function quote(blocks: readonly string[]): string {
  return blocks
    .join('\n\n')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
