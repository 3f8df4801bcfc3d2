import { parseDocument } from 'yaml';
import type { Field } from './fields.ts';

/** What a form sends: texts, lists of texts, and groups of fields. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormGroup = { [key: string]: FormValue };

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the form says as the file is to hold it. What reads as it did keeps its old value, so that nothing changes its
 * type; what is empty is left out, unless it was there empty. Keys that are no field of the form stay.
 */
export function fromForm(fields: readonly Field[], form: FormGroup, old: unknown): Record<string, unknown> {
  const before = isGroup(old) ? old : {};
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before)) if (!(key in form)) made[key] = value;
  for (const field of fields) {
    const { key } = field;
    const given = form[key];
    if (given === undefined) continue;
    const value = valueOf(field, given, before[key]);
    if (value !== undefined) made[key] = value;
    else if (isEmptyStill(before[key])) made[key] = before[key];
    else if (field.nullable) made[key] = null;
  }
  return Object.fromEntries(orderLike(fields, before, made));
}

/** Old keys in their order, new ones where the schema has them. */
function orderLike(fields: readonly Field[], before: object, made: Record<string, unknown>) {
  const order = [...new Set([...Object.keys(before), ...fields.map(({ key }) => key)])];
  return order.flatMap((key): [string, unknown][] => (key in made ? [[key, made[key]]] : []));
}

const isEmptyStill = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

function valueOf(field: Field, given: FormValue, old: unknown): unknown {
  const { as } = field;
  switch (as.kind) {
    case 'group': {
      if (!isGroup(given)) return undefined;
      const made = fromForm(as.fields, given, old);
      return Object.keys(made).length > 0 ? made : undefined;
    }
    case 'groups': {
      const before = Array.isArray(old) ? (old as unknown[]) : [];
      const items = (Array.isArray(given) ? given : []).flatMap((item) => {
        if (!isGroup(item)) return [];
        // Which of the old items it was: the form says so, as items can be moved and taken away.
        const { '#': place, ...rest } = item;
        const made = fromForm(as.fields, rest, typeof place === 'string' ? before[Number(place)] : undefined);
        return Object.keys(made).length > 0 ? [made] : [];
      });
      return items.length > 0 ? items : undefined;
    }
    case 'texts':
    case 'references':
    case 'choices': {
      const before = Array.isArray(old) ? (old as unknown[]) : [];
      const list = Array.isArray(given) ? given.map(shown) : shown(given).split('\n');
      const texts = list.map(plainText).filter((one) => one !== '');
      return texts.length > 0 ? texts.map((text) => before.find((one) => shown(one) === text) ?? text) : undefined;
    }
    case 'flag':
      return given === 'true' ? true : undefined;
    case 'yaml': {
      const text = shown(given).trim();
      if (text === '') return undefined;
      const document = parseDocument(text);
      return document.errors.length > 0 ? text : (document.toJS() as unknown);
    }
    default: {
      const text = plainText(shown(given));
      // What the form cannot show stays as well.
      if (old !== undefined && old !== null && shown(old) === text) return old;
      if (text === '') return undefined;
      const isNumber = as.kind === 'number' || (as.kind === 'number-or-text' && typeof old !== 'string');
      return isNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text;
    }
  }
}

/** A value as text; the inside of what is no value is not looked at. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A field of a header is one line. */
const plainText = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim();
