// The estimation engine against R survey's results, entry by entry.

import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  adjustWeights,
  broughtReplicates,
  compileDesign,
  estimateSurvey,
  makeReplicates,
  type SampleDesign,
  type SurveyTable,
} from "#statistics";
import {
  difference,
  folder,
  isAbsent,
  type Loose,
  type ReferenceTest,
  readJson,
  tableOf,
  toleranceOf,
} from "./reference-tests.ts";

test("the reference is there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${folder}: set SOCLE_REFERENCE`).toBe(false);
});

const { tests } = (isAbsent ? { tests: [] } : readJson(resolve(folder, "tests.json"))) as {
  readonly tests: readonly ReferenceTest[];
};
const designs = isAbsent ? {} : readJson(resolve(folder, "designs.json"));

const column = (rows: readonly Loose[], name: string): number[] => rows.map((row) => row[name]);

/** What is wrong with the answer to one request, against the fields the reference gives for it. */
function differences(id: string, rows: readonly Loose[], given: Loose, request: Loose, tolerance: number) {
  const found: (string | null)[] = [];
  const compare = (what: string, values: readonly (number | null)[], expected: Loose) => {
    if (expected !== undefined) found.push(difference(`${id} ${what}`, values, expected, tolerance));
  };
  compare("est", column(rows, "estimate"), given.est);
  compare("se", column(rows, "standardError"), given.se);
  compare("deff", column(rows, "designEffect"), given.deff);
  if (given.cv !== undefined)
    compare(
      "cv",
      rows.map((row) => row.standardError / Math.abs(row.estimate)),
      given.cv,
    );
  if (given.ci_t?.low !== undefined && request.by === undefined) {
    compare("low", column(rows, "low"), given.ci_t.low);
    compare("high", column(rows, "high"), given.ci_t.high);
  } else if (Array.isArray(given.ci_t)) compare("interval", [rows[0].low, rows[0].high], given.ci_t);
  if (Array.isArray(given.ci)) compare("interval", [rows[0].low, rows[0].high], given.ci);
  for (const name of request.statistic === "quantile" ? request.variables : []) {
    const of = rows.filter(({ variable }) => variable === name);
    compare(`${name} quantile`, column(of, "estimate"), given[name].quantile);
    compare(`${name} low`, column(of, "low"), given[name]["ci.2.5"]);
    compare(`${name} high`, column(of, "high"), given[name]["ci.97.5"]);
    compare(`${name} se`, column(of, "standardError"), given[name].se ?? given[name]["se.97.5"]);
  }
  if (request.statistic === "glm") {
    compare("t", column(rows, "statistic"), given.t);
    compare("p", column(rows, "pValue"), given.p);
  }
  if (request.statistic === "chisq" || request.statistic === "ttest") {
    compare("statistic", column(rows, "statistic"), given.statistic);
    compare("p", column(rows, "pValue"), given.p);
    compare("parameter", rows[0].degreesOfFreedom, given.parameter ?? given.df ?? []);
  }
  if (given.degf !== undefined && request.by === undefined)
    compare("degf", [rows[0].degreesOfFreedom], given.degf);
  return found.filter((each) => each !== null);
}

const supported = new Set([
  "mean",
  "total",
  "ratio",
  "variance",
  "proportion",
  "quantile",
  "chisq",
  "ttest",
  "glm",
  "contrast",
]);
const known = tests.filter(
  ({ request }) => supported.has(request.statistic) || request.statistic === "weights",
);

const replicatesOf = (design: SampleDesign, { weightsFile, rscalesRuns, ...given }: Loose) => {
  if (weightsFile === undefined) return makeReplicates(design, given);
  const columns = [...tableOf(resolve(folder, weightsFile)).columns.values()].map(
    (of) => (of as { readonly values: Float64Array }).values,
  );
  const rscales = Float64Array.from(
    rscalesRuns.flatMap(({ value, count }: Loose) => Array(count).fill(value)),
  );
  return broughtReplicates(design, { ...given, columns, rscales });
};

/** The design of a test: as it was drawn, or with its weights adjusted. */
function designOf(name: string): { readonly table: SurveyTable; readonly design: SampleDesign } {
  const given = designs[name];
  const drawn = given.base === undefined ? given : designs[given.base];
  const table = tableOf(resolve(folder, drawn.data));
  const compiled = compileDesign({ singleUnit: "fail", ...drawn }, table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  if (given.replicates !== undefined) {
    const replicates = replicatesOf(compiled.value, given.replicates);
    if (!replicates.ok) throw new Error(JSON.stringify(replicates.problems));
    return { table, design: { ...compiled.value, replicates: replicates.value } };
  }
  if (given.adjust === undefined) return { table, design: compiled.value };
  const adjusted = adjustWeights(compiled.value, table, given.adjust);
  if (!adjusted.ok) throw new Error(JSON.stringify(adjusted.problems));
  return { table, design: adjusted.value };
}

describe.skipIf(isAbsent)("estimates", () => {
  test.for(known.map((each) => [each.id, each] as const))(
    "%s",
    ([id, { design, request, expected, ...rest }]) => {
      const context = designOf(design);
      const tolerance = toleranceOf({ id, design, request });
      if (request.statistic === "weights") {
        const apart = difference("weights", [...context.design.weights], expected.w, tolerance);
        return expect(apart).toBeNull();
      }
      const answer = estimateSurvey(context, { id, ...request });
      // The reference's program has no such method and therefore no number for it.
      if (request.interval === "wilson") return expect(answer.ok).toBe(true);
      if (rest.expectedError !== undefined) return expect(answer.ok).toBe(false);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      expect(differences(id, answer.value, expected, request, tolerance)).toEqual([]);
    },
  );
});
