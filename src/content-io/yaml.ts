import { LineCounter, Scalar, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { fieldName } from '#domain/model/field-name.ts';
import type { Fault } from '#domain/model/types.ts';
import { explainIssue } from './explain-issue.ts';
import { type Slip, listComma, quotedWhole, slipNear, slipsIn } from './slips.ts';
import { straysIn } from './strays.ts';

export interface ParsedYaml {
  value: unknown;
  /** Line in the file of a field; the nearest parent's where the field is missing. */
  lineOf: (field: readonly PropertyKey[]) => number;
  /** What keeps it from being read; `value` is undefined then. */
  faults: Fault[];
  /** What is wrong with single values that can be read all the same. */
  remarks: Fault[];
  /** Slips of typing that may be the cause of what a schema finds. */
  slips: () => Fault[];
}

/** YAML with the lines of its fields. `firstLine` is the line of the file on which `text` begins. */
export function parseYaml(text: string, path: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1;
  const faultOn = (line: number, field: string, problem: string, remedy: string): Fault => ({
    severity: 'error',
    path,
    line,
    field,
    problem,
    remedy,
  });
  const fault = (offset: number, problem: string, remedy: string) => faultOn(lineAt(offset), '文件头', problem, remedy);
  const slipFault = ({ line, problem, remedy }: Slip) => faultOn(line + firstLine - 1, '文件头', problem, remedy);
  // What follows a place that cannot be read is read wrongly: only that place is named. A key written twice stands alone.
  const [broken] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const faults = (broken ? [broken] : document.errors).map((error) => {
    const slip = broken && slipNear(text, lines.linePos(error.pos[0]).line);
    if (slip) return slipFault(slip);
    const [problem, remedy] = yamlProblems[error.code] ?? unreadable;
    return fault(error.pos[0], problem, remedy);
  });
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
      } else if (node.tag && document.warnings.length === 0) {
        faults.push(fault(node.range?.[0] ?? 0, '用了 ! 开头的标记', '删去；是文字就用英文双引号括起来'));
      }
    },
    Pair: (_key, { key }) => {
      if (isMap(key) || isSeq(key))
        faults.push(fault(key.range?.[0] ?? 0, '括号开头的一行读不懂', '一行写一项，例如 title: 青石'));
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

  const remarks: Fault[] = [];
  const look = (node: unknown, field: readonly PropertyKey[], inList: boolean): void => {
    const remark = (problem: string, remedy: string) =>
      remarks.push(faultOn(lineOf(field), fieldName(field), problem, remedy));
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (String(key) === '__proto__') remark('没有这一项', '删去');
        const [stray] = straysIn(String(key));
        if (stray) remark(stray.problem, stray.remedy);
        look(value, [...field, String(key)], false);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        look(item, [...field, index], node.flow === true);
      });
    } else if (isScalar(node)) {
      for (const [problem, remedy] of remarksOn(node, inList, field.at(-1) === 'value')) remark(problem, remedy);
      for (const [problem, remedy] of lostOf(node, text)) remark(problem, remedy);
    }
  };
  if (faults.length === 0) look(document.contents, [], false);
  return {
    value: faults.length > 0 ? undefined : document.toJS(),
    lineOf,
    faults,
    remarks,
    slips: () => slipsIn(text).map(slipFault),
  };
}

