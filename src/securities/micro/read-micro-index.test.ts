// Definitions as people write them, and what each wrong one is told.

import { describe, expect, test } from "vitest";
import type { StudyVariable } from "#records";
import { readIndicatorCatalogue } from "../catalogue/indicator-catalogue.ts";
import { checkMicroIndex } from "./check-micro-index.ts";
import { microIndicatorCatalogue } from "./micro-indicators.ts";
import { microLines } from "./micro-lines.ts";
import { readMicroIndex } from "./read-micro-index.ts";

const words = (text: string) => ({ en: text, fr: text, es: text, pt: text });
const item = { variable: "q1", group: "outcome", recode: { is: ["1"] } };
const good = {
  ...{
    id: "mini",
    version: "1",
    title: words("Mini"),
    kind: "people",
    file: "persons",
    reconstruction: false,
  },
  forms: [{ form: "income", items: [item] }],
};

const toldOf = (json: object) => {
  const read = readMicroIndex({ ...good, ...json }, "mini.json");
  return read.ok ? [] : read.problems.map(({ code, at }) => `${code.slice(11)} ${at?.field}`);
};
const toldOfItem = (changes: object) =>
  toldOf({ forms: [{ form: "income", items: [{ ...item, ...changes }] }] });

describe("a definition", () => {
  test("is filled in with what is usual", () => {
    const read = readMicroIndex(good, "mini.json");
    expect(read).toMatchObject({
      ok: true,
      value: {
        minimumShare: null,
        deficitBelow: 0.5,
        missingCodes: {},
        structure: {
          of: "forms",
          combined: false,
          forms: [
            {
              form: "income",
              weight: 2,
              groups: [{ role: "outcome", weight: 2, items: [{ id: "q1", weight: 1 }] }],
            },
          ],
        },
      },
    });
  });

  test("tells everything that is wrong at once, with file and field", () => {
    const read = readMicroIndex(
      {
        ...good,
        kind: "firms",
        titel: "x",
        forms: [{ form: "incme", items: [{ ...item, recode: {} }, { group: "outcome" }] }],
      },
      "mini.json",
    );
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problems.map(({ at }) => at)).toEqual([
      { file: "mini.json", field: "titel" },
      { file: "mini.json", field: "kind" },
      { file: "mini.json", field: "forms[0].form" },
      { file: "mini.json", field: "forms[0].items[0].recode" },
      { file: "mini.json", field: "forms[0].items[1].variable" },
      { file: "mini.json", field: "forms[0].items[1].recode" },
    ]);
    expect(read.problems[0]!.message).toContain('"title"');
  });

  test.each<[object, string]>([
    [{ codes: {} }, "no codes"],
    [{ codes: { "1": 2 } }, "a number above 1"],
    [{ codes: { "1": 1 }, is: ["1"] }, "two ways"],
    [{ is: [] }, "no code that counts"],
    [{ from: 1 }, "one limit"],
    [{ from: 3, to: 3 }, "limits that are one"],
    [{ from: "1", to: 5 }, "a limit in quotation marks"],
  ])("refuses the recode %j: %s", (recode) => {
    expect(toldOfItem({ recode })).toEqual(["micro-recode-invalid forms[0].items[0].recode"]);
  });

  test("refuses codes that are two things, and recodes of computed answers by codes", () => {
    expect(toldOfItem({ missing: { "1": "refused" } })).toEqual([
      "micro-recode-invalid forms[0].items[0].recode",
    ]);
    expect(toldOfItem({ missing: { "9": "did not want" } })).toEqual([
      "field-invalid forms[0].items[0].missing",
    ]);
    const share = { id: "s", variable: undefined, answer: { share: ["a", "b"] } };
    expect(toldOfItem(share)).toEqual(["micro-recode-invalid forms[0].items[0].recode"]);
    const computed = { ...share, recode: { from: 0, to: 1 } };
    expect(toldOfItem(computed)).toEqual([]);
    expect(toldOfItem({ ...computed, id: undefined })).toEqual(["field-missing forms[0].items[0].id"]);
    expect(toldOfItem({ ...computed, answer: { share: ["a"] } })).toEqual([
      "field-invalid forms[0].items[0].answer.share",
    ]);
    expect(toldOfItem({ ...computed, answer: { ratio: ["a", "b"] } })).toEqual([
      "unknown-key forms[0].items[0].answer.ratio",
      "field-invalid forms[0].items[0].answer",
    ]);
  });

  test("refuses what stands twice, weights of 0, forms weighed and not there", () => {
    expect(toldOf({ forms: [{ form: "income", items: [item, item] }] })).toEqual([
      "item-duplicate forms[0].items[1].id",
    ]);
    expect(toldOf({ forms: [good.forms[0], { form: "income", items: [{ ...item, id: "z" }] }] })).toEqual([
      "item-duplicate forms[1].form",
    ]);
    expect(toldOfItem({ weight: 0 })).toEqual(["field-invalid forms[0].items[0].weight"]);
    expect(toldOf({ combined: { work: 1 } })).toEqual(["field-invalid combined.work"]);
  });

  test("refuses forms and steps together, neither, and settings of the other kind", () => {
    const step = { id: "s", label: words("S"), items: [{ variable: "q1", recode: { is: ["1"] } }] };
    expect(toldOf({ steps: [step] })).toEqual(["field-invalid steps"]);
    expect(toldOf({ forms: undefined })).toEqual(["field-missing forms"]);
    expect(toldOf({ forms: undefined, steps: [step], cumulative: true })).toEqual([]);
    expect(toldOf({ forms: undefined, steps: [step] })).toEqual(["field-missing cumulative"]);
    expect(toldOf({ forms: undefined, steps: [step], cumulative: true, combined: {} })).toEqual([
      "field-invalid combined",
    ]);
    expect(toldOf({ cumulative: true })).toEqual(["field-invalid cumulative"]);
    expect(toldOf({ forms: undefined, cumulative: false, steps: [{ ...step, id: "combined" }] })).toEqual([
      "field-invalid steps[0].id",
    ]);
  });

  test("asks for four languages, and for evidence of a reconstruction", () => {
    expect(toldOf({ title: { en: "Mini", fr: "Mini" } })).toEqual(["field-missing title"]);
    expect(toldOf({ reconstruction: true })).toEqual(["field-missing evidence"]);
    expect(toldOf({ reconstruction: true, evidence: "From memory." })).toEqual([]);
  });
});

