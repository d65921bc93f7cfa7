// Tables on demand over households and persons against R survey's figures for the same files.

import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { StudyVariable } from "#records";
import { columnOfCells } from "#statistics";
import { checkQuestion, type TableInput } from "../../../../src/app/surveys/tables/check-question.ts";
import { fileContext } from "../../../../src/app/surveys/tables/file-context.ts";
import { tableOf } from "../../../../src/app/surveys/tables/shown-table.ts";
import { references } from "../../../reference/survey/reference-tests.ts";
import { category, design, editionAtHand, fileAtHand, studyAtHand, variable } from "./edition-at-hand.ts";

const folder = resolve(dirname(references), "data/microdata");
const isAbsent = !existsSync(folder);

it("the files are there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${folder}: set SOCLE_REFERENCE`).toBe(false);
});

const yesNo = [category("1", "Yes"), category("0", "No")];
const variables: Readonly<Record<string, readonly StudyVariable[]>> = {
  households: [
    variable("geo1", "categorical", {
      categories: Array.from({ length: 10 }, (_, at) => category(String(at + 1))),
    }),
    variable("urbrur", "categorical", { categories: [category("1", "Rural"), category("2", "Urban")] }),
    variable("electricity", "categorical", { categories: yesNo }),
    variable("bank", "categorical", { categories: yesNo }),
    variable("hhsize", "numeric"),
    variable("pc_exp", "numeric", { concept: "expenditure" }),
    variable("ea", "design"),
    variable("stratum", "design"),
    variable("hhweight", "weight"),
  ],
  persons: [
    variable("sex", "categorical", { concept: "sex", categories: [category("1", "M"), category("2", "F")] }),
    variable("age", "numeric"),
    variable("literacy", "categorical", {
      categories: [...yesNo, category("2", "No, neither")],
    }),
    variable("disability", "numeric"),
    variable("stratum", "categorical"),
    variable("ea", "design"),
    variable("hhweight", "weight"),
  ],
};

type Reference = { readonly id: string; readonly expected: Readonly<Record<string, unknown>> };

const quoted = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, ""));

const loaded = (name: string) => {
  const [head, ...lines] = readFileSync(resolve(folder, `${name}.csv`), "utf8")
    .trimEnd()
    .split("\n");
  const names = quoted(head!).filter((one) => one !== "");
  const wanted = variables[name]!;
  const takers = wanted.map((one) => ({
    at: names.indexOf(one.name),
    name: one.name,
    cells: columnOfCells(),
  }));
  for (const line of lines) {
    const cells = quoted(line);
    for (const { at, cells: taker } of takers) taker.take(cells[at] ?? "");
  }
  const columns = new Map(takers.map((taker) => [taker.name, taker.cells.column()]));
  const file = fileAtHand(wanted, lines.length, {
    design: design({ clusters: ["ea"], strata: ["stratum"], weights: "hhweight", nested: true }),
  });
  const edition = editionAtHand(wanted, [file]);
  const context = fileContext(file, { rows: lines.length, columns });
  if (!context.ok) throw new Error(JSON.stringify(context.problems));
  return (input: Omit<TableInput, "id" | "confidence">) => {
    const checked = checkQuestion(edition, { id: edition.study, confidence: 0.95, ...input }, false);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const table = tableOf(
      { study: studyAtHand(), edition, isLater: false },
      { ...context.value, table: { rows: lines.length, columns } },
      checked.value,
      { guard: null, language: "en", codeVersion: "test" },
    );
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    return table.value;
  };
};

describe.skipIf(isAbsent)("against R", () => {
  const { tests } = (
    isAbsent ? { tests: [] } : JSON.parse(readFileSync(resolve(folder, "reference.json"), "utf8"))
  ) as { tests: readonly Reference[] };
  // biome-ignore lint/suspicious/noExplicitAny: the reference has many forms
  const expected = (id: string): any => tests.find((one) => one.id === id)!.expected;
  const near = (value: number | null, other: number, tolerance = 1e-11) =>
    expect(Math.abs(value! - other) / Math.abs(other), `${value} for ${other}`).toBeLessThan(tolerance);

  it("households", () => {
    const ask = loaded("households");
    const [all] = ask({ statistic: "mean", variable: "hhsize" }).cells;
    const size = expected("mean_hhsize");
    near(all!.estimate, size.est);
    near(all!.standardError, size.se);
    near(all!.low, size.ci_t.low);
    near(all!.high, size.ci_t.high);
    expect(all).toMatchObject({ degreesOfFreedom: 301, cases: 8000, missing: 0, quality: "good" });
    const total = ask({ statistic: "total", variable: "hhsize" }).cells[0]!;
    near(total.estimate, expected("total_hhsize").est);
    near(total.standardError, expected("total_hhsize").se);
    const regions = ask({ statistic: "mean", variable: "pc_exp", rows: "geo1" });
    const by = expected("mean_pc_exp_by_geo1");
    regions.cells.slice(0, 10).forEach((cell, at) => {
      expect(cell.row).toBe(String(by.group[at]));
      near(cell.estimate, by.est[at]);
      near(cell.standardError, by.se[at]);
    });
    expect(regions.test).toMatchObject({ degreesOfFreedom: [9, 292] });
    const bank = ask({ statistic: "share", variable: "bank", rows: "urbrur" });
    const [, , , , yes] = bank.cells;
    expect(yes).toMatchObject({ row: null, level: "1" });
    near(yes!.estimate, expected("proportion_bank").est);
    near(yes!.low, expected("proportion_bank").ci[0], 2e-8);
    near(yes!.high, expected("proportion_bank").ci[1], 2e-8);
    const chisq = expected("chisq_bank_urbrur");
    near(bank.test!.statistic, chisq.statistic);
    near(bank.test!.pValue, chisq.p, 1e-9);
    const median = ask({ statistic: "median", variable: "pc_exp" }).cells[0]!;
    const quantiles = expected("quantile_pc_exp");
    near(median.estimate, quantiles.quantile[2]);
    near(median.low, quantiles["ci.2.5"][2]);
    near(median.standardError, quantiles.se[2]);
  });

  it("persons: women and men by default, strata down", () => {
    const ask = loaded("persons");
    const age = ask({ statistic: "mean", variable: "age" });
    expect(age.columns?.variable).toBe("sex");
    near(age.cells.at(-1)!.estimate, expected("mean_age").est);
    near(age.cells.at(-1)!.standardError, expected("mean_age").se);
    expect(age.test?.degreesOfFreedom).toEqual([300]);
    const disability = ask({ statistic: "mean", variable: "disability", rows: "stratum" });
    const by = expected("mean_disability_by_sex_stratum");
    by.sex.forEach((sex: number, at: number) => {
      const cell = disability.cells.find(
        ({ row, column }) => row === String(by.stratum[at]) && column === String(sex),
      )!;
      near(cell.estimate, by.est[at]);
      near(cell.standardError, by.se[at]);
    });
  });
});
