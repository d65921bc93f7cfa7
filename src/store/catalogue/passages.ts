import { sql } from "kysely";
import type { DecidedPassage, Passage } from "#records";
import type { Database } from "../database.ts";
import { explainSearch } from "../search/explain-search.ts";
import { filtersOf, searchPassages } from "../search/search-passages.ts";
import { rememberWords } from "../search/search-words.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";
import { breathe, chunksOf } from "./atomically.ts";

export const passageColumns = [
  "id",
  "source",
  "kind",
  "label",
  "printedLabel",
  "paragraph",
  "heading",
  "text",
  "spans",
  "page",
  "language",
  "confidence",
  "reason",
] as const;

/** A passage with its version and who decided on it. */
export const decidedColumns = [
  ...passageColumns,
  "version",
  "decision",
  "decidedBy",
  "decidedAt",
  "textVersion",
] as const;

/** Passages that stand. One that was superseded is still found by its id, so that old citations hold. */
export const passagesOf = (db: Database): Catalogue["passages"] => ({
  byId: async (id) =>
    ((await db
      .selectFrom("passages")
      .select(passageColumns)
      .where("id", "=", id)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst()) as Passage | undefined) ?? null,
  ofDocument: async (source) =>
    (await db
      .selectFrom("passages")
      .select(passageColumns)
      .where("source", "=", source)
      .where("supersededAt", "is", null)
      .orderBy(sql`starts_at nulls last`)
      .orderBy("id")
      .execute()) as readonly Passage[],
  search: (query) => searchPassages(db, query),
  explain: (query) =>
    explainSearch(db, query.text, filtersOf(query), (text, filters) =>
      searchPassages(db, { text, filters, facets: [], tiers: query.tiers, limit: 0, offset: 0 }),
    ),
});

/** Takes standing versions out; runs inside a transaction. */
export async function supersedePassages(db: Database, ids: readonly string[], at: string): Promise<void> {
  for (const part of chunksOf(ids, 1000))
    await db
      .updateTable("passages")
      .set({ supersededAt: at })
      .where("id", "in", part)
      .where("supersededAt", "is", null)
      .execute();
}

/**
 * Appends versions of passages; a rejected one stands nowhere from the beginning. Every passage of the
 * catalogue comes in here.
 */
export async function insertPassages(
  db: Database,
  passages: readonly DecidedPassage[],
  at: string,
): Promise<void> {
  for (const rows of chunksOf(passages, 500)) {
    await breathe();
    await db
      .insertInto("passages")
      .values(
        rows.map((row) => ({
          id: row.id,
          source: row.source,
          version: row.version,
          kind: row.kind,
          label: row.label,
          printedLabel: row.printedLabel,
          paragraph: row.paragraph,
          heading: row.heading,
          text: row.text,
          spans: storableJson(row.spans),
          page: row.page,
          language: row.language,
          confidence: row.confidence,
          reason: row.reason,
          decision: row.decision,
          decidedBy: row.decidedBy,
          decidedAt: row.decidedAt,
          textVersion: row.textVersion,
          recordedAt: at,
          supersededAt: row.decision === "rejected" ? at : null,
        })),
      )
      .execute();
  }
  await rememberWords(db, passages);
}
