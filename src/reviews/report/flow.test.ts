import { expect, it } from "vitest";
import type { ReviewAct, RunSearch } from "#records";
import { applyEvent, emptyReview } from "../fold.ts";
import { bothStages, sampleLog, sampleProtocol, sampleRecord } from "../screening/sample-log.ts";
import type { ReviewState } from "../state.ts";
import { reviewFlow } from "./flow.ts";
import { flowPicture } from "./flow-picture.ts";
import { reportNumbers } from "./report-numbers.ts";
import { sayIn } from "./words/report-words.ts";

const search = (id: string, kind: RunSearch["kind"], hits: number | null = null): ReviewAct => ({
  kind: "search.run",
  search: {
    id,
    source: null,
    kind,
    name: id,
    query: null,
    fields: null,
    date: null,
    hits,
    file: null,
    note: null,
  },
});
const stage = (used: boolean) => ({ stage: "title-abstract", used, reviewers: 1, blind: false }) as const;

function reviewOf(...acts: readonly ReviewAct[]): ReviewState {
  const state = emptyReview("flow");
  for (const act of acts)
    applyEvent(state, {
      number: state.last + 1,
      key: `k${state.last}`,
      at: "2026-01-01T00:00:00Z",
      by: "operator",
      via: null,
      act,
    });
  return state;
}
const decided = (
  record: string,
  verdict: "include" | "exclude",
  criterion: string | null = null,
): ReviewAct => ({
  kind: "screening.decided",
  record,
  stage: "title-abstract",
  verdict,
  criterion,
  reason: null,
  protocol: 1,
  shown: null,
});
const boxOf = (state: ReviewState, id: string) => reviewFlow(state, null).boxes.find((box) => box.id === id);
const setProtocol: ReviewAct = {
  kind: "protocol.set",
  protocol: sampleProtocol([stage(true)]),
  reason: null,
};

it("counts each source, the duplicates and the reasons, and what is still open", () => {
  const state = reviewOf(
    setProtocol,
    search("s1", "registry"),
    search("s2", "previous-review"),
    {
      kind: "records.added",
      records: [1, 2, 3, 4, 5].map((n) => sampleRecord(n, { search: n < 4 ? "s1" : "s2" })),
    },
    { kind: "duplicates.joined", keep: "R4", others: ["R1"], reasons: ["same title"] },
    decided("R2", "exclude", "E1"),
    decided("R4", "include"),
  );
  const flow = reviewFlow(state, null);
  expect(flow.faults).toEqual([]);
  expect(boxOf(state, "registers")).toMatchObject({ count: 3, parts: [{ id: "s1", count: 3 }] });
  expect(boxOf(state, "duplicates")?.count).toBe(1);
  expect(boxOf(state, "title-abstract")).toMatchObject({
    count: 4,
    parts: [{ kind: "open", id: "waiting", count: 2 }],
  });
  expect(boxOf(state, "title-abstract-excluded")?.parts).toEqual([{ kind: "criterion", id: "E1", count: 1 }]);
  expect(boxOf(state, "included")?.parts).toEqual([{ kind: "origin", id: "previous", count: 1 }]);
  expect(flow.steps).toContainEqual({ from: "registers", to: "duplicates", count: 1 });
});

it("takes the counts a source states where its list does not say which search brought a record", () => {
  const state = reviewOf(
    setProtocol,
    search("earlier", "previous-review", 2),
    search("registry", "registry", 1),
    { kind: "records.added", records: [1, 2, 3].map((n) => sampleRecord(n, { search: null })) },
    decided("R1", "include"),
    decided("R2", "exclude"),
    decided("R3", "include"),
  );
  const flow = reviewFlow(state, null);
  expect(flow.faults).toEqual([]);
  expect(boxOf(state, "previous")?.count).toBe(2);
  expect(boxOf(state, "registers")?.count).toBe(1);
  expect(boxOf(state, "title-abstract-excluded")?.parts).toEqual([
    { kind: "criterion", id: "not-stated", count: 1 },
  ]);
  expect(boxOf(state, "included")?.parts).toEqual([{ kind: "origin", id: "not-stated", count: 2 }]);
});

it("keeps a source whose stated counts do not agree with the list apart, and says so", () => {
  const state = reviewOf(setProtocol, search("earlier", "previous-review", 5), {
    kind: "records.added",
    records: [sampleRecord(1, { search: null })],
  });
  expect(boxOf(state, "previous")).toBeUndefined();
  expect(boxOf(state, "other-methods")?.parts).toEqual([{ kind: "source", id: "not-stated", count: 1 }]);
});

