// The state of the evidence pages as it stands in the address.

import { z } from "zod/mini";
import { languages } from "#kernel";
import { passageKinds } from "#records";
import { addressList, addressNumber, addressText, addressWord } from "../address.ts";

/** `none` asks for records whose source does not state the value. */
export const notStated = "none";
/** That no response was given is a value of its own; there the word for silence is another. */
export const notStatedOf = (name: string): string => (name === "response" ? "unstated" : notStated);

const codes = addressList(z.string());

const filters = {
  region: codes,
  country: codes,
  type: codes,
  timing: codes,
  nature: codes,
  status: codes,
  year: codes,
  branch: codes,
  criterion: codes,
  sdg: codes,
  response: codes,
  origin: codes,
  // Words, which may hold commas: parted by a stroke.
  theme: addressText,
  donor: addressText,
};
const shared = { sort: addressWord(["newest", "oldest"]), page: addressNumber(2) };

export const registryState = z.object({ text: addressText, ...filters, language: codes, ...shared });

export const searchState = z.object({
  q: addressText,
  kind: addressList(z.enum(passageKinds)),
  ...filters,
  language: addressList(z.enum([...languages, notStated])),
  ...shared,
});

export const embedState = z.object({ q: addressText });

export const readingState = z.object({
  passage: addressText,
  kind: addressList(z.enum(passageKinds)),
  view: addressWord(["text", "passages"]),
});
