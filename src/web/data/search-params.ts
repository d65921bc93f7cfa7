import { z } from "zod/mini";
import { addressList, addressNumber, addressText, addressWord } from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

export const releaseState = z.object({
  indicator: addressText,
  area: addressList(z.string().check(z.regex(/^[A-Z]{3}$|^\d{3}$/))),
  from: addressNumber(1),
  to: addressNumber(1),
  view: addressWord(figureViews),
  sort: addressText,
});
