import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import type { FollowUpData, FollowUpEvent } from "#records";
import {
  dayAfter,
  dayIn,
  daysBetween,
  followUpRow,
  followUpState,
  isDay,
  isOpen,
  nextSteps,
} from "./index.ts";

const event = (data: FollowUpData, other: Partial<FollowUpEvent> = {}): FollowUpEvent => ({
  recommendation: "rec-1",
  action: null,
  at: "2026-01-01T00:00:00Z",
  on: "2026-01-01",
  by: "ada",
  data,
  ...other,
});
const plan = (due: string | null): FollowUpData => ({
  kind: "action-planned",
  text: "Do it",
  owner: null,
  ownerAccount: "olga",
  due,
  printedDue: null,
});
const accepted: FollowUpData = {
  kind: "responded",
  verdict: "accepted",
  reason: null,
  text: null,
  passages: [],
};
const evidence: FollowUpData = { kind: "evidence-attached", source: "0".repeat(64) as Sha256, note: null };
const codes = (events: readonly FollowUpEvent[]) => {
  const state = followUpState(events, "2026-06-01");
  return state.ok ? [] : state.problems.map(({ code }) => code);
};

const day = fc.constantFrom("2026-01-05", "2026-03-01", "2026-05-31", "2026-06-01", "2026-07-01");
const dayOrNone = fc.option(day, { nil: null });
const text = fc.constantFrom("because", "", "so it is");
const anyData: fc.Arbitrary<FollowUpData> = fc.oneof(
  fc.constant<FollowUpData>({ kind: "drafted" }),
  fc.constant<FollowUpData>({ kind: "issued" }),
  dayOrNone.map((due): FollowUpData => ({ kind: "response-asked", due, unit: null })),
  fc.tuple(fc.constantFrom("accepted", "partially-accepted", "rejected"), text).map(
    ([verdict, reason]): FollowUpData => ({
      kind: "responded",
      verdict: verdict as "accepted",
      reason,
      text: null,
      passages: [],
    }),
  ),
  fc.constant<FollowUpData>({ kind: "answered-in-general", text: null, passages: [] }),
  dayOrNone.map(plan),
  fc.tuple(dayOrNone, text).map(([due, reason]): FollowUpData => ({ kind: "due-changed", due, reason })),
  fc.constant<FollowUpData>({ kind: "initiated", note: null }),
  fc.constant<FollowUpData>({ kind: "completed", note: null }),
  fc.constant<FollowUpData>(evidence),
  fc.constant<FollowUpData>({ kind: "verified", note: null }),
  text.map((reason): FollowUpData => ({ kind: "no-longer-applicable", reason })),
  text.map((reason): FollowUpData => ({ kind: "cancelled", reason })),
  text.map((reason): FollowUpData => ({ kind: "reopened", reason })),
  text.map((words): FollowUpData => ({ kind: "commented", text: words })),
  fc.constantFrom("completed", "initiated", "cancelled", null).map(
    (state): FollowUpData => ({
      kind: "imported-status",
      system: "UNDP",
      original: "x",
      state: state as "completed" | null,
      reason: null,
    }),
  ),
);
const anyEvent = fc
  .tuple(anyData, fc.constantFrom(null, "1", "2", "3"), fc.constantFrom("ada", "ben"), dayOrNone)
  .map(([data, action, by, on]) => event(data, { action, by, on }));

/** Only those of a random sequence that the machine takes, as the application would record them. */
function taken(events: readonly FollowUpEvent[]): readonly FollowUpEvent[] {
  const kept: FollowUpEvent[] = [];
  for (const one of events) if (followUpState([...kept, one], "2026-06-01").ok) kept.push(one);
  return kept;
}

