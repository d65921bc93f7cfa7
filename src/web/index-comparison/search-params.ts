import { addressText, addressWord, type StateOf } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const comparisonState = {
  from: addressText,
  to: addressText,
  node: addressText,
  periodFrom: addressText,
  periodTo: addressText,
  divide: addressWord(["values", "definition"]),
  /** Part of a country's name. */
  find: addressText,
  /** Countries that stay where they were are left out unless all are asked for. */
  show: addressWord(["all"]),
  sort: addressText,
  view: addressWord(figureViews),
};
export type ComparisonState = StateOf<typeof comparisonState>;
