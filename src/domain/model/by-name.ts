/** An object that has, for each name, what `value` gives for it. */
export function byName<T extends object>(names: readonly (keyof T & string)[], value: (name: never) => unknown): T {
  return Object.fromEntries(names.map((name) => [name, value(name as never)])) as T;
}
