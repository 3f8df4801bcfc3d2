import type { Body, Fault } from '#domain/model/types.ts';
import type { Element, ElementContent, Root } from 'hast';
import { mdxToHast } from 'satteri';
import { type ProseTag, proseTags } from '#domain/model/body.ts';

/** Plain HTML elements Markdown may make in our pages. */
const allowedElements = new Set([
  'p',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'strong',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'br',
]);

/** What cuts the text into sections and layers stands by itself, not in a sentence, a list or a table. */
const onlyOnTop = new Map<string, [problem: string, remedy: string]>([
  ['h2', ['标题 ## 写在了别的东西里面', '标题单独占一行，前后空行']],
  [
    'Background',
    [
      '<Background> 写在了句子、列表、表格或另一个 <Background> 里面',
      '<Background> 和 </Background> 各占一行，前后空行',
    ],
  ],
]);

/** Elements that hold text or further elements of this kind; all others stand within a line. */
const blockElements = new Set(['p', 'h2', 'h3', 'ul', 'ol', 'table', 'Background']);

/** Elements in elements; a list in a list in a list in a background block comes to eight. */
const deepest = 24;

const refusals: Record<string, [problem: string, remedy: string]> = {
  img: ['正文里放了图片', '照片写在文件头 photo 里，要有作者、日期和许可，文件放在同一目录'],
  em: ['用了斜体', '改用 **加粗**'],
  blockquote: ['用了引用块', '用自己的话写，后面跟条款或出处'],
  h1: ['用了一级标题', '页面标题写在文件头 title，正文从 ## 开始'],
};

/**
 * MDX is read as data and never run: only the listed prose tags and plain Markdown pass,
 * so a writer's file cannot bring a script, an import or an expression onto the page.
 * `firstLine` is the line of the file on which `text` begins; `components` may stand there too and leave no text.
 */
