import type { Body, Fault } from '#domain/model/types.ts';
import type { Element, ElementContent, Root } from 'hast';
import { mdxToHast } from 'satteri';
import { type ProseTag, proseTags } from '#domain/model/body.ts';
import { straysIn } from './strays.ts';

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
  hr: ['用了分隔线', '删去，分节用 ## 标题'],
  code: ['用了代码的写法（反引号）', '删去反引号'],
  pre: ['用了代码的写法（反引号）', '删去反引号'],
  del: ['用了删除线', '写错的直接改，在文件头 changes 里说明'],
  sup: ['用了脚注', '出处写在句末 <Source id="编号" />，放在 <Background> 里'],
  section: ['用了脚注', '出处写在句末 <Source id="编号" />，放在 <Background> 里'],
  input: ['用了勾选框', '删去 [ ]，写成普通列表'],
};

/** Signs of Markdown and tags that were meant as such and are read as text: readers would see them. */
const leftovers: readonly (readonly [pattern: RegExp, problem: string, remedy: string])[] = [
  [/^[#＃]{1,6}/u, '标题没有读成标题', '写半角的 ## 和一个空格，再写标题，独占一行'],
  [/\*\*|＊＊/u, '加粗没有读成加粗', '前后各写两个半角星号，中间不留空格，例如 **加粗**'],
  [/[\]】]\s*[(（]\s*[/#]/u, '链接没有读成链接', '用半角括号，例如 [青石](/places/qingshi/)'],
  [
    /[＜<]\s*\/?\s*(?:Clause|Source|Fact|Term|Background)/iu,
    '标签没有读成标签',
    '用半角的 < > " 和 =，例如 <Clause id="编号" />',
  ],
  [/^[—－–_*·＝=~-]{3,}$/u, '用了分隔线', '删去，分节用 ## 标题'],
  [/[[\]]/u, '方括号没有读成链接', '链接写成 [青石](/places/qingshi/)；别的用「」或（）'],
  [/^\|.*\|$/u, '表格没有读成表格', '第一行是表头，第二行写 |---|---|，格数一样，前面空一行'],
  [/[\\^`{}]|==|:[a-z][a-z_]+:/u, '有「\\」「^」「==」这样的记号，会照样印出来', '删去'],
  [/^:::?/u, '用了「:::」', '背景资料写 <Background> 和 </Background>，别的删去'],
];

/**
 * MDX is read as data and never run: only the listed prose tags and plain Markdown pass,
 * so a writer's file cannot bring a script, an import or an expression onto the page.
 * `firstLine` is the line of the file on which `text` begins; where `components` are named, they may stand there, and no
 * prose tags, and leave no text.
 */
export function parseMdx(
  text: string,
  path: string,
  firstLine: number,
  components?: readonly string[],
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
    const [, at, tag] = /^(\d+):\d+: (?:Expected a closing tag for `(<[^`]+>)`)?/.exec(message) ?? [];
    const line = Number(at ?? 1);
    fail(line, ...unreadable(tag, text.split('\n')[line - 1] ?? ''));
    return { body: { type: 'root', children: [] }, faults };
  }

  const written = text.split('\n');
  written.forEach((line, index) => {
    if (/^ {0,3}\[[^\]^]+\]:/.test(line))
      fail(index + 1, '这一行是链接的注，读者看不见', '链接写成 [青石](/places/qingshi/)；是文字就不用方括号');
  });
  let columns = 0;
  const convert = (nodes: readonly SatteriNode[], parent: string, depth = 1, above = 1): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      // What Markdown makes of itself has no place: that of its parent.
      const line = node.position?.start.line ?? above;
      if (depth > deepest) {
        fail(line, '一层套一层，套得太深', '列表最多套两三层，别的拆成几段');
        return [];
      }
      if (node.type === 'text') {
        const value = node.value ?? '';
        checkText(value, line);
        return [{ type: 'text', value }];
      }
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
        if (tagName === 'tr') checkRow(node, line);
        const children = convert(node.children ?? [], tagName, depth + 1, line);
        if (/^(?:h[23]|li)$/.test(tagName) && isEmpty(node))
          fail(line, tagName === 'li' ? '列表里有空的一项' : '标题是空的', '写上字，或删去这一行');
        const at = line + firstLine - 1;
        return [element(tagName, properties, tagName === 'li' ? inItem(children, at) : children, at)];
      }
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        return proseElement(node, line, convert(node.children ?? [], node.name ?? '', depth + 1, line));
      }
      fail(line, '正文里有程序代码（{ }、import 或 export）', '删去；正文只写文字和列出的标签');
      return [];
    });

  /** Cells beyond those of the head are dropped in silence. */
  const checkRow = (row: SatteriNode, line: number) => {
    const cells = (written[line - 1] ?? '')
      .trim()
      .replaceAll(/^\||(?<!\\)\|$/g, '')
      .split(/(?<!\\)\|/).length;
    if (row.children?.some(({ tagName }) => tagName === 'th')) columns = cells;
    else if (cells > columns)
      fail(line, `这一行有 ${cells} 格，表头只有 ${columns} 格，多的显示不出来`, '表头补上，或删去多的格');
  };

  const checkText = (value: string, line: number) => {
    value.split('\n').forEach((part, index) => {
      const [stray] = straysIn(part);
      if (stray) fail(line + index, stray.problem, stray.remedy);
      else if (part.includes('\t')) fail(line + index, '有制表符（U+0009）', '换成空格');
      const left = leftovers.find(([pattern]) => pattern.test(part.trim()));
      if (left) fail(line + index, left[1], left[2]);
    });
  };

  const proseElement = (node: SatteriNode, line: number, children: ElementContent[]): Element[] => {
    const name = node.name ?? '';
    if (components?.includes(name)) return [];
    if (components || !Object.hasOwn(proseTags, name)) {
      const usable = components ?? Object.keys(proseTags);
      fail(line, `不能用 <${name}> 标签`, usable.length > 0 ? `能用的标签：${usable.join('、')}` : '删去');
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
      } else {
        properties[key] = value;
        const [stray] = straysIn(value);
        if (stray) fail(line, `<${name}> 的 ${key} 里${stray.problem}`, stray.remedy);
      }
    }
    for (const key of attributes) {
      const written = node.attributes?.some(({ name: given, value }) => given === key && value !== '');
      if (!properties[key] && !written) fail(line, `<${name}> 少了 ${key}`, `写成 <${name} ${key}="编号" />`);
    }
    const keys = (node.attributes ?? []).map(({ name: key }) => key);
    const twice = keys.find((key, index) => key !== undefined && keys.indexOf(key) < index);
    if (twice !== undefined) fail(line, `<${name}> 的 ${twice} 写了两遍`, '留一个，别的另写一个标签');
    if (mayHold && isEmpty(node))
      fail(
        line,
        `<${name}> 里面没有字`,
        `写成 <${name}${attributes.map((key) => ` ${key}="编号"`).join('')}>字</${name}>，或删去`,
      );
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

/** Why a text cannot be read as MDX: a tag that was not closed, or what stands on the line where reading stopped. */
function unreadable(tag: string | undefined, line: string): [problem: string, remedy: string] {
  const name = tag?.slice(1, -1) ?? '';
  if (tag && /^(?:br|hr|img|input|wbr|meta|link)$/i.test(name)) return [`不能用 ${tag} 标签`, '删去；换行就空一行'];
  if (tag) return [`标签 ${tag} 没有合上`, `在后面补上 ${tag.replace('<', '</')}，或删去`];
  if (line.includes('<!--')) return ['用了网页的注释 <!-- -->', '删去；要写给自己看的话写在文件外面'];
  if (/<\w[^>]*[“”‘’＝]/u.test(line)) return ['标签里的引号或等号是全角的', '换成半角的，例如 <Clause id="编号" />'];
  if (/<\w+[^>]*=\s*[^"'\s>]/u.test(line)) return ['标签里的编号没有加引号', '写成 <Clause id="编号" />'];
  return ['标签写得不对，读不出来', '正文里的 < 和 { 要删去；能用的标签见 CONTRIBUTING.md'];
}

const isBlock = (node: ElementContent) => node.type === 'element' && blockElements.has(node.tagName);

/** Nothing was written between its tags, or after its sign. */
const isEmpty = ({ children = [] }: SatteriNode): boolean =>
  children.every(({ type, value = '' }) => type === 'text' && value.trim() === '');

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
