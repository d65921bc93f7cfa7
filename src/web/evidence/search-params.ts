// The state of the evidence pages as it stands in the address.

import { languages } from "#kernel";
import { passageKinds } from "#records";
import { addressList, addressNumber, addressText, addressWord } from "../address.ts";

/** `none` asks for records whose source does not state the value. */
export const notStated = "none";
/** That no response was given is a value of its own; there the word for silence is another. */
export const notStatedOf = (name: string): string => (name === "response" ? "unstated" : notStated);

const codes = addressList();

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

export const registryState = { text: addressText, ...filters, language: codes, ...shared };

export const searchState = {
  q: addressText,
  kind: addressList(addressWord(passageKinds)),
  ...filters,
  language: addressList(addressWord([...languages, notStated])),
  ...shared,
};

export const embedState = { q: addressText };

export const readingState = {
  passage: addressText,
  kind: addressList(addressWord(passageKinds)),
  view: addressWord(["text", "passages"]),
};
