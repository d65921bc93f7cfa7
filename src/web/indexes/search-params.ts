import { z } from "zod/mini";
import { addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const runState = z.object({
  node: addressText,
  period: addressText,
  sort: addressText,
  view: addressWord(figureViews),
});
