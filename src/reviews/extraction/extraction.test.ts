import fc from "fast-check";
import { expect, it } from "vitest";
import type { Anchor, ExtractionCell, ExtractionForm, ExtractionRow, ReviewAct } from "#records";
import { hiddenFrom } from "../blind.ts";
import { type SampleLog, sampleLog, sampleProtocol } from "../screening/sample-log.ts";
import { comparedRows } from "./compare-rows.ts";
import { extractedRows, extractionOutcome } from "./extraction-outcome.ts";
import { rowProblems } from "./form-problems.ts";
import { columnProblems, matrixColumns, matrixLine, readMatrixLine } from "./matrix-table.ts";

const field = (id: string, more: Partial<ExtractionForm["fields"][number]> = {}) => ({
  id,
  label: { en: "Words" },
  help: null,
  kind: "text" as const,
  options: [],
  required: false,
  passage: "optional" as const,
  fill: null,
  ...more,
});
const option = (id: string) => ({ id, label: { en: id } });
const form: ExtractionForm = {
  id: "sample",
  version: "1",
  title: { en: "Sample" },
  note: null,
  source: null,
  fields: [
    field("text", { required: true, passage: "required" }),
    // The same label once more: two columns, not one.
    field("text-2"),
    field("kind", { kind: "choice", options: [option("finding"), option("lesson")] }),
    field("branches", { kind: "choices", options: [option("health"), option("old-age")] }),
    field("people", { kind: "number" }),
    field("day", { kind: "date" }),
    field("gender", { kind: "yes-no" }),
  ],
};

const anchor = (from: number, to: number): Anchor => ({
  record: "R1",
  source: "0f".repeat(32) as Anchor["source"],
  textVersion: 1,
  spans: [[from, to]],
  quote: `from ${from} to ${to}`,
  page: 2,
  passage: null,
});
const cell = (value: ExtractionCell["value"], more: Partial<ExtractionCell> = {}): ExtractionCell => ({
  value,
  missing: null,
  anchor: null,
  typed: null,
  note: null,
  ...more,
});
const row = (
  name: string,
  cells: ExtractionRow["cells"],
  more: Partial<ExtractionRow> = {},
): ExtractionRow => ({ row: name, anchor: anchor(0, 10), typed: null, proposal: null, cells, ...more });
const set = (one: ExtractionRow, record = "R1"): ReviewAct => ({
  kind: "extraction.row-set",
  record,
  form: "sample",
  version: "1",
  ...one,
});
const submit = (nothing: string | null = null, record = "R1"): ReviewAct => ({
  kind: "extraction.submitted",
  record,
  nothing,
});

function extracting(extractors: 1 | 2 = 2): SampleLog {
  const log = sampleLog(undefined, {
    protocol: sampleProtocol([], { extraction: { form: "sample", version: "1", extractors } }),
  });
  log.act("olga", { kind: "form.defined", form });
  return log;
}

it("asks for the passage of a value: the cell's own, or that of its row, or one typed by hand", () => {
  const bare = row("r1", { text: cell("Words") }, { anchor: null });
  const codes = (one: ExtractionRow) => rowProblems(form, one, "R1").map(({ code }) => code);
  expect(codes(bare)).toEqual(["reviews.passage-missing"]);
  expect(codes({ ...bare, anchor: anchor(0, 4) })).toEqual([]);
  expect(codes({ ...bare, typed: { text: "Words", page: "12" } })).toEqual([]);
  expect(codes(row("r1", { text: cell("Words", { anchor: anchor(0, 4) }) }, { anchor: null }))).toEqual([]);
  // What is not reported stands in no passage.
  expect(codes(row("r1", { text: cell(null, { missing: "not-reported" }) }, { anchor: null }))).toEqual([]);
});

it("refuses values that do not fit their field, all at once, and tells empty from not reported", () => {
  const wrong = row("r1", {
    kind: cell("chapter"),
    branches: cell(["health", "health"]),
    people: cell("many"),
    day: cell("2019-02-29"),
    gender: cell("yes"),
    text: cell(null),
    unknown: cell("x"),
    "text-2": cell("x", { missing: "unclear" }),
  });
  const found = rowProblems(form, wrong, "R1");
  expect(found.map(({ at }) => at?.field)).toEqual([
    "kind",
    "branches",
    "people",
    "day",
    "gender",
    "text",
    "unknown",
    "text-2",
  ]);
  const right = row("r1", {
    kind: cell("finding"),
    branches: cell(["health"]),
    people: cell(12.5),
    day: cell("2020-02-29"),
    gender: cell(false),
    text: cell("Words"),
  });
  expect(rowProblems(form, right, "R1")).toEqual([]);
});

it("is submitted whole: a required field has a value or says why not, and no row needs a reason", () => {
  const log = extracting();
  expect(log.refused("ana", submit())).toEqual(["reviews.answers-open"]);
  log.act("ana", set(row("r1", { kind: cell("finding") })));
  expect(log.refused("ana", submit())).toEqual(["reviews.answers-open"]);
  expect(log.refused("ana", submit("It says nothing."))).toEqual(["reviews.cell-unfit"]);
  log.act("ana", set(row("r1", { text: cell(null, { missing: "not-reported" }) })));
  log.act("ana", submit());
  expect(log.refused("ana", set(row("r2", { text: cell("More") })))).toEqual(["reviews.submitted-already"]);
  log.act("ana", { kind: "extraction.withdrawn", record: "R1", reason: "One more." });
  log.act("ana", set(row("r2", { text: cell("More") })));
  log.act("ben", submit("It says nothing."));
  expect(extractionOutcome(log.state, "R1").status).toBe("waiting");
});

