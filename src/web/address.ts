// The page's state in the address, readable and short: `?kind=finding,challenge&lang=fr`. Values are plain
// text; lists are joined by commas. What an address says wrongly is left out, never an error page.
// Every page's state is known to the first page, so this reads with a few lines and no library of shapes.

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

/** What one key of the address says, from its text or from the value a link was given; absent when unusable. */
type Field<T> = (value: unknown) => T | undefined;
type Fields = Readonly<Record<string, Field<unknown>>>;

/** The state of a page as these fields read it. */
export type StateOf<F extends Fields> = { -readonly [K in keyof F]?: ReturnType<F[K]> };

const isAbsent = (value: unknown) => value === undefined || value === null || value === "";

const numberWhere =
  (fits: (value: number) => boolean): Field<number> =>
  (value) => {
    const number = isAbsent(value) ? Number.NaN : Number(value);
    return fits(number) ? number : undefined;
  };

/** A free text of the address. */
export const addressText: Field<string> = (value) => (isAbsent(value) ? undefined : String(value));
/** One of a few words. */
export const addressWord =
  <const T extends readonly string[]>(words: T): Field<T[number]> =>
  (value) =>
    words.find((word) => word === value);
/** A text of a certain form. */
export const addressForm =
  (form: RegExp): Field<string> =>
  (value) =>
    typeof value === "string" && form.test(value) ? value : undefined;
/** A whole number from `least`. */
export const addressNumber = (least = 1) =>
  numberWhere((number) => Number.isSafeInteger(number) && number >= least);
/** A number from 0 to 1. */
export const addressShare = numberWhere((number) => number >= 0 && number <= 1);
/** A list joined by commas; what `item` does not know is dropped. */
export const addressList =
  <T extends string = string>(item: Field<T> = addressText as Field<T>): Field<T[]> =>
  (value) => {
    const parts: readonly unknown[] = Array.isArray(value)
      ? value
      : isAbsent(value)
        ? []
        : String(value).split(",");
    const known = parts.flatMap((part) => item(part) ?? []);
    return known.length > 0 ? known : undefined;
  };

/** The language of the page stands in every address once chosen. */
export const languageInAddress = { lang: addressWord(languages) };
export type LanguageInAddress = StateOf<typeof languageInAddress>;

/** For `validateSearch`: the typed state of a page, from whatever the address says. */
export const searchOf =
  <F extends Fields>(fields: F) =>
  (raw: Readonly<Record<string, unknown>>): StateOf<F> =>
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field(raw[key])])) as StateOf<F>;
