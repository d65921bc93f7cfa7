import { addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const standardsState = {
  q: addressText,
  security: addressText,
  status: addressText,
  sort: addressText,
};
export const standardState = { view: addressWord(figureViews), sort: addressText };
