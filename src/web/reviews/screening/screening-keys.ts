// Which key asks for what while screening. Pure: keys in, wishes out. Everybody may choose their own; they
// are kept in the browser, one set for each account.

export const screeningWishes = [
  "include",
  "possible",
  "exclude",
  "later",
  "undo",
  "note",
  "next",
  "previous",
  "marks",
  "why",
  "keys",
] as const;
export type ScreeningWish = (typeof screeningWishes)[number];
export type KeySet = Readonly<Record<ScreeningWish, string>>;

/** Numbers are not among them: they exclude by the criterion of that number. */
export const usualKeys: KeySet = {
  include: "i",
  possible: "p",
  exclude: "e",
  later: "l",
  undo: "u",
  note: "n",
  next: "j",
  previous: "k",
  marks: "m",
  why: "w",
  keys: "?",
};

export type AskedKey = ScreeningWish | { readonly criterion: number };

/**
 * What a key asks for: a wish, or an exclusion by the n-th criterion; null when it means nothing.
 *
 * @example
 * askedByKey(usualKeys, "3") // => { criterion: 3 }
 */
export function askedByKey(keys: KeySet, key: string): AskedKey | null {
  if (/^[1-9]$/.test(key)) return { criterion: Number(key) };
  return screeningWishes.find((wish) => keys[wish].toLowerCase() === key.toLowerCase()) ?? null;
}

/** Why a key cannot be taken for a wish; null when it can. */
export function unfitKey(keys: KeySet, wish: ScreeningWish, key: string): "one" | "number" | "taken" | null {
  if ([...key].length !== 1 || key.trim() === "") return "one";
  if (/\d/.test(key)) return "number";
  const taken = screeningWishes.some(
    (other) => other !== wish && keys[other].toLowerCase() === key.toLowerCase(),
  );
  return taken ? "taken" : null;
}

/** A kept set as it can be used: what is unfit or missing has its usual key. */
export function keySetOf(kept: unknown): KeySet {
  const found: Record<ScreeningWish, string> = { ...usualKeys };
  if (kept === null || typeof kept !== "object") return found;
  for (const wish of screeningWishes) {
    const key: unknown = (kept as Readonly<Record<string, unknown>>)[wish];
    if (typeof key === "string" && unfitKey(found, wish, key) === null) found[wish] = key;
  }
  return found;
}
