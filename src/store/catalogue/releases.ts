import { sql } from "kysely";
import { type Release, type ReleaseEvent, stateActs } from "#records";
import type { Database } from "../database.ts";
import type { ReleasesCatalogue } from "../releases-catalogue.ts";
import { storableJson } from "../storable-text.ts";
import { atomically } from "./atomically.ts";

const columns = [
  "id",
  "series",
  "version",
  "kind",
  "title",
  "origin",
  "tier",
  "citation",
  "licence",
  "caveats",
  "rows",
  "files",
  "checksum",
  "recipe",
  "changes",
  "createdAt",
  "createdBy",
] as const;

const eventColumns = ["number", "release", "at", "by", "act"] as const;

const selectReleases = (db: Database) =>
  db
    .selectFrom("releases")
    .select((e) => [
      ...columns,
      e
        .selectFrom("releaseSources")
        .whereRef("releaseSources.release", "=", "releases.id")
        .select(sql<readonly string[]>`coalesce(json_agg(source order by position), '[]')`.as("sources"))
        .$asScalar()
        .as("sources"),
    ]);

/** Releases: written once, never changed. The rows themselves are in Parquet files named by their hash. */
export const releasesOf = (db: Database): ReleasesCatalogue => ({
  add: (release) =>
    atomically(db, async (inside) => {
      await inside
        .insertInto("releases")
        .values({
          id: release.id,
          series: release.series,
          version: release.version,
          kind: release.kind,
          title: release.title,
          origin: release.origin,
          tier: release.tier,
          citation: storableJson(release.citation),
          licence: release.licence,
          caveats: storableJson(release.caveats),
          rows: release.rows,
          files: storableJson(release.files),
          checksum: release.checksum,
          recipe: release.recipe && storableJson(release.recipe),
          changes: release.changes && storableJson(release.changes),
          createdAt: release.createdAt,
          createdBy: release.createdBy,
        })
        .execute();
      if (release.sources.length > 0)
        await inside
          .insertInto("releaseSources")
          .values(release.sources.map((source, position) => ({ release: release.id, position, source })))
          .execute();
    }),
  byId: async (id) =>
    ((await selectReleases(db).where("id", "=", id).executeTakeFirst()) as Release | undefined) ?? null,
  list: async (filter = {}) =>
    (await selectReleases(db)
      .$if(filter.kind !== undefined, (query) => query.where("kind", "=", filter.kind as Release["kind"]))
      .$if(filter.series !== undefined, (query) => query.where("series", "=", filter.series as string))
      .orderBy("number", "desc")
      .execute()) as unknown as readonly Release[],
  async lock() {
    await sql`lock table releases, release_events in share row exclusive mode`.execute(db);
  },
  async lastVersion(series) {
    const { version } = await db
      .selectFrom("releases")
      .select((e) => e.fn.coalesce(e.fn.max("version"), sql.lit(0)).as("version"))
      .where("series", "=", series)
      .executeTakeFirstOrThrow();
    return version;
  },
  async record({ release, at, by, act }) {
    await db
      .insertInto("releaseEvents")
      .values({
        release,
        kind: act.kind,
        at,
        effectiveAt: act.kind === "embargoed" ? act.until : at,
        by,
        act: storableJson(act),
      })
      .execute();
  },
  events: async (release) =>
    (await db
      .selectFrom("releaseEvents")
      .select(eventColumns)
      .where("release", "=", release)
      .orderBy("number")
      .execute()) as readonly ReleaseEvent[],
  lives: async (release) =>
    (await db
      .selectFrom("releaseEvents")
      .select(eventColumns)
      .where("kind", "in", stateActs)
      .$if(release !== undefined, (query) => query.where("release", "=", release as string))
      .orderBy("number")
      .execute()) as readonly ReleaseEvent[],
  ofSource: async (sha256) =>
    (
      await db
        .selectFrom("releaseSources")
        .select("release")
        .distinct()
        .where("source", "=", sha256)
        .execute()
    ).map(({ release }) => release),
});
