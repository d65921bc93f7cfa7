import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodingAct, ReviewAct } from "#records";
import { hiddenFrom } from "../blind.ts";
import { foldReview } from "../fold.ts";
import { bothStages, type SampleLog, sampleLog, sampleProtocol } from "../screening/sample-log.ts";
import { compareCodings, recordAgreement } from "./agreement.ts";
import { codeMatrix, saturation } from "./code-counts.ts";
import { codesInOrder } from "./code-tree.ts";
import { codings, visibleCodings } from "./double-coding.ts";
import { kindOfCode, proposeCodings } from "./proposals.ts";
import { nextTurns } from "./withdraw.ts";

const source = "ab".repeat(32) as never;
const code = (id: string, more: object = {}): ReviewAct =>
  ({
    kind: "code.defined",
    id,
    parent: null,
    name: `Name of ${id}`,
    colour: "#0072b2",
    description: "",
    codable: true,
    ...more,
  }) as ReviewAct;
const coded = (
  id: string,
  from: number,
  to: number,
  codes: readonly string[],
  more: Partial<Extract<CodingAct, { kind: "coding.added" }>> & { readonly record?: string } = {},
): ReviewAct => {
  const { record = "R1", ...rest } = more;
  return {
    kind: "coding.added",
    id,
    anchor: {
      record,
      source,
      textVersion: 1,
      spans: [[from, to]],
      quote: `words ${from} to ${to}`,
      page: 1,
      passage: null,
    },
    codes,
    memo: null,
    proposed: null,
    ...rest,
  };
};

const people = { ana: ["coder"], ben: ["coder"], cara: ["coder"], cleo: ["adjudicator"] } as const;
const review = (coders: 1 | 2 = 1): SampleLog => {
  const log = sampleLog(people, {
    protocol: sampleProtocol(bothStages(), { coding: { frame: "inductive", coders } }),
  });
  for (const id of ["a", "b", "c"]) log.act("ana", code(id));
  return log;
};
const tree = (log: SampleLog) =>
  [...codesInOrder(log.state)].map(({ code: one, depth }) => `${depth}${one.id}`);
const carried = (log: SampleLog, id: string) => log.state.coding.codings.get(id)?.codes;
const back = (event: number): ReviewAct => ({ kind: "coding.withdrawn", event });

