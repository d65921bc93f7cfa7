// The state of the screening pages as it stands in the address.

import { z } from "zod/mini";
import { screeningStages, shownOrders } from "#records";
import { addressNumber, addressText, addressWord } from "../../address.ts";

export const screeningState = z.object({
  stage: addressWord(screeningStages),
  record: addressText,
  order: addressWord(shownOrders),
});
export const conflictsState = z.object({
  stage: addressWord(screeningStages),
  page: addressNumber(),
});
export const progressState = z.object({ stage: addressWord(screeningStages) });
