// Estimates from sums that the engine made, against the estimates from the rows themselves.

import { resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { estimateOfSums, estimateSurvey, surveyContext } from "#statistics";
import { unitSums } from "#store";
import { difference, folder, isAbsent, type Loose, readJson, tableOf } from "./reference-tests.ts";

const designs = isAbsent ? {} : readJson(resolve(folder, "designs.json"));

const asked: readonly (readonly [design: string, request: Loose])[] = [
  ["dstrat", { statistic: "mean", variables: ["api00", "enroll"] }],
  ["dstrat", { statistic: "mean", variables: ["api00"], by: ["stype", "sch.wide"] }],
  ["dclus1", { statistic: "total", variables: ["enroll"], by: ["stype"] }],
  ["dclus1", { statistic: "ratio", variables: ["api.stu"], denominator: "enroll", by: ["stype"] }],
  ["dclus2", { statistic: "mean", variables: ["api00"] }],
  ["dclus2", { statistic: "mean", variables: ["enroll"], by: ["sch.wide"] }],
  ["dclus2", { statistic: "total", variables: ["enroll"] }],
];

describe.skipIf(isAbsent)("sums by unit and group", () => {
  let connection: DuckDBConnection;
  let instance: DuckDBInstance;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(":memory:", { threads: "2" });
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  /** Answers from the rows and from sums; rows without weights of their own get those the design makes. */
  const answers = async (name: string, request: Loose, change = "") => {
    const { data, ...design } = { singleUnit: "fail", ...designs[name] };
    // Rows drawn by themselves are units of their own name.
    if (design.clusters.length === 0) design.clusters = ["snum"];
    const table = tableOf(resolve(folder, data));
    const context = surveyContext(design, table);
    if (!context.ok) throw new Error(JSON.stringify(context.problems));
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE persons AS SELECT *, 0::DOUBLE AS made FROM read_csv('${resolve(folder, data)}', sample_size = -1, auto_type_candidates = ['DOUBLE', 'VARCHAR'])`,
    );
    const weights = context.value.design.weights;
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE persons AS SELECT * REPLACE (([${weights.join(", ")}])[row_number() OVER ()]::DOUBLE AS made) FROM persons`,
    );
    if (change !== "") await connection.run(change);
    const groups = [...design.strata, ...design.clusters, ...design.fpc].filter((each) => each !== null);
    const sums = await unitSums(connection, {
      rows: "persons",
      design: groups,
      by: request.by ?? [],
      weight: "made",
      variables: [...request.variables, ...("denominator" in request ? [request.denominator] : [])],
      centred: request.statistic === "mean",
    });
    return {
      rows: estimateSurvey(context.value, { id: "a", ...request }),
      sums: estimateOfSums(design, sums, { id: "a", ...request }),
    };
  };

  test.for(asked)("%s %o", async ([name, request]) => {
    const { rows, sums } = await answers(name, request);
    if (!rows.ok || !sums.ok) throw new Error(JSON.stringify([rows, sums]));
    const given = sums.value as readonly Loose[];
    const expected = rows.value as readonly Loose[];
    expect(given.map(({ group, variable, n, missing }) => ({ group, variable, n, missing }))).toEqual(
      expected.map(({ group, variable, n, missing }) => ({ group, variable, n, missing })),
    );
    for (const field of ["estimate", "standardError", "low", "high", "degreesOfFreedom"])
      expect(
        difference(
          field,
          given.map((row) => row[field]),
          expected.map((row) => row[field]),
          1e-12,
        ),
      ).toBeNull();
  });

  test("a weight below 0 is refused", async () => {
    const { sums } = await answers(
      "dstrat",
      { statistic: "mean", variables: ["api00"] },
      "UPDATE persons SET made = -1 WHERE snum = (SELECT min(snum) FROM persons)",
    );
    expect(sums).toMatchObject({ ok: false, problems: [{ code: "statistics.survey-weight-invalid" }] });
  });
});
