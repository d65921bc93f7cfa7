// The state of the evidence pages as it stands in the address.

import { z } from "zod";
import { languages } from "#kernel";
import {
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  passageKinds,
} from "#records";
import { addressList, addressNumber, addressText, addressWord } from "../address.ts";

/** `none` asks for records whose source does not state the value. */
export const notStated = "none";

const facet = <const T extends readonly [string, ...string[]]>(values: T) =>
  addressWord([...values, notStated] as unknown as readonly [T[number], ...T[number][], typeof notStated]);

export const registryState = z.object({
  text: addressText,
  region: facet(evaluationRegions),
  language: facet(languages),
  type: facet(evaluationTypes),
  timing: facet(evaluationTimings),
  nature: facet(evaluationNatures),
  country: addressText,
  page: addressNumber(2),
});
export type RegistryState = z.output<typeof registryState>;

export const searchState = z.object({
  q: addressText,
  kind: addressList(z.enum(passageKinds)),
  language: addressList(z.enum(languages)),
  region: addressList(z.string()),
  country: addressList(z.string()),
  page: addressNumber(2),
});
export type SearchState = z.output<typeof searchState>;

export const readingState = z.object({
  passage: addressText,
  kind: addressList(z.enum(passageKinds)),
  view: addressWord(["text", "passages"]),
});
