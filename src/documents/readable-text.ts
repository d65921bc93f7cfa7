// Text for reading made from text as it stands: white space joined, words broken at line ends mended.

// Repetitions are bounded, so that no text, however made, takes more than linear time.
const brokenWord = /(?<!\p{L})(\p{L}{1,40})[-‐][^\S\n]{0,4}\n[^\S\n]{0,4}(\p{Ll}\p{L}{0,40})/gu;

/**
 * A reader of one text's parts. A word broken by a hyphen at a line end loses the hyphen, unless the text
 * elsewhere has the word with it (`socio-economic`).
 */
export function readableText(text: string): (parts: readonly (readonly [number, number])[]) => string {
  let compounds: Set<string> | null = null;
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
    return mended.replace(/[\s\u00ad]+/g, (white) => (white === "\u00ad" ? "" : " ")).trim();
  };
}