it("has a box for the appraisal, and none for stages that are skipped", () => {
  const state = reviewOf(
    { kind: "protocol.set", protocol: sampleProtocol([stage(false)]), reason: null },
    search("s1", "registry"),
    { kind: "records.added", records: [1, 2, 3].map((n) => sampleRecord(n)) },
  );
  const flow = reviewFlow(state, (record) => ({
    status: record === "R1" ? "included" : record === "R2" ? "excluded" : "waiting",
    decision: { reason: "No evidence" },
  }));
  expect(flow.boxes.map(({ id }) => id)).toEqual([
    "registers",
    "appraisal",
    "appraisal-excluded",
    "included",
  ]);
  expect(flow.faults).toEqual([]);
  expect(flow.boxes.find(({ id }) => id === "appraisal-excluded")?.parts).toEqual([
    { kind: "reason", id: "No evidence", count: 1 },
  ]);
  expect(flow.boxes.at(-1)).toMatchObject({ count: 1, projects: null });
});

it("finds a box whose records do not add up", () => {
  const state = reviewOf(setProtocol, search("s1", "registry"), {
    kind: "records.added",
    records: [sampleRecord(1)],
  });
  // A verdict that no appraisal gives: the record neither waits nor goes on.
  const flow = reviewFlow(
    reviewOf(
      setProtocol,
      search("s1", "registry"),
      { kind: "records.added", records: [sampleRecord(1)] },
      decided("R1", "include"),
    ),
    () => ({ status: "lost" as never, decision: null }),
  );
  expect(reviewFlow(state, null).faults).toEqual([]);
  expect(flow.faults).toEqual([{ box: "appraisal", incoming: 1, outgoing: 0, open: 0 }]);
});

it("tells reports that could not be obtained from those excluded, with the reason, and adds up", () => {
  const { state, act, refused } = sampleLog(undefined, {
    records: 4,
    protocol: sampleProtocol(bothStages(1, false)),
  });
  for (const record of ["R1", "R2", "R3"]) act("ana", decided(record, "include"));
  const missing = (record: string, reason: string): ReviewAct => ({
    kind: "screening.not-retrieved",
    record,
    reason,
  });
  expect(boxOf(state, "not-retrieved")).toMatchObject({ count: 0, parts: [] });
  const numbers = Object.keys(reportNumbers(state));
  expect(numbers.filter((name) => /sought|not-?retrieved/iu.test(name))).toEqual([]);

  expect(refused("ana", missing("R4", "Not there"))).toEqual(["reviews.record-not-at-stage"]);
  const mark = act("ana", missing("R2", "The agency did not answer"));
  expect(refused("ben", missing("R2", "Again"))).toEqual(["reviews.cannot-mark-retrieval"]);
  act("ana", { ...decided("R1", "exclude", "E1"), stage: "full-text" } as ReviewAct);
  expect(refused("ben", missing("R1", "Lost"))).toEqual(["reviews.cannot-mark-retrieval"]);
  const flow = reviewFlow(state, null);
  expect(flow.faults).toEqual([]);
  expect(flow.boxes.filter(({ id }) => id !== "registers").map(({ id, count }) => [id, count])).toEqual([
    ["title-abstract", 4],
    ["sought", 3],
    ["not-retrieved", 1],
    ["full-text", 2],
    ["full-text-excluded", 1],
    ["included", 0],
  ]);
  expect(boxOf(state, "not-retrieved")?.parts).toEqual([
    { kind: "reason", id: "The agency did not answer", count: 1 },
  ]);
  expect(boxOf(state, "full-text")?.parts).toEqual([{ kind: "open", id: "waiting", count: 1 }]);
  expect(reportNumbers(state)).toMatchObject({ "flow.not-retrieved": 1, "limits.notRetrieved": 1 });
  const words = flowPicture(state, flow, sayIn("en"))?.shapes.map((one) =>
    one.kind === "text" ? one.text : "",
  );
  expect(words?.join(" ")).toContain("Not retrieved (n\u00a0=\u00a01) The agency did not answer");

  // The text came after all: anybody who screens takes the mark back, and it waits again.
  act("ben", { kind: "screening.withdrawn", event: mark });
  expect(boxOf(state, "not-retrieved")?.count).toBe(0);
  expect(boxOf(state, "full-text")?.count).toBe(3);
  expect(refused("ana", { kind: "screening.withdrawn", event: mark })).toEqual(["reviews.cannot-withdraw"]);
});

it("takes a decision on the text as a sign that it was there", () => {
  const { state, act } = sampleLog(undefined, {
    records: 1,
    protocol: sampleProtocol(bothStages(1, false)),
  });
  act("ana", decided("R1", "include"));
  act("ana", { kind: "screening.not-retrieved", record: "R1", reason: "Not on the site" });
  const read = act("ben", { ...decided("R1", "include"), stage: "full-text" } as ReviewAct);
  expect(boxOf(state, "included")?.count).toBe(1);
  act("ben", { kind: "screening.withdrawn", event: read });
  expect(boxOf(state, "not-retrieved")?.count).toBe(1);
});
