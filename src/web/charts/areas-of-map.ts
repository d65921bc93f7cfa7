import { areaName, areas, type Language } from "#kernel";

/** Every country and territory a world map shows, by name in this language: the order of the keyboard. */
export function areasOfMap(language: Language): readonly { readonly code: string; readonly name: string }[] {
  const collator = new Intl.Collator(language);
  return areas
    .filter(({ kind, code }) => (kind === "country" || kind === "territory") && code !== "ATA")
    .map(({ code }) => ({ code, name: areaName(code, language) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}
