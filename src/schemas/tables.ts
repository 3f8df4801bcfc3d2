import type { z } from 'zod';
import { asksSchema } from './asks.ts';
import { countySchema, levelSchema, roleSchema, unitSchema } from './city.ts';
import { diagramLineSchema, diagramStationSchema } from './diagram.ts';
import { divisionSchema } from './divisions.ts';
import { clauseSchema, glossarySchema, targetSchema } from './entries.ts';
import { everydayWordsSchema } from './everyday-words.ts';
import { hardCharacterSchema } from './hard-characters.ts';
import { pageChangeSchema } from './page-changes.ts';
import { unknownStatusSchema } from './unknown.ts';

/** The tables below src/data/, one file each, every row with an id of its own. Those of the checker: see permit.ts. */
export const tables = {
  roles: { file: 'city/roles.yaml', schema: roleSchema },
  counties: { file: 'city/counties.yaml', schema: countySchema },
  levels: { file: 'city/levels.yaml', schema: levelSchema },
  units: { file: 'city/units.yaml', schema: unitSchema },
  clauses: { file: 'clauses.yaml', schema: clauseSchema },
  glossary: { file: 'glossary.yaml', schema: glossarySchema },
  targets: { file: 'targets.yaml', schema: targetSchema },
  hardCharacters: { file: 'hard-characters.yaml', schema: hardCharacterSchema },
  everydayWords: { file: 'everyday-words.yaml', schema: everydayWordsSchema },
  asks: { file: 'asks.yaml', schema: asksSchema },
  diagramLines: { file: 'diagram-lines.yaml', schema: diagramLineSchema },
  unknownStatus: { file: 'unknown-status.yaml', schema: unknownStatusSchema },
  diagramStations: { file: 'diagram-stations.yaml', schema: diagramStationSchema },
  divisions: { file: 'divisions.yaml', schema: divisionSchema },
  pageChanges: { file: 'page-changes.yaml', schema: pageChangeSchema },
} as const;
export const tableNames = Object.keys(tables) as (keyof typeof tables)[];
/** What a row of each table holds. */
export type TableData = { [K in keyof typeof tables]: z.infer<(typeof tables)[K]['schema']> };
