import { describe, expect, test } from "vitest";
import { readIndicatorCatalogue } from "../catalogue/indicator-catalogue.ts";
import { judgedCell, makeSelection, type SelectionInputs } from "./make-selection.ts";
import { readSelectionRule } from "./read-selection-rule.ts";
import type { CandidateObservation, SelectionOverride } from "./selection-rule.ts";

const words = { en: "a", fr: "b", es: "c", pt: "d" };
const catalogue = readIndicatorCatalogue({
  id: "c",
  version: "1",
  indicators: ["GINI", "POV"].map((id) => ({
    ...{ id, label: words, form: "income", level: "national", group: "outcome", type: "ratio" },
    ...{ direction: -1, unit: "PT", scale: [0, 100], evidence: { tag: "own" } },
    sources: [{ agency: "Office" }, { agency: "Bank", series: `bank.${id}` }],
  })),
});
if (!catalogue.ok) throw new Error("the catalogue of this test does not read");
const indicators = new Map(catalogue.value.indicators.map((one) => [one.id, one]));

/** `source:period=value`, of an area and indicator. */
function candidate(text: string, more: Partial<CandidateObservation> = {}): CandidateObservation {
  const [, source = "", period = "", value = ""] = /^(\w+):([^=]+)=(.*)$/.exec(text) ?? [];
  const indicator = source === "Bank" ? "bank.GINI" : "GINI";
  return {
    ...{ id: text, release: "r-1", indicator, area: "KEN", period, source, sex: "T", unit: "PT" },
    ...{ status: null, note: null, attributes: {}, missing: value === "" ? "missing" : null },
    value: value === "" ? null : Number(value),
    ...more,
  };
}

function inputsFor(
  rule: object,
  candidates: readonly CandidateObservation[],
  overrides: readonly SelectionOverride[] = [],
): SelectionInputs {
  const read = readSelectionRule({ id: "mine", title: "Mine", years: [2015], ...rule });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return { rule: read.value, indicators, releases: ["r-1", "r-2"], candidates, overrides };
}

function chosen(rule: object, ...texts: readonly (string | CandidateObservation)[]) {
  const candidates = texts.map((one) => (typeof one === "string" ? candidate(one) : one));
  const inputs = inputsFor(rule, candidates);
  const made = makeSelection(inputs);
  if (!made.ok) return { problems: made.problems.map(({ code }) => code) };
  const cell = made.value.cells[0];
  const judged = judgedCell(inputs, { indicator: "GINI", area: "KEN", year: 2015, sex: "T" });
  return {
    value: cell?.value ?? null,
    missing: cell?.missing ?? null,
    why: cell?.why,
    fates: Object.fromEntries(judged.map(({ id, fate }) => [id, fate])),
    flags: made.value.flags.map(({ code }) => code),
  };
}
const wide = { window: { before: 5, after: 5 } };

describe("choosing one value", () => {
  test("the best source within the window is taken, and every other candidate says why not", () => {
    expect(chosen(wide, "Bank:2015=1", "Office:2013=2", "Office:2009=3", "Guess:2015=4")).toMatchObject({
      value: 2,
      why: "rule",
      fates: {
        "Bank:2015=1": "another-source-first",
        "Office:2013=2": "taken",
        "Office:2009=3": "outside-window",
        "Guess:2015=4": "source-not-allowed",
      },
    });
    expect(chosen({ ...wide, order: "year" }, "Bank:2015=1", "Office:2013=2")).toMatchObject({
      value: 1,
      fates: { "Office:2013=2": "another-year-first" },
    });
  });

  test("nearest, latest and before take different years; a tie goes the way the rule says", () => {
    const years = ["Office:2012=12", "Office:2014=14", "Office:2016=16", "Office:2018=18"];
    expect(chosen(wide, ...years)).toMatchObject({ value: 16, fates: { "Office:2014=14": "tie" } });
    expect(chosen({ ...wide, ties: "earlier" }, ...years)).toMatchObject({ value: 14 });
    expect(chosen({ ...wide, prefer: "latest" }, ...years)).toMatchObject({ value: 18 });
    expect(chosen({ ...wide, prefer: "before", ties: "later" }, ...years)).toMatchObject({ value: 14 });
    expect(chosen({ ...wide, prefer: "before" }, "Office:2016=16", "Office:2018=18")).toMatchObject({
      value: 16,
    });
    expect(chosen({}, ...years)).toMatchObject({ value: null, missing: "missing", why: "nothing-in-window" });
  });

  test("zero is a value; missing, not applicable and not stated stay what they are", () => {
    expect(chosen(wide, "Office:2015=0", "Bank:2015=7")).toMatchObject({ value: 0, missing: null });
    const absent = (missing: "not-applicable" | "not-stated", text: string) => candidate(text, { missing });
    expect(
      chosen(wide, absent("not-applicable", "Office:2015="), absent("not-stated", "Bank:2015=")),
    ).toMatchObject({
      value: null,
      missing: "not-applicable",
      why: "no-value-in-window",
    });
    expect(chosen(wide, absent("not-applicable", "Office:2015="), "Bank:2015=7")).toMatchObject({
      value: 7,
      fates: { "Office:2015=": "no-value" },
    });
  });

  test("of two absences equally near the rule's tie decides, and never the order they come in", () => {
    const early = candidate("Office:2014=", { missing: "not-applicable" });
    const late = candidate("Office:2016=", { missing: "not-stated" });
    for (const two of [
      [early, late],
      [late, early],
    ]) {
      expect(chosen({ ...wide, ties: "earlier" }, ...two).missing).toBe("not-applicable");
      expect(chosen(wide, ...two).missing).toBe("not-stated");
    }
  });

  test("projections are cut off by year where their file does not mark them, or by status where it does", () => {
    const rule = { ...wide, without: { statuses: ["P"], after: [{ year: 2014, agency: "Bank" }] } };
    expect(
      chosen(rule, "Bank:2015=1", "Bank:2013=2", candidate("Office:2015=3", { status: "P" })),
    ).toMatchObject({
      value: 2,
      fates: { "Bank:2015=1": "after-cut", "Office:2015=3": "status-not-wanted" },
    });
  });

  test("the same figure in two releases is taken from the first; a difference between them is flagged", () => {
    const again = candidate("Office:2015=2", { release: "r-2", id: "again" });
    expect(chosen(wide, again, "Office:2015=1")).toMatchObject({
      value: 1,
      fates: { again: "same-figure-in-another-release" },
      flags: ["releases-differ"],
    });
  });

  test("units that change, an order nobody stated and a decision on nothing stop the selection", () => {
    expect(chosen(wide, "Office:2015=1", candidate("Office:2014=2", { unit: "USD" }))).toEqual({
      problems: ["securities.unit-changed"],
    });
    const other = candidate("Bank:2015=1", { area: "UGA", unit: "IX" });
    expect(chosen(wide, "Office:2015=1", other)).toEqual({ problems: ["securities.units-mixed"] });
    const none = { ...wide, indicators: ["OWN"] };
    const unordered = ["A", "B"].map((source) => candidate(`${source}:2015=1`, { indicator: "OWN", source }));
    expect(chosen(none, ...unordered)).toEqual({ problems: ["securities.source-order-missing"] });
    expect(makeSelection(inputsFor(wide, [], [decision("nowhere")]))).toMatchObject({
      ok: false,
      problems: [{ code: "securities.override-unmet" }],
    });
  });

  test("a value outside the scale is flagged, not refused", () => {
    expect(chosen(wide, "Office:2015=120")).toMatchObject({ value: 120, flags: ["outside-scale"] });
  });
});

