import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { branches, type Finding, type ReviewAct, type Support } from "#records";
import { foldReview } from "../fold.ts";
import { type SampleLog, sampleLog, sampleProtocol, sampleRecord } from "../screening/sample-log.ts";
import { suggestedCertainty } from "./certainty.ts";
import { contributions, findingsByField, themesInOrder, unansweredQuestions } from "./contributions.ts";
import { evidenceMap, itemsOfCell } from "./evidence-map.ts";
import { needBesideEvidence } from "./need.ts";
import { findingWeight, supportBook } from "./supports.ts";
import { findings } from "./themes.ts";

const source = "cd".repeat(32) as never;
const anchorAt = (record: string, from: number) => ({
  record,
  source,
  textVersion: 1,
  spans: [[from, from + 10] as const],
  quote: `words at ${from} of ${record}`,
  page: 1,
  passage: null,
});
const passage = (record: string, from = 0): Support => ({ kind: "passage", anchor: anchorAt(record, from) });
const coding = (id: string): Support => ({ kind: "coding", id });

const emptyFinding: Finding = {
  question: null,
  kind: "statement",
  text: { en: "Pensions reach more people." },
  themes: [],
  supports: [],
  deviant: [],
  side: null,
  targetGroups: [],
  beneficiaries: [],
  branches: [],
  regions: [],
  nature: null,
  attribution: null,
  authorsView: false,
};
const written = (id: string, finding: Partial<Finding> = {}): ReviewAct => ({
  kind: "finding.written",
  id,
  finding: { ...emptyFinding, ...finding },
});
const coded = (id: string, record: string, codes: readonly string[]): ReviewAct => ({
  kind: "coding.added",
  id,
  anchor: anchorAt(record, Number(id.replace(/\D/g, "")) * 20),
  codes,
  memo: null,
  proposed: null,
});
const theme = (id: string, parent: string | null = null): ReviewAct => ({
  kind: "theme.defined",
  id,
  parent,
  theme: { kind: "descriptive", title: `Theme ${id}`, text: "" },
});

/** R1 and R2 are the mid-term and the final report of one project in Africa, R3 and R4 others. */
function review(unit: "report" | "project" = "project"): SampleLog {
  const log = sampleLog(
    { ana: ["coder"], ben: ["reviewer"] },
    {
      records: 0,
      protocol: sampleProtocol([], {
        unit,
        questions: [
          { id: "Q1", axis: "done", text: "What is done?", subQuestions: [] },
          { id: "Q2", axis: "works", text: "What works?", subQuestions: [{ id: "Q2.1", text: "When?" }] },
        ],
      }),
    },
  );
  const regions = ["africa", "africa", "americas", "asia-pacific"] as const;
  log.act("olga", {
    kind: "records.added",
    records: regions.map((region, at) =>
      sampleRecord(at + 1, {
        projects: at < 2 ? ["XAA/18/02/XAR"] : [],
        matrix: { ...sampleRecord(1).matrix, region, countries: [`XA${"ABCD"[at]}`] },
      }),
    ),
  });
  for (const id of ["a", "b"])
    log.act("ana", {
      kind: "code.defined",
      id,
      parent: null,
      name: `Code ${id}`,
      colour: "#0072b2",
      description: "",
      codable: true,
    });
  return log;
}

const weightIn = ({ state }: SampleLog, id: string) => {
  const finding = state.synthesis.findings.get(id);
  if (!finding) throw new Error(`No finding ${id}.`);
  return findingWeight(state, supportBook(state), finding);
};
const suggestionIn = ({ state }: SampleLog, id: string) => {
  const finding = state.synthesis.findings.get(id);
  if (!finding) throw new Error(`No finding ${id}.`);
  return suggestedCertainty(state, finding, findingWeight(state, supportBook(state), finding));
};