export function parseMdx(
  text: string,
  path: string,
  firstLine: number,
  components: readonly string[] = [],
): { body: Body; faults: Fault[] } {
  const faults: Fault[] = [];
  const fail = (line: number, problem: string, remedy: string) =>
    faults.push({ severity: 'error', path, line: line + firstLine - 1, field: '正文', problem, remedy });

  let tree: ReturnType<typeof mdxToHast>;
  try {
    // Without a line end the parser runs past a last backslash and takes the whole process with it.
    tree = mdxToHast(`${text}\n`, { features: { gfm: true } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, tag] = /^(\d+):\d+: (?:Expected a closing tag for `(<[^`]+>)`)?/.exec(message) ?? [];
    fail(
      Number(line ?? 1),
      tag ? `标签 ${tag} 没有合上` : '标签写得不对，读不出来',
      tag ? `在后面补上 ${tag.replace('<', '</')}，或删去` : '正文里的 < 和 { 要删去；能用的标签见 CONTRIBUTING.md',
    );
    return { body: { type: 'root', children: [] }, faults };
  }

  const convert = (nodes: readonly SatteriNode[], parent: string, depth = 1): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      const line = node.position?.start.line ?? 1;
      if (depth > deepest) {
        fail(line, '一层套一层，套得太深', '列表最多套两三层，别的拆成几段');
        return [];
      }
      if (node.type === 'text') return [{ type: 'text', value: node.value ?? '' }];
      const misplaced = parent === '' ? undefined : onlyOnTop.get(node.tagName ?? node.name ?? '');
      if (misplaced) {
        fail(line, ...misplaced);
        return [];
      }
      if (node.type === 'element') {
        const { tagName = '' } = node;
        if (!allowedElements.has(tagName)) {
          fail(line, ...(refusals[tagName] ?? [`用了 <${tagName}>`, '改用段落、列表、表格或加粗']));
          return [];
        }
        const { href, start } = node.properties ?? {};
        const properties = {
          ...(typeof href === 'string' && { href }),
          ...(typeof start === 'number' && { start }),
        };
        const children = convert(node.children ?? [], tagName, depth + 1);
        const at = line + firstLine - 1;
        return [element(tagName, properties, tagName === 'li' ? inItem(children, at) : children, at)];
      }
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        return proseElement(node, line, convert(node.children ?? [], node.name ?? '', depth + 1));
      }
      fail(line, '正文里有程序代码（{ }、import 或 export）', '删去；正文只写文字和列出的标签');
      return [];
    });

  const proseElement = (node: SatteriNode, line: number, children: ElementContent[]): Element[] => {
    const name = node.name ?? '';
    if (components.includes(name)) return [];
    if (!Object.hasOwn(proseTags, name)) {
      fail(line, `不能用 <${name}> 标签`, `能用的标签：${[...Object.keys(proseTags), ...components].join('、')}`);
      return [];
    }
    const { attributes, children: mayHold } = proseTags[name as ProseTag];
    const properties: Record<string, string> = {};
    for (const { name: key, value } of node.attributes ?? []) {
      if (!key || !(attributes as readonly string[]).includes(key) || typeof value !== 'string') {
        fail(
          line,
          `<${name}> 的 ${key ?? '{ }'} 写得不对`,
          attributes.length ? `写成 <${name} id="编号" />` : `写成 <${name}>`,
        );
      } else properties[key] = value;
    }
    for (const key of attributes) {
      const written = node.attributes?.some(({ name: given, value }) => given === key && value !== '');
      if (!properties[key] && !written) fail(line, `<${name}> 少了 ${key}`, `写成 <${name} ${key}="编号" />`);
    }
    if (!mayHold && children.length > 0) fail(line, `<${name}> 里面不放文字`, `写成 <${name} id="编号" />`);
    if (name === 'Term' && children.some(isBlock)) {
      fail(line, '<Term> 里面放了段落或列表', '<Term> 里只写那个词，和句子写在一行');
    }
    const at = line + firstLine - 1;
    if (name === 'Background') return [element(name, properties, paragraphs(children, at), at)];
    return [element(name, properties, mayHold ? children : [], at)];
  };

  const body: Root = {
    type: 'root',
    children: paragraphs(convert((tree as SatteriNode).children ?? [], ''), firstLine),
  };
  return { body, faults };
}

const isBlock = (node: ElementContent) => node.type === 'element' && blockElements.has(node.tagName);

const isSeen = (node: ElementContent) => node.type !== 'text' || node.value.trim() !== '';

/**
 * A tag that begins a line and ends it stands there without a paragraph (`<Background>一句话。</Background>`): whatever is
 * loose among blocks gets one, so that no text is passed over by those who ask for the blocks. `line` is the parent's.
 */
function paragraphs(nodes: readonly ElementContent[], line: number): ElementContent[] {
  const blocks: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const close = () => {
    const from = Math.max(loose.findIndex(isSeen), 0);
    const to = loose.findLastIndex(isSeen) + 1;
    const held = loose.slice(from, to);
    const first = held.find((node) => node.type === 'element');
    const made = held.length > 0 ? [element('p', {}, held, first?.position?.start.line ?? line)] : [];
    blocks.push(...loose.slice(0, from), ...made, ...loose.slice(to));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      loose.push(node);
      continue;
    }
    close();
    blocks.push(node);
  }
  close();
  return blocks;
}

/** An item that is text alone needs no paragraph. */
const inItem = (children: ElementContent[], line: number) =>
  children.some(isBlock) ? paragraphs(children, line) : children;

interface SatteriNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: string;
  properties?: Record<string, unknown>;
  attributes?: { name?: string; value?: unknown }[];
  children?: SatteriNode[];
  position?: { start: { line: number } };
}

function element(
  tagName: string,
  properties: Record<string, string | number>,
  children: ElementContent[],
  line: number,
): Element {
  const point = { line, column: 1 };
  return { type: 'element', tagName, properties, children, position: { start: point, end: point } };
}
