// The state of the correction page as it stands in the address.

import { passageKinds } from "#records";
import { addressList, addressShare, addressText, addressWord } from "../address.ts";

/** Below this a proposal counts as unsure, unless the address says otherwise. */
export const unsureBelow = 0.8;
/** Proposals at or above this can be accepted all at once, unless the address says otherwise. */
export const sureFrom = 0.95;

export const shownParts = ["unsure", "open", "decided", "all"] as const;

export const correctState = {
  passage: addressText,
  kind: addressList(addressWord(passageKinds)),
  show: addressWord(shownParts),
  below: addressShare,
  above: addressShare,
  view: addressWord(["text", "passages"]),
};
