/** The languages of the pages, of the registry and of full-text search. */
export const languages = ["en", "fr", "es", "pt"] as const;
export type Language = (typeof languages)[number];

/**
 * Whether a text is the two-letter code of one of the four languages, as it stands in addresses and files.
 *
 * @example
 * isLanguage("pt") // => true
 * isLanguage("de") // => false
 */
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** A text in the four languages; English is the one that always exists. */
export type Localised = { readonly en: string } & { readonly [L in Exclude<Language, "en">]?: string };
