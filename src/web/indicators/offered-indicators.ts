// Which indicators some releases let a rule choose values of.

type Known = {
  readonly id: string;
  readonly sources: readonly { readonly series: string | null }[];
};

export type OfferedIndicator = {
  readonly id: string;
  /** Whether it is chosen until somebody says otherwise. */
  readonly standard: boolean;
};

/**
 * The indicators behind the codes of some releases. A code that an agency has for an indicator of the catalogue
 * stands for that indicator; by itself it is offered too, and not chosen, since one figure would count twice.
 *
 * @example
 * offeredIndicators(["gini"], []) // => [{ id: "gini", standard: true }]
 */
export function offeredIndicators(
  codes: readonly string[],
  catalogue: readonly Known[],
): readonly OfferedIndicator[] {
  const ids = new Set(catalogue.map(({ id }) => id));
  const found = new Map<string, boolean>();
  for (const code of codes) {
    const owners = ids.has(code)
      ? []
      : catalogue.filter(({ sources }) => sources.some(({ series }) => series === code));
    for (const { id } of owners) found.set(id, true);
    found.set(code, found.get(code) === true || owners.length === 0);
  }
  return [...found].map(([id, standard]) => ({ id, standard }));
}
