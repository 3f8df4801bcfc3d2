import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { dataDir } from '#content-io/folders.ts';
import { parseMdx } from '#content-io/mdx.ts';
import { readTable } from '#content-io/read.ts';
import { compareText } from '#domain/guidance/order.ts';
import { createCatalog } from '#domain/model/catalog.ts';
import type { Entry } from '#domain/model/types.ts';
import type { PageData } from '#schemas/entries.ts';
import type { PageKind } from '#schemas/kinds.ts';

/** Everything that was written, sorted and joined. Pages ask here for every number, label and address. */
export const catalog = createCatalog({
  policies: await pages('policies'),
  places: await pages('places'),
  clusters: await pages('clusters'),
  cases: await pages('cases'),
  sources: (await getCollection('sources')).map(({ id, data }) => ({ id, ...data })),
  clauses: await rows('clauses'),
  glossary: await rows('glossary'),
  targets: await rows('targets'),
  everydayWords: await rows('everydayWords'),
  diagramLines: await rows('diagramLines'),
  diagramStations: await rows('diagramStations'),
  // No collection: Astro warns of an empty one at every build, and mostly nobody has asked yet.
  unknownStatus: readTable(dataDir, 'unknownStatus').items.map(({ data }) => data),
  permit: {
    questions: await rows('permitQuestions'),
    decisions: await rows('permitDecisions'),
    entitlements: await rows('permitEntitlements'),
    rules: await rows('permitRules'),
    steps: await rows('permitSteps'),
    hotlines: await rows('permitHotlines'),
    changes: await rows('permitChanges'),
    edgeCases: await rows('permitEdgeCases'),
    unknown: await rows('permitUnknown'),
    docs: await rows('permitDocs'),
  },
});

async function pages<K extends PageKind>(kind: K): Promise<Entry<PageData[K]>[]> {
  const entries = await getCollection<PageKind>(kind);
  return entries.map(({ id, data, body = '', filePath: path = '' }) => ({
    id,
    path,
    data: data as PageData[K],
    body: parseMdx(body, path, 1).body,
  }));
}

/** Rows in the order of their file, which their ids count. */
async function rows<K extends CollectionKey>(table: K): Promise<CollectionEntry<K>['data'][]> {
  const entries = await getCollection(table);
  return entries.toSorted((a, b) => compareText(a.id, b.id)).map(({ data }) => data);
}
