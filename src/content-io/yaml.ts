import { LineCounter, isAlias, isMap, isNode, isPair, isSeq, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { fieldName } from '#domain/model/field-name.ts';
import type { Fault } from '#domain/model/types.ts';
import { explainIssue } from './explain-issue.ts';

export interface ParsedYaml {
  value: unknown;
  /** Line in the file of a field; the nearest parent's where the field is missing. */
  lineOf: (field: readonly PropertyKey[]) => number;
  faults: Fault[];
}

/** YAML with the lines of its fields. `firstLine` is the line of the file on which `text` begins. */
export function parseYaml(text: string, path: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const fault = (offset: number, problem: string, remedy: string): Fault => ({
    severity: 'error',
    path,
    line: lineAt(offset),
    field: '文件头',
    problem,
    remedy,
  });
  // What follows a place that cannot be read is read wrongly: only that place is named. A key written twice stands alone.
  const [broken] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const faults = (broken ? [broken] : document.errors).map((error) =>
    fault(
      error.pos[0],
      yamlProblems[error.code] ?? '格式不对，读不出来',
      '检查缩进、冒号和引号；有冒号或引号的文字用英文双引号括起来',
    ),
  );
  for (const warning of document.warnings) {
    faults.push(fault(warning.pos[0], '用了 ! 开头的标记', '删去；是文字就用英文双引号括起来'));
  }
  visit(document, {
    Node: (_key, node) => {
      // A few lines of aliases of aliases would fill the memory.
      if (isAlias(node) || ('anchor' in node && node.anchor)) {
        faults.push(
          fault(node.range?.[0] ?? 0, '用了 & 或 * 开头的锚点、别名', '照样再写一遍；是文字就用英文双引号括起来'),
        );
      } else if (node.tag?.startsWith('!') && !node.tag.startsWith('tag:')) {
        faults.push(fault(node.range?.[0] ?? 0, '用了 ! 开头的标记', '删去；是文字就用英文双引号括起来'));
      }
    },
  });
  const lineOf = (field: readonly PropertyKey[]): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of field) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(key));
        if (!pair) break;
        if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(key)];
        if (item === undefined) break;
        if (isNode(item) && item.range) offset = item.range[0];
        node = isPair(item) ? item.value : item;
      } else break;
    }
    return lineAt(offset);
  };
  return { value: faults.length > 0 ? undefined : document.toJS(), lineOf, faults };
}

const yamlProblems: Partial<Record<string, string>> = {
  DUPLICATE_KEY: '同一项写了两次',
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '缩进用了制表符，要用空格',
  MISSING_CHAR: '少了符号（引号、括号或冒号）',
};

/** The value a schema makes of parsed YAML; undefined with the faults found where it does not fit. */
export function shape<T extends z.ZodType>(
  schema: T,
  yaml: ParsedYaml,
  path: string,
): { data: z.infer<T> | undefined; faults: Fault[] } {
  if (yaml.faults.length > 0) return { data: undefined, faults: yaml.faults };
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return { data: result.data, faults: [] };
  const faults = result.error.issues
    .flatMap((issue) => explainIssue(issue, yaml.value))
    .map(({ field, problem, remedy }): Fault => ({
      severity: 'error',
      path,
      line: yaml.lineOf(field),
      field: fieldName(field),
      problem,
      remedy,
    }));
  return { data: undefined, faults };
}
