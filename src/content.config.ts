import { defineCollection } from 'astro:content';
import { pageLoader, permitLoader, sourceLoader, tableLoader } from '#build/loaders.ts';
import { dataDir } from '#content-io/folders.ts';
import { readCityIds } from '#content-io/read.ts';
import { pageSchemas, sourceSchema } from '#schemas/entries.ts';
import { permitTables } from '#schemas/permit.ts';
import { tables } from '#schemas/tables.ts';

const pages = pageSchemas(readCityIds(dataDir));

export const collections = {
  policies: defineCollection({ loader: pageLoader('policies'), schema: pages.policies }),
  places: defineCollection({ loader: pageLoader('places'), schema: pages.places }),
  clusters: defineCollection({ loader: pageLoader('clusters'), schema: pages.clusters }),
  cases: defineCollection({ loader: pageLoader('cases'), schema: pages.cases }),
  sources: defineCollection({ loader: sourceLoader(), schema: sourceSchema }),

  roles: defineCollection({ loader: tableLoader('roles'), schema: tables.roles.schema }),
  counties: defineCollection({ loader: tableLoader('counties'), schema: tables.counties.schema }),
  levels: defineCollection({ loader: tableLoader('levels'), schema: tables.levels.schema }),
  units: defineCollection({ loader: tableLoader('units'), schema: tables.units.schema }),
  clauses: defineCollection({ loader: tableLoader('clauses'), schema: tables.clauses.schema }),
  glossary: defineCollection({ loader: tableLoader('glossary'), schema: tables.glossary.schema }),
  targets: defineCollection({ loader: tableLoader('targets'), schema: tables.targets.schema }),
  hardCharacters: defineCollection({ loader: tableLoader('hardCharacters'), schema: tables.hardCharacters.schema }),
  everydayWords: defineCollection({ loader: tableLoader('everydayWords'), schema: tables.everydayWords.schema }),
  asks: defineCollection({ loader: tableLoader('asks'), schema: tables.asks.schema }),
  diagramLines: defineCollection({ loader: tableLoader('diagramLines'), schema: tables.diagramLines.schema }),
  diagramStations: defineCollection({ loader: tableLoader('diagramStations'), schema: tables.diagramStations.schema }),
  unknownStatus: defineCollection({ loader: tableLoader('unknownStatus'), schema: tables.unknownStatus.schema }),
  divisions: defineCollection({ loader: tableLoader('divisions'), schema: tables.divisions.schema }),
  pageChanges: defineCollection({ loader: tableLoader('pageChanges'), schema: tables.pageChanges.schema }),

  permitNeeds: defineCollection({ loader: permitLoader('needs'), schema: permitTables.needs.schema }),
  permitQuestions: defineCollection({ loader: permitLoader('questions'), schema: permitTables.questions.schema }),
  permitDecisions: defineCollection({ loader: permitLoader('decisions'), schema: permitTables.decisions.schema }),
  permitEntitlements: defineCollection({
    loader: permitLoader('entitlements'),
    schema: permitTables.entitlements.schema,
  }),
  permitRules: defineCollection({ loader: permitLoader('rules'), schema: permitTables.rules.schema }),
  permitSteps: defineCollection({ loader: permitLoader('steps'), schema: permitTables.steps.schema }),
  permitHotlines: defineCollection({ loader: permitLoader('hotlines'), schema: permitTables.hotlines.schema }),
  permitChanges: defineCollection({ loader: permitLoader('changes'), schema: permitTables.changes.schema }),
  permitEdgeCases: defineCollection({ loader: permitLoader('edgeCases'), schema: permitTables.edgeCases.schema }),
  permitUnknown: defineCollection({ loader: permitLoader('unknown'), schema: permitTables.unknown.schema }),
  permitDocs: defineCollection({ loader: permitLoader('docs'), schema: permitTables.docs.schema }),
  permitScope: defineCollection({ loader: permitLoader('scope'), schema: permitTables.scope.schema }),
  permitPeriods: defineCollection({ loader: permitLoader('periods'), schema: permitTables.periods.schema }),
  permitAudiences: defineCollection({ loader: permitLoader('audiences'), schema: permitTables.audiences.schema }),
};
