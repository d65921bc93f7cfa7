// Titles as definitions write them: one text, taken as English, or a text for each language.

import type { Language } from "#kernel";

type Texts = Readonly<Record<string, string>>;

const textsOf = (title: unknown): Texts =>
  typeof title === "string" ? { en: title } : ((title as Texts | undefined | null) ?? {});

/** The text of one language; where it has none, nothing: a translation is never shown as if it were there. */
export const titleIn = (title: unknown, language: Language): string => textsOf(title)[language] ?? "";

/**
 * A title with the text of one language set or taken away. The first text given is English too, since a
 * definition must have it.
 */
export function withTitle(title: unknown, language: Language, text: string | undefined): Texts | undefined {
  const { [language]: _, ...rest } = textsOf(title);
  const next = text === undefined ? rest : { ...rest, [language]: text };
  if (Object.keys(next).length === 0) return undefined;
  const onlyOther = text !== undefined && (!("en" in rest) || isFollowing(title, language));
  return language !== "en" && onlyOther ? { ...next, en: text } : next;
}

/** English that was written together with this language still says the same and follows it. */
const isFollowing = (title: unknown, language: Language): boolean =>
  titleIn(title, language) !== "" && titleIn(title, "en") === titleIn(title, language);
