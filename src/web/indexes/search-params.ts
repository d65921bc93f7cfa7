import { addressText, addressWord, type StateOf } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";
import { drawnChoices } from "./drawn-rows.ts";
import { meansToTry, scalesToTry } from "./live/to-try.ts";

export const runState = {
  node: addressText,
  period: addressText,
  sort: addressText,
  view: addressWord(figureViews),
  map: addressWord(figureViews),
  years: addressWord(figureViews),
  pair: addressWord(figureViews),
  depends: addressWord(figureViews),
  /** The two values that are set against each other, and which of them by their logarithm. */
  x: addressText,
  y: addressText,
  log: addressWord(["x", "y", "xy"]),
  /** Countries of the small multiples. */
  areas: addressWord(["all"]),
  /** Rows of the ranking that are drawn, and the country they lie around. */
  drawn: addressWord(drawnChoices),
  place: addressText,
  w: addressText,
  scale: addressWord(scalesToTry),
  mean: addressWord(meansToTry),
  without: addressText,
};
export type RunState = StateOf<typeof runState>;

export const buildState = { release: addressText };
