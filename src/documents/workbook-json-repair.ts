// Bare NaN and Infinity in JSON, as Python and R write them: marked as missing, counted, never inside texts.

/** Stands for a token that was no JSON, until cells are made; a private-use character no text holds. */
export const nanMark = "\uf8ffNaN";

const tokens = ["NaN", "Infinity", "-Infinity"] as const;
const isWordPart = (char: string | undefined) => char !== undefined && /[\w.]/.test(char);

export type RepairedJson = {
  readonly text: string;
  readonly repairs: number;
  readonly firstLine: number | null;
};

/**
 * The text with each bare `NaN`, `Infinity` and `-Infinity` replaced by a mark that is valid JSON. Lines stay
 * where they are, so that places in messages hold for the file as given.
 *
 * @example
 * repairedJson('[NaN, "NaN"]').repairs // => 1
 */
export function repairedJson(text: string): RepairedJson {
  const pieces: string[] = [];
  let from = 0;
  let repairs = 0;
  let firstLine: number | null = null;
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === "\n") line++;
    else if (char === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) {
        if (text[i] === "\\") i++;
        else if (text[i] === "\n") line++;
      }
    } else if (char === "N" || char === "I" || char === "-") {
      const token = tokens.find((known) => text.startsWith(known, i));
      if (token === undefined || isWordPart(text[i - 1]) || isWordPart(text[i + token.length])) continue;
      pieces.push(text.slice(from, i), `"${nanMark}"`);
      i += token.length - 1;
      from = i + 1;
      repairs++;
      firstLine ??= line;
    }
  }
  return { text: repairs === 0 ? text : pieces.join("") + text.slice(from), repairs, firstLine };
}
