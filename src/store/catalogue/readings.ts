// Readings of documents, version by version.

import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Sha256 } from "#kernel";
import type { DocumentReading } from "#records";
import type { Database } from "../database.ts";
import { storableJson, storableText } from "../storable-text.ts";

const readingColumns = [
  "source",
  "readerVersion",
  "format",
  "language",
  "title",
  "pages",
  "text",
  "blocks",
] as const;

export const currentReading = async (db: Database, source: Sha256): Promise<DocumentReading | null> =>
  ((await db
    .selectFrom("readings")
    .select(readingColumns)
    .where("source", "=", source)
    .where("supersededAt", "is", null)
    .executeTakeFirst()) as DocumentReading | undefined) ?? null;

/** The text that stands after a reading was put. */
export type PutReading = {
  readonly textVersion: number;
  /** The text that stood before; null for the first reading. */
  readonly textBefore: string | null;
  readonly sameText: boolean;
};

/** Appends a reading where it differs from the one that stands. */
export async function putReading(db: Database, reading: DocumentReading, at: string): Promise<PutReading> {
  const { source } = reading;
  const standing = await db
    .selectFrom("readings")
    .select([...readingColumns, "version", "textVersion"])
    .where("source", "=", source)
    .where("supersededAt", "is", null)
    .executeTakeFirst();
  if (standing) {
    const { version: _, textVersion, ...before } = standing;
    if (isDeepStrictEqual(before, JSON.parse(storableJson(readingOf(reading)))))
      return { textVersion, textBefore: standing.text, sameText: true };
    await db
      .updateTable("readings")
      .set({ supersededAt: at })
      .where("source", "=", source)
      .where("supersededAt", "is", null)
      .execute();
  }
  const { version } = await db
    .selectFrom("readings")
    .select((e) => e.fn.coalesce(e.fn.max("version"), sql.lit(0)).as("version"))
    .where("source", "=", source)
    .executeTakeFirstOrThrow();
  const sameText = standing !== undefined && standing.text === storableText(reading.text);
  const textVersion = sameText ? standing.textVersion : version + 1;
  await db
    .insertInto("readings")
    .values({
      ...readingOf(reading),
      version: version + 1,
      textVersion,
      blocks: storableJson(reading.blocks),
      recordedAt: at,
      supersededAt: null,
    })
    .execute();
  return { textVersion, textBefore: standing?.text ?? null, sameText };
}

// Named one by one: a record that carries more than its type says must not reach the table.
const readingOf = ({
  source,
  readerVersion,
  format,
  language,
  title,
  pages,
  text,
  blocks,
}: DocumentReading) => ({
  source,
  readerVersion,
  format,
  language,
  title,
  pages,
  text,
  blocks,
});