describe("the code tree", () => {
  it("nests, moves before and after, and refuses what would not hang together", () => {
    const log = review();
    log.act("ana", code("d", { parent: "a" }));
    log.act("ana", { kind: "code.moved", code: "c", parent: null, position: 0 });
    expect(tree(log)).toEqual(["0c", "0a", "1d", "0b"]);
    log.act("ana", { kind: "code.moved", code: "b", parent: "a", position: 0 });
    expect(tree(log)).toEqual(["0c", "0a", "1b", "1d"]);
    expect(log.refused("ana", { kind: "code.moved", code: "a", parent: "d", position: 0 })).toEqual([
      "reviews.code-under-itself",
    ]);
    expect(log.refused("ana", { kind: "code.merged", from: "a", into: "d" })).toEqual([
      "reviews.code-under-itself",
    ]);
    expect(log.refused("ana", code("e", { name: " name OF a " }))).toEqual(["reviews.code-name-twice"]);
    expect(log.refused("ana", code("a", { name: "other" }))).toEqual(["reviews.identifier-twice"]);
    expect(log.refused("cleo", code("f"))).toEqual(["reviews.not-your-part"]);
    expect(log.refused("ana", coded("x", 0, 5, ["nowhere"]))).toEqual(["reviews.code-unknown"]);
  });

  it("keeps its order however often codes are put between the same two", () => {
    const log = review();
    for (let n = 0; n < 120; n++) {
      log.act("ana", code(`n${n}`));
      log.act("ana", { kind: "code.moved", code: `n${n}`, parent: null, position: 1 });
    }
    expect(tree(log).slice(0, 3)).toEqual(["0a", "0n119", "0n118"]);
    expect(tree(log).at(-1)).toBe("0c");
  });

  it("merges with all that hangs on a code, and undoes it", () => {
    const log = review();
    log.act("ana", code("d", { parent: "a" }));
    log.act("ana", coded("x", 0, 5, ["a", "b"]));
    log.act("ben", coded("y", 3, 9, ["a"]));
    const merged = log.act("ana", { kind: "code.merged", from: "a", into: "b" });
    expect(tree(log)).toEqual(["0b", "1d", "0c"]);
    expect(carried(log, "x")).toEqual(["b"]);
    expect(carried(log, "y")).toEqual(["b"]);
    expect(log.refused("ben", back(merged))).toEqual(["reviews.cannot-withdraw"]);
    const undone = log.act("ana", back(merged));
    expect(tree(log)).toEqual(["0a", "1d", "0b", "0c"]);
    expect(carried(log, "x")).toEqual(["a", "b"]);
    log.act("ana", back(undone));
    expect(carried(log, "y")).toEqual(["b"]);
  });

  it("splits: the codings named go to the new codes, the others stay", () => {
    const log = review();
    log.act("ana", coded("x", 0, 5, ["a"]));
    log.act("ana", coded("y", 6, 9, ["a", "b"]));
    const one = { id: "a1", name: "one", colour: "#d55e00", description: "", codable: true };
    log.act("ana", {
      kind: "code.split",
      code: "a",
      into: [one],
      moves: [{ coding: "y", codes: ["a1"] }],
    });
    expect(tree(log)).toEqual(["0a", "0a1", "0b", "0c"]);
    expect(carried(log, "x")).toEqual(["a"]);
    expect(carried(log, "y")).toEqual(["a1", "b"]);
    expect(
      log.refused("ana", {
        kind: "code.split",
        code: "a",
        into: [{ ...one, id: "a2", name: "two" }],
        moves: [{ coding: "y", codes: ["a2"] }],
      }),
    ).toEqual(["reviews.split-unfit"]);
  });

  it("removes a code that nothing carries; its children move up", () => {
    const log = review();
    log.act("ana", code("d", { parent: "a" }));
    log.act("ana", coded("x", 0, 5, ["b"]));
    expect(log.refused("ana", { kind: "code.removed", code: "b" })).toEqual(["reviews.code-in-use"]);
    expect(log.refused("ana", { kind: "code.changed", code: "b", change: { codable: false } })).toEqual([
      "reviews.code-in-use",
    ]);
    const removed = log.act("ana", { kind: "code.removed", code: "a" });
    expect(tree(log)).toEqual(["0d", "0b", "0c"]);
    log.act("ana", back(removed));
    expect(tree(log)).toEqual(["0a", "1d", "0b", "0c"]);
  });
});

