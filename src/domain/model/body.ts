import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Body } from './types.ts';

/** The few tags writers may use in prose (条款、出处、事实、名词、背景资料). */
export const proseTags = {
  Clause: { attributes: ['id'], children: false },
  Source: { attributes: ['id'], children: false },
  Fact: { attributes: ['id'], children: false },
  Term: { attributes: ['id'], children: true },
  Background: { attributes: [], children: true },
} as const;
export type ProseTag = keyof typeof proseTags;

export interface BodyReference {
  tag: ProseTag | 'link';
  /** Id of the thing pointed at; the address for a link. */
  to: string;
  /** What a link says. */
  text?: string;
  line: number;
  inBackground: boolean;
}

/** Everything a body points at, in reading order. */
export function referencesIn(body: Body): BodyReference[] {
  const found: BodyReference[] = [];
  const walk = (nodes: readonly (ElementContent | Root['children'][number])[], inBackground: boolean) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const line = node.position?.start.line ?? 1;
      if (node.tagName in proseTags && node.tagName !== 'Background') {
        found.push({ tag: node.tagName as ProseTag, to: attribute(node, 'id'), line, inBackground });
      } else if (node.tagName === 'a') {
        found.push({ tag: 'link', to: attribute(node, 'href'), text: toString(node).trim(), line, inBackground });
      }
      walk(node.children, inBackground || node.tagName === 'Background');
    }
  };
  walk(body.children, false);
  return found;
}

export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value : '';
}

export interface Section {
  heading: string;
  line: number;
  nodes: Root['children'];
}

/** A body cut at its second-level headings; what stands before the first one has an empty heading. */
export function sectionsOf(body: Body): Section[] {
  const sections: Section[] = [{ heading: '', line: 1, nodes: [] }];
  for (const node of body.children) {
    if (node.type === 'element' && node.tagName === 'h2') {
      sections.push({ heading: toString(node), line: node.position?.start.line ?? 1, nodes: [] });
    } else sections.at(-1)?.nodes.push(node);
  }
  return sections.filter(({ heading, nodes }) => heading !== '' || nodes.some((n) => n.type === 'element'));
}

export interface Block {
  /** Plain text of one paragraph, list item, heading, table cell or row. */
  text: string;
  line: number;
  tagName: string;
  inBackground: boolean;
  references: BodyReference[];
}

const holdsText = ({ tagName }: Element) => ['p', 'li', 'h2', 'h3', 'td', 'th'].includes(tagName);

/** Several checks ask for the blocks of the same body; a body is never changed once it is read. */
const knownBlocks = new WeakMap<Body, readonly Block[]>();

/** The smallest blocks of text, in reading order. */
export function blocksOf(body: Body): readonly Block[] {
  const known = knownBlocks.get(body) ?? smallest(body, holdsText);
  knownBlocks.set(body, known);
  return known;
}

/** What has to name its own source where it is background: paragraphs, items of lists, rows of tables but for their heads. */
export function statementsOf(body: Body): Block[] {
  return smallest(body, ({ tagName, children }) =>
    tagName === 'tr'
      ? children.some((cell) => cell.type === 'element' && cell.tagName === 'td')
      : tagName === 'p' || tagName === 'li',
  );
}

function smallest(body: Body, isOne: (node: Element) => boolean): Block[] {
  const blocks: Block[] = [];
  const walk = (nodes: Root['children'], inBackground: boolean) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const nested = node.children.some(
        (child) => child.type === 'element' && (isOne(child) || ['ul', 'ol', 'table'].includes(child.tagName)),
      );
      if (!isOne(node) || nested) {
        walk(node.children, inBackground || node.tagName === 'Background');
        continue;
      }
      blocks.push({
        text: toString(node),
        line: node.position?.start.line ?? 1,
        tagName: node.tagName,
        inBackground,
        references: referencesIn({ type: 'root', children: [node] }).map((r) => ({ ...r, inBackground })),
      });
    }
  };
  walk(body.children, false);
  return blocks;
}

export function plainText(body: Body): string {
  return blocksOf(body)
    .map((block) => block.text)
    .join('\n');
}
