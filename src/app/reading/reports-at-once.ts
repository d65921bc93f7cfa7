// Many reports in one call, for the command line: the same jobs as in the background, waited for.

import { permission } from "#access";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { Actor, Origin, ReadingJob, ReadingJobFile } from "#records";
import type { Effects } from "../effects.ts";
import { type ImportOutcome, importOutcome } from "../import-outcome.ts";
import type { Upload, Work } from "../use-case.ts";
import { readingRunner, runJob } from "./job-runner.ts";
import { evaluationKnown } from "./keep-report.ts";
import { addFileToJob, beginRereading, newJob } from "./reading-jobs.ts";
import { shownFile, shownJob } from "./shown-job.ts";

/** What an import of reports answers: the sums, and each file by itself. */
export type ReportsOutcome = ImportOutcome & {
  /** Null where nothing was to be done. */
  readonly job: string | null;
  readonly files: readonly ReturnType<typeof shownFile>[];
};

/**
 * Brings reports in, one after the other; each is all or nothing by itself and hinders no other. Files that
 * the present reader has read already are not read again.
 *
 * @returns the sums with the problems of the files that failed; only problems where no file came in
 */
export async function importReports(
  effects: Effects,
  actor: Actor,
  files: readonly Upload[],
  given: { readonly origin?: Origin | undefined; readonly evaluation?: string | undefined },
  work: Work,
): Promise<Result<ReportsOutcome>> {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const { store } = effects;
  // Not to be taken up by the runner in the background while files are still being added.
  const job: ReadingJob = {
    ...newJob(effects, actor, "import", { origin: given.origin ?? "real", evaluation: given.evaluation }),
    state: "stopped",
  };
  const begun = await store.transaction(async (catalogue) => {
    const known = await evaluationKnown(catalogue, job.evaluation);
    if (known.ok) await catalogue.readingJobs.add(job);
    return known;
  });
  if (!begun.ok) return begun;
  const absent: Problem[] = [];
  for (const file of files) {
    const added = await addFileToJob(effects, job.id, file).catch((error: NodeJS.ErrnoException) =>
      unreadable(file, error),
    );
    if (!added.ok) absent.push(...added.problems);
  }
  return waited(effects, job, work, absent);
}

function unreadable({ name }: Upload, error: NodeJS.ErrnoException): Result<never> {
  if (!["ENOENT", "EACCES", "EISDIR", "EPERM", "ENOTDIR"].includes(error.code ?? "")) throw error;
  return fail(
    problem(
      "app.file-lost",
      `${name} cannot be read (${error.code}). Check that it is there and that the program may read it. Nothing of it was kept.`,
      { file: name },
    ),
  );
}

/** Reads documents again that are here. */
export async function rereadNow(
  effects: Effects,
  actor: Actor,
  given: { readonly all: boolean; readonly sources?: readonly string[] | undefined },
  work: Work,
): Promise<Result<ReportsOutcome>> {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const begun = await beginRereading(effects, actor, given);
  if (begun.ok) return waited(effects, begun.value, work, []);
  // Everything is up to date: for a script that runs every night that is no failure.
  if (begun.problems.every(({ code }) => code === "reading.nothing-to-read"))
    return ok({ ...importOutcome({}), job: null, files: [] });
  return begun;
}

/** Goes on with a job that was stopped, or with all that have something queued. */
export async function resumeNow(
  effects: Effects,
  actor: Actor,
  id: string | undefined,
  work: Work,
): Promise<Result<readonly ReportsOutcome[]>> {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  // What an earlier process was reading when it ended is put right by the first asking.
  await readingRunner(effects).idle();
  const { readingJobs } = effects.store.catalogue;
  const known = id === undefined ? await readingJobs.list(1_000) : [await readingJobs.byId(id)];
  const outcomes: ReportsOutcome[] = [];
  for (const job of known.toReversed()) {
    if (job === null)
      return fail(problem("reading.job-unknown", `There is no reading job "${id}". See socle reading jobs.`));
    const { queued } = await readingJobs.counts(job.id);
    if (job.state === "closed" || (queued === 0 && id === undefined)) continue;
    const done = await waited(effects, job, work, []);
    if (!done.ok) return done;
    outcomes.push(done.value);
  }
  return ok(outcomes);
}

/** The jobs there are, newest first. */
export async function jobsNow(effects: Effects, actor: Actor) {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const jobs = await effects.store.catalogue.readingJobs.list(100);
  return ok(await Promise.all(jobs.map((job) => shownJob(effects, actor, job))));
}

async function waited(
  effects: Effects,
  { id }: ReadingJob,
  work: Work,
  absent: readonly Problem[],
): Promise<Result<ReportsOutcome>> {
  const { readingJobs } = effects.store.catalogue;
  await readingJobs.setState(id, "running");
  await runJob(effects, id, work);
  const files = await readingJobs.files(id);
  const left = files.filter(({ state }) => state === "queued" || state === "reading").length;
  const problems: Problem[] = [
    ...absent,
    ...files.flatMap(({ name, state, problems: own }) =>
      state === "failed" ? own.map((one) => ({ ...one, at: { file: name, ...one.at } })) : [],
    ),
  ];
  if (left > 0) {
    await readingJobs.setState(id, "stopped");
    problems.push(
      problem(
        "reading.stopped",
        `Stopped with ${left} of ${files.length} files unread; what was read is kept. Go on with: socle reading resume ${id}`,
      ),
    );
  } else {
    // The files of a call lie where the caller has them: the copies of those that failed are not kept.
    await readingJobs.setState(id, "closed");
    for (const file of files)
      if (file.state === "failed") await effects.store.files.discard(file.sha256).catch(() => undefined);
  }
  const done = files.filter(({ state }) => state === "done");
  if (done.length === 0 && problems.length > 0) return failAll(problems);
  const sum = (part: "added" | "superseded" | "unchanged") =>
    done.reduce((total, { outcome }) => total + (outcome?.[part] ?? 0), 0);
  return ok({
    ...importOutcome({
      added: sum("added"),
      superseded: sum("superseded"),
      unchanged: sum("unchanged"),
      ids: done.map(({ sha256 }) => sha256),
      warnings: done.flatMap(({ problems: own }) => [...own]),
      problems,
    }),
    job: id,
    files: files.map((file: ReadingJobFile) => shownFile(file)),
  });
}
