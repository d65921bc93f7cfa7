// Words and phrases of a search in the form the index knows them, language by language. The database stems;
// joining the parts to one query is done here, where equal forms can be told from different ones.

import { sql } from "kysely";
import type { Language } from "#kernel";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import type { Phrase, Word } from "./search-node.ts";
import { beginningWith, type Restorations, restoreAccents } from "./search-words.ts";

/** Text search configuration by the language of the text; a text of unknown language is not stemmed. */
export const searchConfigurations: readonly { readonly language: Language | ""; readonly name: string }[] = [
  { language: "en", name: "english" },
  { language: "fr", name: "french" },
  { language: "es", name: "spanish" },
  { language: "pt", name: "portuguese" },
  { language: "", name: "simple" },
];

/** A term as text of type tsquery for one language; null where it is nothing but words too common to be indexed. */
export type Lexemes = (term: Word | Phrase, language: Language | "") => string | null;

type Asked = { readonly configuration: string; readonly text: string; readonly phrase: boolean };

const keyOf = ({ configuration, text, phrase }: Asked) => `${configuration}\n${phrase}\n${text}`;

/**
 * Asks the database for all forms of all terms at once. Each is looked for as it stands, without accents, as
 * the words it restores to, and in Portuguese in both forms of -ão. Cost: up to three statements.
 */
export async function lexemesOf(db: Database, terms: readonly (Word | Phrase)[]): Promise<Lexemes> {
  const words = terms.filter((term): term is Word => term.is === "word");
  const restorations = await restoreAccents(
    db,
    words.filter((word) => !word.prefix).map((word) => word.text),
  );
  const prefixes = await beginningWith(
    db,
    words.filter((word) => word.prefix).map((word) => word.text),
  );
  const asked = new Map<string, Asked>();
  for (const term of terms)
    for (const { language, name } of searchConfigurations)
      for (const form of formsOf(term, language, name, restorations, prefixes)) asked.set(keyOf(form), form);
  if (asked.size === 0) return () => null;
  const forms = [...asked.values()];
  const { rows } = await sql<{ query: string }>`
    select case when phrase then phraseto_tsquery(configuration::regconfig, text)
      else plainto_tsquery(configuration::regconfig, text) end::text as query
    from json_to_recordset(${storableJson(forms.map((form, place) => ({ ...form, place })))}::json)
      as asked (configuration text, text text, phrase boolean, place integer)
    order by place`.execute(db);
  const known = new Map(forms.map((form, i) => [keyOf(form), rows[i]?.query ?? ""]));
  return (term, language) => {
    const { name } = searchConfigurations.find((one) => one.language === language)!;
    const found = formsOf(term, language, name, restorations, prefixes)
      .map((form) => (form.begins ? begun(known.get(keyOf(form)) ?? "") : (known.get(keyOf(form)) ?? "")))
      .filter((query) => query !== "");
    const different = [...new Set(found)];
    return different.length === 0
      ? null
      : different.length === 1
        ? `(${different[0]})`
        : `(${different.map((query) => `(${query})`).join(" | ")})`;
  };
}

type Form = Asked & { readonly begins: boolean };

function formsOf(
  term: Word | Phrase,
  language: Language | "",
  name: string,
  restorations: Restorations,
  prefixes: Restorations,
): readonly Form[] {
  const phrase = term.is === "phrase";
  const ask = (configuration: string, text: string, begins = false): Form => ({
    configuration,
    text,
    phrase,
    begins,
  });
  const both = (text: string, begins = false) => [ask(name, text, begins), ask(`u_${name}`, text, begins)];
  if (term.is === "phrase") return both(term.text);
  const among = (words: Restorations) =>
    (words.get(term.text.toLowerCase()) ?? []).filter((word) => word.language === language);
  // The beginning of a word is none of its stems: "recommendatio" begins "recommendations", whose stem is
  // shorter, so the words of the collection that begin so are asked as well.
  if (term.prefix)
    return [
      ask("simple", term.text, true),
      ask("u_simple", term.text, true),
      ...among(prefixes).flatMap(({ word }) => both(word)),
    ];
  return [
    ...nasalForms(term.text, language).flatMap((form) => both(form)),
    ...among(restorations).map(({ word }) => ask(name, word)),
  ];
}

/** The last lexeme of a query taken as a beginning: `'pension'` becomes `'pension':*`. */
const begun = (query: string) => (query === "" ? "" : `${query}:*`);

/**
 * Singular and plural of a Portuguese word in -ão. The stemmer joins them in -ação and leaves others apart:
 * pensão and pensões, contribuição and contribuições. Without its accents the ending is taken for the same.
 */
function nasalForms(word: string, language: Language | ""): readonly string[] {
  const root = language === "pt" ? /^(.*\p{L}{2})(?:[ãa]o|[õo]es)$/iu.exec(word)?.[1] : undefined;
  return root === undefined ? [word] : [...new Set([word, `${root}ão`, `${root}ões`])];
}
