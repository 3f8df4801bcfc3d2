import type { z } from 'zod';
import { type FieldLabel, type ReferenceKind, fieldLabel } from '#schemas/field-labels.ts';

/** How a form asks for a field. */
export type FieldKind =
  | { kind: 'text'; long: boolean }
  | { kind: 'number' }
  /** A figure where it reads as one, a sentence otherwise. */
  | { kind: 'number-or-text' }
  | { kind: 'flag' }
  | { kind: 'choice'; options: readonly (readonly [value: string, label: string])[]; namesOf?: ReferenceKind }
  | { kind: 'reference'; to: ReferenceKind }
  | { kind: 'references'; to: ReferenceKind }
  /** One a line. */
  | { kind: 'texts' }
  | { kind: 'choices'; options: readonly (readonly [value: string, label: string])[] }
  | { kind: 'group'; fields: readonly Field[] }
  | { kind: 'groups'; fields: readonly Field[] }
  /** What no form fits: its YAML. */
  | { kind: 'yaml' };

export interface Field {
  key: string;
  label: string;
  help: string;
  required: boolean;
  /** Left empty it is written as null. */
  nullable: boolean;
  /** The value it has where it is left out. */
  fallback?: unknown;
  as: FieldKind;
}

interface Def {
  type: string;
  innerType?: z.ZodType;
  /** What a transformed value is written as. */
  in?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  defaultValue?: unknown;
}
const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def;

/** The fields of a schema of an object, with their labels; `path` says where labels are looked up. */
export function fieldsOf(schema: z.ZodType, path: readonly string[]): Field[] {
  return Object.entries(defOf(schema).shape ?? {}).map(([key, inner]) => fieldOf(key, inner, [...path, key]));
}

function fieldOf(key: string, schema: z.ZodType, path: readonly string[]): Field {
  let inner = schema;
  let required = true;
  let nullable = false;
  let fallback: unknown;
  for (let def = defOf(inner); ['optional', 'default', 'nullable', 'pipe'].includes(def.type); def = defOf(inner)) {
    if (def.type === 'nullable') nullable = true;
    else if (def.type !== 'pipe') required = false;
    if (def.type === 'default') fallback = def.defaultValue;
    const next = def.innerType ?? def.in;
    if (!next) break;
    inner = next;
  }
  const named = fieldLabel(path);
  return {
    key,
    label: named?.label ?? key,
    help: named?.help ?? '',
    required: required && !nullable,
    nullable: nullable && required,
    ...(fallback !== undefined && { fallback }),
    as: kindOf(inner, path, named),
  };
}

function kindOf(schema: z.ZodType, path: readonly string[], named: FieldLabel | undefined): FieldKind {
  const def = defOf(schema);
  const choices = (entries: Record<string, string>) =>
    Object.values(entries).map((value) => [value, named?.options?.[value]?.label ?? value] as const);
  switch (def.type) {
    case 'string':
      return named?.refersTo ? { kind: 'reference', to: named.refersTo } : { kind: 'text', long: named?.long === true };
    case 'number':
      return { kind: 'number' };
    case 'literal':
      return { kind: 'flag' };
    case 'enum':
      return {
        kind: 'choice',
        options: choices(def.entries ?? {}),
        ...(named?.refersTo && { namesOf: named.refersTo }),
      };
    case 'object':
      return { kind: 'group', fields: fieldsOf(schema, path) };
    case 'union': {
      const types = (def.options ?? []).map((option) => defOf(option).type);
      if (types.every((type) => type === 'number' || type === 'string')) return { kind: 'number-or-text' };
      return types.includes('object') ? { kind: 'yaml' } : { kind: 'text', long: false };
    }
    case 'array': {
      const element = def.element;
      if (!element) return { kind: 'yaml' };
      const each = defOf(element);
      if (each.type === 'string')
        return named?.refersTo ? { kind: 'references', to: named.refersTo } : { kind: 'texts' };
      if (each.type === 'enum') return { kind: 'choices', options: choices(each.entries ?? {}) };
      if (each.type === 'object') return { kind: 'groups', fields: fieldsOf(element, path) };
      return { kind: 'yaml' };
    }
    default:
      return { kind: 'yaml' };
  }
}

/** Names of the fields of the mapping at a path, in the order of the schema; `kind` is a row's where the file is a list. */
export function orderOf(fields: readonly Field[], isRow: boolean): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => {
    let at = fields;
    for (const key of isRow ? path.slice(1) : path) {
      if (typeof key === 'number') continue;
      const as = at.find((field) => field.key === key)?.as;
      at = as?.kind === 'group' || as?.kind === 'groups' ? as.fields : [];
    }
    return at.map(({ key }) => key);
  };
}
