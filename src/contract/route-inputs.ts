// Parts of inputs that several routes share.

import { z } from "zod";

/** A query parameter that may be repeated or given as a comma-separated list. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => {
    if (value === undefined || value === "") return undefined;
    return (Array.isArray(value) ? value : [value]).flatMap((v) =>
      typeof v === "string" ? v.split(",") : [v],
    );
  }, z.array(item).max(300).optional());

/** A whole number from 0 to `most`. */
export const count = (most: number, otherwise: number) =>
  z.coerce.number().int().min(0).max(most).default(otherwise);
export const Id = z.object({ id: z.string().min(1).max(300) });
export const downloadFormat = z.enum(["csv", "xlsx", "json"]);
/** For the operator alone: the member of a review whose acts a file holds. */
export const onBehalf = { onBehalf: z.string().max(300).optional() };
