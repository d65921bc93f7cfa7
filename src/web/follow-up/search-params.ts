// The state of the pages of follow-up as it stands in the address.

import { languages } from "#kernel";
import { evaluationRegions, followUpStates, priorities, verdicts } from "#records";
import { addressList, addressNumber, addressText, addressWord, type StateOf } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

/** `none` asks for records whose source does not state the value. */
export const notStated = "none";
const facet = <const T extends readonly [string, ...string[]]>(values: T) =>
  addressList(addressWord([...values, notStated]));
const codes = addressList();

export const recommendationsState = {
  text: addressText,
  evaluation: addressText,
  overdue: addressList(addressWord(["response", "action"])),
  state: addressList(addressWord(followUpStates)),
  verdict: facet(verdicts),
  priority: facet(priorities),
  region: facet(evaluationRegions),
  country: codes,
  year: codes,
  language: facet(languages),
  // Words, which may hold commas: parted by a stroke.
  unit: addressText,
  theme: addressText,
  page: addressNumber(2),
};
export type RecommendationsState = StateOf<typeof recommendationsState>;

/** In the order in which they stand beside the list. */
export const facetNames = [
  "overdue",
  "state",
  "verdict",
  "priority",
  "unit",
  "region",
  "country",
  "theme",
  "year",
  "language",
] as const;
export type FacetName = (typeof facetNames)[number];

/** What is chosen of a facet. */
export const valuesOf = (state: RecommendationsState, name: FacetName): readonly string[] => {
  const value = state[name];
  return value === undefined ? [] : typeof value === "string" ? value.split("|") : value;
};

/** The state with a value turned on or off; a new result begins with its first page. */
export function turned(state: RecommendationsState, name: FacetName, value: string): object {
  const chosen = valuesOf(state, name);
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  const isWords = name === "unit" || name === "theme";
  const kept = next.length === 0 ? undefined : isWords ? next.join("|") : next;
  return { ...state, [name]: kept, page: undefined };
}

/** Accepted, wholly or in part, and not everything that was to be done is done. */
export const acceptedNotDone = {
  verdict: ["accepted", "partially-accepted"],
  state: ["accepted-without-action", "action-planned", "initiated"],
} as const;

export const figureGroups = ["unit", "theme", "region", "year"] as const;
export const figuresState = {
  by: addressWord(figureGroups),
  view: addressWord(figureViews),
  sort: addressText,
};

export const adviceState = { group: addressText, page: addressNumber(2) };