describe("codings", () => {
  it("are changed in place, carry memos, and go and come back", () => {
    const log = review();
    log.act("ana", coded("x", 0, 5, ["a"]));
    log.act("ana", { kind: "coding.changed", coding: "x", codes: ["b", "c", "b"] });
    expect(carried(log, "x")).toEqual(["b", "c"]);
    log.act("ana", { kind: "memo.written", on: { kind: "coding", id: "x" }, text: "why" });
    expect(log.state.coding.codings.get("x")?.memo).toBe("why");
    log.act("ana", { kind: "coding.removed", coding: "x" });
    expect(codings(log.state)).toEqual([]);
    for (const _ of [1, 2, 3, 4]) {
      const { undo } = nextTurns(log.state, "ana");
      log.act("ana", back(undo?.event ?? 0));
    }
    expect(carried(log, "x")).toBeUndefined();
    const { redo } = nextTurns(log.state, "ana");
    expect(redo?.kind).toBe("coding.added");
    log.act("ana", back(redo?.event ?? 0));
    expect(carried(log, "x")).toEqual(["a"]);
    log.act("ana", coded("y", 8, 9, ["a"]));
    expect(nextTurns(log.state, "ana").redo).toBeNull();
  });

  it("do not count while a machine alone has put them forward", () => {
    const log = review();
    const proposed = { rule: "words", confidence: 0.4 };
    log.act("ana", coded("x", 0, 5, ["a"], { proposed }));
    log.act("ana", coded("y", 7, 9, ["a"], { proposed }));
    expect(codings(log.state)).toEqual([]);
    log.act("ana", { kind: "coding.accepted", coding: "x" });
    log.act("ana", { kind: "coding.rejected", coding: "y" });
    expect(codings(log.state).map(({ id }) => id)).toEqual(["x"]);
    expect(visibleCodings(log.state, "ana").map(({ id }) => id)).toEqual(["x"]);
    expect(log.refused("ana", { kind: "coding.accepted", coding: "x" })).toEqual(["reviews.no-proposal"]);
  });

  it("are not taken back once something later rests on them", () => {
    const log = review();
    const made = log.act("ana", code("d"));
    const first = log.act("ana", coded("x", 0, 5, ["d"]));
    expect(log.refused("ana", back(made))).toEqual(["reviews.cannot-withdraw"]);
    log.act("ben", { kind: "coding.changed", coding: "x", codes: ["a"] });
    expect(log.refused("ana", back(first))).toEqual(["reviews.cannot-withdraw"]);
    log.act("ana", back(made));
    expect(log.state.coding.codes.has("d")).toBe(false);
  });

  it("come to the same state from the same log, and to the state before when everything is taken back", () => {
    const acts = fc.array(fc.record({ what: fc.nat(6), id: fc.nat(4), other: fc.nat(3), at: fc.nat(40) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(acts, (wishes) => {
        const log = review();
        const plain = () =>
          JSON.stringify([
            [...log.state.coding.codes.values()]
              .map(({ rank: _, ...rest }) => rest)
              .sort((a, b) => (a.id < b.id ? -1 : 1)),
            [...log.state.coding.codings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
            [...log.state.coding.merged].sort(),
            tree(log),
          ]);
        const before = plain();
        const done: number[] = [];
        for (const [n, { what, id, other, at }] of wishes.entries()) {
          const names = ["a", "b", "c", "n0", "n1", "n2"];
          const one = names[id] ?? "a";
          const two = names[other] ?? "b";
          const act: ReviewAct = [
            code(`n${n}`, { parent: at % 2 ? one : null }),
            coded(`x${n}`, at, at + 3, [one]),
            { kind: "coding.changed", coding: `x${other}`, codes: [one, two] } as const,
            { kind: "code.merged", from: one, into: two } as const,
            { kind: "code.moved", code: one, parent: two, position: at % 3 } as const,
            { kind: "code.removed", code: one } as const,
            { kind: "coding.removed", coding: `x${other}` } as const,
          ][what] as ReviewAct;
          if (log.refused("ana", act).length === 0) done.push(log.act("ana", act));
        }
        expect(foldReview("sample", log.events).coding.codings).toEqual(log.state.coding.codings);
        for (const event of done.reverse()) log.act("ana", back(event));
        expect(plain()).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("two coders", () => {
  const both = () => {
    const log = review(2);
    log.act("ana", coded("x", 0, 10, ["a"]));
    log.act("ana", coded("z", 20, 30, ["b"]));
    log.act("ben", coded("y", 0, 10, ["a"]));
    log.act("ben", coded("w", 22, 34, ["c"]));
    return log;
  };

  it("see nothing of each other before both have submitted, in lists and in the log", () => {
    const log = both();
    const seen = (who: string | null) => visibleCodings(log.state, who, "R1").map(({ id }) => id);
    const told = (who: string | null) =>
      log.events
        .filter((event) => event.act.kind === "coding.added" && !hiddenFrom(log.state, event, who))
        .map(({ act }) => (act.kind === "coding.added" ? act.id : ""));
    expect(seen("ben")).toEqual(["y", "w"]);
    expect(seen("cleo")).toEqual([]);
    expect(told("ana")).toEqual(["x", "z"]);
    expect(told(null)).toEqual([]);
    expect(log.refused("ben", { kind: "coding.changed", coding: "x", codes: ["b"] })).toEqual([
      "reviews.coding-unknown",
    ]);
    log.act("ana", { kind: "coding.submitted", record: "R1" });
    expect(seen("ben")).toEqual(["y", "w"]);
    expect(log.refused("ana", coded("late", 5, 6, ["a"]))).toEqual(["reviews.coding-submitted"]);
    log.act("ben", { kind: "coding.submitted", record: "R1" });
    expect(seen("ana")).toEqual(["x", "z", "y", "w"]);
    expect(told(null)).toEqual(["x", "z", "y", "w"]);
  });

  it("are two and not three, and a submission is taken back only while the other is not in", () => {
    const log = both();
    expect(log.refused("cara", coded("third", 0, 4, ["a"]))).toEqual(["reviews.coded-by-others"]);
    const first = log.act("ana", { kind: "coding.submitted", record: "R1" });
    log.act("ana", back(first));
    const again = log.act("ana", { kind: "coding.submitted", record: "R1" });
    log.act("ben", { kind: "coding.submitted", record: "R1" });
    expect(log.refused("ana", back(again))).toEqual(["reviews.cannot-withdraw"]);
  });

  it("are compared span by span, measured, and count once they are settled", () => {
    const log = both();
    const settle = (keep: readonly string[]): ReviewAct => ({
      kind: "coding.reconciled",
      record: "R1",
      keep,
      reason: "agreed in a talk",
    });
    expect(log.refused("cleo", settle([]))).toEqual(["reviews.nothing-to-reconcile"]);
    for (const who of ["ana", "ben"]) log.act(who, { kind: "coding.submitted", record: "R1" });
    expect(compareCodings(log.state, "R1").map(({ coding, match }) => [coding.id, match])).toEqual([
      ["x", "same"],
      ["y", "same"],
      ["z", "differs"],
      ["w", "differs"],
    ]);
    const measured = recordAgreement(log.state, "R1", 100);
    const value = measured.ok ? measured.value : null;
    expect(value?.coders).toEqual(["ana", "ben"]);
    expect(value?.characters.codes.find((one) => one.code === "a")?.value).toBe(1);
    expect(value?.characters.codes.find((one) => one.code === "b")?.value).toBeLessThan(0);
    expect(value?.overlap.matched).toBe(1);
    expect(codings(log.state)).toEqual([]);
    log.act("cleo", settle(["x", "w"]));
    expect(codings(log.state).map(({ id }) => id)).toEqual(["x", "w"]);
    log.act("ana", coded("after", 40, 44, ["b"]));
    expect(codings(log.state).map(({ id }) => id)).toEqual(["x", "w", "after"]);
    expect(log.refused("cleo", settle(["gone"]))).toEqual(["reviews.coding-unknown"]);
    const [, , later] = [1, 2, recordAgreement(log.state, "R1", 100)];
    expect(later).toEqual(measured);
  });
});

describe("what codings come to", () => {
  it("counts codes by report and tells where new ones stop", () => {
    const log = review();
    log.act("ana", coded("x", 0, 5, ["a", "b"]));
    log.act("ana", coded("y", 0, 5, ["a"], { record: "R2" }));
    log.act("ana", coded("z", 0, 5, ["c"], { record: "R3" }));
    expect(codeMatrix(log.state).get("a")).toEqual(
      new Map([
        ["R1", 1],
        ["R2", 1],
      ]),
    );
    expect(saturation(log.state).map(({ record, fresh, seen }) => [record, fresh.length, seen])).toEqual([
      ["R1", 2, 2],
      ["R2", 0, 2],
      ["R3", 1, 3],
    ]);
  });

  it("knows codes that are named after a kind of passage, in four languages", () => {
    expect(kindOfCode("Recommendations")).toBe("recommendation");
    expect(kindOfCode("Lessons learned")).toBe("lesson-learned");
    expect(kindOfCode("Bonnes pratiques")).toBe("good-practice");
    expect(kindOfCode("Recomendaciones")).toBe("recommendation");
    expect(kindOfCode("Fatores de sucesso")).toBe("success-factor");
    expect(kindOfCode("Informal workers")).toBeNull();
  });

  it("proposes by kind and by words, with the words, and not what was decided", () => {
    const log = review();
    log.act("ana", code("rec", { name: "Recommendations" }));
    log.act(
      "ana",
      code("inf", { name: "Informal workers", description: "domestic workers, street vendors" }),
    );
    const stretch = (text: string, at: number, kind: "recommendation" | null = null) => ({
      passage: null,
      kind,
      text,
      spans: [[at, at + 10]] as const,
      page: 1,
      confidence: kind ? 0.9 : 0,
    });
    const stretches = [
      stretch("The agency should train its staff in the districts.", 0, "recommendation"),
      stretch("Street vendors and domestic workers were not registered.", 100),
      stretch("The road was built in the dry season by contractors.", 200),
    ];
    const found = proposeCodings(log.state, stretches, "en", []);
    expect(found.map(({ code: id, rule }) => [id, rule])).toEqual([
      ["rec", "kind:recommendation"],
      ["inf", "words"],
    ]);
    expect(found[1]?.words).toEqual(expect.arrayContaining(["vendors", "domestic"]));
    log.act("ana", coded("x", 100, 110, ["inf"]));
    const coding = log.state.coding.codings.get("x");
    if (!coding) throw new Error("no coding");
    expect(
      proposeCodings(log.state, stretches, "en", [{ coding, spans: coding.anchor.spans }]).map(
        (one) => one.code,
      ),
    ).toEqual(["rec"]);
  });
});