describe("acts of the synthesis", () => {
  it("refuse what names something that is not there, and say which", () => {
    const log = review();
    expect(log.refused("ben", theme("t"))).toEqual(["reviews.not-your-part"]);
    log.act("ana", theme("t"));
    expect(log.refused("ana", theme("t"))).toEqual(["reviews.identifier-twice"]);
    expect(log.refused("ana", written("f", { question: "Q9", themes: ["none"] }))).toEqual([
      "reviews.synthesis-unknown",
      "reviews.synthesis-unknown",
    ]);
    expect(log.refused("ana", written("f", { supports: [coding("none"), passage("R9")] }))).toEqual([
      "reviews.synthesis-unknown",
      "reviews.record-unknown",
    ]);
    expect(log.refused("ana", written("f", { question: "Q2.1" }))).toEqual([]);
    expect(log.refused("ana", { kind: "theme.filled", id: "t", codes: ["z"], codings: [] })).toEqual([
      "reviews.synthesis-unknown",
    ]);
  });

  it("keep themes a tree, move children up, and keep those that findings name", () => {
    const log = review();
    for (const act of [theme("t"), theme("u", "t"), theme("v", "u")]) log.act("ana", act);
    expect(log.refused("ana", { kind: "theme.moved", id: "t", parent: "v", position: 0 })).toEqual([
      "reviews.theme-in-itself",
    ]);
    log.act("ana", { kind: "theme.removed", id: "u" });
    expect(themesInOrder(log.state).map(({ theme, depth }) => [theme.id, depth])).toEqual([
      ["t", 0],
      ["v", 1],
    ]);
    log.act("ana", written("f", { themes: ["v"] }));
    expect(log.refused("ana", { kind: "theme.removed", id: "v" })).toEqual(["reviews.theme-in-use"]);
  });

  it("put findings in order, keep former words, and bring back what was taken away", () => {
    const log = review();
    for (const id of ["f", "g", "h"]) log.act("ana", written(id));
    log.act("ana", { kind: "finding.moved", id: "h", position: 0 });
    expect(findings(log.state).map(({ id }) => id)).toEqual(["h", "f", "g"]);
    log.act("ana", written("f", { text: { en: "Other words." } }));
    const [former] = log.state.synthesis.findings.get("f")?.former ?? [];
    expect(former?.finding.text.en).toBe(emptyFinding.text.en);
    log.act("ana", { kind: "finding.removed", id: "f", reason: "Said twice." });
    expect(findings(log.state)).toHaveLength(2);
    log.act("ana", { kind: "finding.written", id: "f", finding: former?.finding ?? emptyFinding });
    expect(findings(log.state).map(({ id }) => id)).toEqual(["h", "f", "g"]);
    expect(log.state.synthesis.findings.get("f")?.former).toHaveLength(2);
    expect(foldReview("sample", log.events).synthesis).toEqual(log.state.synthesis);
  });
});

describe("what a finding rests on", () => {
  it("counts two reports of one project once where the protocol counts projects", () => {
    const supports = [passage("R1"), passage("R2"), passage("R2", 50)];
    const projects = review("project");
    projects.act("ana", written("f", { supports }));
    expect(weightIn(projects, "f")).toMatchObject({
      weight: { passages: 3, reports: ["R1", "R2"], units: 1 },
      singleSource: true,
    });
    const reports = review("report");
    reports.act("ana", written("f", { supports }));
    expect(weightIn(reports, "f")).toMatchObject({ weight: { units: 2 }, singleSource: false });
  });

  it("weighs nothing once a coding is taken back, its code being no longer there for the theme either", () => {
    const log = review();
    log.act("ana", coded("k1", "R1", ["a"]));
    log.act("ana", coded("k2", "R3", ["a"]));
    log.act("ana", theme("t"));
    log.act("ana", theme("u", "t"));
    log.act("ana", { kind: "theme.filled", id: "u", codes: ["a"], codings: [] });
    log.act("ana", written("f", { supports: [coding("k1"), coding("k2")], deviant: [passage("R4")] }));
    const fed = () =>
      contributions(log.state).feeds.map(({ id, passages, units, by, against }) => [
        id,
        passages,
        units,
        Object.fromEntries(by),
        Object.fromEntries(against),
      ]);
    expect(fed()).toEqual([
      ["t", 2, 2, { R1: 1, R3: 1 }, {}],
      ["u", 2, 2, { R1: 1, R3: 1 }, {}],
      ["f", 2, 2, { R1: 1, R3: 1 }, { R4: 1 }],
    ]);
    log.act("ana", { kind: "coding.removed", coding: "k2" });
    expect(weightIn(log, "f")).toMatchObject({ weight: { units: 1 }, singleSource: true, lost: 1 });
    expect(fed().map(([id, passages]) => [id, passages])).toEqual([
      ["t", 1],
      ["u", 1],
      ["f", 1],
    ]);
  });

  it("is counted by field with what is not stated, and questions without an answer are named", () => {
    const log = review();
    log.act(
      "ana",
      written("f", { question: "Q2.1", targetGroups: ["women", "farmers"], supports: [passage("R1")] }),
    );
    log.act("ana", written("g", { targetGroups: ["women"], supports: [passage("R2"), passage("R3")] }));
    const { targetGroups, nature } = findingsByField(log.state);
    expect(targetGroups).toMatchObject([
      { value: "women", findings: ["f", "g"], passages: 3, units: 2 },
      { value: "farmers", findings: ["f"], passages: 1, units: 1 },
    ]);
    expect(nature).toMatchObject([{ value: null, findings: ["f", "g"] }]);
    expect(unansweredQuestions(log.state)).toEqual(["Q1"]);
  });
});

