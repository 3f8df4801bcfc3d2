import { LineCounter, isMap, isNode, isPair, isSeq, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from '#domain/faults.ts';
import { fieldName } from '#domain/field-name.ts';
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
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const faults = document.errors.map((error): Fault => ({
    severity: 'error',
    path,
    line: lineAt(error.pos[0]),
    field: '文件头',
    problem: yamlProblems[error.code] ?? '格式不对，读不出来',
    remedy: '检查缩进、冒号和引号；有冒号或引号的文字用英文双引号括起来',
  }));
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
