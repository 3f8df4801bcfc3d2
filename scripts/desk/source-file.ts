import { parseDocument } from 'yaml';
import { splitFrontMatter } from '#content-io/read.ts';
import { type FieldOrder, rewriteYaml } from './rewrite-yaml.ts';

/** What a file of content holds: the value of its header or table, and the prose below a header. */
export interface FileParts {
  value: unknown;
  /** undefined in files that are YAML alone. */
  prose: string | undefined;
}

/** Parts of a file as a form shows them; undefined where the YAML cannot be read. */
export function openFile(source: string): FileParts | undefined {
  const text = plain(source);
  const parts = splitFrontMatter(text);
  const document = parseDocument(parts?.header ?? text);
  if (document.errors.length > 0) return undefined;
  return { value: document.toJS() ?? {}, prose: parts?.prose };
}

/** The file with other parts. Whatever is the same keeps its bytes: byte order mark, line ends, comments, spaces. */
export function rewriteFile(source: string, wanted: FileParts, order?: FieldOrder): string {
  const text = plain(source);
  const parts = splitFrontMatter(text);
  const changed = parts
    ? `---\n${rewriteYaml(parts.header, wanted.value, order)}${text.slice(4 + parts.header.length, text.length - parts.prose.length)}${wanted.prose ?? parts.prose}`
    : rewriteYaml(text, wanted.value, order);
  return changed === text ? source : withLineEnds(source, changed);
}

const plain = (source: string) => source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');

/** `changed` with the line ends that `source` has in the lines both share, and its most frequent one elsewhere. */
function withLineEnds(source: string, changed: string): string {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (!source.includes('\r')) return mark + changed;
  const old = source.slice(mark.length).split(/(?<=\r\n|\r(?!\n)|\n)/);
  const lines = changed.split(/(?<=\n)/);
  const bare = (line: string | undefined) => line?.replace(/[\r\n]+$/, '');
  const usual = (source.match(/\r\n/g)?.length ?? 0) * 2 >= (source.match(/\n/g)?.length ?? 0) ? '\r\n' : '\n';
  const shorter = Math.min(old.length, lines.length);
  let start = 0;
  while (start < shorter && bare(old[start]) === bare(lines[start])) start += 1;
  let same = 0;
  while (same < shorter - start && bare(old.at(-1 - same)) === bare(lines.at(-1 - same))) same += 1;
  const middle = lines.slice(start, lines.length - same).map((line) => line.replace(/\n$/, usual));
  return mark + [...old.slice(0, start), ...middle, ...old.slice(old.length - same)].join('');
}
