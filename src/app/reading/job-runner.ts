// Works through the files of reading jobs, one at a time, in the background of the process that owns the
// data folder. What a file is at stands in the catalogue: after a stop of any kind the work goes on there.

import { type Problem, problem, type Result } from "#kernel";
import { type Actor, operator, type ReadingJob, type ReadingJobFile, type ReadingOutcome } from "#records";
import { readerVersion } from "#sources";
import { problemOfSystem, type Store } from "#store";
import type { Effects } from "../effects.ts";
import type { Work } from "../use-case.ts";
import { evaluationKnown, keepReport, readAlready } from "./keep-report.ts";
import type { ReadingProblemCode } from "./problems.ts";
import { endIdleReaders, readApart } from "./read-apart.ts";

/** How often a file may end the whole program before it is left out. */
const mostAttempts = 3;

type Runner = {
  /** Goes on with what is queued; returns at once. */
  wake(): void;
  /** Gives up the file under way, which stays queued, and works on nothing more. */
  stop(): Promise<void>;
  /** Gives up the file under way where it belongs to this job. */
  interrupt(job: string): void;
  /** When nothing is queued any more, for tests and programs that wait. */
  idle(): Promise<void>;
};

const runners = new WeakMap<Store, Runner>();

/** The one runner of a store in this process; the first asking puts right what an earlier process left. */
export function readingRunner(effects: Effects): Runner {
  const standing = runners.get(effects.store);
  if (standing) return standing;
  let stopped = false;
  let again = false;
  let present: { readonly job: string; readonly abort: AbortController } | null = null;
  let working: Promise<void> | null = null;
  const recovered = recover(effects).catch(() => undefined);
  const loop = async () => {
    await recovered;
    do {
      again = false;
      for (;;) {
        if (stopped) return;
        const taken = await effects.store.catalogue.readingJobs.take(effects.now());
        if (taken === null) break;
        const abort = new AbortController();
        present = { job: taken.job.id, abort };
        if (stopped) abort.abort();
        await readFileOfJob(effects, taken, { signal: abort.signal });
        present = null;
      }
    } while (again);
  };
  const runner: Runner = {
    wake() {
      again = true;
      if (stopped || working) return;
      working = loop()
        // The catalogue is gone or full: what was under way is queued again at the next start.
        .catch(() => undefined)
        .finally(() => {
          working = null;
          if (again && !stopped) runner.wake();
        });
    },
    async stop() {
      stopped = true;
      present?.abort.abort();
      await working;
      await recovered;
      runners.delete(effects.store);
    },
    interrupt(job) {
      if (present?.job === job) present.abort.abort();
    },
    async idle() {
      while (working) await working;
    },
  };
  runners.set(effects.store, runner);
  return runner;
}

/** At the start of a server: goes on with the jobs an earlier process left. */
export const resumeReading = (effects: Effects): void => readingRunner(effects).wake();
/** At the end of a server, before its store closes. */
export const stopReading = async (effects: Effects): Promise<void> => {
  await runners.get(effects.store)?.stop();
  await endIdleReaders();
};

async function recover(effects: Effects): Promise<void> {
  const code: ReadingProblemCode = "reading.program-ended";
  const why = problem(
    code,
    `The program ended ${mostAttempts} times while it read this file. It is left out so that the others can be read; nothing of it was kept.`,
  );
  await effects.store.catalogue.readingJobs.recover(mostAttempts, why, effects.now());
}

/**
 * Works through one job here and now, for a caller who waits for it. What is left when the signal says so
 * stays queued.
 */
export async function runJob(effects: Effects, job: string, work: Work): Promise<void> {
  const { readingJobs } = effects.store.catalogue;
  for (;;) {
    if (work.signal?.aborted) return;
    const taken = await readingJobs.take(effects.now(), job);
    if (taken === null) return;
    const { queued, reading, done, failed, pages } = await readingJobs.counts(job);
    const total = queued + reading + done + failed;
    const tell = (page: number) =>
      work.progress?.({
        label: total === 1 ? taken.file.name : "reports",
        done: done + failed,
        total,
        unit: `files (${pages + page} pages)`,
      });
    await readFileOfJob(effects, taken, { ...work, progress: ({ done: page }) => tell(page) });
  }
}

