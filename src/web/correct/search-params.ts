// The state of the correction page as it stands in the address.

import { z } from "zod/mini";
import { passageKinds } from "#records";
import { addressList, addressText, addressWord, after, emptyToAbsent } from "../address.ts";

/** A confidence from 0 to 1. */
export const addressShare = z.catch(
  after(emptyToAbsent, z.optional(z.coerce.number().check(z.gte(0), z.lte(1)))),
  undefined,
);

/** Below this a proposal counts as unsure, unless the address says otherwise. */
export const unsureBelow = 0.8;
/** Proposals at or above this can be accepted all at once, unless the address says otherwise. */
export const sureFrom = 0.95;

export const shownParts = ["unsure", "open", "decided", "all"] as const;

export const correctState = z.object({
  passage: addressText,
  kind: addressList(z.enum(passageKinds)),
  show: addressWord(shownParts),
  below: addressShare,
  above: addressShare,
  view: addressWord(["text", "passages"]),
});
