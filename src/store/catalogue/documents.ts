// Readings of documents, their passages, and which evaluation a document reports on.

import { sql } from "kysely";
import type { Sha256 } from "#kernel";
import type { DocumentReading, Passage } from "#records";
import type { RereadCounts } from "../corrections-catalogue.ts";
import { countForPlanner, type Database } from "../database.ts";
import { ofReport, placeRecommendations } from "../follow-up/placement.ts";
import type { Catalogue } from "../store.ts";
import { planVersions } from "../versions.ts";
import { atomically } from "./atomically.ts";
import { keepDecisions } from "./keep-decisions.ts";
import { insertPassages, supersedePassages } from "./passages.ts";
import { currentReading, putReading } from "./readings.ts";

export const documentsOf = (db: Database): Catalogue["documents"] => ({
  async put(reading, passages, at) {
    const counts = await atomically(db, (inside) => putDocument(inside, reading, passages, at));
    const { added, superseded, unchanged } = counts;
    return { added, superseded, unchanged };
  },
  reread: (reading, passages, at) => atomically(db, (inside) => putDocument(inside, reading, passages, at)),
  bySource: (source) => currentReading(db, source),
  textOf: async (source, textVersion) =>
    (
      await db
        .selectFrom("readings")
        .select("text")
        .where("source", "=", source)
        .where("version", "=", textVersion)
        .executeTakeFirst()
    )?.text ?? null,
  readerVersions: async () =>
    (await db
      .selectFrom("readings")
      .select(["source", "readerVersion"])
      .where("supersededAt", "is", null)
      .innerJoin("sources", "sources.sha256", "readings.source")
      .orderBy("sources.number")
      .execute()) as readonly { readonly source: Sha256; readonly readerVersion: string }[],
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
        e
          .exists(
            e
              .selectFrom("documentEvaluations")
              .select("evaluation")
              .whereRef("documentEvaluations.source", "=", "readings.source"),
          )
          .$castTo<boolean>()
          .as("tied"),
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
    await atomically(db, (inside) => placeRecommendations(inside, ofReport(source)));
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

/**
 * A reading and its passages. What people decided is kept: see `keepDecisions`. Of the proposals of readers,
 * equal ones stay and those that are no longer there are superseded.
 *
 * Cost: one read of the document's passages, then inserts of 500 rows each; about 1 ms a passage on PGlite.
 */
async function putDocument(
  db: Database,
  reading: DocumentReading,
  passages: readonly Passage[],
  at: string,
): Promise<RereadCounts> {
  const { source } = reading;
  const stranger = passages.find((passage) => passage.source !== source);
  if (stranger)
    throw new Error(`Passage ${stranger.id} belongs to ${stranger.source}, not to the document ${source}.`);
  // Two readings of one document at once would give the same version number: the second waits here.
  await db.selectFrom("sources").select("sha256").where("sha256", "=", source).forUpdate().execute();
  const put = await putReading(db, reading, at);
  const kept = await keepDecisions(db, reading, put, passages, at);

  const lastVersions = await db
    .selectFrom("passages")
    .select((e) => ["id", e.fn.max("version").as("version")])
    .where("source", "=", source)
    .groupBy("id")
    .execute();
  const wanted = new Map(kept.proposals.map((passage) => [passage.id, contentOf(passage)]));
  const { insert, supersede, counts } = planVersions(
    new Map(kept.standing.map((row) => [row.id, { version: row.version, value: contentOf(row) }])),
    new Map(lastVersions.map((row) => [row.id, row.version])),
    wanted,
  );
  const gone = kept.standing.filter((row) => !wanted.has(row.id)).map((row) => row.id);
  await supersedePassages(db, [...supersede, ...gone], at);
  await insertPassages(
    db,
    insert.map(({ version, value }) => ({
      ...value,
      version,
      decision: "machine",
      decidedBy: null,
      decidedAt: null,
      textVersion: put.textVersion,
    })),
    at,
  );
  if (insert.length >= 200) await countForPlanner(db);
  return {
    added: counts.added,
    superseded: counts.superseded + gone.length,
    unchanged: counts.unchanged + kept.people - kept.moved,
    kept: kept.people,
    moved: kept.moved,
    toCheck: kept.toCheck,
  };
}

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
