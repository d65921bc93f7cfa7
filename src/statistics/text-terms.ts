import { functionWords, type TermLanguage, wordEndings } from "./text-terms.data.ts";

export type TextTerm = {
  /** What forms of one word have in common. */
  readonly stem: string;
  /** As it stands in the text, in small letters. */
  readonly word: string;
};

const shortestWord = 3;
const shortestStem = 4;

/**
 * The words a text is about, each reduced to what its forms share, so that "registering vendors" and
 * "register a vendor" meet.
 *
 * Small letters, accents taken away, runs of three or more letters or digits, function words left out, at
 * most two endings of the language cut where four letters remain.
 *
 * @param text running text
 * @param language one of the four; null cuts no ending and drops no word
 * @returns terms in the order of the text, repeated as often as they stand there
 * @limits Not a dictionary: "register" and "registration" stay apart, "universal" and "universe" may meet.
 * @source own lists of endings, after the idea of light stemming (Savoy 2006)
 * @example
 * textTerms("Registering vendors", "en").map(({ stem }) => stem) // => ["regist", "vend"]
 */
export function textTerms(text: string, language: TermLanguage | null): readonly TextTerm[] {
  const terms: TextTerm[] = [];
  for (const [word] of text
    .toLowerCase()
    .normalize("NFC")
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
    if (bare.length < shortestWord || (language !== null && functionWords[language].has(bare))) continue;
    terms.push({ stem: language === null ? bare : stemOf(bare, language), word });
  }
  return terms;
}

/** Two endings at most: "registering" meets "register", which loses one more. */
function stemOf(bare: string, language: TermLanguage): string {
  const once = withoutEnding(bare, language);
  return once === bare ? bare : withoutEnding(once, language);
}

function withoutEnding(word: string, language: TermLanguage): string {
  for (const ending of wordEndings[language])
    if (word.length - ending.length >= shortestStem && word.endsWith(ending))
      return word.slice(0, word.length - ending.length);
  return word;
}
