// Readings of documents, their passages, and which evaluation a document reports on.

import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Sha256 } from "#kernel";
import type { DocumentReading, Passage } from "#records";
import { countForPlanner, type Database } from "../database.ts";
import { rememberWords } from "../search/search-words.ts";
import { storableJson } from "../storable-text.ts";
import type { Catalogue } from "../store.ts";
import { planVersions, type VersionCounts } from "../versions.ts";
import { atomically, breathe, chunksOf } from "./atomically.ts";
import { passageColumns } from "./passages.ts";

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

const currentReading = async (db: Database, source: Sha256): Promise<DocumentReading | null> =>
  ((await db
    .selectFrom("readings")
    .select(readingColumns)
    .where("source", "=", source)
    .where("supersededAt", "is", null)
    .executeTakeFirst()) as DocumentReading | undefined) ?? null;

export const documentsOf = (db: Database): Catalogue["documents"] => ({
  put: (reading, passages, at) => atomically(db, (inside) => putDocument(inside, reading, passages, at)),
  bySource: (source) => currentReading(db, source),
  list: () =>
    db
      .selectFrom("readings")
      .select((e) => [
        "readings.source",
        "readings.title",
        "readings.language",
        "readings.pages",
        e
          .selectFrom("passages")
          .whereRef("passages.source", "=", "readings.source")
          .where("passages.supersededAt", "is", null)
          .select(sql<number>`count(*)::integer`.as("passages"))
          .$asScalar()
          .$notNull()
          .as("passages"),
      ])
      .where("readings.supersededAt", "is", null)
      .innerJoin("sources", "sources.sha256", "readings.source")
      .orderBy("sources.number")
      .execute(),
  async link(source, evaluation, at) {
    await db
      .insertInto("documentEvaluations")
      .values({ source, evaluation, linkedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  evaluationsOf: async (source) =>
    (
      await db
        .selectFrom("documentEvaluations")
        .select("evaluation")
        .where("source", "=", source)
        .orderBy("linkedAt")
        .orderBy("evaluation")
        .execute()
    ).map((row) => row.evaluation),
  ofEvaluation: async (evaluation) =>
    (
      await db
        .selectFrom("documentEvaluations")
        .select("source")
        .where("evaluation", "=", evaluation)
        .orderBy("linkedAt")
        .orderBy("source")
        .execute()
    ).map((row) => row.source),
});

/** Cost: one read of the document's passages, then inserts of 500 rows each; about 1 ms a passage on PGlite. */
async function putDocument(
  db: Database,
  reading: DocumentReading,
  passages: readonly Passage[],
  at: string,
): Promise<VersionCounts> {
  const { source } = reading;
  const stranger = passages.find((passage) => passage.source !== source);
  if (stranger)
    throw new Error(`Passage ${stranger.id} belongs to ${stranger.source}, not to the document ${source}.`);
  // Two readings of one document at once would give the same version number: the second waits here.
  await db.selectFrom("sources").select("sha256").where("sha256", "=", source).forUpdate().execute();
  await putReading(db, reading, at);

  const standing = await db
    .selectFrom("passages")
    .select([...passageColumns, "version"])
    .where("source", "=", source)
    .where("supersededAt", "is", null)
    .execute();
  const lastVersions = await db
    .selectFrom("passages")
    .select((e) => ["id", e.fn.max("version").as("version")])
    .where("source", "=", source)
    .groupBy("id")
    .execute();
  const wanted = new Map(passages.map((passage) => [passage.id, contentOf(passage)]));
  const { insert, supersede, counts } = planVersions(
    new Map(standing.map(({ version, ...value }) => [value.id, { version, value }])),
    new Map(lastVersions.map((row) => [row.id, row.version])),
    wanted,
  );
  const gone = standing.filter((row) => !wanted.has(row.id)).map((row) => row.id);
  for (const ids of chunksOf([...supersede, ...gone], 1000))
    await db
      .updateTable("passages")
      .set({ supersededAt: at })
      .where("id", "in", ids)
      .where("supersededAt", "is", null)
      .execute();
  for (const rows of chunksOf(insert, 500)) {
    await breathe();
    await db
      .insertInto("passages")
      .values(
        rows.map(({ version, value }) => ({
          ...value,
          version,
          spans: storableJson(value.spans),
          recordedAt: at,
          supersededAt: null,
        })),
      )
      .execute();
  }
  await rememberWords(db, passages);
  if (insert.length >= 200) await countForPlanner(db);
  return { ...counts, superseded: counts.superseded + gone.length };
}

async function putReading(db: Database, reading: DocumentReading, at: string): Promise<void> {
  const before = await currentReading(db, reading.source);
  const same = before !== null && isDeepStrictEqual(before, JSON.parse(storableJson(readingOf(reading))));
  if (same) return;
  await db
    .updateTable("readings")
    .set({ supersededAt: at })
    .where("source", "=", reading.source)
    .where("supersededAt", "is", null)
    .execute();
  const { version } = await db
    .selectFrom("readings")
    .select((e) => e.fn.coalesce(e.fn.max("version"), sql.lit(0)).as("version"))
    .where("source", "=", reading.source)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("readings")
    .values({
      ...readingOf(reading),
      version: version + 1,
      blocks: storableJson(reading.blocks),
      recordedAt: at,
      supersededAt: null,
    })
    .execute();
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
const contentOf = (p: Passage): Passage => ({
  id: p.id,
  source: p.source,
  kind: p.kind,
  label: p.label,
  printedLabel: p.printedLabel,
  paragraph: p.paragraph,
  heading: p.heading,
  text: p.text,
  spans: p.spans,
  page: p.page,
  language: p.language,
  confidence: p.confidence,
  reason: p.reason,
});
