// Filters in the state of an address, whichever of the two rooms is searched.

import { evaluationFacetNames, passageFacetNames } from "#contract";

export type SearchRoom = "passages" | "evaluations";
export type FacetName = (typeof passageFacetNames)[number];
export type FilterState = Readonly<Partial<Record<FacetName, string | readonly string[] | undefined>>>;

/** Fields beside the result from the beginning; the others are counted when they are opened. */
const first: Readonly<Record<SearchRoom, readonly FacetName[]>> = {
  passages: ["kind", "language", "region", "country", "year", "branch"],
  evaluations: ["type", "timing", "nature", "region", "country", "language", "year", "branch"],
};
export const firstFacets = (room: SearchRoom): readonly FacetName[] => first[room];
export const allFacets = (room: SearchRoom): readonly FacetName[] =>
  room === "passages" ? passageFacetNames : evaluationFacetNames;

const isWords = (name: FacetName) => name === "theme" || name === "donor";

export const valuesIn = (state: FilterState, name: FacetName): readonly string[] => {
  const value = state[name];
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? value.split("|") : value;
};

/** The part of a state that has these values for a field; no value leaves the address. */
export const valuesAs = (name: FacetName, values: readonly string[]): FilterState => ({
  [name]: values.length === 0 ? undefined : isWords(name) ? values.join("|") : values,
});

/** The state with a value turned on or off; a new result begins with its first page. */
export const turned = (state: FilterState, name: FacetName, value: string): object => {
  const chosen = valuesIn(state, name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, ...valuesAs(name, next), page: undefined };
};

/** What is set, one by one, in the order of the filters. */
export const setFilters = (
  state: FilterState,
  room: SearchRoom,
): readonly { readonly name: FacetName; readonly value: string }[] =>
  allFacets(room).flatMap((name) => valuesIn(state, name).map((value) => ({ name, value })));

/** The filters of a state as the API takes them. */
export const filterQuery = (state: FilterState, room: SearchRoom): FilterState =>
  Object.fromEntries(
    allFacets(room).flatMap((name) => (state[name] === undefined ? [] : [[name, state[name]]])),
  );

/** The state without any filter. */
export const unfiltered = (state: object, room: SearchRoom): object => ({
  ...state,
  ...Object.fromEntries(allFacets(room).map((name) => [name, undefined])),
  page: undefined,
});