const variable = (name: string, codes: readonly (readonly [string, "refused" | null])[]): StudyVariable => ({
  ...{ file: "persons", name, label: words(name), kind: "categorical", concept: null, question: null },
  ...{ universe: null, unit: null, place: null, forTables: false, note: null },
  categories: codes.map(([code, missing]) => ({ code, label: words(code), missing })),
});

describe("a definition beside the dictionary of a study", () => {
  const codes = { variable: "q1", group: "outcome", recode: { codes: { "1": 1, "2": 0 } } };
  const definitionOf = (items: readonly object[]) => {
    const read = readMicroIndex({ ...good, forms: [{ form: "income", items }] }, "mini.json");
    if (!read.ok) throw new Error(read.problems[0]!.message);
    return read.value;
  };
  const told = (items: readonly object[], dictionary: readonly StudyVariable[]) => {
    const found = checkMicroIndex(definitionOf(items), dictionary);
    return found.ok ? [] : found.problems.map(({ code, at }) => `${code.slice(11)} ${at?.column}`);
  };

  test("fits where every answer is provided for", () => {
    expect(
      told(
        [codes],
        [
          variable("q1", [
            ["1", null],
            ["2", null],
            ["9", "refused"],
          ]),
        ],
      ),
    ).toEqual([]);
  });

  test("tells variables that are not there, codes that no row can have, answers without a number", () => {
    expect(told([codes], [variable("q2", [["1", null]])])).toEqual(["column-absent q1"]);
    expect(told([codes], [variable("q1", [["1", null]])])).toEqual(["code-unknown q1"]);
    expect(
      told(
        [codes],
        [
          variable("q1", [
            ["1", null],
            ["2", null],
            ["3", null],
          ]),
        ],
      ),
    ).toEqual(["code-unknown q1"]);
    const asked = { ...codes, asked: { variable: "q0", is: ["7"] } };
    const q1 = variable("q1", [
      ["1", null],
      ["2", null],
    ]);
    expect(told([asked], [q1, variable("q0", [["1", null]])])).toEqual(["code-unknown q0"]);
  });

  test("is written out line by line", () => {
    const share = {
      id: "s",
      group: "outcome",
      answer: { oneMinus: { share: ["a", "b"] } },
      recode: { from: 0, to: 0.5 },
    };
    expect(microLines(definitionOf([codes, share]), [variable("q1", [])])).toEqual([
      {
        ...{ part: "income.outcome", item: "q1", label: words("q1"), variable: "q1" },
        recode: "1 → 1, 2 → 0",
        weight: 1,
        evidence: null,
      },
      {
        ...{ part: "income.outcome", item: "s", label: { en: "s" }, variable: "1 − (a / b)" },
        recode: "0 … 0.5 → 0 … 1",
        weight: 1,
        evidence: null,
      },
    ]);
  });

  test("becomes records that the catalogue of indicators takes", () => {
    const catalogue = microIndicatorCatalogue(definitionOf([codes]));
    const read = readIndicatorCatalogue(catalogue);
    expect(read).toMatchObject({ ok: true });
    expect(
      catalogue.indicators.map(({ id, level, direction, unit }) => [id, level, direction, unit]),
    ).toEqual([
      ["mini.income", "household", 1, "IX"],
      ["mini.income.deficit", "household", -1, "RT"],
    ]);
  });
});
