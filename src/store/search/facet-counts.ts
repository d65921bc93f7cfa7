// Counts of values over what was found. A facet's own choice is left out of its own counts, so that the other
// values of a chosen facet stay in view with what they would add.

import type { Facets } from "../store.ts";
import type { SearchMemory } from "./search-memory.ts";

export class FacetCounter {
  readonly #memory: SearchMemory;
  readonly #counts: Int32Array;
  constructor(memory: SearchMemory) {
    this.#memory = memory;
    this.#counts = new Int32Array(memory.values.length);
  }

  /**
   * Counts things that have these values.
   *
   * @param codes each once
   * @param times how many such things
   * @param only counts for the values of this facet alone
   */
  add(codes: readonly number[], times = 1, only?: string): void {
    for (const code of codes)
      if (only === undefined || this.#memory.values[code]?.facet === only)
        this.#counts[code] = (this.#counts[code] ?? 0) + times;
  }

  /**
   * @param names fields as a room calls them, and as the collection does
   * @returns values by number, then alphabet, what is not stated as `null`
   */
  counts(names: readonly (readonly [name: string, facet: string])[]): Facets {
    return Object.fromEntries(
      names.map(([name, facet]) => [
        name,
        [...(this.#memory.numbers.get(facet) ?? [])]
          .map(([value, number]) => ({
            value: value === "" ? null : value,
            count: this.#counts[number] ?? 0,
          }))
          .filter(({ count }) => count > 0)
          .sort(
            (a, b) =>
              b.count - a.count ||
              Number(a.value === null) - Number(b.value === null) ||
              ((a.value ?? "") < (b.value ?? "") ? -1 : 1),
          ),
      ]),
    );
  }
}