const decision = (take: string, more: Partial<SelectionOverride> = {}): SelectionOverride => ({
  ...{ indicator: "GINI", area: "KEN", year: 2015, sex: "T", take, missing: null },
  ...{ reason: "The survey was of the capital only.", by: "somebody", at: "2026-01-01T00:00:00Z" },
  ...more,
});

describe("decisions of people", () => {
  const candidates = ["Office:2015=1", "Bank:2003=2"].map((one) => candidate(one));
  const valueAfter = (...overrides: readonly SelectionOverride[]) => {
    const inputs = inputsFor(wide, candidates, overrides);
    const made = makeSelection(inputs);
    const fates = judgedCell(inputs, decision("rule")).map(({ fate }) => fate);
    return made.ok && { ...made.value.cells[0], fates };
  };

  test("one may take what the rule refuses, or nothing with its reason, and be taken back", () => {
    expect(valueAfter(decision("Bank:2003=2"))).toMatchObject({
      value: 2,
      why: "person",
      fates: ["put-aside-by-person", "taken-by-person"],
    });
    expect(valueAfter(decision("none", { missing: "not-applicable" }))).toMatchObject({
      value: null,
      missing: "not-applicable",
      why: "none-by-person",
      fates: ["put-aside-by-person", "outside-window"],
    });
    expect(valueAfter(decision("Bank:2003=2"), decision("rule"))).toMatchObject({ value: 1, why: "rule" });
  });
});

describe("coverage", () => {
  const of = (indicator: string, area: string) =>
    candidate("Office:2015=5", { indicator, area, id: `${indicator}${area}` });
  const rows = [of("GINI", "KEN"), of("POV", "KEN"), of("GINI", "UGA"), { ...of("POV", "UGA"), value: null }];

  test("what is below the minimum is told, and left out where the rule says so", () => {
    const low = [{ area: "UGA", year: 2015, form: "income", group: "outcome", n: 1, expected: 2 }];
    const flagged = makeSelection(inputsFor({ coverage: { minimumShare: 0.6 } }, rows));
    expect(flagged).toMatchObject({ ok: true, value: { lowCoverage: low } });
    const left = makeSelection(inputsFor({ coverage: { minimumShare: 0.6, below: "leave-out" } }, rows));
    expect(left.ok && left.value.cells.map(({ area, value, missing }) => [area, value, missing])).toEqual([
      ["KEN", 5, null],
      ["UGA", null, "insufficient"],
      ["KEN", 5, null],
      ["UGA", null, "missing"],
    ]);
    expect(makeSelection(inputsFor({ coverage: { minimumShare: 0.5 } }, rows))).toMatchObject({
      value: { lowCoverage: [] },
    });
  });
});

test("a rule tells everything that is wrong with it at once", () => {
  const read = readSelectionRule({
    id: "Mine!",
    title: "Mine",
    years: ["2015"],
    windw: {},
    sources: { GINI: [] },
    without: { after: [{}] },
    coverage: { minimumShare: 2 },
  });
  expect(!read.ok && read.problems.map(({ code, at }) => `${code} ${at?.field}`)).toEqual([
    "securities.unknown-key windw",
    "securities.field-invalid id",
    "securities.field-invalid years",
    "securities.field-invalid sources.GINI",
    "securities.field-missing without.after[0].year",
    "securities.field-invalid coverage.minimumShare",
  ]);
});
