// Jobs that read many files: begun, filled file by file, watched, stopped, resumed, tried again, closed.

import { permission } from "#access";
import { fail, ok, problem, type Result, type Sha256 } from "#kernel";
import type { Actor, ReadingJob, ReadingJobFile } from "#records";
import { readerVersion } from "#sources";
import { auditEntry } from "../audit-entry.ts";
import type { Effects } from "../effects.ts";
import { uploadOf } from "../import-outcome.ts";
import { readableTiers } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { readingRunner } from "./job-runner.ts";
import { evaluationKnown } from "./keep-report.ts";
import { remedyOf, shownFile, shownJob, visibleFiles } from "./shown-job.ts";

const jobUnknown = (id: string) =>
  fail(
    problem("reading.job-unknown", `There is no reading job "${id.slice(0, 100)}". Look it up in the list.`),
  );

export const beginReadingJob: RouteUseCase<"beginReadingJob"> = async (effects, actor, input) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const job = newJob(effects, actor, "import", input);
  const begun = await effects.store.transaction(async (catalogue) => {
    const known = await evaluationKnown(catalogue, job.evaluation);
    if (!known.ok) return known;
    await catalogue.readingJobs.add(job);
    return ok(job);
  });
  return begun.ok ? ok(await shownJob(effects, actor, begun.value)) : begun;
};

export const newJob = (
  effects: Effects,
  actor: Actor,
  kind: ReadingJob["kind"],
  {
    origin,
    evaluation,
  }: { readonly origin: ReadingJob["origin"]; readonly evaluation?: string | null | undefined },
): ReadingJob => ({
  id: `${effects.now().slice(0, 10)}-${Buffer.from(effects.randomBytes(4)).toString("hex")}`,
  kind,
  state: "running",
  origin,
  evaluation: evaluation || null,
  createdAt: effects.now(),
  createdBy: actor.id,
});

export const addReadingFile: RouteUseCase<"addReadingFile"> = async (effects, actor, input) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const upload = uploadOf(input);
  if (!upload.ok) return upload;
  const added = await addFileToJob(effects, input.id, { path: upload.value.path, name: input.name });
  if (!added.ok) return added;
  readingRunner(effects).wake();
  return ok(shownFile(added.value));
};

/** Puts a file into the store and into the queue of a job. Without a job that takes it, it is taken away again. */
export async function addFileToJob(
  effects: Effects,
  id: string,
  file: { readonly path: string; readonly name: string },
): Promise<Result<ReadingJobFile>> {
  const { store } = effects;
  const stored = await store.files.putPath(file.path);
  const added = await store.transaction(async (catalogue) => {
    const job = await catalogue.readingJobs.byId(id);
    if (!job) return jobUnknown(id);
    if (job.state === "closed")
      return fail(
        problem("reading.job-closed", `The job ${id} was closed and takes no more files. Begin a new one.`),
      );
    return ok(await catalogue.readingJobs.addFile({ job: id, name: file.name, ...stored }));
  });
  if (!added.ok) await store.files.discard(stored.sha256).catch(() => undefined);
  return added;
}

export const listReadingJobs: RouteUseCase<"listReadingJobs"> = async (effects, actor) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const jobs = await effects.store.catalogue.readingJobs.list(50);
  return ok(await Promise.all(jobs.map((job) => shownJob(effects, actor, job))));
};

export const readingJob: RouteUseCase<"readingJob"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const job = await effects.store.catalogue.readingJobs.byId(id);
  if (!job) return jobUnknown(id);
  const { files, withheld } = await visibleFiles(effects, actor, id);
  return ok({ ...(await shownJob(effects, actor, job)), files: files.map(shownFile), withheld });
};

export const changeReadingJob: RouteUseCase<"changeReadingJob"> = async (effects, actor, { id, to }) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const { readingJobs } = effects.store.catalogue;
  const job = await readingJobs.byId(id);
  if (!job) return jobUnknown(id);
  if (job.state === "closed" && to !== "close")
    return fail(problem("reading.job-closed", `The job ${id} was closed. Begin a new one.`));
  const runner = readingRunner(effects);
  if (to === "retry") await readingJobs.retry(id);
  await readingJobs.setState(id, to === "stop" ? "stopped" : to === "close" ? "closed" : "running");
  if (to === "stop" || to === "close") runner.interrupt(id);
  else runner.wake();
  if (to === "close")
    // The bytes of what was not read: no record speaks of them any more.
    for (const file of await readingJobs.files(id))
      if (file.state !== "done") await effects.store.files.discard(file.sha256).catch(() => undefined);
  const changed = await readingJobs.byId(id);
  return ok(await shownJob(effects, actor, changed ?? job));
};

