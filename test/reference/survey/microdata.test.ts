// Means, shares, quantiles, tests, poverty and inequality on microdata of people and enterprises, against R
// survey 4.1-1 and laeken 0.5.2 (R 4.2.2), entry by entry.

import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { estimateSurvey, readSurveyRequest, surveyContext } from "#statistics";
import {
  difference,
  type Loose,
  microdata,
  microdataAbsent,
  type ReferenceTest,
  readJson,
  tableOf,
  toleranceOf,
} from "./reference-tests.ts";

test("the microdata are there where nothing may be skipped", () => {
  expect(microdataAbsent && process.env["CI"] === "true", `nothing at ${microdata}`).toBe(false);
});

const { designs, tests } = (
  microdataAbsent ? { designs: {}, tests: [] } : readJson(resolve(microdata, "reference.json"))
) as { readonly designs: Loose; readonly tests: readonly ReferenceTest[] };

const column = (rows: readonly Loose[], name: string, times = 1): number[] =>
  rows.map((row) => row[name] * times);

/** The answer to a request, by the way every request goes: read, laid out over the rows, estimated. */
function answerTo({ id, design: name, request }: ReferenceTest): readonly Loose[] {
  const { data, note: _, ...design } = designs[name];
  const read = readSurveyRequest({ data, design, estimates: [{ id, ...request }] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const context = surveyContext(read.value.design, tableOf(resolve(microdata, data)));
  if (!context.ok) throw new Error(JSON.stringify(context.problems));
  const answer = estimateSurvey(context.value, read.value.estimates[0]!);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** Rows in the order of the reference, whose collation passes over signs: "E10_49" before "E1000". */
function inOrder(rows: readonly Loose[], { expected, request }: ReferenceTest): readonly Loose[] {
  if (request.by?.length !== 1) return rows;
  const place = (row: Loose): number => expected.group.indexOf(row.group[request.by[0]]);
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** What is wrong with an answer; a field of the reference that nothing was compared with is wrong, too. */
function differences(rows: readonly Loose[], { id, expected, request }: ReferenceTest, tolerance: number) {
  const found: (string | null)[] = [];
  const seen = new Set(["names"]);
  const compare = (field: string, values: readonly (number | null)[], wanted = expected[field]) => {
    if (expected[field] === undefined) return;
    seen.add(field);
    found.push(difference(`${id} ${field}`, values, wanted, tolerance));
  };
  const quantiles = request.statistic === "quantile";
  compare("est", column(rows, "estimate"));
  compare("quantile", column(rows, "estimate"));
  compare("se", column(rows, "standardError"));
  compare("degf", [rows[0].degreesOfFreedom]);
  compare(
    "ci_t",
    [...column(rows, "low"), ...column(rows, "high")],
    [expected.ci_t?.low, expected.ci_t?.high],
  );
  compare("ci", [rows[0].low, rows[0].high]);
  if (quantiles) compare("ci.2.5", column(rows, "low"));
  if (quantiles) compare("ci.97.5", column(rows, "high"));
  compare("statistic", column(rows, "statistic"));
  compare("parameter", rows[0].degreesOfFreedom);
  compare("p", column(rows, "pValue"));
  compare("value", column(rows, "estimate"));
  compare("value_fraction", column(rows, "estimate"));
  compare("value_percent", column(rows, "estimate", 100));
  compare("threshold", column(rows, "threshold"));
  for (const name of request.by ?? []) {
    const field = request.by.length === 1 ? "group" : name;
    const groups = rows.map((row) => row.group[name]);
    seen.add(field);
    if (JSON.stringify(groups) !== JSON.stringify(expected[field])) found.push(`${id} groups: ${groups}`);
  }
  for (const field of Object.keys(expected))
    if (!seen.has(field)) found.push(`${id} ${field} was not compared`);
  return found.filter((each) => each !== null);
}

describe.skipIf(microdataAbsent)("estimates from microdata", () => {
  test.for(tests.map((each) => [each.id, each] as const))("%s", ([, each]) => {
    expect(differences(inOrder(answerTo(each), each), each, toleranceOf(each))).toEqual([]);
  });
});
