const values = globalThis as { [key: symbol]: unknown };

/** One value that the build and Astro's bundle have in common: a module exists once in each, the global object once in all. */
export class Shared<T> {
  readonly #here: symbol;

  constructor(name: string) {
    this.#here = Symbol.for(`jilin-small-towns.${name}`);
  }

  get value(): T | undefined {
    return values[this.#here] as T | undefined;
  }

  set value(value: T | undefined) {
    values[this.#here] = value;
  }
}