type Taken = { readonly job: ReadingJob; readonly file: ReadingJobFile };
type Came = {
  readonly pages: number | null;
  readonly passages: number;
  readonly outcome: ReadingOutcome;
  readonly warnings: readonly Problem[];
};

/** Reads one file and writes down what came of it; an abort puts it back into the queue. */
async function readFileOfJob(effects: Effects, taken: Taken, work: Work): Promise<void> {
  const { readingJobs } = effects.store.catalogue;
  const { job, number, name } = taken.file;
  const came = await comeOf(effects, taken, work).catch(
    (error: unknown): Result<Came> => ({
      ok: false,
      problems: [
        problemOfSystem(error) ??
          problem(
            "reading.reader-ended",
            `${name} could not be kept: ${error instanceof Error ? error.message : String(error)}. Nothing of it was kept.`,
            { file: name },
          ),
      ],
    }),
  );
  const at = effects.now();
  if (came.ok) {
    const { pages, passages, outcome, warnings } = came.value;
    await readingJobs.finish(job, number, {
      state: "done",
      pages,
      passages,
      outcome,
      problems: warnings,
      at,
    });
    return;
  }
  const isStopped = work.signal?.aborted && came.problems.some(({ code }) => code === "reading.stopped");
  await readingJobs.finish(job, number, {
    state: isStopped ? "queued" : "failed",
    pages: null,
    passages: null,
    outcome: null,
    problems: isStopped ? [] : came.problems,
    at,
  });
}

async function comeOf(effects: Effects, { job, file }: Taken, work: Work): Promise<Result<Came>> {
  const { store } = effects;
  const { name, sha256 } = file;
  const told = { label: name, unit: "pages" };
  work.progress?.({ ...told, done: 0, total: null });
  const already = job.kind === "import" ? await readAlready(effects, sha256, readerVersion) : null;
  const nothing = { added: 0, superseded: 0, kept: 0, moved: 0, toCheck: 0 };
  if (already) {
    const tied = await tie(effects, job, file);
    if (!tied.ok) return tied;
    const { pages, passages } = already;
    const outcome = { ...nothing, came: "already", unchanged: passages } as const;
    return { ok: true, value: { pages, passages, outcome, warnings: [] } };
  }
  const known = (await store.catalogue.sources.byHash(sha256)) !== null;
  const bytes = await store.files.read(sha256);
  if (bytes === null)
    return {
      ok: false,
      problems: [
        problem(
          "app.file-lost",
          `The file ${name} is no longer in the store. Nothing of it was kept; bring it in again.`,
          { file: name },
        ),
      ],
    };
  let written = performance.now();
  const read = await readApart(
    "report",
    { bytes, name },
    {
      limits: effects.reading,
      signal: work.signal,
      inBackground: true,
      onPage(page, pages) {
        work.progress?.({ ...told, done: page, total: pages });
        if (performance.now() - written < 1_000) return;
        written = performance.now();
        // Only for people who watch: that it cannot be written is no reason to stop.
        store.catalogue.readingJobs.progress(job.id, file.number, page).catch(() => undefined);
      },
    },
  );
  if (!read.ok) return read;
  const stored = { sha256, bytes: file.bytes };
  const kept = await keepReport(
    effects,
    actorOf(job),
    { stored, name, origin: job.origin, evaluation: job.evaluation },
    read.value,
  );
  if (!kept.ok) return kept;
  const { counts, warnings } = kept.value;
  return {
    ok: true,
    value: {
      pages: read.value.pages,
      passages: read.value.passages.length,
      outcome: { came: known ? "again" : "new", ...counts },
      warnings,
    },
  };
}

const tie = (effects: Effects, { evaluation }: ReadingJob, { sha256 }: ReadingJobFile) =>
  effects.store.transaction(async (catalogue) => {
    const known = await evaluationKnown(catalogue, evaluation);
    if (known.ok && evaluation) await catalogue.documents.link(sha256, evaluation, effects.now());
    return known;
  });

/** Who began the job; what they may was asked when they did, and the audit names them. */
const actorOf = ({ createdBy }: ReadingJob): Actor => ({ ...operator, id: createdBy });
