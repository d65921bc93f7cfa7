import { sql } from "kysely";
import type { Database } from "../database.ts";
import { storableText } from "../storable-text.ts";

/** By the language of the record; a text of unknown language is not stemmed. */
const configurations = [
  ["en", "english"],
  ["fr", "french"],
  ["es", "spanish"],
  ["pt", "portuguese"],
  [null, "simple"],
] as const;
const longest = 1_000;

/**
 * Ids of the recommendations, or lessons, whose words match, each asked in its own language, with and without accents;
 * null for a blank text. Words side by side must all be there; `"a phrase"`, `or` and `-without` work.
 */
export async function foundByText(
  db: Database,
  given: string | undefined,
  table: "recommendation_versions" | "lesson_versions" = "recommendation_versions",
): Promise<ReadonlySet<string> | null> {
  const text = storableText(given ?? "")
    .trim()
    .slice(0, longest);
  if (text === "") return null;
  const branches = configurations.map(
    ([language, name]) => sql`
      select id from ${sql.table(table)}
      where superseded_at is null
        and ${language === null ? sql`language is null` : sql`language = ${sql.lit(language)}`}
        and search @@ (websearch_to_tsquery(${sql.lit(name)}::regconfig, ${text})
          || websearch_to_tsquery(${sql.lit(`u_${name}`)}::regconfig, ${text}))`,
  );
  const { rows } = await sql<{ id: string }>`${sql.join(branches, sql` union all `)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
