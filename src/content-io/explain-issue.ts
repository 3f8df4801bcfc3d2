import type { z } from 'zod';

interface Explanation {
  field: PropertyKey[];
  problem: string;
  remedy: string;
}

const typeNames: Partial<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  tuple: '列表',
  record: '几项内容',
  object: '几项内容',
  boolean: 'true 或 false',
};

/** A schema's complaint in words a writer can act on. Remedies written in the schema come first. */
export function explainIssue(issue: z.core.$ZodIssue, root: unknown): Explanation[] {
  const field = issue.path;
  const value = field.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  const own = /[一-鿿]/.test(issue.message) ? issue.message : undefined;
  const found = value === undefined ? '没有写' : value === null ? '空着' : `写的是「${shown(value)}」`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [...field, key],
        problem: '没有这一项',
        remedy: '检查拼写，或删去；能写的项目见 CONTRIBUTING.md',
      }));
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? issue.expected;
      if (value === undefined) return [{ field, problem: '缺少这一项', remedy: own ?? `补上，写${wanted}` }];
      const how = (typeof value === 'string' && howToWrite(value, issue.expected)) || (own ?? `改成${wanted}`);
      return [{ field, problem: `${found}，这里要写${wanted}`, remedy: how }];
    }
    case 'invalid_key': {
      const message = issue.issues[0]?.message ?? '';
      const remedy = /[一-鿿]/.test(message) ? message : '只用小写字母、数字和连字符';
      return [{ field, problem: `「${String(field.at(-1))}」写得不对`, remedy }];
    }
    case 'invalid_value':
      return [
        {
          field,
          problem: `${found}，不在可选的里面`,
          remedy:
            issue.values.length > 0 ? `写其中一个：${issue.values.map(String).join('、')}` : '先写进 data/city/ 里的表',
        },
      ];
    case 'invalid_union': {
      const first = issue.errors[0]?.[0];
      return [
        {
          field,
          problem: value === undefined ? '缺少这一项' : `${found}，形式不对`,
          remedy: first && /[一-鿿]/.test(first.message) ? first.message : '写数字或文字',
        },
      ];
    }
    case 'too_small':
    case 'too_big': {
      const least = issue.code === 'too_small';
      const limit = Number(least ? issue.minimum : issue.maximum);
      const hows: Partial<Record<string, string>> = {
        number: `写${least ? (issue.inclusive ? '不小于' : '大于') : '不大于'} ${limit} 的数`,
        array: `${least ? '至少' : '最多'}写 ${limit} 项`,
        string: `${least ? '至少' : '最多'} ${limit} 个字`,
      };
      const how = hows[issue.origin === 'int' ? 'number' : issue.origin];
      return [{ field, problem: `${found}，不合要求`, remedy: own ?? how ?? '对照 CONTRIBUTING.md 修改' }];
    }
    case 'invalid_format':
    case 'custom':
    default:
      return [{ field, problem: `${found}，不合要求`, remedy: own ?? '对照 CONTRIBUTING.md 修改' }];
  }
}

/** What was most likely meant by a text where something else is due. */
function howToWrite(value: string, expected: string): string | undefined {
  if (expected === 'array') {
    return /^[【［〔]/u.test(value)
      ? '方括号和逗号用半角的，例如 [甲, 乙]'
      : '写成列表，例如 [甲, 乙]；只有一个写 [甲]';
  }
  if (expected !== 'number') return undefined;
  return /^-?\d+(?:\.\d+)?$/.test(value) ? '去掉引号' : '只写数，不写单位和别的字，小数点用 . ';
}

/** Longer ones are told by their beginning. */
const mostShown = 40;

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '一个列表' : '几项内容';
  const text = String(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}……` : text;
}
