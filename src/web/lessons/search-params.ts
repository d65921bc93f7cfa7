// The state of the pages of lessons as it stands in the address.

import { addressList, addressNumber, addressText, addressWord, type StateOf } from "../address.ts";

const codes = addressList();

export const lessonsState = {
  text: addressText,
  evaluation: addressText,
  kind: codes,
  branch: codes,
  population: codes,
  factor: codes,
  nature: codes,
  region: codes,
  country: codes,
  year: codes,
  language: codes,
  status: codes,
  sort: addressWord(["oldest", "added"]),
  page: addressNumber(2),
};
export type LessonsState = StateOf<typeof lessonsState>;

/** Filters beside the list, in their order. */
export const lessonFacetNames = [
  "kind",
  "branch",
  "region",
  "country",
  "population",
  "factor",
  "nature",
  "year",
  "language",
  "status",
] as const;
export type LessonFacetName = (typeof lessonFacetNames)[number];

/** The state with a value turned on or off; a new result begins with its first page. */
export function turned(state: LessonsState, name: LessonFacetName, value: string): LessonsState {
  const chosen = (state[name] ?? []) as readonly string[];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, [name]: next.length === 0 ? undefined : next, page: undefined };
}

/** The question as the API takes it, without pages. */
export function lessonQuery(state: LessonsState): Readonly<Record<string, unknown>> {
  // The address holds the language of the page as well, which asks for nothing.
  return Object.fromEntries(
    Object.entries(state).filter(
      ([name, value]) => value !== undefined && name !== "page" && name !== "lang",
    ),
  );
}

/** The state without any filter. */
export const unfiltered = (state: LessonsState): LessonsState => ({ text: state.text, sort: state.sort });
