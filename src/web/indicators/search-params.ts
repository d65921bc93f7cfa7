// The state of the pages of indicators and selections as it stands in the address.

import { addressList, addressNumber, addressText, addressWord, type StateOf } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";
import { folded } from "../folded.ts";

const codes = addressList();

export const indicatorsState = {
  text: addressText,
  form: codes,
  level: codes,
  group: codes,
  type: codes,
  source: codes,
  data: codes,
};
export type IndicatorsState = StateOf<typeof indicatorsState>;

/** Filters beside the list, in their order. */
export const indicatorFacets = ["form", "group", "level", "type", "source", "data"] as const;
export type IndicatorFacet = (typeof indicatorFacets)[number];

const area = addressText;

export const indicatorState = {
  area,
  selection: addressText,
  view: addressWord(figureViews),
  series: addressWord(figureViews),
  sort: addressText,
};

export const selectionState = {
  version: addressNumber(1),
  indicator: addressText,
  area,
  year: addressNumber(1000),
  sex: addressText,
};

/** The state with a value turned on or off. */
export function turned(state: IndicatorsState, name: IndicatorFacet, value: string): IndicatorsState {
  const chosen = (state[name] ?? []) as readonly string[];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, [name]: next.length === 0 ? undefined : next };
}

/** One indicator as the filters see it: its values by filter. */
export type Filtered = {
  readonly id: string;
  /** Code and names, folded. */
  readonly words: string;
  readonly facets: Readonly<Record<IndicatorFacet, readonly string[]>>;
};

const fits = (one: Filtered, state: IndicatorsState, leftOut: IndicatorFacet | null): boolean =>
  indicatorFacets.every((name) => {
    const chosen = (state[name] ?? []) as readonly string[];
    return (
      name === leftOut || chosen.length === 0 || one.facets[name].some((value) => chosen.includes(value))
    );
  }) &&
  folded(state.text ?? "")
    .split(/\s+/)
    .every((word) => one.words.includes(word));

/** What fits all filters, and how many each value would leave: its own filter aside. */
export function filteredIndicators<T extends Filtered>(
  all: readonly T[],
  state: IndicatorsState,
): {
  readonly shown: readonly T[];
  readonly counts: Readonly<Record<IndicatorFacet, ReadonlyMap<string, number>>>;
} {
  const count = (name: IndicatorFacet): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const one of all)
      if (fits(one, state, name))
        for (const value of new Set(one.facets[name])) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    shown: all.filter((one) => fits(one, state, null)),
    counts: Object.fromEntries(indicatorFacets.map((name) => [name, count(name)])) as Record<
      IndicatorFacet,
      ReadonlyMap<string, number>
    >,
  };
}
