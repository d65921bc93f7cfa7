/**
 * A text as it is looked for: without accents and capitals, since many who look for Côte d’Ivoire write cote.
 *
 * @example
 * folded("Égypte") // => "egypte"
 */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
