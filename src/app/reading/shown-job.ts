// Reading jobs as somebody may see them: what they are at, computed, and the files they may know of.

import { documentsProblems } from "#documents";
import type { Problem } from "#kernel";
import type { Actor, ReadingJob, ReadingJobFile } from "#records";
import { evaluationsProblems } from "#sources";
import { releasesProblems, storeProblems } from "#store";
import type { Effects } from "../effects.ts";
import { appProblems } from "../problems.ts";
import { mayReadSource, readableTiers } from "../readable.ts";
import type { RouteReply } from "../use-case.ts";
import { readingProblems } from "./problems.ts";

type ShownJob = RouteReply<"beginReadingJob">;

/** Without a new file for so long nobody is sending any; before, the next may be on its way. */
const quietMs = 15_000;

export async function shownJob(effects: Effects, actor: Actor, job: ReadingJob): Promise<ShownJob> {
  const { catalogue } = effects.store;
  const counts = await catalogue.readingJobs.counts(job.id);
  return {
    ...job,
    state: await presentState(effects, job, counts),
    evaluation: await visibleEvaluation(effects, actor, job.evaluation),
    createdBy: await nameOf(effects, job.createdBy),
    counts,
  };
}

/** Running is what has something to read, or gets something; what is kept says only what people asked for. */
async function presentState(
  effects: Effects,
  { id, state, createdAt }: ReadingJob,
  { queued, reading }: ShownJob["counts"],
): Promise<ShownJob["state"]> {
  if (state !== "running" || queued + reading > 0) return state;
  const last = (await effects.store.catalogue.readingJobs.lastEnd(id)) ?? createdAt;
  return Date.parse(effects.now()) - Date.parse(last) < quietMs ? "running" : "finished";
}

async function visibleEvaluation(effects: Effects, actor: Actor, id: string | null): Promise<string | null> {
  const { catalogue } = effects.store;
  const record = id === null ? null : await catalogue.evaluations.byId(id);
  return record && (await mayReadSource(catalogue, actor, record.provenance.source)) ? id : null;
}

/** The files of a job but those whose source the actor may not read: neither name nor problem of them is told. */
export async function visibleFiles(
  effects: Effects,
  actor: Actor,
  job: string,
): Promise<{ readonly files: readonly ReadingJobFile[]; readonly withheld: number }> {
  const { readingJobs } = effects.store.catalogue;
  const all = await readingJobs.files(job);
  const tierOf = await readingJobs.tiers(job);
  const readable = readableTiers(actor);
  const files = all.filter(({ sha256 }) => readable.includes(tierOf.get(sha256) ?? "public"));
  return { files, withheld: all.length - files.length };
}

/** The name of an account; what is none keeps its word. */
export const nameOf = async (effects: Effects, id: string): Promise<string> =>
  (await effects.store.catalogue.accounts.byId(id))?.name ?? id;

const catalogues: Readonly<Record<string, { readonly remedy: string }>> = {
  ...documentsProblems,
  ...evaluationsProblems,
  ...storeProblems,
  ...releasesProblems,
  ...appProblems,
  ...readingProblems,
};

export const remedyOf = (code: string): string | null =>
  Object.hasOwn(catalogues, code) ? (catalogues[code]?.remedy ?? null) : null;

export const shownFile = ({ job: _, problems, ...file }: ReadingJobFile) => ({
  ...file,
  problems: problems.map((one: Problem) => ({ ...one, remedy: remedyOf(one.code) })),
});
