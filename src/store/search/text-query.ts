import { type RawBuilder, sql } from "kysely";
import type { Language } from "#kernel";
import type { ParsedSearch, SearchTerm } from "./parse-search.ts";
import type { Restorations } from "./search-words.ts";

/** Text search configuration by the language of the text; a text of unknown language is not stemmed. */
export const searchConfigurations: readonly { readonly language: Language | ""; readonly name: string }[] = [
  { language: "en", name: "english" },
  { language: "fr", name: "french" },
  { language: "es", name: "spanish" },
  { language: "pt", name: "portuguese" },
  { language: "", name: "simple" },
];

/**
 * The parsed search as a `tsquery` for texts of one language. Each term is asked for as it stands, without
 * accents, and as the words it restores to; the alternatives are joined term by term, because joining
 * whole queries would let `-word` slip through in the spelling it was not typed in. `excluding: false`
 * leaves the excluded terms out, for highlighting.
 */
export function textQuery(
  search: ParsedSearch,
  language: Language | "",
  name: string,
  restorations: Restorations,
  excluding: boolean,
): RawBuilder<unknown> {
  const alternatives = search
    .map((group) => group.filter((term) => excluding || !term.excluded))
    .filter((group) => group.length > 0)
    .map((group) =>
      joined(
        group.map((term) => termQuery(term, language, name, restorations)),
        " && ",
      ),
    );
  return alternatives.length === 0 ? sql`''::tsquery` : joined(alternatives, " || ");
}

const joined = (parts: readonly RawBuilder<unknown>[], operator: string) =>
  sql`(${sql.join(parts, sql.raw(operator))})`;

function termQuery(
  term: SearchTerm,
  language: Language | "",
  name: string,
  restorations: Restorations,
): RawBuilder<unknown> {
  const parse = sql.raw(term.phrase ? "phraseto_tsquery" : "plainto_tsquery");
  const asked = (configuration: string, text: string) =>
    sql`${parse}(${sql.lit(configuration)}::regconfig, ${text})`;
  const forms = term.phrase ? [term.text] : nasalForms(term.text, language);
  const restored = (term.phrase ? undefined : restorations.get(term.text.toLowerCase())) ?? [];
  const query = joined(
    [
      ...forms.flatMap((form) => [asked(name, form), asked(`u_${name}`, form)]),
      ...restored.filter((word) => word.language === language).map((word) => asked(name, word.word)),
    ],
    " || ",
  );
  return term.excluded ? sql`(!!${query})` : query;
}

/**
 * Singular and plural of a Portuguese word in -ão. The stemmer joins them in -ação and leaves others apart:
 * pensão and pensões, contribuição and contribuições. Without its accents the ending is taken for the same.
 */
function nasalForms(word: string, language: Language | ""): readonly string[] {
  const root = language === "pt" ? /^(.*\p{L}{2})(?:[ãa]o|[õo]es)$/iu.exec(word)?.[1] : undefined;
  return root === undefined ? [word] : [...new Set([word, `${root}ão`, `${root}ões`])];
}
