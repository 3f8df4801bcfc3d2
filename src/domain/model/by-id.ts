export function byId<T extends { id: string }>(items: readonly T[], what: string): (id: string) => T {
  const found = new Map(items.map((item) => [item.id, item]));
  return (id) => required(found.get(id), what, id);
}

/** The checks make sure that everything pointed at exists; getting here without it is a defect of ours. */
export function required<T>(item: T | undefined, what: string, id: string): T {
  if (item === undefined) throw new Error(`${what}「${id}」不在总目录里`);
  return item;
}
