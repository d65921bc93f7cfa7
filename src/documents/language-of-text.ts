// Which of the four languages a text is written in.

import { franc } from "franc-min";
import type { Language } from "#kernel";

const byIso3: Readonly<Record<string, Language>> = { eng: "en", fra: "fr", spa: "es", por: "pt" };

/** Longer samples cost time and change nothing: trigram counts settle within a few thousand letters. */
const sampleLength = 4_000;
const shortest = 40;

/**
 * The language of a text among English, French, Spanish and Portuguese, by letter trigrams; null where
 * there is too little text to tell. Samples come from the middle, past title pages and tables of contents.
 */
export function languageOfText(text: string): Language | null {
  const from = text.length > sampleLength * 3 ? Math.floor(text.length / 3) : 0;
  const sample = text.slice(from, from + sampleLength).trim();
  if (sample.length < shortest) return null;
  return byIso3[franc(sample, { only: Object.keys(byIso3), minLength: shortest })] ?? null;
}
