// Which key asks for what on the coding bench. Pure: a key in, a wish out.

import type { TextUnit } from "./text-units.ts";

export const benchWishes = ["codes", "next", "previous", "remove", "memo", "undo", "redo", "keys"] as const;
export type BenchWish = (typeof benchWishes)[number];

/** Keys that hold anywhere on the page but in fields. */
export const keyOfWish: Readonly<Record<BenchWish, string>> = {
  codes: "c",
  next: "n",
  previous: "p",
  remove: "d",
  memo: "m",
  undo: "u",
  redo: "r",
  keys: "?",
};

export const wishOfKey = (key: string): BenchWish | null =>
  benchWishes.find((wish) => keyOfWish[wish] === key) ?? null;

export type TextStep = { readonly unit: TextUnit; readonly step: 1 | -1; readonly extend: boolean };

/**
 * What an arrow asks for in the text: up and down go by paragraphs, left and right by sentences, with the
 * control key by words; with the shift key what is chosen grows or shrinks. Null where it asks for nothing.
 */
export function stepOfKey(event: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): TextStep | null {
  if (event.altKey || event.metaKey) return null;
  const extend = event.shiftKey;
  switch (event.key) {
    case "ArrowDown":
      return { unit: "paragraph", step: 1, extend };
    case "ArrowUp":
      return { unit: "paragraph", step: -1, extend };
    case "ArrowRight":
      return { unit: event.ctrlKey ? "word" : "sentence", step: 1, extend };
    case "ArrowLeft":
      return { unit: event.ctrlKey ? "word" : "sentence", step: -1, extend };
    default:
      return null;
  }
}
