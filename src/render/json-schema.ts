import { z } from 'zod';
import { fieldLabel } from '#schemas/field-labels.ts';
import { factSchema } from '#schemas/fact.ts';
import { policySchema } from '#schemas/entries.ts';
import { permitTableNames, permitTables } from '#schemas/permit.ts';

const { title, short, summary, clauses, questions, published, updated } = policySchema.shape;

/** An explainer in policies.json (see policyRecords). */
const policyRecord = z.strictObject({
  id: z.string(),
  ...{ title, short, summary, clauses, questions },
  facts: z.array(factSchema.safeExtend({ text: z.string() })),
  ...{ published, updated },
  url: z.url().meta({ title: '网址' }),
});

/** What is published as JSON and is no table: what it is called and holds, and where names of its fields are looked up. */
export const otherFiles = {
  policies: {
    title: '政策导读',
    about: '每篇的一句话、条款、问答和数字',
    schema: z.array(policyRecord),
    path: ['policies'],
  },
  entitlements: {
    title: '居住证权益规则',
    about: '问题、选项、判断规则和权益',
    schema: z.strictObject(
      Object.fromEntries(
        permitTableNames.map((name) => {
          const { label, schema } = permitTables[name];
          return [name, z.array<z.ZodType>(schema).meta({ title: label })];
        }),
      ),
    ),
    path: ['permit'],
  },
} as const;
export type OtherFile = keyof typeof otherFiles;

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON Schema of such a file, drawn from what its content is checked with; titles are what forms call the fields. */
export function fileSchema(file: OtherFile, address: string): object {
  const { title, schema, path } = otherFiles[file];
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, $id: address, title, ...named(rest, path) };
}

function named(node: Node, path: readonly string[]): Node {
  const titled = (key: string, property: Node) => {
    const label = fieldLabel([...path, key])?.label;
    return { ...(label !== undefined && { title: label }), ...named(property, [...path, key]) };
  };
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'properties' && isNode(value))
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isNode(one) ? titled(name, one) : one])),
        ];
      return [key, key === 'items' && isNode(value) ? named(value, path) : value];
    }),
  );
}
