import { expect, it } from "vitest";
import type { ReviewAct, RunSearch } from "#records";
import { applyEvent, emptyReview } from "../fold.ts";
import { sampleProtocol, sampleRecord } from "../screening/sample-log.ts";
import type { ReviewState } from "../state.ts";
import { reviewFlow } from "./flow.ts";

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
