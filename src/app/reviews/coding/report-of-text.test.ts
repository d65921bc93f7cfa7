import { expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import type { ReviewState } from "#reviews";
import type { QdaText } from "#sources";
import { noReportWords, type ReportInReview, reportOf, unplaced } from "./report-of-text.ts";

const stateWith = (...titles: readonly string[]) =>
  ({
    records: {
      byId: new Map(
        titles.map((title, n) => [
          `R${n + 1}`,
          { record: { id: `R${n + 1}`, title }, duplicateOf: n === 2 ? "R1" : null },
        ]),
      ),
    },
  }) as unknown as ReviewState;
const held = (record: string, title: string, text: string): ReportInReview => ({
  record,
  title,
  held: { source: "a".repeat(64) as Sha256, textVersion: 1, reading: { text } as never },
});
const textOf = (name: string, text: string): QdaText =>
  ({
    guid: "g",
    name,
    text,
    selections: [{ guid: "s", start: 0, end: 12, description: null, codings: [], notes: [] }],
  }) as unknown as QdaText;

const state = stateWith("The village pension", "Carers by name", "The village pension, again");

it("names the record whose report has to be attached first", () => {
  const text = textOf("  Carers by\nNAME ", "Nobody has these words.");
  expect(reportOf(text, [])).toBeNull();
  expect(unplaced(state, text, [])).toEqual({ why: "not-held", named: "R2" });
  expect(unplaced(state, textOf("R2 Carers by name", ""), [])).toEqual({ why: "not-held", named: "R2" });
  // A number alone may be that of another review.
  expect(unplaced(state, textOf("R2 of elsewhere", ""), [])).toEqual({ why: "nothing-held", named: null });
  expect(noReportWords["not-held"]("R2")).toContain("Attach the report to R2");
});

it("tells a review that holds no text from one whose texts have other words", () => {
  const text = textOf("Interview 7", "Nobody has these words.");
  const pension = held("R1", "The village pension", "Pensions are paid at post offices.");
  expect(unplaced(state, text, [])).toEqual({ why: "nothing-held", named: null });
  expect(reportOf(text, [pension])).toBeNull();
  expect(unplaced(state, text, [pension])).toEqual({ why: "no-match", named: null });
  // A record that was found to be a duplicate is never the one to attach to.
  expect(unplaced(state, textOf("The village pension, again", ""), [pension]).named).toBeNull();
});

it("finds the report by the words of its selections, whatever the text is called", () => {
  const pension = held("R1", "The village pension", "Pensions are paid at post offices.");
  expect(reportOf(textOf("Interview 7", "Pensions are paid, they say."), [pension])).toBe(pension);
});