export const readingProblemsTable: RouteUseCase<"readingProblemsTable"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const job = await effects.store.catalogue.readingJobs.byId(id);
  if (!job) return jobUnknown(id);
  const { files } = await visibleFiles(effects, actor, id);
  const rows = files.flatMap(({ number, name, sha256, state, problems }) =>
    problems.map(({ code, message, at }) => [
      number,
      name,
      sha256,
      state,
      code,
      message,
      at?.page ?? "",
      remedyOf(code) ?? "",
    ]),
  );
  const head = ["number", "file", "sha256", "state", "code", "message", "page", "remedy"];
  const text = [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  return ok({
    fileName: `reading-${id}-problems.csv`,
    mediaType: "text/csv; charset=utf-8",
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    stream: (async function* () {
      yield new TextEncoder().encode(`\ufeff${text}\r\n`);
    })(),
  });
};

/** A cell of CSV; what a spreadsheet would take for a formula is made text by an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How many reports an earlier reader read: what the present one finds in them is not there yet. */
export const outdatedReadings: RouteUseCase<"outdatedReadings"> = async (effects, actor) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const standing = await effects.store.catalogue.documents.readerVersions();
  const outdated = standing.filter((one) => one.readerVersion !== readerVersion).length;
  return ok({ documents: standing.length, outdated, readerVersion });
};

export const rereadDocuments: RouteUseCase<"rereadDocuments"> = async (effects, actor, { all, sources }) => {
  const allowed = permission(actor, "document.import");
  if (!allowed.ok) return allowed;
  const begun = await beginRereading(effects, actor, {
    all,
    sources: sources as readonly Sha256[] | undefined,
  });
  if (!begun.ok) return begun;
  readingRunner(effects).wake();
  return ok(await shownJob(effects, actor, begun.value));
};

/** A job over documents that are here: those named, all, or those an earlier reader read. */
export async function beginRereading(
  effects: Effects,
  actor: Actor,
  { all, sources }: { readonly all: boolean; readonly sources?: readonly string[] | undefined },
): Promise<Result<ReadingJob>> {
  return effects.store.transaction(async (catalogue) => {
    const standing = await catalogue.documents.readerVersions();
    const tiers = readableTiers(actor);
    const unknown: string[] = [];
    for (const one of sources ?? []) {
      const file = standing.some(({ source }) => source === one)
        ? await catalogue.sources.byHash(one as Sha256)
        : null;
      if (file === null || !tiers.includes(file.tier)) unknown.push(one);
    }
    if (unknown.length > 0)
      return fail(
        problem(
          "app.not-found",
          `There is no report ${unknown.map((one) => `"${one}"`).join(", ")}. Nothing was read again.`,
        ),
      );
    const wanted = standing.filter(({ source, readerVersion: by }) =>
      sources ? sources.includes(source) : all || by !== readerVersion,
    );
    if (wanted.length === 0)
      return fail(
        problem(
          "reading.nothing-to-read",
          standing.length === 0
            ? "No report is in the store."
            : `All ${standing.length} reports were read by the present reader (${readerVersion}). Ask for all of them to read them again nevertheless.`,
        ),
      );
    const job = newJob(effects, actor, "reread", { origin: "real" });
    await catalogue.readingJobs.add(job);
    for (const { source } of wanted) {
      const file = await catalogue.sources.byHash(source);
      if (file)
        await catalogue.readingJobs.addFile({
          job: job.id,
          name: file.name,
          sha256: source,
          bytes: file.bytes,
        });
    }
    await catalogue.audit.append(
      auditEntry(effects, actor, "document.reread", `reading-job:${job.id}`, { documents: wanted.length }),
    );
    return ok(job);
  });
}
