// Text layers that hold something else than what is printed: fonts without a table of their letters, scans that
// were read in another alphabet. Found by the letters themselves and by words that every text of a language has.

import { type Problem, problem } from "#kernel";
import { inRanges } from "./number-ranges.ts";

/** Words that make up a third of any text in one of the four languages. */
const common = new Set(
  "the of and to in is for that with on by as are from this it at or was de la le les des et en du un une que pour dans est sur au par el los las y se con por una del o a e da do os em com para na no um uma".split(
    " ",
  ),
);
/** Texts in one of the four languages have 25 to 45 in a hundred; lists of names some five. */
const commonShare = 0.015;
const fewestWords = 400;
/** Share of the characters of a page that have no meaning outside their font. */
const privateShare = 0.1;
const fewestCharacters = 80;

/** Characters of private use, lost ones, and control characters: not what is printed. */
const meaningless = /[\p{Co}\ufffd]|(?!\s)\p{Cc}/gu;

/**
 * What is wrong with the letters of a document; nothing where they can be read.
 *
 * @param pages the text of each page
 */
export function unreadableLetters(pages: readonly string[], name: string): readonly Problem[] {
  const garbled: number[] = [];
  let words = 0;
  let known = 0;
  for (const [p, text] of pages.entries()) {
    const lost = text.match(meaningless)?.length ?? 0;
    if (text.length >= fewestCharacters && lost > text.length * privateShare) garbled.push(p + 1);
    for (const [word] of text.matchAll(/[^\s\p{P}\d]+/gu)) {
      words++;
      if (common.has(word.toLowerCase())) known++;
    }
  }
  if (garbled.length > 0)
    return [
      problem(
        "documents.letters-broken",
        `${garbled.length === 1 ? "Page" : "Pages"} ${inRanges(garbled)} of ${name}: the file does not say which letters its signs are, so that the text read there is not what is printed. Run character recognition on the file and read the result.`,
        { file: name, page: garbled[0]! },
      ),
    ];
  if (words < fewestWords || known >= words * commonShare) return [];
  return [
    problem(
      "documents.letters-broken",
      `${name} has ${words} words, and hardly any is a common word of English, French, Spanish or Portuguese: either it is in another language, or its letters are encoded wrongly. Compare a sentence with what is printed; if it differs, run character recognition on the file and read the result.`,
      { file: name },
    ),
  ];
}
