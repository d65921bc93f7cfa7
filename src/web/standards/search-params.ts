import { z } from "zod/mini";
import { addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const standardsState = z.object({
  q: addressText,
  security: addressText,
  status: addressText,
  sort: addressText,
});
export const standardState = z.object({ view: addressWord(figureViews), sort: addressText });
