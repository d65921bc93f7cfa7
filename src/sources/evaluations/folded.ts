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
