import { sql } from "kysely";
import type { ReadingJob, ReadingJobFile } from "#records";
import type { ReadingJobsCatalogue } from "../corrections-catalogue.ts";
import type { Database } from "../database.ts";
import { storableJson } from "../storable-text.ts";
import { atomically } from "./atomically.ts";

const jobColumns = ["id", "kind", "state", "origin", "evaluation", "createdAt", "createdBy"] as const;
const fileColumns = [
  "job",
  "number",
  "name",
  "sha256",
  "bytes",
  "state",
  "attempts",
  "pages",
  "passages",
  "outcome",
  "problems",
  "startedAt",
  "endedAt",
] as const;

/** Jobs that read many files. Unlike what they leave, they are work under way: their rows change. */
export const readingJobsOf = (db: Database): ReadingJobsCatalogue => ({
  async add(job) {
    await db.insertInto("readingJobs").values(job).execute();
  },
  byId: async (id) =>
    ((await db.selectFrom("readingJobs").select(jobColumns).where("id", "=", id).executeTakeFirst()) as
      | ReadingJob
      | undefined) ?? null,
  list: async (limit) =>
    (await db
      .selectFrom("readingJobs")
      .select(jobColumns)
      .orderBy("number", "desc")
      .limit(limit)
      .execute()) as readonly ReadingJob[],
  async setState(id, state) {
    await db.updateTable("readingJobs").set({ state }).where("id", "=", id).execute();
  },
  addFile: ({ job, name, sha256, bytes }) =>
    atomically(db, async (inside) => {
      // Two files that come at once would get one number: the second waits here.
      await inside.selectFrom("readingJobs").select("id").where("id", "=", job).forUpdate().execute();
      const { rows } = await sql<{ number: number }>`
        insert into reading_job_files (job, number, name, sha256, bytes, state, problems)
        values (${job}, (select coalesce(max(number), 0) + 1 from reading_job_files where job = ${job}),
          ${name}, ${sha256}, ${bytes}, 'queued', '[]')
        returning number`.execute(inside);
      return (await inside
        .selectFrom("readingJobFiles")
        .select(fileColumns)
        .where("job", "=", job)
        .where("number", "=", rows[0]!.number)
        .executeTakeFirstOrThrow()) as ReadingJobFile;
    }),
  files: async (job) =>
    (await db
      .selectFrom("readingJobFiles")
      .select(fileColumns)
      .where("job", "=", job)
      .orderBy("number")
      .execute()) as readonly ReadingJobFile[],
  async tiers(job) {
    const rows = await db
      .selectFrom("sources")
      .select(["sha256", "tier"])
      .where("sha256", "in", (files) =>
        files.selectFrom("readingJobFiles").select("sha256").where("job", "=", job),
      )
      .execute();
    return new Map(rows.map(({ sha256, tier }) => [sha256, tier]));
  },
  lastEnd: async (job) =>
    (
      await db
        .selectFrom("readingJobFiles")
        .select("endedAt")
        .where("job", "=", job)
        .where("endedAt", "is not", null)
        .orderBy("endedAt", "desc")
        .limit(1)
        .executeTakeFirst()
    )?.endedAt ?? null,
  async counts(job) {
    const { rows } = await sql<{ state: ReadingJobFile["state"]; count: number; pages: number }>`
      select state, count(*)::integer as count, coalesce(sum(pages), 0)::integer as pages
      from reading_job_files where job = ${job} group by state`.execute(db);
    const of = (state: ReadingJobFile["state"]) => rows.find((row) => row.state === state)?.count ?? 0;
    return {
      queued: of("queued"),
      reading: of("reading"),
      done: of("done"),
      failed: of("failed"),
      pages: rows.reduce((sum, row) => sum + row.pages, 0),
    };
  },
  async take(at, job) {
    const { rows } = await sql<{ job: string; number: number }>`
      update reading_job_files set state = 'reading', attempts = attempts + 1, started_at = ${at},
        ended_at = null, pages = null
      where (job, number) = (
        select f.job, f.number from reading_job_files f join reading_jobs j on j.id = f.job
        where f.state = 'queued' and j.state = 'running' ${job === undefined ? sql`` : sql`and j.id = ${job}`}
        order by j.number, f.number limit 1 for update of f skip locked)
      returning job, number`.execute(db);
    const taken = rows[0];
    if (!taken) return null;
    return {
      job: (await db
        .selectFrom("readingJobs")
        .select(jobColumns)
        .where("id", "=", taken.job)
        .executeTakeFirstOrThrow()) as ReadingJob,
      file: (await db
        .selectFrom("readingJobFiles")
        .select(fileColumns)
        .where("job", "=", taken.job)
        .where("number", "=", taken.number)
        .executeTakeFirstOrThrow()) as ReadingJobFile,
    };
  },
  async progress(job, number, pages) {
    await db
      .updateTable("readingJobFiles")
      .set({ pages })
      .where("job", "=", job)
      .where("number", "=", number)
      .where("state", "=", "reading")
      .execute();
  },
  async finish(job, number, { state, pages, passages, outcome, problems, at }) {
    await db
      .updateTable("readingJobFiles")
      .set({
        state,
        pages,
        passages,
        outcome: outcome === null ? null : storableJson(outcome),
        problems: storableJson(problems),
        endedAt: state === "queued" ? null : at,
      })
      .where("job", "=", job)
      .where("number", "=", number)
      .execute();
  },
  async retry(job) {
    const { numUpdatedRows } = await db
      .updateTable("readingJobFiles")
      .set({ state: "queued", attempts: 0, problems: "[]", endedAt: null, pages: null })
      .where("job", "=", job)
      .where("state", "=", "failed")
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
  async recover(mostAttempts, problem, at) {
    await db
      .updateTable("readingJobFiles")
      .set({ state: "failed", problems: storableJson([problem]), endedAt: at })
      .where("state", "=", "reading")
      .where("attempts", ">=", mostAttempts)
      .execute();
    const { numUpdatedRows } = await db
      .updateTable("readingJobFiles")
      .set({ state: "queued", pages: null })
      .where("state", "=", "reading")
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
});
