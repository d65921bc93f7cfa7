// `socle survey estimate`: estimates from a request and the files it names, and nothing else.

import { setImmediate } from "node:timers/promises";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import {
  type AnswerRow,
  estimateSurvey,
  readSurveyRequest,
  type SurveyRequest,
  type SurveyTable,
  surveyContext,
} from "#statistics";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import { stopped } from "./read-delimited.ts";
import { readSurveyFile } from "./read-survey-file.ts";

export type SurveyAnswer = {
  readonly estimates: readonly { readonly id: string; readonly rows: readonly AnswerRow[] }[];
  /** What is odd about the files and still left them readable. */
  readonly notes: readonly Problem[];
  readonly recipe: unknown;
};

/** How files that a request names are come by: their place beside the request, and their bytes. */
export type SurveyFiles = {
  path(name: string): string;
  bytes(path: string): Promise<Result<Uint8Array>>;
};

export type EstimateWork = {
  readonly progress: (step: {
    readonly label: string;
    readonly done: number;
    readonly total: number;
    readonly unit: string;
  }) => void;
  readonly signal: AbortSignal;
};

/**
 * Estimates from files: the columns that the request speaks of are read, all rows are in memory.
 *
 * @returns the rows of each estimate with a recipe (hashes of request and files), or every problem of the
 *   request, of the files, of the design, or of all estimates
 */
export async function estimateSurveyFile(
  request: { readonly text: string; readonly file: string },
  files: SurveyFiles,
  codeVersion: string,
  work: EstimateWork,
): Promise<Result<SurveyAnswer>> {
  const json = parsed(request);
  if (!json.ok) return json;
  const read = readSurveyRequest(json.value);
  if (!read.ok) return failAll(read.problems.map((one) => inFile(one, request.file)));
  const asked = read.value;
  if (asked.data === null)
    return fail(
      problem(
        "survey.data-not-named",
        `${request.file} does not say which file holds the rows. Write its path in "data", as seen from the request: "data": "survey.csv".`,
        { file: request.file, field: "data" },
      ),
    );
  const tables = await tablesOf(asked, asked.data, files, work);
  if (!tables.ok) return tables;
  const { data, brought, notes, inputs } = tables.value;
  const context = surveyContext(asked.design, data, brought);
  if (!context.ok) return failAll(context.problems.map((one) => inData(one, asked.data, request.file)));
  const problems: Problem[] = [];
  const estimates: { readonly id: string; readonly rows: readonly AnswerRow[] }[] = [];
  for (const [at, estimate] of asked.estimates.entries()) {
    work.progress({ label: "estimating", done: at, total: asked.estimates.length, unit: "estimates" });
    await setImmediate();
    if (work.signal.aborted) return fail(stopped());
    const answer = estimateSurvey(context.value, estimate);
    if (answer.ok) estimates.push({ id: estimate.id, rows: answer.value });
    else
      problems.push(...answer.problems.map((one) => inData(ofEstimate(one, at), asked.data, request.file)));
  }
  if (problems.length > 0) return failAll(problems);
  return ok({
    estimates,
    notes,
    recipe: {
      method: "statistics.survey-estimates",
      definition: { sha256: sha256Of(canonicalJson(json.value)) },
      inputs,
      seed: asked.design.replicates?.seed ?? null,
      codeVersion,
    },
  });
}

function parsed({ text, file }: { readonly text: string; readonly file: string }): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(
      problem(
        "survey.request-unreadable",
        `${file} is not JSON: ${(error as Error).message}. Correct it there; docs/guides/estimates.md has a request to begin with.`,
        { file },
      ),
    );
  }
}

async function tablesOf(asked: SurveyRequest, dataName: string, files: SurveyFiles, work: EstimateWork) {
  const notes: Problem[] = [];
  const problems: Problem[] = [];
  const inputs: string[] = [];
  const read = new Map<string, SurveyTable>();
  for (const name of [dataName, ...asked.files]) {
    const path = files.path(name);
    const bytes = await files.bytes(path);
    if (!bytes.ok) {
      problems.push(...bytes.problems);
      continue;
    }
    inputs.push(sha256Of(bytes.value));
    const columns = name === dataName && !asked.files.includes(name) ? asked.columns : null;
    const table = await readSurveyFile(
      { name, path, bytes: bytes.value },
      { columns, missing: asked.missing },
      (done, total) => {
        work.progress({ label: `reading ${name}`, done, total, unit: "characters" });
        return !work.signal.aborted;
      },
    );
    if (!table.ok) problems.push(...table.problems);
    else {
      read.set(name, table.value.table);
      notes.push(...table.value.notes);
    }
  }
  const data = read.get(dataName);
  if (problems.length > 0 || data === undefined) return failAll(problems);
  return ok({ data, brought: read as ReadonlyMap<string, SurveyTable>, notes, inputs });
}

/** A problem of a field of the request. */
const inFile = (found: Problem, file: string): Problem =>
  problem(found.code, found.message, { file, ...found.at });

/** A problem of a row or a column is one of the data; any other is one of the request. */
const inData = (found: Problem, data: string | null, request: string): Problem =>
  inFile(
    found,
    data !== null && (found.at?.row !== undefined || found.at?.column !== undefined) ? data : request,
  );

/** A problem of the nth estimate, with the path of its field in the request. */
const ofEstimate = (found: Problem, at: number): Problem => {
  const field = found.at?.field;
  return field?.startsWith("design") === true
    ? found
    : problem(found.code, found.message, {
        ...found.at,
        field: `estimates[${at}]${field === undefined ? "" : `.${field}`}`,
      });
};
