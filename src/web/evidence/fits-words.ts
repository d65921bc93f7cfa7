import { folded } from "../folded.ts";

/** Whether each word of a query begins a word of the text; accents and capitals aside. Words of one or two letters ask nothing. */
export function fitsWords(query: string, text: string): boolean {
  const asked = folded(query).match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  const words = folded(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return asked.length > 0 && asked.every((one) => words.some((word) => word.startsWith(one)));
}
