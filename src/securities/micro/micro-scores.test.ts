// Scores by hand: every number below was computed on paper from the definition.

import { describe, expect, test } from "vitest";
import type { StudyVariable } from "#records";
import { columnOfCells, type SurveyColumn, type SurveyTable } from "#statistics";
import { explainMicroRow } from "./explain-micro-row.ts";
import type { MicroIndexDefinition } from "./micro-definition.ts";
import { microScores } from "./micro-scores.ts";
import { microColumns } from "./prepare-items.ts";
import { readMicroIndex } from "./read-micro-index.ts";

const words = (text: string) => ({ en: text, fr: text, es: text, pt: text });
const head = { version: "1", title: words("Mini"), kind: "people", file: "persons", reconstruction: false };

function definitionOf(json: object): MicroIndexDefinition {
  const read = readMicroIndex({ ...head, ...json }, "mini.json");
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

/** Columns from cells as a file has them. */
function tableOf(cells: Readonly<Record<string, string>>): SurveyTable {
  const columns = new Map<string, SurveyColumn>();
  let rows = 0;
  for (const [name, texts] of Object.entries(cells)) {
    const column = columnOfCells();
    const list = texts.split(" ").map((text) => (text === "." ? "" : text));
    for (const cell of list) column.take(cell);
    columns.set(name, column.column());
    rows = list.length;
  }
  return { rows, columns };
}

function scoresOf(definition: MicroIndexDefinition, table: SurveyTable, dictionary: StudyVariable[] = []) {
  const found = microScores(definition, table, dictionary);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
  return {
    ...found.value,
    of: (id: string) => [...found.value.scores.find((score) => score.id === id)!.values],
    n: (id: string) => [...found.value.scores.find((score) => score.id === id)!.available],
    item: (id: string) => found.value.items.find((item) => item.id === id)!,
  };
}

const people = {
  id: "mini",
  missing: { codes: { "98": "dont-know", "99": "refused" } },
  forms: [
    {
      form: "income",
      items: [
        { variable: "a", group: "input", recode: { codes: { "1": 1, "2": 0.5, "3": 0 } } },
        { variable: "b", group: "process", recode: { from: 4, to: 1 } },
        { variable: "c", group: "outcome", recode: { is: ["1", "2"] } },
        { variable: "d", group: "outcome", recode: { from: 0, to: 10 } },
        { variable: "e", group: "outcome", recode: { codes: { yes: 1, no: 0 } }, weight: 2 },
      ],
    },
    { form: "work", items: [{ variable: "f", group: "outcome", recode: { from: 1, to: 5 } }] },
  ],
};

describe("scores of persons", () => {
  test("items, groups, forms and the combined index as on paper", () => {
    const found = scoresOf(
      definitionOf(people),
      tableOf({ a: "1 2", b: "2 4", c: "2 3", d: "5 10", e: "yes no", f: "4 1" }),
    );
    expect(found.of("income.input")).toEqual([1, 0.5]);
    expect(found.of("income.process")).toEqual([2 / 3, 0]);
    // (1 + 0.5 + 2·1)/4 and (0 + 1 + 2·0)/4
    expect(found.of("income.outcome")).toEqual([0.875, 0.25]);
    // (1 + 2/3 + 2·0.875)/4 and (0.5 + 0 + 2·0.25)/4
    expect(found.of("income")[0]).toBeCloseTo(41 / 48, 15);
    expect(found.of("income")[1]).toBe(0.25);
    expect(found.of("work")).toEqual([0.75, 0]);
    // Income counts twice: (2·41/48 + 0.75)/3 and 2·0.25/3
    expect(found.of("combined")[0]).toBeCloseTo((41 / 24 + 0.75) / 3, 15);
    expect(found.of("combined")[1]).toBeCloseTo(1 / 6, 15);
    expect(found.n("combined")).toEqual([6, 6]);
  });

  test("what is no answer is missing with its reason and never 0", () => {
    const found = scoresOf(
      definitionOf(people),
      tableOf({ a: "98 1", b: "99 2", c: ". 98", d: "99 10", e: "yes 99", f: "5 98" }),
    );
    expect(found.of("income.input")).toEqual([Number.NaN, 1]);
    expect(found.item("a").missing).toEqual({ "dont-know": 1 });
    expect(found.item("b")).toMatchObject({ answered: 1, missing: { refused: 1 }, faults: [] });
    expect(found.item("c").missing).toEqual({ missing: 1, "dont-know": 1 });
    expect(found.item("d")).toMatchObject({ answered: 1, missing: { refused: 1 }, faults: [] });
    // One of three answered is too few for the outcomes, and so there is no index either.
    expect(found.n("income.outcome")).toEqual([1, 1]);
    expect(found.of("income.outcome")).toEqual([Number.NaN, Number.NaN]);
    expect(found.of("income")).toEqual([Number.NaN, Number.NaN]);
    expect(found.of("combined")).toEqual([Number.NaN, Number.NaN]);
    expect(found.scores.find(({ id }) => id === "combined")!.without).toBe(2);
  });

  test("two of three answers are enough, exactly two thirds; another share can be asked for", () => {
    const table = tableOf({ a: "1", b: "1", c: "1", d: "10", e: ".", f: "5" });
    expect(scoresOf(definitionOf(people), table).of("income")).toEqual([1]);
    const strict = definitionOf({ ...people, missing: { minimumShare: 0.7 } });
    expect(scoresOf(strict, table).of("income")).toEqual([Number.NaN]);
  });

  test("an empty cell of somebody who was not asked is not the silence of somebody who was", () => {
    const json = {
      id: "mini",
      forms: [
        {
          form: "work",
          items: [
            {
              variable: "f",
              group: "outcome",
              recode: { from: 1, to: 5 },
              asked: { variable: "job", is: ["1"] },
            },
          ],
        },
      ],
    };
    const found = scoresOf(definitionOf(json), tableOf({ f: "3 . . .", job: "1 1 2 ." }));
    expect(found.item("f").missing).toEqual({ "not-asked": 2, missing: 1 });
    expect(found.of("work")).toEqual([0.5, Number.NaN, Number.NaN, Number.NaN]);
  });

  test("a definition may say why cells are empty, and that more than the limit counts as the limit", () => {
    const item = { group: "outcome", recode: { from: 0, to: 10, cut: true }, empty: "not-applicable" };
    const share = { id: "s", answer: { share: ["f", "g"] }, group: "outcome", empty: "not-asked" };
    const json = {
      id: "mini",
      forms: [
        {
          form: "work",
          items: [
            { ...item, variable: "f" },
            { ...share, recode: { from: 0, to: 1 } },
          ],
        },
      ],
    };
    const found = scoresOf(definitionOf(json), tableOf({ f: "40 . 5", g: "20 4 5" }));
    expect(found.item("f")).toMatchObject({ answered: 2, missing: { "not-applicable": 1 }, faults: [] });
    expect(found.item("s")).toMatchObject({
      answered: 2,
      missing: { "not-asked": 1 },
      faults: [{ kind: "beyond-limits", value: "2", count: 1, row: 0 }],
    });
    expect(found.of("work")).toEqual([1, Number.NaN, 0.75]);
  });

  test("rows outside the universe have no scores and are no part of any count", () => {
    const json = { id: "mini", universe: { variable: "age", is: ["2", "3"] }, forms: [people.forms[1]] };
    const table = tableOf({ f: "3 5 9 . 3", age: "2 1 1 3 ." });
    const found = scoresOf(definitionOf(json), table);
    expect(found.inside).toBe(2);
    expect(found.of("work")).toEqual([0.5, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(found.item("f")).toMatchObject({ answered: 1, missing: { missing: 1 }, faults: [] });
    expect(found.scores.map(({ without }) => without)).toEqual([1, 1]);
    expect(explainMicroRow(definitionOf(json), table, 1)).toMatchObject({
      value: [{ reason: "outside-universe", score: null }, { reason: "outside-universe" }],
    });
    expect(microColumns(definitionOf(json))).toEqual(["age", "f"]);
    const absent = microScores(definitionOf(json), tableOf({ f: "3" }));
    expect(absent).toMatchObject({ ok: false, problems: [{ at: { column: "age" } }] });
  });

  test("answers beyond the limits are cut and told; codes nobody provides for are missing and told", () => {
    const found = scoresOf(
      definitionOf(people),
      tableOf({ a: "1 7 7", b: "5 1 2", c: "1 2 3", d: "12 10 5", e: "yes perhaps no", f: "1 2 3" }),
    );
    expect(found.of("income.process")).toEqual([0, 1, 2 / 3]);
    expect(found.item("b").faults).toEqual([{ kind: "beyond-limits", value: "5", count: 1, row: 0 }]);
    expect(found.item("d").faults).toEqual([{ kind: "beyond-limits", value: "12", count: 1, row: 0 }]);
    expect(found.item("a")).toMatchObject({
      answered: 1,
      missing: { missing: 2 },
      faults: [{ kind: "unknown-code", value: "7", count: 2, row: 1 }],
    });
    expect(found.item("e").faults).toEqual([{ kind: "unknown-code", value: "perhaps", count: 1, row: 1 }]);
  });

  test("the dictionary says which codes are no answer and which there are at all", () => {
    const category = (code: string, missing: "refused" | null) => ({ code, label: { en: code }, missing });
    const c = {
      ...{ file: "persons", name: "c", label: { en: "c" }, kind: "categorical", concept: null },
      ...{ question: null, universe: null, unit: null, place: null, forTables: false, note: null },
      categories: [category("1", null), category("2", null), category("3", null), category("-9", "refused")],
    } as const satisfies StudyVariable;
    const json = {
      id: "mini",
      forms: [{ form: "work", items: [{ ...people.forms[0]!.items[2], variable: "c" }] }],
    };
    const table = tableOf({ c: "1 3 -9 5" });
    const without = scoresOf(definitionOf(json), table);
    expect(without.of("work")).toEqual([1, 0, 0, 0]);
    const found = scoresOf(definitionOf(json), table, [c]);
    expect(found.of("work")).toEqual([1, 0, Number.NaN, Number.NaN]);
    expect(found.item("c")).toMatchObject({
      missing: { refused: 1, missing: 1 },
      faults: [{ kind: "unknown-code", value: "5", count: 1, row: 3 }],
    });
    // A text among the cells makes a column of categories of it; a variable joined from another file is not meant.
    const asText = tableOf({ c: "1 3 -9 5 x" });
    const joined = { ...c, file: "households", categories: [category("1", "refused")] };
    const again = scoresOf(definitionOf(json), asText, [c, joined]);
    expect(again.of("work")).toEqual([1, 0, Number.NaN, Number.NaN, Number.NaN]);
    expect(
      again
        .item("c")
        .faults.map(({ value }) => value)
        .sort(),
    ).toEqual(["5", "x"]);
  });

  test("codes that are no whole numbers, and far apart, are told from one another", () => {
    const item = { variable: "c", group: "outcome", recode: { codes: { "0.5": 1, "1": 0, "100000": 0.5 } } };
    const found = scoresOf(
      definitionOf({ id: "mini", forms: [{ form: "work", items: [item] }] }),
      tableOf({ c: "0.5 1 100000 . 0.25" }),
    );
    expect(found.of("work")).toEqual([1, 0, 0.5, Number.NaN, Number.NaN]);
    const whole = { ...item, recode: { codes: { "1": 1, "3": 0 } } };
    const close = scoresOf(
      definitionOf({ id: "mini", forms: [{ form: "work", items: [whole] }] }),
      tableOf({ c: "1 3 2 1.5 -1 70000 ." }),
    );
    expect(close.of("work").filter((value) => !Number.isNaN(value))).toEqual([1, 0]);
    expect(close.item("c")).toMatchObject({
      missing: { missing: 5 },
      faults: [{ kind: "unknown-code", count: 4, value: "2", row: 2 }],
    });
  });

  test("a column that holds text in some cells gives the same scores", () => {
    const json = { id: "mini", missing: { codes: { REF: "refused" } }, forms: [people.forms[1]] };
    const found = scoresOf(definitionOf(json), tableOf({ f: "1 3 5 REF 9" }));
    expect(found.of("work")).toEqual([0, 0.5, 1, Number.NaN, 1]);
    expect(found.item("f")).toMatchObject({
      answered: 4,
      missing: { refused: 1 },
      faults: [{ kind: "beyond-limits", value: "9", count: 1, row: 4 }],
    });
  });

  test("one row, item by item, with the reason why there is no score", () => {
    const definition = definitionOf(people);
    const table = tableOf({ a: "98", b: "1", c: "1", d: "5", e: "yes", f: "5" });
    const rows = explainMicroRow(definition, table, 0);
    if (!rows.ok) throw new Error("not explained");
    const of = (id: string) => rows.value.find((score) => score.id === id)!;
    expect(of("income.input")).toMatchObject({ score: null, reason: "too-few-answers", available: 0 });
    expect(of("income.input").items).toEqual([{ id: "a", score: null, missing: "dont-know", weight: 1 }]);
    expect(of("income")).toMatchObject({
      score: null,
      reason: "part-without-score",
      lacking: ["income.input"],
    });
    expect(of("combined")).toMatchObject({ score: null, lacking: ["income"], available: 5, expected: 6 });
    expect(of("income.outcome").score).toBe(0.875);
  });

  test("columns that are not there are told at once, with the nearest name", () => {
    const found = microScores(
      definitionOf(people),
      tableOf({ a: "1", b: "1", c: "1", dd: "1", e: "yes", f: "low" }),
    );
    expect(found.ok).toBe(false);
    if (found.ok) return;
    expect(found.problems.map(({ code, at }) => `${code} ${at?.column}`)).toEqual([
      "securities.column-absent d",
      "securities.column-absent f",
    ]);
    expect(found.problems[0]!.message).toContain('the nearest is "dd"');
    expect(found.problems[1]!.message).toContain('"low"');
  });
});

const steps = (cumulative: boolean) => ({
  id: "hde",
  cumulative,
  steps: [
    {
      id: "skills",
      label: words("Skills"),
      items: [
        { variable: "entry", recode: { is: ["1"] } },
        { id: "trained", answer: { share: ["trained", "staff"] }, recode: { from: 0, to: 1 } },
      ],
    },
    {
      id: "equity",
      label: words("Equity"),
      weight: 2,
      items: [
        {
          id: "women",
          // Women's share of those trained over their share of the staff, as near to 1 as it is.
          answer: {
            oneMinus: {
              differenceToOne: {
                share: [{ share: ["wtrained", "trained"] }, { share: ["wstaff", "staff"] }],
              },
            },
          },
          recode: { from: 0, to: 1 },
        },
      ],
    },
    { id: "voice", label: words("Voice"), items: [{ variable: "council", recode: { is: ["1"] } }] },
  ],
});
const firms = {
  entry: "1 1",
  trained: "20 0",
  staff: "80 50",
  wtrained: "8 0",
  wstaff: "40 10",
  council: "2 1",
};

describe("the ladder of the Human Development Enterprise", () => {
  test("each step holds those before it", () => {
    const found = scoresOf(definitionOf(steps(true)), tableOf(firms));
    // d: (1 + 20/80)/2 = 0.625; 8/20 over 40/80 is 0.8; 0. Weights 1, 2, 1.
    expect(found.of("skills.own")[0]).toBe(0.625);
    expect(found.of("equity.own")[0]).toBeCloseTo(0.8, 15);
    expect(found.of("skills")[0]).toBe(0.625);
    expect(found.of("equity")[0]).toBeCloseTo((0.625 + 1.6) / 3, 15);
    expect(found.of("voice")[0]).toBeCloseTo((0.625 + 1.6) / 4, 15);
    // Of nobody trained there is no share of women: the step and all above it have no score.
    expect(found.of("skills")[1]).toBe(0.5);
    expect(found.of("equity")[1]).toBeNaN();
    expect(found.of("voice")[1]).toBeNaN();
    expect(found.of("voice.own")[1]).toBe(1);
    expect(found.item("women").missing).toEqual({ "not-applicable": 1 });
    expect(found.scores.map(({ id }) => id)).toEqual([
      ...["skills.own", "equity.own", "voice.own"],
      ...["skills", "equity", "voice"],
    ]);
  });

  test("not cumulative, the parts stand beside each other with one index of all", () => {
    const found = scoresOf(definitionOf(steps(false)), tableOf(firms));
    expect(found.scores.map(({ id }) => id)).toEqual(["skills", "equity", "voice", "combined"]);
    expect(found.of("combined")[0]).toBeCloseTo((0.625 + 1.6) / 4, 15);
  });

  test("it asks for the columns it is computed from", () => {
    expect(microColumns(definitionOf(steps(true)))).toEqual([
      ...["entry", "trained", "staff", "wtrained", "wstaff", "council"],
    ]);
  });
});