it("agrees where the answers agree, whatever rows are called and wherever notes differ", () => {
  const log = extracting();
  log.act(
    "ana",
    set(row("a", { text: cell("Words", { note: "mine" }), branches: cell(["health", "old-age"]) })),
  );
  log.act("ana", set(row("b", { text: cell("Other") }, { anchor: anchor(50, 90) })));
  log.act("ben", set(row("x", { text: cell("Other") }, { anchor: anchor(52, 90) })));
  log.act("ben", set(row("y", { text: cell("Words"), branches: cell(["old-age", "health"]) })));
  log.act("ana", submit());
  log.act("ben", submit());
  expect(extractionOutcome(log.state, "R1")).toMatchObject({ status: "extracted", by: "agreement" });
  expect(extractedRows(log.state)).toHaveLength(2);
});

it("lays rows on the same passage beside each other and names the cells that differ", () => {
  const pairs = comparedRows(
    [
      row("a", { text: cell("One"), gender: cell(true) }),
      row("b", { text: cell("Two") }, { anchor: anchor(50, 90) }),
    ],
    [row("x", { text: cell("One"), gender: cell(false) }, { anchor: anchor(0, 9) })],
  );
  expect(pairs.map(({ first, second, differing }) => [first?.row, second?.row, differing])).toEqual([
    ["a", "x", ["gender"]],
    ["b", undefined, ["text"]],
  ]);
});

it("counts what an adjudicator made of two people's rows, until somebody submits anew", () => {
  const log = extracting();
  log.act("ana", set(row("a", { text: cell("One") })));
  log.act("ben", set(row("x", { text: cell("Two") })));
  const reconciled: ReviewAct = {
    kind: "extraction.reconciled",
    record: "R1",
    form: "sample",
    version: "1",
    rows: [row("a", { text: cell("One and two") })],
    reason: "Both.",
  };
  expect(log.refused("cleo", reconciled)).toEqual(["reviews.nothing-to-settle"]);
  log.act("ana", submit());
  log.act("ben", submit());
  expect(extractionOutcome(log.state, "R1").status).toBe("to-reconcile");
  expect(log.refused("cleo", { ...reconciled, rows: [row("a", {})] } as never)).toEqual([
    "reviews.answers-open",
  ]);
  log.act("cleo", reconciled);
  expect(extractedRows(log.state).map(({ row: one }) => one.cells["text"]?.value)).toEqual(["One and two"]);
  log.act("ben", { kind: "extraction.withdrawn", record: "R1", reason: "x" });
  log.act("ben", submit());
  expect(extractionOutcome(log.state, "R1").status).toBe("to-reconcile");
});

it("never changes a form that has rows", () => {
  const log = extracting();
  log.act("ana", set(row("a", { text: cell("One") })));
  expect(log.refused("olga", { kind: "form.defined", form })).toEqual(["reviews.definition-in-use"]);
  log.act("olga", { kind: "form.defined", form: { ...form, version: "2" } });
});

it("hides rows from the other extractor until both have submitted", () => {
  const log = extracting();
  const number = log.act("ana", set(row("a", { text: cell("One") })));
  const event = log.events.find((one) => one.number === number)!;
  expect(["ana", "ben", "cleo", null].map((viewer) => hiddenFrom(log.state, event, viewer))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  log.act("ana", submit());
  log.act("ben", submit("Nothing."));
  expect(hiddenFrom(log.state, event, "ben")).toBe(false);
});

it("comes back from its table as it was, two fields of one label staying two", () => {
  const words = fc
    .string({ unit: "binary", minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const of = (value: fc.Arbitrary<ExtractionCell["value"]>) =>
    fc.record({ value, note: fc.option(words) }).map(({ value: one, note }) => cell(one, { note }));
  const none = fc
    .constantFrom("not-reported" as const, "unclear" as const)
    .map((missing) => cell(null, { missing }));
  const cells = fc.record(
    {
      text: fc.oneof(of(words), none),
      "text-2": of(words),
      kind: of(fc.constantFrom("finding", "lesson")),
      branches: of(fc.constantFrom<readonly string[]>(["health"], ["old-age", "health"])),
      people: of(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (Object.is(one, -0) ? 0 : one)),
      ),
      day: of(fc.constantFrom("2020", "2020-02", "2020-02-29")),
      gender: of(fc.boolean()),
    },
    { requiredKeys: [] },
  );
  const rows = fc.record({
    cells,
    anchor: fc.option(fc.constant(anchor(3, 9))),
    typed: fc.option(fc.record({ text: words, page: words })),
    proposal: fc.option(fc.constant("0f0f-3-9")),
  });
  const columns = matrixColumns(form);
  expect(columns.filter((name) => name.startsWith("text"))).toEqual([
    ...["text", "text.missing", "text.note", "text.passage"],
    ...["text-2", "text-2.missing", "text-2.note", "text-2.passage"],
  ]);
  fc.assert(
    fc.property(rows, (given) => {
      const one: ExtractionRow = { row: "r1", ...given } as ExtractionRow;
      const line = matrixLine(form, { record: "R1", title: "A title", row: one });
      const back = readMatrixLine(
        form,
        (column) => String(line[columns.indexOf(column)] ?? ""),
        2,
        (text) => ({ anchor: null, typed: null, ...(JSON.parse(text) as object) }),
      );
      expect(back).toEqual({ record: "R1", row: one, problems: [] });
    }),
  );
});

it("refuses columns that are no identifiers of fields", () => {
  expect(columnProblems(form, ["record", "Words", "text"]).map(({ at }) => at?.column)).toEqual(["Words"]);
  expect(columnProblems(form, ["text"]).map(({ at }) => at?.column)).toEqual(["record"]);
});