describe("certainty from counts", () => {
  it("says nothing of a finding that rests on nothing", () => {
    const log = review();
    log.act("ana", written("f"));
    const { overall, components } = suggestionIn(log, "f");
    expect(overall).toBeNull();
    expect(Object.values(components).map(({ concern }) => concern)).toEqual([null, null, null, null]);
  });

  it("falls with one source, with what speaks against it, and with regions it does not reach", () => {
    const log = review("report");
    log.act(
      "ana",
      written("f", {
        supports: ["R1", "R2", "R3", "R4"].flatMap((record) => [passage(record), passage(record, 30)]),
      }),
    );
    expect(suggestionIn(log, "f")).toMatchObject({
      overall: "high",
      components: {
        methods: { concern: null },
        coherence: { concern: "none", counts: { for: 8, against: 0 } },
        adequacy: { concern: "none", counts: { units: 4, passages: 8 } },
        relevance: { concern: "none", counts: { regions: 3, covered: 3 } },
      },
    });
    log.act("ana", written("f", { supports: [passage("R1")], deviant: [passage("R3")] }));
    expect(suggestionIn(log, "f")).toMatchObject({
      // Two steps for adequacy, two for coherence, one for relevance: the lowest there is.
      overall: "very-low",
      components: {
        coherence: { concern: "serious" },
        adequacy: { concern: "serious" },
        relevance: { concern: "moderate" },
      },
    });
    log.act("ana", written("f", { supports: [passage("R1")], regions: ["africa"] }));
    expect(suggestionIn(log, "f").components.relevance).toMatchObject({ concern: "none" });
  });

  it("never rises when a passage against it is added", () => {
    const order = ["high", "moderate", "low", "very-low"];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
        (forIt, against) => {
          const log = review();
          const at = (record: number, n: number) => passage(`R${record}`, n * 20);
          log.act("ana", written("f", { supports: forIt.map(at), deviant: against.map(at) }));
          log.act("ana", written("g", { supports: forIt.map(at), deviant: [...against, 1].map(at) }));
          expect(order.indexOf(suggestionIn(log, "g").overall ?? "")).toBeGreaterThanOrEqual(
            order.indexOf(suggestionIn(log, "f").overall ?? ""),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a map of evidence", () => {
  const cellOf = (log: SampleLog, row: string, column: string) =>
    evidenceMap(log.state, "region", "branch").cells.find((one) => one.row === row && one.column === column);

  it("places a coding where its report and the findings on it say, once for several findings", () => {
    const log = review();
    log.act("ana", coded("k1", "R1", ["a"]));
    log.act("ana", coded("k2", "R2", ["b"]));
    log.act("ana", written("f", { branches: ["old_age"], supports: [coding("k1"), coding("k2")] }));
    log.act("ana", written("g", { branches: ["old_age"], supports: [coding("k1")] }));
    expect(cellOf(log, "africa", "old_age")).toEqual({
      row: "africa",
      column: "old_age",
      items: 2,
      reports: ["R1", "R2"],
      units: 1,
      state: "found",
    });
    const at = { rows: "region", row: "africa", columns: "branch", column: "old_age" };
    expect(itemsOfCell(log.state, at).map(({ item, findings }) => [item.quote, findings])).toEqual([
      ["words at 20 of R1", ["f", "g"]],
      ["words at 40 of R2", ["f"]],
    ]);
    const onlyB = new Map([["code", new Set(["b"])]]);
    expect(itemsOfCell(log.state, at, onlyB)).toHaveLength(1);
    expect(evidenceMap(log.state, "code", "region").rows.values.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("tells a cell with nothing from one that was not searched", () => {
    const log = review();
    log.act("ana", written("f", { branches: ["old_age"], supports: [passage("R1")] }));
    expect(cellOf(log, "arab-states", "old_age")?.state).toBe("nothing");
    log.act("olga", {
      kind: "search.left-out",
      field: "region",
      values: ["arab-states", "africa"],
      reason: "No reports in Arabic were searched.",
    });
    expect(cellOf(log, "arab-states", "old_age")?.state).toBe("not-searched");
    // What was found all the same is shown as found.
    expect(cellOf(log, "africa", "old_age")?.state).toBe("found");
    log.act("olga", { kind: "search.left-out", field: "region", values: [], reason: "Searched by now." });
    expect(cellOf(log, "arab-states", "old_age")?.state).toBe("nothing");
  });

  it("shows the selected reports before anything is coded, and has all branches as columns", () => {
    const map = evidenceMap(review().state, "region", "country");
    expect(
      map.cells.filter(({ state }) => state === "found").map(({ row, column }) => [row, column]),
    ).toEqual([
      ["africa", "XAA"],
      ["africa", "XAB"],
      ["americas", "XAC"],
      ["asia-pacific", "XAD"],
    ]);
    expect(evidenceMap(review().state, "region", "branch")).toMatchObject({ notStated: 4, items: 4 });
    expect(evidenceMap(review().state, "region", "branch").columns.values).toHaveLength(branches.length);
  });
});

describe("need beside evidence", () => {
  const evidence = (row: string, items: number) =>
    ({ row, items, units: items, state: items > 0 ? "found" : "nothing" }) as const;
  const figure = (area: string, row: string | null, value: number, period = "2020") => ({
    area,
    row,
    value,
    period,
  });

  it("puts the least covered rows without evidence first, whichever way the indicator points", () => {
    const rows = [evidence("a", 3), evidence("b", 0), evidence("c", 0), evidence("d", 0)];
    const figures = [figure("A", "a", 10), figure("B", "b", 20), figure("C", "c", 80), figure("N", null, 1)];
    expect(needBesideEvidence(rows, figures, 1).map(({ row, level }) => [row, level])).toEqual([
      ["a", "high"],
      ["b", "middle"],
      ["d", "unknown"],
      ["c", "low"],
    ]);
    expect(needBesideEvidence(rows, figures, -1).map(({ row, level }) => [row, level])).toEqual([
      ["c", "high"],
      ["b", "middle"],
      ["d", "unknown"],
      ["a", "low"],
    ]);
  });

  it("takes the newest figure of each area and the median of a row, and ranks no two rows", () => {
    const figures = [
      figure("A", "a", 90, "2010"),
      figure("A", "a", 10, "2020"),
      figure("B", "a", 30, "2019"),
      figure("C", "b", 50),
    ];
    expect(needBesideEvidence([evidence("a", 0), evidence("b", 0)], figures, 1)).toMatchObject([
      { row: "a", value: 20, areas: 2, periods: ["2019", "2020"], level: "unknown" },
      { row: "b", value: 50, level: "unknown" },
    ]);
  });
});
