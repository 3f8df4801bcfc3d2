import type { PlaceFact } from '#schemas/fact.ts';
import { type CensusKind, type PlaceTopic, censusKinds, placeTopics } from '#schemas/place-topics.ts';
import type { Catalog } from '#domain/model/catalog.ts';
import { stationName } from '#domain/guidance/diagram.ts';
import type { Place } from '#domain/model/types.ts';

/** What the figures of a town (一眼看) show. A place without the data has no such figure. */

/** One year alone is no line. */
const fewestEvents = 2;

export interface PlaceEvent {
  /** Id of the fact, and anchor of its row. */
  fact: string;
  year: number;
  what: string;
}

export function eventsOf({ data }: Pick<Place, 'data'>): PlaceEvent[] {
  const events = data.facts.flatMap(({ id, event }) => (event ? [{ fact: id, ...event }] : []));
  return events.length < fewestEvents ? [] : events.toSorted((a, b) => a.year - b.year);
}

/** Most stations a phone can show beside each other. */
const mostStations = 5;

/** Part of a line of the picture (示意图) around one of its stations. */
export interface LinePart {
  label: string;
  /** Whether it is a cluster of the guidance, or only a county. */
  isCluster: boolean;
  /** Which station of how many. */
  at: number;
  of: number;
  /** Up to two stations on each side. */
  stations: { name: string; here: boolean }[];
  /** Whether the line goes on beyond what is shown. */
  before: boolean;
  after: boolean;
}

export function linesOf(catalog: Pick<Catalog, 'strips'>, { id }: Pick<Place, 'id'>): LinePart[] {
  return catalog.strips.flatMap(({ label, role, stations }): LinePart[] => {
    const here = stations.findIndex(({ place }) => place.id === id);
    if (here < 0) return [];
    const last = Math.max(0, stations.length - mostStations);
    const from = Math.min(Math.max(0, here - 2), last);
    const shown = stations.slice(from, from + mostStations);
    return [
      {
        label,
        isCluster: role !== undefined,
        at: here + 1,
        of: stations.length,
        stations: shown.map(({ place }) => ({ name: stationName(place), here: place.id === id })),
        before: from > 0,
        after: from + shown.length < stations.length,
      },
    ];
  });
}

export interface CensusBar {
  of: string;
  people: number;
  source: string;
  /** The unit this page gives the number of. */
  here: boolean;
}

/** Residents of one unit among those of the same census and kind. */
export interface CensusBars {
  /** Id of the fact, and anchor of its row. */
  fact: string;
  of: string;
  kind: CensusKind;
  label: string;
  asOf: string;
  bars: CensusBar[];
}

export function censusOf(catalog: Pick<Catalog, 'places'>, { data }: Pick<Place, 'data'>): CensusBars | undefined {
  const own = data.facts.find(isCounted);
  if (!own) return undefined;
  const { of, kind } = own.census;
  const counted = catalog.places
    .flatMap((place) => place.data.facts.filter(isCounted))
    .filter((fact) => fact.census.kind === kind && fact.asOf === own.asOf);
  // Towns give the number of the county they lie in: each unit once.
  const units = new Map(counted.map((fact) => [fact.census.of, fact]));
  const bars = [...units].map(([unit, { value: people, source }]) => ({ of: unit, people, source, here: unit === of }));
  return {
    fact: own.id,
    of,
    kind,
    label: censusKinds[kind].label,
    asOf: own.asOf,
    bars: bars.toSorted((a, b) => b.people - a.people),
  };
}

type Counted = PlaceFact & { census: NonNullable<PlaceFact['census']>; value: number; asOf: string; source: string };

function isCounted(fact: PlaceFact): fact is Counted {
  return (
    fact.census !== undefined && typeof fact.value === 'number' && fact.asOf !== undefined && fact.source !== undefined
  );
}

/** Facts that name months of the year. */
export function monthsOf({ data }: Pick<Place, 'data'>): { fact: string; label: string; months: number[] }[] {
  return data.facts.flatMap(({ id, label, months }) => (months ? [{ fact: id, label, months }] : []));
}

/** The things one would want to know, each with the fact that tells it, where one does. */
export function topicsOf({
  data,
}: Pick<Place, 'data'>): { topic: PlaceTopic; label: string; fact?: string | undefined }[] {
  return (Object.keys(placeTopics) as PlaceTopic[]).map((topic) => {
    const fact = data.facts.find(({ answers }) => answers.includes(topic))?.id;
    const isMeasured = topic === 'distance' && data.distanceKm !== undefined;
    return { topic, label: placeTopics[topic].label, fact: fact ?? (isMeasured ? 'distance' : undefined) };
  });
}
