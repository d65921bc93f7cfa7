import { sql } from "kysely";
import type { Database } from "../database.ts";
import { isSearchTooLong, parseSearch } from "../search/parse-search.ts";
import { restoreAccents } from "../search/search-words.ts";
import { searchConfigurations, textQuery } from "../search/text-query.ts";
import { storableText } from "../storable-text.ts";

/** Ids of the recommendations whose words match, each asked in its own language; null for a blank text. */
export async function foundByText(
  db: Database,
  given: string | undefined,
): Promise<ReadonlySet<string> | null> {
  const text = storableText(given ?? "").trim();
  if (text === "") return null;
  const search = parseSearch(text);
  if (isSearchTooLong(text) || search.length === 0) return new Set();
  const restorations = await restoreAccents(
    db,
    search.flat().flatMap((term) => (term.phrase ? [] : [term.text])),
  );
  const branches = searchConfigurations.map(
    ({ language, name }) => sql`
      select id from recommendation_versions
      where superseded_at is null and ${language === "" ? sql`language is null` : sql`language = ${sql.lit(language)}`}
        and search @@ ${textQuery(search, language, name, restorations, true)}`,
  );
  const { rows } = await sql<{ id: string }>`${sql.join(branches, sql` union all `)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
