import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Citation, ok, type Result } from "#kernel";
import { type Origin, operator } from "#records";
import { readIndexDefinition } from "#securities";
import type { Progress } from "#store";
import { sha256Of } from "./canonical-json.ts";
import {
  conventionsFile,
  evaluationTables,
  inventedReferences,
  inventedReview,
  oldAgeRuns,
  oldAgeSeries,
  ratificationLists,
  reports,
  simulatedIndicators,
  simulatedStudies,
  statedReview,
} from "./demonstration-parts.data.ts";
import type { Effects } from "./effects.ts";
import { importConventions } from "./import-conventions.ts";
import { importEvaluations } from "./import-evaluations.ts";
import { importRatifications } from "./import-ratifications.ts";
import { importReport } from "./import-report.ts";
import { freezeRun } from "./indexes/create-run.ts";
import { sourceRecord } from "./kept-source.ts";
import { readyIndexDefinitions } from "./ready-definitions.ts";
import { importObservations } from "./releases/import-observations.ts";
import { enterInventedReview } from "./reviews/invented/enter-invented-review.ts";
import { enterStatedReview } from "./reviews/stated-review.ts";
import { importSurvey } from "./surveys/catalogue/import-survey.ts";
import type { Upload } from "./use-case.ts";

const pathOf = (file: string): string =>
  fileURLToPath(new URL(`../../demonstration/${file}`, import.meta.url));
const uploadOf = (file: string): Upload => ({ path: pathOf(file), name: basename(file) });

/** One thing to take in; done once and for all, or not at all. */
type Step = {
  readonly label: string;
  isDone(effects: Effects): Promise<boolean>;
  take(effects: Effects): Promise<Result<unknown>>;
};

const demonstrationRelease = `${simulatedIndicators.series}-1`;

/**
 * Fills an empty installation with the demonstration collection: Conventions, ratifications, the 24
 * evaluations, invented reports, a small series in two versions with runs that differ by data and by
 * definition, the simulated indicators as a release, and one run of each index that comes with Socle. An
 * installation that began with anything else is left alone.
 *
 * Each step is done in one transaction or not at all, and asked for before it is taken: a process killed
 * in the middle goes on where it stopped at the next start. How sure the ranks of its runs are is left to
 * `completeUncertainty`, since the server can answer before that.
 *
 * @returns whether anything was prepared, or the problems of the step that failed
 */
export async function prepareDemonstration(
  effects: Effects,
  progress?: Progress,
): Promise<Result<{ readonly prepared: boolean }>> {
  const steps = allSteps();
  if (!(await isToBePrepared(effects, steps))) return ok({ prepared: false });
  for (const [done, step] of steps.entries()) {
    progress?.({ label: step.label, done, total: steps.length, unit: "steps" });
    if (await step.isDone(effects)) continue;
    const taken = await step.take(effects);
    if (!taken.ok) return taken;
  }
  progress?.({ label: "demonstration", done: steps.length, total: steps.length, unit: "steps" });
  return ok({ prepared: true });
}

/** Empty, or begun by this function (its first file came first) and not finished (the last run is absent). */
async function isToBePrepared(effects: Effects, steps: readonly Step[]): Promise<boolean> {
  if (await steps.at(-1)!.isDone(effects)) return false;
  const [first] = await effects.store.catalogue.sources.list();
  return first === undefined || (first.name === conventionsFile.file && first.addedBy === operator.id);
}

function allSteps(): readonly Step[] {
  return [
    conventionsStep,
    ...ratificationLists.map(ratificationsStep),
    ...evaluationTables.map(evaluationsStep),
    ...reports.map(reportStep),
    statedReviewStep,
    inventedReviewStep,
    ...simulatedStudies.flatMap(studySteps),
    ...oldAgeSeries.map(observationsStep),
    ...oldAgeRuns.map(({ definition, release }) => runStep(jsonOf(definition), release)),
    observationsStep({ ...simulatedIndicators, release: demonstrationRelease }),
    ...Object.values(readyIndexDefinitions).map((definition) => runStep(definition, demonstrationRelease)),
  ];
}

const conventionsStep: Step = {
  label: conventionsFile.file,
  isDone: async ({ store }) => (await store.catalogue.standards.conventions()).length > 0,
  take: (effects) =>
    importConventions(effects, operator, {
      upload: uploadOf(conventionsFile.file),
      citation: conventionsFile.citation,
    }),
};

