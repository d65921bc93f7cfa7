// The state of the pages of follow-up as it stands in the address.

import { z } from "zod";
import { languages } from "#kernel";
import { evaluationRegions, followUpStates, priorities, verdicts } from "#records";
import { addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

/** `none` asks for records whose source does not state the value. */
export const notStated = "none";
const facet = <const T extends readonly [string, ...string[]]>(values: T) =>
  addressWord([...values, notStated] as unknown as readonly [T[number], ...T[number][], typeof notStated]);

export const recommendationsState = z.object({
  text: addressText,
  evaluation: addressText,
  overdue: addressWord(["response", "action"]),
  state: addressWord(followUpStates),
  verdict: facet(verdicts),
  priority: facet(priorities),
  unit: addressText,
  region: facet(evaluationRegions),
  country: addressText,
  theme: addressText,
  year: addressText,
  language: facet(languages),
  page: addressNumber(2),
});
export type RecommendationsState = z.output<typeof recommendationsState>;

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

export const figureGroups = ["unit", "theme", "region", "year"] as const;
export const figuresState = z.object({
  by: addressWord(figureGroups),
  view: addressWord(figureViews),
  sort: addressText,
});

export const adviceState = z.object({ group: addressText, page: addressNumber(2) });
