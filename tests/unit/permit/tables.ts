import type { PermitRows } from '#domain/model/types.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { permitModel } from '#domain/permit/model.ts';
import { type PermitTable, permitTables } from '#schemas/permit.ts';

const root = join(import.meta.dirname, '../../..');

/** The real tables, afresh for each caller: a test may break its copy. */
export function permitRows(): PermitRows {
  const read = (table: PermitTable) => {
    const { file, schema } = permitTables[table];
    const path = `src/data/permit/${file}`;
    const rows = z.array<z.ZodType<{ id: string }>>(schema).parse(parse(readFileSync(join(root, path), 'utf-8')));
    return rows.map((data) => ({ id: data.id, path, lineOf: () => 1, data }));
  };
  const tables = Object.keys(permitTables) as PermitTable[];
  return Object.fromEntries(tables.map((table) => [table, read(table)])) as unknown as PermitRows;
}

export const model = permitModel(permitRows());

export const outside = {
  sources: new Set(readdirSync(join(root, 'src/content/sources')).map((name) => name.replace('.yaml', ''))),
  clauses: new Set(
    (parse(readFileSync(join(root, 'src/data/clauses.yaml'), 'utf-8')) as { id: string }[]).map(({ id }) => id),
  ),
};
