/** What one would want to know of a place (想知道的事). A fact that answers one says so: `answers: [population]`. */
export const placeTopics = {
  population: { label: '人口' },
  area: { label: '面积' },
  distance: { label: '离市里多远' },
  industry: { label: '产业' },
  sights: { label: '看点' },
  titles: { label: '称号' },
  transport: { label: '怎么去' },
  tickets: { label: '门票' },
  hospital: { label: '医院' },
  school: { label: '学校' },
} as const;
export type PlaceTopic = keyof typeof placeTopics;

/** Only units of one kind are drawn beside each other. */
export const censusKinds = {
  county: { label: '县和县级市' },
  district: { label: '区' },
  zone: { label: '开发区' },
} as const;
export type CensusKind = keyof typeof censusKinds;
