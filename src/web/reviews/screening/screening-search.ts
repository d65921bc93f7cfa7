// The state of the screening pages as it stands in the address.

import { screeningStages, shownOrders } from "#records";
import { addressNumber, addressText, addressWord } from "../../address.ts";

export const screeningState = {
  stage: addressWord(screeningStages),
  record: addressText,
  order: addressWord(shownOrders),
};
export const conflictsState = {
  stage: addressWord(screeningStages),
  page: addressNumber(),
};
export const progressState = { stage: addressWord(screeningStages) };