describe("the state of a recommendation", () => {
  it("keeps its invariants over any sequence of allowed events", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), day, (events, today) => {
        const kept = taken(events);
        const found = followUpState(kept, today);
        if (!found.ok) throw new Error("what was taken one by one is refused as a whole");
        const state = found.value;
        for (const action of state.actions) {
          if (action.state === "verified") {
            expect(action.verifiedBy).not.toBeNull();
            expect(action.verifiedBy).not.toBe(action.completedBy);
            expect(action.evidence.length).toBeGreaterThan(0);
          }
          expect(state.overdueActions.includes(action.id)).toBe(
            state.closed === null &&
              state.verdict !== null &&
              state.verdict !== "rejected" &&
              isOpen(action.state) &&
              action.due !== null &&
              action.due < today,
          );
        }
        if (state.state === "rejected" || state.verdict === "partially-accepted")
          expect(state.verdictReason?.trim()).toBeTruthy();
        if (state.state === "accepted-without-action") expect(state.actions).toEqual([]);
        if (state.state === "verified") expect(state.actions.length).toBeGreaterThan(0);
        if (state.responseOverdue) expect(state.state).toBe("response-due");
        expect(state.overdue).toBe(state.responseOverdue || state.overdueActions.length > 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the same when replayed, and grows no older than its row", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), day, (events, today) => {
        const kept = taken(events);
        const once = followUpState(kept, today);
        expect(followUpState(kept, today)).toEqual(once);
        if (!once.ok) return;
        const row = followUpRow("rec-1", kept, once.value);
        const later = followUpState(kept, "2030-01-01");
        if (later.ok) expect(followUpRow("rec-1", kept, later.value)).toEqual(row);
        const late = (due: string | null) => due !== null && due < today;
        expect(late(row.responseDue) || late(row.actionDue)).toBe(once.value.overdue);
      }),
      { numRuns: 500 },
    );
  });

  it("offers exactly the steps it would take", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const kept = taken(events);
        const state = followUpState(kept, "2026-06-01");
        if (!state.ok) return;
        for (const step of nextSteps("rec-1", state.value, "ada"))
          if (step.kind === "completed" || step.kind === "initiated") {
            const tried = event({ kind: step.kind, note: null }, { action: step.action });
            expect(followUpState([...kept, tried], "2026-06-01").ok).toBe(step.why === null);
          }
      }),
    );
  });

  it("goes from draft to verified, each state computed", () => {
    const steps: readonly (readonly [FollowUpEvent, string])[] = [
      [event({ kind: "drafted" }), "drafted"],
      [event({ kind: "issued" }), "issued"],
      [event({ kind: "response-asked", due: "2026-02-01", unit: "X" }), "response-due"],
      [event({ kind: "answered-in-general", text: "Thanks", passages: [] }), "response-due"],
      [event(accepted), "accepted-without-action"],
      [event(plan("2026-05-01"), { action: "1" }), "action-planned"],
      [event(plan(null), { action: "2" }), "action-planned"],
      [event({ kind: "completed", note: null }, { action: "1" }), "initiated"],
      [event({ kind: "cancelled", reason: "No money" }, { action: "2" }), "completed"],
      [event(evidence, { action: "1" }), "completed"],
      [event({ kind: "verified", note: null }, { action: "1", by: "ben" }), "verified"],
      [event({ kind: "reopened", reason: "Undone" }, { action: "1" }), "initiated"],
    ];
    const events: FollowUpEvent[] = [];
    for (const [step, state] of steps) {
      events.push(step);
      const found = followUpState(events, "2026-06-01");
      expect(found.ok && found.value.state, step.data.kind).toBe(state);
    }
  });

  it("is not overdue on the day itself, but on the day after", () => {
    const events = [
      event({ kind: "issued" }),
      event({ kind: "response-asked", due: "2026-02-01", unit: null }),
    ];
    const overdue = (today: string) => {
      const state = followUpState(events, today);
      return state.ok && state.value.overdue;
    };
    expect([overdue("2026-01-31"), overdue("2026-02-01"), overdue("2026-02-02")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("says of every step that does not fit why", () => {
    const issued = event({ kind: "issued" });
    expect(codes([event(accepted)])).toEqual(["oversight.step-not-open"]);
    expect(codes([issued, event({ ...accepted, verdict: "rejected" } as FollowUpData)])).toEqual([
      "oversight.reason-missing",
    ]);
    expect(
      codes([issued, event(accepted), event({ kind: "completed", note: null }, { action: "7" })]),
    ).toEqual(["oversight.action-unknown"]);
    expect(codes([issued, event({ kind: "response-asked", due: "2026-02-30", unit: null })])).toEqual([
      "oversight.date-unreadable",
    ]);
    const done = [
      issued,
      event(accepted),
      event(plan(null), { action: "1" }),
      event({ kind: "completed", note: null }, { action: "1" }),
    ];
    expect(codes([...done, event({ kind: "verified", note: null }, { action: "1", by: "ben" })])).toEqual([
      "oversight.evidence-missing",
    ]);
    expect(
      codes([
        ...done,
        event(evidence, { action: "1" }),
        event({ kind: "verified", note: null }, { action: "1" }),
      ]),
    ).toEqual(["oversight.verifier-same"]);
  });

  it("takes a status for the whole where the source states no action, and keeps the original", () => {
    const state = followUpState(
      [
        event({ kind: "issued" }),
        event(accepted),
        event({
          kind: "imported-status",
          system: "ILO",
          original: "Partially completed",
          state: "initiated",
          reason: null,
        }),
      ],
      "2026-06-01",
    );
    expect(state.ok && [state.value.state, state.value.reported?.original]).toEqual([
      "initiated",
      "Partially completed",
    ]);
  });
});

describe("days", () => {
  it("are those of the calendar, and of the office's time zone", () => {
    expect([isDay("2024-02-29"), isDay("2026-02-29"), isDay("2026-2-1"), isDay("")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(daysBetween("2026-03-01", "2026-02-01")).toBeNull();
    expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
    expect(dayIn("2026-03-01T23:30:00Z", "Asia/Tokyo")).toBe("2026-03-02");
    expect(dayIn("2026-03-01T00:30:00Z", "America/Lima")).toBe("2026-02-28");
  });
});
