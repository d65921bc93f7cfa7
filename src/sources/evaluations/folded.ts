// Lower case without accents, curly marks made straight: the form in which words are compared.

const cache = new Map<string, string>();

/** Folded text; ligatures and footnote digits are gone as well. */
export function folded(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const made = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .trim();
  if (cache.size > 2_000) cache.clear();
  cache.set(text, made);
  return made;
}

/**
 * Text folded letter by letter, so that every place in it is the same place in the text: lower case, accents
 * removed, curly marks straight, every kind of white space a blank.
 */
export function foldedInPlace(text: string): string {
  let made = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit < "\u0080") {
      made += /\s/.test(unit) ? " " : unit.toLowerCase();
      continue;
    }
    if (/\s/.test(unit)) made += " ";
    else if (/[’‘`´]/.test(unit)) made += "'";
    else {
      const bare = unit
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase();
      // Accents that stand by themselves become a mark that no pattern knows.
      made += bare.length === 1 ? bare : bare === "" ? "\u0001" : unit;
    }
  }
  return made;
}
