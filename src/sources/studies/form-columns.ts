// Headers of an XLSForm in the spellings that forms have, and texts by language.

import type { WorkbookTable } from "#documents";
import { isLanguage, type Language, type Localised, languages, visibleText } from "#kernel";
import { folded } from "./missing-meaning.ts";

/** Older and newer names of one column. */
const aliases: Readonly<Record<string, string>> = {
  list_name: "list",
  caption: "label",
  command: "type",
  value: "name",
  relevance: "relevant",
  tag: "name",
};

/** What languages call themselves in headers: `label::Français (fr)`, `label::french`, `label::fr-CA`. */
const languageNames: Readonly<Record<string, Language>> = {
  english: "en",
  anglais: "en",
  ingles: "en",
  french: "fr",
  francais: "fr",
  frances: "fr",
  spanish: "es",
  espanol: "es",
  castellano: "es",
  espagnol: "es",
  espanhol: "es",
  portuguese: "pt",
  portugues: "pt",
  portugais: "pt",
};

const longestName = 60;

export const languageOfName = (printed: string): Language | null => {
  const name = printed.slice(0, longestName);
  const code =
    /\(\s*([A-Za-z]{2})(?:[-_][^)]*)?\s*\)/.exec(name)?.[1] ??
    /^([A-Za-z]{2})(?:[-_]\w+)?$/.exec(name.trim())?.[1];
  const lower = code?.toLowerCase() ?? "";
  if (code !== undefined) return isLanguage(lower) ? lower : null;
  return languageNames[folded(name.replace(/\(.*$/, ""))] ?? null;
};

type Header = { readonly column: number; readonly base: string; readonly language: string | null };

export type FormSheet = {
  readonly sheet: string;
  readonly headerRow: number;
  /** Headers as printed. */
  readonly printed: readonly string[];
  /** Whether a column is there, in any language. */
  readonly has: (base: string) => boolean;
  readonly rows: readonly FormRow[];
};

export type FormRow = {
  readonly row: number;
  /** A cell of a column without languages, or of the first of them. */
  readonly cell: (base: string) => string;
  readonly text: (base: string) => Localised | null;
};

/** Languages met that are none of the four, and whether English was missing. */
export type FormLanguages = { readonly others: Set<string>; readonly withoutEnglish: Set<Language> };

/** Marks of layout that forms put into texts. */
const plain = (text: string): string =>
  visibleText(text)
    .replace(/<\/?[A-Za-z][^<>]{0,200}>/g, "")
    .replace(/^\s*#{1,6}\s+/, "")
    .replace(/(\*\*|__)(?=\S)([\s\S]{0,200}?\S)\1/g, "$2")
    .trim();

/**
 * A sheet of a form. Headers are compared without case, with blanks as underscores; `label::French (fr)`,
 * `label:french` and `bind::relevant` are understood; what is not known is left alone.
 */
export function formSheet(table: WorkbookTable, main: Language, met: FormLanguages): FormSheet {
  const headers = table.header.map(({ name, column }): Header => {
    const parts = name.split(/::?/).map((part) => part.trim());
    if (/^(?:bind|control|instance)$/i.test(parts[0]!) && parts.length > 1) parts.shift();
    const base = parts[0]!.toLowerCase().replace(/\s+/g, "_");
    return {
      column,
      base: aliases[base] ?? base,
      language: parts.length > 1 ? parts.slice(1).join(":") : null,
    };
  });
  const of = (base: string) => headers.filter((header) => header.base === base);
  return {
    sheet: table.sheet ?? "",
    headerRow: table.headerRow,
    printed: table.header.map(({ name }) => name),
    has: (base) => of(base).length > 0,
    rows: table.rows.map((cells): FormRow => {
      const at = ({ column }: Header) => cells[column - 1]?.text.trim() ?? "";
      return {
        row: cells[0]!.row,
        cell: (base) =>
          of(base)
            .map(at)
            .find((text) => text !== "") ?? "",
        text: (base) =>
          localisedOf(
            of(base).map((header) => [header.language, plain(at(header))] as const),
            main,
            met,
          ),
      };
    }),
  };
}

function localisedOf(
  texts: readonly (readonly [language: string | null, text: string])[],
  main: Language,
  met: FormLanguages,
): Localised | null {
  const found = new Map<Language, string>();
  let other: string | null = null;
  for (const [name, text] of texts) {
    if (text === "") continue;
    const language = name === null ? main : languageOfName(name);
    if (language === null) {
      met.others.add(name!);
      other ??= text;
    } else if (!found.has(language)) found.set(language, text);
  }
  const [first] = found.values();
  if (first === undefined) return other === null ? null : { en: other };
  if (!found.has("en")) met.withoutEnglish.add([...found.keys()][0]!);
  const others = languages.flatMap((language) => {
    const text = language === "en" ? undefined : found.get(language);
    return text === undefined ? [] : [[language, text] as const];
  });
  return { en: found.get("en") ?? first, ...Object.fromEntries(others) };
}