/** As people write numbers; 0x1F, 007 and 1e3 would become others in silence. */
const plainNumber = /^(?!-0$)-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** What is wrong with one value as it was written: characters, numbers that would be read as others, commas of a list. */
function remarksOn(node: Scalar, inList: boolean, isPrinted: boolean): [problem: string, remedy: string][] {
  const { value, source = '' } = node;
  // 1.10 is printed as 1.1; of coordinates the last nought says how exact they are.
  if (typeof value === 'number' && (!plainNumber.test(source) || (isPrinted && /\.\d*0$/.test(source))))
    return [[`「${source}」会读成 ${value}`, '写成普通的数，例如 12 或 0.5；是文字、编号就用英文双引号括起来']];
  if (typeof value !== 'string') return [];
  if (/^[\d.+-]*[０-９][\d０-９.．+-]*$/u.test(value))
    return [[`「${value}」是全角数字`, `换成半角数字 ${value.normalize('NFKC')}`]];
  const [stray] = straysIn(value);
  if (stray) return [[stray.problem, stray.remedy]];
  const sign = /\*\*|\]\(|<\/?[a-z][^<>]*>/i.exec(value)?.[0];
  if (sign) return [[`文件头里的字照原样印，「${sign}」也会印出来`, '删去，加粗和链接写在正文里']];
  if (value.includes('\t')) return [['有制表符（U+0009）', '换成空格']];
  if (quotedWhole.test(value)) return [['引号是弯的，会印在网页上', '换成英文双引号 "；本来就要印引号的，用「」']];
  if (inList && node.type === Scalar.PLAIN && listComma.test(value))
    return [
      [
        `「${value}」里的「${listComma.exec(value)?.[0] ?? ''}」分不开列表`,
        '换成半角逗号 , 分开；本来就是一句的，用英文双引号括起来',
      ],
    ];
  return [];
}

/** What YAML drops or adds in silence: text after a sign of a comment, a blank where a line was broken. */
function lostOf({ comment, range, value }: Scalar, text: string): [problem: string, remedy: string][] {
  const [hidden] = /^[^\s#][^\n]*/u.exec(comment ?? '') ?? [];
  if (hidden !== undefined)
    return [[`「#${hidden}」会当成注释丢掉`, '是文字就用英文双引号把整段括起来；是注释就在 # 后面空一格']];
  const broken = text.slice(...(range ?? [0, 0])).includes('\n');
  const apart = /[\p{Script=Han}，。；：、！？」』）》] [\p{Script=Han}「『（《]/u;
  return broken && typeof value === 'string' && apart.test(value)
    ? [['折行的地方，网页上会多出一个空格', '写成一行']]
    : [];
}

const unreadable = ['格式不对，读不出来', '检查缩进、冒号和引号；有冒号或引号的文字用英文双引号括起来'] as const;
const yamlProblems: Partial<Record<string, readonly [problem: string, remedy: string]>> = {
  DUPLICATE_KEY: ['同一项写了两次', '留一次，另一次删去'],
  BAD_INDENT: ['缩进不对', '和上下同级的行对齐，下一级多两个空格'],
  TAB_AS_INDENT: ['缩进用了制表符，要用空格', '删去制表符，改打空格'],
  MISSING_CHAR: ['少了符号（引号、括号或冒号）', unreadable[1]],
  MULTIPLE_DOCS: ['中间又写了一行 --- 或 ...', '删去这一行'],
  BAD_DQ_ESCAPE: ['双引号里的反斜线 \\ 读不懂', '删去反斜线'],
  BAD_DIRECTIVE: ['行首用了 %', '删去；是文字就用英文双引号括起来'],
};

/** The value a schema makes of parsed YAML, and what is wrong; undefined where it does not fit. */
export function shape<T extends z.ZodType>(
  schema: T,
  yaml: ParsedYaml,
  path: string,
): { data: z.infer<T> | undefined; faults: Fault[] } {
  if (yaml.faults.length > 0) return { data: undefined, faults: yaml.faults };
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return { data: result.data, faults: yaml.remarks };
  const issues = result.error.issues
    .flatMap((issue) => explainIssue(issue, yaml.value))
    .map(({ field, problem, remedy }): Fault => ({
      severity: 'error',
      path,
      line: yaml.lineOf(field),
      field: fieldName(field),
      problem,
      remedy,
    }));
  // Of one place only the cause is told, not what follows from it.
  const causes = [...yaml.remarks, ...(issues.length > 0 ? yaml.slips() : [])];
  const lines = new Set(causes.map(({ line }) => line));
  return { data: undefined, faults: [...causes, ...issues.filter(({ line }) => !lines.has(line))] };
}
