// The parts a table is made of: codes as the dictionary reads them, flags, questions held against a dictionary, and
// tests that tell nothing of withheld cells.

import { describe, expect, it } from "vitest";
import type { SurveyColumn } from "#statistics";
import type { CellGuard } from "../../../../src/app/surveys/tables/cell-guard.ts";
import { coefficientOfVariation, qualityOf } from "../../../../src/app/surveys/tables/cell-quality.ts";
import { checkQuestion, type TableInput } from "../../../../src/app/surveys/tables/check-question.ts";
import { codedVariable, numericValues } from "../../../../src/app/surveys/tables/coded-column.ts";
import { fileContext } from "../../../../src/app/surveys/tables/file-context.ts";
import { tableOf } from "../../../../src/app/surveys/tables/shown-table.ts";
import {
  category,
  editionAtHand,
  fileAtHand,
  numbers,
  studyAtHand,
  tableAtHand,
  texts,
  variable,
} from "./edition-at-hand.ts";

describe("codes of a column", () => {
  const asked = variable("q", "categorical", {
    categories: [category("02", "Two"), category("1", "One"), category("9", "Refused", "refused")],
  });
  const read = (column: SurveyColumn) => {
    const { levels, codes } = codedVariable(asked, column);
    return Array.from(codes, (code) => levels[code]?.code ?? null);
  };

  it("are those of the dictionary in its order, also where the file holds numbers", () => {
    expect(read(numbers([1, 2, 9, Number.NaN, 7]))).toEqual(["1", "02", null, null, "7"]);
    expect(read(texts(["1", "02", "9", "", "x"]))).toEqual(["1", "02", null, null, "x"]);
    expect(codedVariable(asked, numbers([1])).levels.map(({ code }) => code)).toEqual(["02", "1"]);
  });

  it("are no values of a numeric variable; texts that nothing provides for are told", () => {
    const income = variable("y", "numeric", { categories: [category("99", "Refused", "refused")] });
    expect(numericValues(income, numbers([5, 99]))).toEqual({
      ok: true,
      value: Float64Array.of(5, Number.NaN),
    });
    expect(numericValues(income, texts(["5", "99", "many"]))).toMatchObject({
      problems: [{ code: "survey.column-not-numbers", message: expect.stringContaining('"many"') }],
    });
  });
});

it("flags follow the thresholds of the coefficient of variation, of shares by the smaller side", () => {
  expect(coefficientOfVariation(0.9, 0.02, true)).toBeCloseTo(0.2, 12);
  expect(coefficientOfVariation(0, 0, true)).toBeNull();
  expect(coefficientOfVariation(-50, 5, false)).toBe(0.1);
  expect(qualityOf(0.166, 30, 10)).toBe("good");
  expect(qualityOf(0.167, 30, 10)).toBe("caution");
  expect(qualityOf(0.333, 30, 10)).toBe("caution");
  expect(qualityOf(0.334, 300, 10)).toBe("unreliable");
  expect(qualityOf(0.01, 29, 10)).toBe("caution");
  expect(qualityOf(0.01, 300, 0)).toBe("caution");
});

const variables = [
  variable("sex", "categorical", { concept: "sex", categories: [category("f"), category("m")] }),
  ...["a", "b", "c"].map((name) =>
    variable(name, "categorical", { categories: [category("1"), category("2")] }),
  ),
  variable("y", "numeric"),
];
const rows = Array.from({ length: 80 }, (_, at) => at);
const table = tableAtHand({
  sex: texts(rows.map((at) => (at % 3 ? "f" : "m"))),
  a: numbers(rows.map((at) => 1 + (at % 2))),
  b: numbers(rows.map((at) => 1 + (Math.floor(at / 5) % 2))),
  c: numbers(rows.map((at) => 1 + (Math.floor(at / 7) % 2))),
  y: numbers(rows.map((at) => (at === 3 ? Number.NaN : (at * 37) % 11))),
});
const file = fileAtHand(variables, rows.length);
const edition = editionAtHand(variables, [file]);
const check = (input: Partial<TableInput>, isProtected = false) =>
  checkQuestion(edition, { id: edition.study, statistic: "share", confidence: 0.95, ...input }, isProtected);