const ratificationsStep = ({
  file,
  list,
  convention,
  citation,
}: (typeof ratificationLists)[number]): Step => ({
  label: file,
  isDone: async ({ store }) =>
    (await store.catalogue.standards.ratifications({ convention })).some((event) => event.list === list),
  async take(effects) {
    await remember(effects, file, "real", citation);
    return importRatifications(effects, operator, { name: basename(file), list, upload: uploadOf(file) });
  },
});

const evaluationsStep = ({ file, origin, firstId, citation }: (typeof evaluationTables)[number]): Step => ({
  label: file,
  isDone: async ({ store }) => (await store.catalogue.evaluations.byId(firstId)) !== null,
  async take(effects) {
    await remember(effects, file, origin, citation);
    return importEvaluations(effects, operator, { name: basename(file), origin, upload: uploadOf(file) });
  },
});

const reportStep = ({ file, origin, evaluation, citation }: (typeof reports)[number]): Step => ({
  label: file,
  isDone: async ({ store }) =>
    (await store.catalogue.documents.bySource(sha256Of(await readFile(pathOf(file))))) !== null,
  async take(effects) {
    await remember(effects, file, origin, citation);
    const upload = uploadOf(file);
    return importReport(effects, operator, {
      name: upload.name,
      origin,
      upload,
      ...(evaluation !== null && { evaluation }),
    });
  },
});

const statedReviewStep: Step = {
  label: statedReview,
  isDone: async ({ store }) => {
    const last = await store.catalogue.reviews.events("what-works-2012-2018", 0, 1);
    return last.length > 0;
  },
  take: async (effects) =>
    enterStatedReview(effects, JSON.parse(await readFile(pathOf(statedReview), "utf8"))),
};

const inventedReviewStep: Step = {
  label: inventedReview.file,
  isDone: async ({ store }) => (await store.catalogue.reviews.events(inventedReview.id, 0, 1)).length > 0,
  async take(effects) {
    const { file, citation } = inventedReferences;
    const bytes = await readFile(pathOf(file));
    const sha256 = sha256Of(bytes);
    await remember(effects, file, "invented", citation);
    return enterInventedReview(effects, JSON.parse(await readFile(pathOf(inventedReview.file), "utf8")), {
      bytes,
      name: basename(file),
      sha256,
    });
  },
};

/** A study and an edition of its data in one go, so that a death in between leaves neither alone. */
const studySteps = ({ folder, id, editions }: (typeof simulatedStudies)[number]): readonly Step[] =>
  editions.map(({ declaration, files }, at) => ({
    label: `${folder}/${declaration}`,
    isDone: async ({ store }) => (await store.catalogue.studies.edition(id, at + 1)) !== null,
    take: (effects) =>
      importSurvey(effects, operator, {
        study: jsonOf(`${folder}/study.json`),
        edition: jsonOf(`${folder}/${declaration}`),
        files: [...files, "questionnaire.xlsx"].map((file) => uploadOf(`${folder}/${file}`)),
        reason: "The demonstration collection.",
        publish: at === editions.length - 1,
      }),
  }));

type SimulatedSeries = Record<"file" | "release" | "series" | "title" | "agency" | "licence", string>;

const observationsStep = ({ file, release, series, title, agency, licence }: SimulatedSeries): Step => ({
  label: file,
  isDone: async ({ store }) => (await store.catalogue.releases.byId(release)) !== null,
  take: (effects) => {
    const upload = uploadOf(file);
    const input = { name: upload.name, series, title, agency, licence, origin: "simulated", upload } as const;
    return importObservations(effects, operator, input);
  },
});

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(pathOf(file), "utf8"));

function runStep(definition: unknown, release: string): Step {
  const read = readIndexDefinition(definition);
  const label = read.ok ? read.value.id : "index";
  return {
    label,
    isDone: async ({ store }) =>
      read.ok &&
      (await store.catalogue.indexes.run(`${read.value.id}-v${read.value.version}-${release}`)) !== null,
    take: (effects) => freezeRun(effects, operator, { definition, release }),
  };
}

/**
 * Keeps a file with its citation before the import names it by its file name alone. Killed in between, the
 * file is known and not yet read: the step is not done and comes again.
 */
async function remember(effects: Effects, file: string, origin: Origin, citation: Citation): Promise<void> {
  const stored = await effects.store.files.putPath(pathOf(file));
  await effects.store.catalogue.sources.add(
    sourceRecord(effects, operator, stored, { name: basename(file), origin, citation }),
  );
}
