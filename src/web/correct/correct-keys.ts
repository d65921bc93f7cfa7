// Which key asks for what on the correction page. Pure: a key in, a wish out.

import type { PassageKind } from "#records";

/** Kinds by their key: digits for the nine commonest, capitals for the others. */
export const keysOfKinds: readonly (readonly [string, PassageKind])[] = [
  ["1", "finding"],
  ["2", "conclusion"],
  ["3", "recommendation"],
  ["4", "management-response"],
  ["5", "lesson-learned"],
  ["6", "good-practice"],
  ["7", "what-works"],
  ["8", "success-factor"],
  ["9", "challenge"],
  ["L", "limitation"],
  ["M", "method"],
  ["B", "background"],
  ["I", "inventory-entry"],
];

export const wishes = [
  "next",
  "previous",
  "accept",
  "reject",
  "split",
  "join",
  "edit",
  "new",
  "undo",
  "keys",
] as const;
export type Wish = (typeof wishes)[number];

export const keyOfWish: Readonly<Record<Wish, string>> = {
  next: "j",
  previous: "k",
  accept: "a",
  reject: "r",
  split: "s",
  join: "m",
  edit: "e",
  new: "n",
  undo: "u",
  keys: "?",
};

/**
 * What a key asks for: a wish, or a kind the chosen passage is to have; null when it means nothing here.
 *
 * @example
 * askedByKey("a") // => "accept"
 */
export function askedByKey(key: string): Wish | { readonly kind: PassageKind } | null {
  const kind = keysOfKinds.find(([sign]) => sign === key)?.[1];
  if (kind) return { kind };
  return wishes.find((wish) => keyOfWish[wish] === key) ?? null;
}
