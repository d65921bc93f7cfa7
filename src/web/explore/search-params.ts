// The whole state of the explorer as it stands in the address.

import { addressList, addressNumber, addressText, addressWord, type StateOf } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const exploreViews = ["table", "chart", "map"] as const;
export const pivots = ["area-year", "indicator-year", "area-indicator"] as const;
export const labelKinds = ["name", "code", "both"] as const;
/** Columns beside each value, and beside each row. */
export const extras = ["flags", "notes", "source", "unit"] as const;
export type Extra = (typeof extras)[number];

const codes = addressList();

export const exploreState = {
  release: codes,
  indicator: codes,
  area: codes,
  region: codes,
  from: addressNumber(1),
  to: addressNumber(1),
  sex: codes,
  // Texts that may hold commas: parted by a stroke.
  source: addressText,
  by: addressText,
  view: addressWord(exploreViews),
  pivot: addressWord(pivots),
  labels: addressWord(labelKinds),
  show: addressList(addressWord(extras)),
  /** Chart or map beside their own table. */
  as: addressWord(figureViews),
  page: addressNumber(2),
  columns: addressNumber(2),
};
export type ExploreState = StateOf<typeof exploreState>;

export const filterNames = [
  "release",
  "indicator",
  "area",
  "region",
  "sex",
  "source",
  "by",
  "from",
  "to",
] as const;
export type ListFilter = "release" | "indicator" | "area" | "region" | "sex" | "source" | "by";

/** The values chosen in a filter. */
export const valuesIn = (state: ExploreState, name: ListFilter): readonly string[] => {
  const value = state[name];
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? value.split("|") : value;
};

const isText = (name: ListFilter) => name === "source" || name === "by";

/** The part of a state that has these values in a filter; a new choice begins on its first page. */
export const withValues = (name: ListFilter, values: readonly string[]): Partial<ExploreState> => ({
  [name]: values.length === 0 ? undefined : isText(name) ? values.join("|") : [...values],
  page: undefined,
  columns: undefined,
});

/** The state with a value turned on or off. */
export const turned = (state: ExploreState, name: ListFilter, value: string): ExploreState => {
  const chosen = valuesIn(state, name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, ...withValues(name, next) };
};

/** The filters of a state as the API takes them. */
export const filterQuery = (state: ExploreState) => ({
  ...(state.release && { release: state.release }),
  ...(state.indicator && { indicator: state.indicator }),
  ...(state.area && { area: state.area }),
  ...(state.region && { region: state.region }),
  ...(state.from !== undefined && { from: state.from }),
  ...(state.to !== undefined && { to: state.to }),
  ...(state.sex && { sex: state.sex }),
  ...(state.source && { source: state.source }),
  ...(state.by && { by: state.by }),
});
export type FilterQuery = ReturnType<typeof filterQuery>;

export const unfiltered = (state: ExploreState): ExploreState => ({
  ...state,
  ...Object.fromEntries(filterNames.map((name) => [name, undefined])),
  page: undefined,
  columns: undefined,
});
