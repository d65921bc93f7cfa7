import { z } from "zod/mini";
import { addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const mapSubjects = ["evaluations", "c102"] as const;
export type MapSubject = (typeof mapSubjects)[number];

export const countriesState = z.object({
  show: addressWord(mapSubjects),
  view: addressWord(figureViews),
  sort: addressText,
  q: addressText,
});

export const countryState = z.object({
  /** View of the ratings, view of the series. */
  view: addressWord(figureViews),
  series: addressWord(figureViews),
  /** View of the map, and the order of its table. */
  map: addressWord(figureViews),
  sort: addressText,
  release: addressText,
  indicator: addressText,
  from: addressNumber(1),
  to: addressNumber(1),
});
