import { describe, expect, it } from "vitest";
import { checkOf, type ReleaseAct, type ReleaseEvent, standingAt } from "./release-life.ts";

const life = (...acts: readonly (readonly [day: number, act: ReleaseAct])[]): readonly ReleaseEvent[] =>
  acts.map(([day, act], index) => ({
    number: index + 1,
    release: "r-1",
    at: at(day),
    by: "account-1",
    act,
  }));
const at = (day: number, time = "10:00:00.000") => `2026-03-${String(day).padStart(2, "0")}T${time}Z`;
const embargo = (day: number): ReleaseAct => ({ kind: "embargoed", until: at(day), notes: "New year" });

describe("the state of a release", () => {
  it("is a draft while nothing is known of it", () => {
    expect(standingAt([], at(1))).toMatchObject({ state: "draft", publishedAt: null });
  });

  it("goes from draft over embargo to published by the clock alone", () => {
    const events = life([1, { kind: "drafted" }], [2, embargo(5)]);
    expect(standingAt(events, at(1, "09:59:59.999"))).toMatchObject({ state: "draft" });
    expect(standingAt(events, at(3))).toMatchObject({ state: "embargoed", until: at(5), publishedAt: null });
    expect(standingAt(events, at(5, "09:59:59.999")).state).toBe("embargoed");
    expect(standingAt(events, at(5))).toMatchObject({
      state: "published",
      publishedAt: at(5),
      until: null,
      notes: "New year",
      since: at(5),
    });
  });

  it("is a draft again when the embargo is taken back, and stays one past its end", () => {
    const events = life([2, embargo(5)], [3, { kind: "held", reason: "A fault" }]);
    expect(standingAt(events, at(9)).state).toBe("draft");
  });

  it("keeps the day of publication when it is withdrawn, also after an embargo", () => {
    const events = life([2, embargo(5)], [8, { kind: "withdrawn", reason: "Wrong", replacedBy: "r-2" }]);
    expect(standingAt(events, at(9))).toMatchObject({
      state: "withdrawn",
      publishedAt: at(5),
      withdrawal: { at: at(8), reason: "Wrong", replacedBy: "r-2" },
    });
    expect(standingAt(events, at(7)).state).toBe("published");
  });

  it("tells what was given up from what was withdrawn", () => {
    const events = life([1, { kind: "drafted" }], [2, { kind: "discarded", reason: "Again" }]);
    expect(standingAt(events, at(3))).toMatchObject({ state: "discarded", publishedAt: null });
  });
});

describe("the check of a release", () => {
  const finding = (id: string, indicator: string) => ({
    id,
    rule: "range" as const,
    indicator,
    area: "KEN",
    period: "2019",
    source: "ILO",
    sex: "T",
    breakdowns: {},
    values: { value: 120 },
  });
  const checked: ReleaseAct = {
    kind: "checked",
    against: null,
    definitions: {},
    counts: [
      { rule: "range", indicator: "A", count: 2 },
      { rule: "range", indicator: "B", count: 500 },
      { rule: "jump", indicator: "A", count: 1 },
    ],
    findings: [finding("1", "A"), finding("2", "A"), finding("3", "B")],
  };
  const answered = (
    indicator: string | null,
    one: string | null,
    rule: "range" | "jump" = "range",
  ): ReleaseAct => ({ kind: "answered", rule, indicator, finding: one, note: "Confirmed" });

  it("is open as long as one finding has no answer", () => {
    const open = (...acts: readonly ReleaseAct[]) =>
      checkOf(life([1, checked], ...acts.map((act, i) => [2 + i, act] as const)))?.open;
    expect(open()).toBe(503);
    expect(open(answered("A", "1"))).toBe(502);
    expect(open(answered("A", "1"), answered("A", "1"))).toBe(502);
    expect(open(answered("B", null))).toBe(3);
    expect(open(answered(null, null))).toBe(1);
    expect(open(answered(null, null), answered(null, null, "jump"))).toBe(0);
  });

  it("keeps answers when it is made anew, and is absent where none was made", () => {
    expect(checkOf(life([1, { kind: "drafted" }]))).toBeNull();
    expect(checkOf(life([1, checked], [2, answered("B", null)], [3, checked]))?.open).toBe(3);
  });
});
