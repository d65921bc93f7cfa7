import type { Language } from "#kernel";

type Words = Readonly<Record<string, string>>;

/**
 * What no author of words should have to think of: counts are written as the language groups digits, and
 * French sets a space that does not break inside « » and before : ; ! ? so that none of them begins a line.
 */
export const typeset = (words: Words, language: Language): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, text]) => {
      const counted = text.replaceAll("{{count}}", "{{count, number}}");
      return [
        key,
        language === "fr" ? counted.replace(/ (?=[:;!?»])/g, "\u00a0").replace(/« /g, "«\u00a0") : counted,
      ];
    }),
  );
