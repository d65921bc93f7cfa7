import { z } from "zod/mini";
import { changeKinds, releaseStates } from "#records";
import { addressList, addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const releasesState = z.object({
  series: addressText,
  state: addressWord(releaseStates),
  asOf: z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined),
});

export const changesState = z.object({
  from: addressText,
  kind: addressWord(changeKinds),
  indicator: addressText,
  page: addressNumber(1),
});

export const releaseState = z.object({
  indicator: addressText,
  area: addressList(z.string().check(z.regex(/^[A-Z]{3}$|^\d{3}$/))),
  from: addressNumber(1),
  to: addressNumber(1),
  view: addressWord(figureViews),
  sort: addressText,
});
