// The page's state in the address, readable and short: `?kind=finding,challenge&lang=fr`. Values are plain
// text; lists are joined by commas. What an address says wrongly is left out, never an error page.

import { z } from "zod/mini";
import { languages } from "#kernel";

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text === undefined || text === null || text === "" || text === false) continue;
    parts.set(key, String(text));
  }
  // Commas and colons are harmless in a query and easier to read as they are.
  const text = parts.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "";
}

/** A shape for what a function makes of the value. */
export const after = <T extends z.ZodMiniType>(change: (value: unknown) => unknown, shape: T) =>
  z.pipe(z.transform(change), shape);

export const emptyToAbsent = (value: unknown) => (value === "" || value === null ? undefined : value);

/** A free text of the address. */
export const addressText = z.catch(after(emptyToAbsent, z.optional(z.coerce.string())), undefined);
/** One of a few words. */
export const addressWord = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.catch(z.optional(z.enum(words)), undefined);
/** A whole number from `least`. */
export const addressNumber = (least = 1) =>
  z.catch(after(emptyToAbsent, z.optional(z.coerce.number().check(z.int(), z.gte(least)))), undefined);
/** A list joined by commas; unknown words are dropped. */
export const addressList = <T extends z.ZodMiniType>(item: T) =>
  after(
    (value) => {
      if (value === undefined || value === null || value === "") return undefined;
      const parts = Array.isArray(value) ? value : String(value).split(",");
      const known = parts.filter((part) => item.safeParse(part).success);
      return known.length > 0 ? known : undefined;
    },
    z.optional(z.array(item)),
  );

/** The language of the page stands in every address once chosen. */
export const languageInAddress = z.object({ lang: addressWord(languages) });
export type LanguageInAddress = z.output<typeof languageInAddress>;

/** For `validateSearch`: the typed state of a page, from whatever the address says. */
export const searchOf =
  <S extends z.ZodMiniType>(schema: S) =>
  (raw: Readonly<Record<string, unknown>>): z.output<S> =>
    schema.parse(raw);
