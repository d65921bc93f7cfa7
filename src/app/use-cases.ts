import type { RouteName } from "#contract";
import { fail } from "#kernel";
import { problemOfSystem } from "#store";
import { accountUseCases } from "./accounts/index.ts";
import { countryUseCases } from "./countries/index.ts";
import { downloadRelease, downloadRun } from "./downloads/index.ts";
import { exploreUseCases } from "./explore/index.ts";
import { followUpUseCases } from "./follow-up/index.ts";
import { importEvaluations } from "./import-evaluations.ts";
import { importRatifications } from "./import-ratifications.ts";
import { importReport } from "./import-report.ts";
import { addClassification, listClassifications } from "./indexes/classifications.ts";
import { compareRuns } from "./indexes/compare-runs.ts";
import { createRun } from "./indexes/create-run.ts";
import { downloadComparison } from "./indexes/download-comparison.ts";
import { runUncertaintyRead } from "./indexes/read-uncertainty.ts";
import { runInputs } from "./indexes/run-inputs.ts";
import { indicatorUseCases } from "./indicators/index.ts";
import { lessonUseCases } from "./lessons/index.ts";
import { openUseCases } from "./open/index.ts";
import { overview } from "./overview.ts";
import { policy } from "./policy.ts";
import { listConventions, listDefinitions, listRatifications, listRuns, run, source } from "./read-data.ts";
import {
  document,
  evaluation,
  listDocuments,
  listEvaluations,
  passage,
  searchPassages,
} from "./read-registry.ts";
import { readingUseCases } from "./reading/index.ts";
import { registryUseCases } from "./registry/index.ts";
import { releaseUseCases } from "./releases/index.ts";
import { reviewUseCases } from "./reviews/index.ts";
import { searchUseCases } from "./search/index.ts";
import { sourceRow } from "./source-row.ts";
import { surveyUseCases } from "./surveys/index.ts";
import { trace } from "./trace.ts";
import type { RouteUseCase, UseCase } from "./use-case.ts";
import { verify } from "./verify.ts";

/** `command` is missing: the server hands it to `runCommand` with the shell around it. */
export type UseCases = { readonly [K in Exclude<RouteName, "command">]: RouteUseCase<K> };

/**
 * The same use case, which answers with a problem where the disk fails it: a file of a release is gone or damaged,
 * there is no room, the folder may not be written to. All other errors stay errors.
 */
const told =
  (perform: UseCase<never, unknown>): UseCase<never, unknown> =>
  async (...args) => {
    try {
      return await perform(...args);
    } catch (error) {
      const found = problemOfSystem(error);
      if (found === null) throw error;
      return fail(found);
    }
  };

const plain: UseCases = {
  ...accountUseCases,
  ...countryUseCases,
  ...exploreUseCases,
  ...followUpUseCases,
  ...indicatorUseCases,
  ...lessonUseCases,
  ...openUseCases,
  ...readingUseCases,
  ...registryUseCases,
  ...releaseUseCases,
  ...reviewUseCases,
  ...searchUseCases,
  ...surveyUseCases,
  addClassification,
  compareRuns,
  createRun,
  document,
  downloadComparison,
  downloadRelease,
  downloadRun,
  evaluation,
  importEvaluations,
  importRatifications,
  importReport,
  listClassifications,
  listConventions,
  listDefinitions,
  listDocuments,
  listEvaluations,
  listRatifications,
  listRuns,
  overview,
  policy,
  passage,
  run,
  runInputs,
  runUncertainty: runUncertaintyRead,
  searchPassages,
  source,
  sourceRow,
  trace,
  verify,
};

/** The use case behind each route. */
export const useCases = Object.fromEntries(
  Object.entries(plain).map(([name, useCase]) => [name, told(useCase as UseCase<never, unknown>)]),
) as unknown as UseCases;