const crossed = (...given: Parameters<typeof check>) => {
  const found = check(...given);
  return found.ok ? found.value.question.columns : found.problems.map(({ code }) => code);
};

it("women and men stand beside each other unless they stand elsewhere, or three variables are crossed", () => {
  expect(crossed({ variable: "a" })).toBe("sex");
  expect(crossed({ variable: "a", columns: "none" })).toBeNull();
  expect(crossed({ variable: "a", rows: "sex" })).toBeNull();
  expect(crossed({ variable: "a", rows: "b", subset: "c", only: "1" })).toBe("sex");
  const three = check({ variable: "a", rows: "b", subset: "c", only: "1" }, true);
  expect(three).toMatchObject({ ok: true, value: { sexLeftOut: true, columns: null } });
  expect(crossed({ variable: "a", rows: "b", columns: "sex", subset: "c", only: "1" }, true)).toEqual([
    "survey.too-many-crossed",
  ]);
  // What is numeric crosses nothing.
  expect(crossed({ statistic: "mean", variable: "y", rows: "b", subset: "c", only: "1" }, true)).toBe("sex");
});

describe("a table of which a cell is withheld", () => {
  const shown = (guard: CellGuard | null, input: Partial<TableInput>, of = table) => {
    const checked = check({ columns: "none", ...input }, guard !== null);
    const context = fileContext(file, of);
    if (!checked.ok || !context.ok) throw new Error("the sample is not read");
    const answer = tableOf({ study: studyAtHand(), edition, isLater: false }, context.value, checked.value, {
      guard,
      language: "en",
      codeVersion: "test",
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.value;
  };
  const closing = (a: string): CellGuard => ({
    minimumCases: 5,
    stateOf: (levels) => (levels.get("a") === a ? "small" : "open"),
  });

  it("has no figure in it and no test over it", () => {
    const [plain, closed] = [null, closing("2")].map((guard) =>
      shown(guard, { statistic: "mean", variable: "y", rows: "a" }),
    );
    expect(plain!.test?.pValue).toBeGreaterThan(0);
    expect(closed).toMatchObject({ test: null, testNote: expect.stringContaining("withheld") });
    const [one, two, all] = closed!.cells;
    expect([one!.withheld, two!.withheld, all!.withheld]).toEqual([null, "small", null]);
    expect(
      Object.values({ ...two!, row: null, column: null, level: null, withheld: null, empty: null }),
    ).toEqual(Object.values(two!).map(() => null));
    expect(one).toEqual(plain!.cells[0]);
  });

  it("has shares of all cases where those who gave no answer are withheld: a base of the others would tell of them", () => {
    const some = { ...table, columns: new Map(table.columns) };
    const b = table.columns.get("b") as { readonly kind: "number"; readonly values: Float64Array };
    some.columns.set("b", {
      kind: "number",
      values: b.values.map((value, at) => (at < 3 ? Number.NaN : value)),
    });
    const guard: CellGuard = {
      minimumCases: 5,
      stateOf: (levels) => (levels.get("b") === null && levels.get("a") === "1" ? "small" : "open"),
    };
    const [plain, closed] = [null, guard].map((by) => shown(by, { variable: "b", rows: "a" }, some));
    const [one] = plain!.cells;
    // Of 40 rows two gave no answer.
    expect([one!.cases, one!.missing, plain!.base]).toEqual([38, 2, "answered"]);
    expect([closed!.cells[0]!.cases, closed!.cells[0]!.missing, closed!.base]).toEqual([40, 0, "all"]);
    expect(closed!.cells[0]!.estimate).toBeCloseTo((one!.estimate! * 38) / 40, 12);
    expect(closed!.cells.every(({ withheld }) => withheld === null)).toBe(true);
    expect(closed!.notes.join(" ")).toContain("Shares are of all cases");
    const counted = shown(guard, { statistic: "count", variable: "b", rows: "a" });
    expect(counted.cells.map(({ withheld, missing }) => [withheld, missing])).toEqual([
      [null, null],
      [null, null],
      [null, 0],
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  it("shows a median from twice as many cases on", () => {
    const open: CellGuard = { minimumCases: 30, stateOf: () => "open" };
    const table = shown(open, { statistic: "median", variable: "y", rows: "a" });
    expect(table.cells.map(({ withheld }) => withheld)).toEqual(["small", "small", null]);
  });
});
