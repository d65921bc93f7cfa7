// What a person types into a search box, as a structure. Knows no SQL. Any text is accepted; operators
// that lead nowhere are read as if they were not there.

/** One word or one quoted phrase; `excluded` when a minus stands before it. */
export type SearchTerm = { readonly text: string; readonly phrase: boolean; readonly excluded: boolean };

/** Alternatives, each a list of terms that must all hold. No alternatives: the text asks for nothing. */
export type ParsedSearch = readonly (readonly SearchTerm[])[];

export const longestSearch = 1000;
export const mostSearchTerms = 64;

const token = /(-?)"([^"]*)"?|(\S+)/g;
const hasContent = /[\p{L}\p{N}]/u;

/**
 * Reads a search text: words, `"a phrase"`, `-without`, `or` between alternatives (`OU` and `O` in capitals
 * too, as French, Spanish and Portuguese write it). `or` binds weaker than standing side by side, as in web
 * search engines. A quotation mark that is never closed reaches to the end.
 *
 * @example
 * parseSearch('pension -reform or "social floor"').map((terms) => terms.map(({ text }) => text))
 * // => [["pension", "reform"], ["social floor"]]
 */
export function parseSearch(text: string): ParsedSearch {
  const alternatives: SearchTerm[][] = [[]];
  for (const [, minus, phrase, word] of text.normalize("NFC").matchAll(token)) {
    const group = alternatives.at(-1)!;
    if (phrase !== undefined) {
      if (hasContent.test(phrase)) group.push({ text: phrase, phrase: true, excluded: minus === "-" });
    } else if (word !== undefined && (/^or$/i.test(word) || word === "OU" || word === "O")) {
      if (group.length > 0) alternatives.push([]);
    } else if (word !== undefined && hasContent.test(word)) {
      const excluded = word.startsWith("-");
      group.push({ text: word.replaceAll('"', " ").replace(/^-+/, ""), phrase: false, excluded });
    }
  }
  return alternatives.filter((group) => group.length > 0);
}

/** Whether a search is more than the engine is asked to carry: 1,000 characters or 64 words and phrases. */
export const isSearchTooLong = (text: string): boolean =>
  text.length > longestSearch || parseSearch(text).flat().length > mostSearchTerms;
