import { expect, it } from "vitest";
import {
  type Kept,
  keptInReview,
  outboxOf,
  parcelOf,
  settle,
  takeBack,
  timeAfter,
  type Waiting,
} from "./outbox.ts";

function storage(): Kept & { full: boolean } {
  const held = new Map<string, string>();
  return {
    full: false,
    get length() {
      return held.size;
    },
    key: (n) => [...held.keys()][n] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem(name, value) {
      if (this.full) throw new Error("quota");
      held.set(name, value);
    },
    removeItem: (name) => void held.delete(name),
  };
}
const waiting = (key: string, at: string): Waiting => ({
  key,
  at,
  refused: null,
  act: { kind: "screening.noted", record: "R1", text: key },
});

it("keeps acts in the order they were done, and gives them back after the page was closed", () => {
  const kept = storage();
  const box = outboxOf(kept, "review", "ana");
  box.put(waiting("second", "2026-01-01T00:00:02Z"));
  box.put(waiting("first", "2026-01-01T00:00:01Z"));
  expect(
    outboxOf(kept, "review", "ana")
      .all()
      .map(({ key }) => key),
  ).toEqual(["first", "second"]);
  box.remove("first");
  expect(box.all().map(({ key }) => key)).toEqual(["second"]);
});

it("shows nobody what waits of somebody else or of another review", () => {
  const kept = storage();
  outboxOf(kept, "review", "ana").put(waiting("hers", "2026-01-01T00:00:01Z"));
  expect(outboxOf(kept, "review", "ben").all()).toEqual([]);
  expect(outboxOf(kept, "rev", "ana").all()).toEqual([]);
  // How much is kept is told to whoever comes back signed out, not what it is.
  outboxOf(kept, "review", "ben").put(waiting("his", "2026-01-01T00:00:01Z"));
  kept.setItem("socle.screening ana", "{}");
  expect([...keptInReview(kept, "review")]).toEqual([
    ["ana", 1],
    ["ben", 1],
  ]);
  expect(keptInReview(kept, "rev").size).toBe(0);
});

it("says when the browser keeps nothing, and is not broken by what others wrote there", () => {
  const kept = storage();
  kept.setItem("socle.outbox ana review x", "{broken");
  kept.setItem("unrelated", "1");
  const box = outboxOf(kept, "review", "ana");
  expect(box.all()).toEqual([]);
  kept.full = true;
  expect(box.put(waiting("lost", "2026-01-01T00:00:01Z"))).toBe(false);
});

it("sends no more at once than one body holds, and never nothing", () => {
  const long = (key: string, signs: number): Waiting => ({
    ...waiting(key, "2026-01-01T00:00:01Z"),
    act: { kind: "screening.noted", record: "R1", text: "\u4e16".repeat(signs) },
  });
  const many = Array.from({ length: 200 }, (_, i) => long(`${i}`, 4_000));
  const parcel = parcelOf(many, 200);
  expect(parcel.length).toBeGreaterThan(10);
  expect(JSON.stringify(parcel).length).toBeLessThan(500_000);
  expect(new TextEncoder().encode(JSON.stringify(parcel.map(({ act }) => act))).length).toBeLessThan(520_000);
  expect(parcelOf([long("one", 300_000), long("two", 1)], 200).map(({ key }) => key)).toEqual(["one"]);
  expect(parcelOf(many, 3)).toHaveLength(3);
  expect(parcelOf([], 200)).toEqual([]);
});

it("keeps the order of what was done when the clock is put back", () => {
  const box = outboxOf(storage(), "review", "ana");
  box.put(waiting("z", "2026-01-02T00:00:00.000Z"));
  const at = timeAfter(box.all(), new Date("2026-01-01T00:00:00Z"));
  box.put(waiting("a", at));
  expect(box.all().map(({ key }) => key)).toEqual(["z", "a"]);
  expect(timeAfter([], new Date("2026-01-01T00:00:00Z"))).toBe("2026-01-01T00:00:00.000Z");
});

it("withdraws what was taken back after it was sent, once, and before what was done later", () => {
  const box = outboxOf(storage(), "review", "ana");
  box.put(waiting("unsent", "2026-01-01T00:00:01Z"));
  expect(takeBack(box, "unsent")).toBe(true);
  expect(box.all()).toEqual([]);
  expect(takeBack(box, "unsent")).toBe(false);

  // The answer was lost, or the browser closed: nobody knows whether the server has it.
  box.put({ ...waiting("first", "2026-01-01T00:00:01Z"), tried: true });
  expect(takeBack(box, "first")).toBe(true);
  box.put(waiting("later", "2026-01-01T00:00:02Z"));
  expect(parcelOf(box.all(), 200).map(({ key }) => key)).toEqual(["first"]);
  settle(box, "first", 17);
  settle(box, "first", 17);
  expect(box.all().map(({ key, act }) => [key, act.kind === "screening.withdrawn" && act.event])).toEqual([
    ["first-back", 17],
    ["later", false],
  ]);
  settle(box, "first-back", 18);
  settle(box, "later", 19);
  expect(box.all()).toEqual([]);
});
