// Text for reading made from text as it stands: white space joined, words broken at line ends mended.

// Repetitions are bounded, so that no text, however made, takes more than linear time.
const brokenWord = /(?<!\p{L})(\p{L}{1,40})[-‐][^\S\n]{0,4}\n[^\S\n]{0,4}(\p{Ll}\p{L}{0,40})/gu;

/** Letters set apart for looks: `R E C O M M E N D A T I O N S`; two blanks or more part the words. */
const spacedLetters = /(?<![\p{L}\d])(?:\p{L}[ \u00a0]{1,3}){4,80}\p{L}(?![\p{L}\d])/gu;

/** Words of one letter in the four languages; a run of others is a word set apart. */
const isSpacedOut = (run: string) => {
  const letters = run.split(/\s+/);
  return letters.every((letter) => letter === letter.toUpperCase()) || letters.length >= 7;
};
const closedUp = (text: string) =>
  text.replace(spacedLetters, (run) =>
    isSpacedOut(run)
      ? run
          .split(/\s{2,}/)
          .map((word) => word.replace(/\s/g, ""))
          .join(" ")
      : run,
  );

const ligatures: Readonly<Record<string, string>> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
  "\ufb05": "st",
  "\ufb06": "st",
};

/**
 * A word that a text layer broke by a blank: `r ecommendation`, `INTRODUC TION`. It is mended where the text
 * has the whole word elsewhere and the pieces nowhere by themselves.
 */
const maybeBroken = /(?<![\p{L}\p{N}'’-])(\p{L}{1,14}) (\p{L}{3,14})(?![\p{L}\p{N}-])/gu;
const shortestMended = 7;

function brokenWordsOf(text: string): (left: string, right: string) => boolean {
  let lower = "";
  let words: ReadonlySet<string> | null = null;
  const alone = (word: string) =>
    [...lower.matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "gu"))].length;
  return (left, right) => {
    if (left.length + right.length < shortestMended) return false;
    if (words === null) {
      lower = text.toLowerCase();
      words = new Set(lower.split(/[^\p{L}]+/u));
    }
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    // Hardly ever are two words that follow each other a third one: only then are they counted.
    if (!words.has(a + b)) return false;
    const together = alone(`${a} ${b}`);
    return alone(b) === together && (a.length === 1 || alone(a) === together);
  };
}

/** Longer texts are paragraphs: a blank too much does not change what they are taken for. */
const longestMended = 160;
/** Single letters that are words. */
const lonely = /(?<![\p{L}'’.-])(?![aàeéiouyAÀEÉIOUYôÔ])\p{L} \p{Ll}{3}/u;

/**
 * A reader of one text's parts. A word broken by a hyphen at a line end loses the hyphen, unless the text
 * elsewhere has the word with it (`socio-economic`).
 */
export function readableText(text: string): (parts: readonly (readonly [number, number])[]) => string {
  let compounds: Set<string> | null = null;
  const isBroken = brokenWordsOf(text);
  const mendedWords = (words: string) =>
    words.length <= longestMended || lonely.test(words)
      ? words.replace(maybeBroken, (whole, left: string, right: string) =>
          isBroken(left, right) ? left + right : whole,
        )
      : words;
  const hasCompound = (left: string, right: string) => {
    if (compounds === null) {
      compounds = new Set();
      for (const match of text.matchAll(/(?<!\p{L})\p{L}{1,40}-\p{Ll}\p{L}{0,40}/gu))
        compounds.add(match[0].toLowerCase());
    }
    return compounds.has(`${left}-${right}`.toLowerCase());
  };
  return (parts) => {
    const raw = parts.map(([start, end]) => text.slice(start, end)).join("\n");
    const mended =
      raw.includes("-\n") || raw.includes("‐\n") || raw.includes("- \n")
        ? raw.replace(brokenWord, (_, left: string, right: string) =>
            hasCompound(left, right) ? `${left}-${right}` : `${left}${right}`,
          )
        : raw;
    const joined = closedUp(mended)
      .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
      .replace(/[\s\u00ad]+/g, (white) => (white === "\u00ad" ? "" : " "))
      .trim();
    return mendedWords(joined);
  };
}
