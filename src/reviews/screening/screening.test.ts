import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenFrom, outcomeFor } from "../blind.ts";
import { foldReview } from "../fold.ts";
import { combine } from "./combine.ts";
import { includedRecords, screeningOutcome, stageOutcome } from "./outcome.ts";
import { queueOf } from "./queue.ts";
import { bothStages, decided, sampleLog, sampleProtocol } from "./sample-log.ts";
import { assignees, teamInTurn } from "./sharing.ts";

const status = (log: ReturnType<typeof sampleLog>, record: string) =>
  screeningOutcome(log.state, record).status;
const settle = (record: string, verdict: "include" | "exclude", more: object = {}) =>
  ({
    kind: "screening.adjudicated",
    record,
    stage: "title-abstract",
    verdict,
    criterion: null,
    reason: null,
    ...more,
  }) as const;

describe("the outcome of a record", () => {
  it("is agreed only when as many as the protocol asks for say the same", () => {
    const log = sampleLog();
    expect(status(log, "R1")).toBe("waiting");
    log.act("ana", decided("R1", "include"));
    expect(status(log, "R1")).toBe("waiting");
    log.act("ben", decided("R1", "include"));
    expect(screeningOutcome(log.state, "R1")).toEqual({
      stage: "full-text",
      status: "waiting",
      criterion: null,
    });
    log.act("ana", decided("R2", "include"));
    log.act("ben", decided("R2", "exclude", { criterion: "E1" }));
    expect(status(log, "R2")).toBe("conflict");
  });

  it("counts both of two people who decide at once where one was asked for", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    log.act("ana", decided("R1", "include"));
    log.act("ben", decided("R1", "exclude"));
    expect(status(log, "R1")).toBe("conflict");
    log.act("cleo", settle("R1", "exclude", { criterion: "E2", reason: "a policy brief" }));
    expect(screeningOutcome(log.state, "R1")).toEqual({
      stage: "title-abstract",
      status: "excluded",
      criterion: "E2",
    });
  });

  it("of a possible waits for another person and is never a default", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"], dan: ["reviewer"], cleo: ["adjudicator"] });
    log.act("ana", decided("R1", "possible"));
    log.act("ben", decided("R1", "include"));
    expect(status(log, "R1")).toBe("possible");
    expect(queueOf(log.state, "title-abstract", "dan").records).toContain("R1");
    log.act("dan", decided("R1", "include"));
    expect(screeningOutcome(log.state, "R1").stage).toBe("full-text");
    log.act("ana", decided("R2", "possible"));
    log.act("ben", decided("R2", "possible"));
    expect(status(log, "R2")).toBe("possible");
    log.act("cleo", settle("R2", "include"));
    expect(screeningOutcome(log.state, "R2").stage).toBe("full-text");
  });

  it("of a single reader's possible is settled by the second person", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    log.act("ana", decided("R1", "possible"));
    expect(status(log, "R1")).toBe("possible");
    expect(includedRecords(log.state)).toEqual([]);
    expect(queueOf(log.state, "title-abstract", "ana").records).not.toContain("R1");
    log.act("ben", decided("R1", "exclude"));
    expect(status(log, "R1")).toBe("excluded");
  });

  it("has the criterion that comes first in the protocol where people exclude for different ones", () => {
    const both = [
      { verdict: "exclude", criterion: "E2" },
      { verdict: "exclude", criterion: "E1" },
    ] as const;
    expect(combine(both, null, 2, ["I1", "E1", "E2"])).toMatchObject({
      status: "excluded",
      criterion: "E1",
      criteriaDiffer: true,
    });
  });

  it("is never included or excluded without as many decisive voices as asked for, nor against one of them", () => {
    const voice = fc.record({
      verdict: fc.constantFrom("include", "possible", "exclude"),
      criterion: fc.constantFrom(null, "E1", "E2"),
    });
    fc.assert(
      fc.property(
        fc.array(voice as never, { maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (voices, required) => {
          const all = voices as { verdict: string; criterion: string | null }[];
          const { status: found } = combine(all as never, null, required, ["E1", "E2"]);
          const includes = all.filter(({ verdict }) => verdict === "include").length;
          const excludes = all.filter(({ verdict }) => verdict === "exclude").length;
          if (found === "included") return includes >= required && excludes === 0;
          if (found === "excluded") return excludes >= required && includes === 0;
          if (found === "conflict") return includes > 0 && excludes > 0 && all.length >= required;
          if (found === "waiting") return all.length < required;
          return all.some(({ verdict }) => verdict === "possible");
        },
      ),
    );
  });
});

describe("an exclusion at full text", () => {
  const atFullText = () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    log.act("ana", decided("R1", "include"));
    return log;
  };
  const fullText = { stage: "full-text" } as const;

  it("is refused without a criterion of the version that was seen", () => {
    const log = atFullText();
    expect(log.refused("ana", decided("R1", "exclude", fullText))).toEqual(["reviews.criterion-missing"]);
    expect(log.refused("ana", decided("R1", "exclude", { ...fullText, criterion: "E9" }))).toEqual([
      "reviews.criterion-unknown",
    ]);
    log.act("ana", decided("R1", "exclude", { ...fullText, criterion: "E1" }));
    expect(screeningOutcome(log.state, "R1")).toEqual({
      stage: "full-text",
      status: "excluded",
      criterion: "E1",
    });
  });

  it("is not made of an include by a reason or a criterion", () => {
    const log = atFullText();
    log.act(
      "ana",
      decided("R1", "include", { ...fullText, criterion: "E1", reason: "Exclude? No: in annex 3." }),
    );
    expect(status(log, "R1")).toBe("included");
  });

  it("is refused where the record has not come so far", () => {
    expect(sampleLog().refused("ana", decided("R2", "include", fullText))).toEqual([
      "reviews.record-not-at-stage",
    ]);
  });
});

describe("taking back", () => {
  it("brings back what stood before, up to a record nobody has decided on", () => {
    const log = sampleLog();
    const first = log.act("ana", decided("R1", "include"));
    const second = log.act("ana", decided("R1", "exclude"));
    expect(log.refused("ana", { kind: "screening.withdrawn", event: first })).toEqual([
      "reviews.cannot-withdraw",
    ]);
    log.act("ana", { kind: "screening.withdrawn", event: second });
    log.act("ben", decided("R1", "include"));
    expect(screeningOutcome(log.state, "R1").stage).toBe("full-text");
    log.act("ana", { kind: "screening.withdrawn", event: first });
    expect(status(log, "R1")).toBe("waiting");
    expect(queueOf(log.state, "title-abstract", "ana").records).toContain("R1");
  });

  it("is for one's own acts alone", () => {
    const log = sampleLog();
    const event = log.act("ana", decided("R1", "include"));
    expect(log.refused("ben", { kind: "screening.withdrawn", event })).toEqual(["reviews.cannot-withdraw"]);
    expect(log.refused("ana", { kind: "screening.withdrawn", event: 1 })).toEqual([
      "reviews.cannot-withdraw",
    ]);
  });
});

describe("duplicates", () => {
  it("share a decision while they are joined, and have their own again when parted", () => {
    const log = sampleLog();
    log.act("ben", decided("R2", "include"));
    log.act("olga", { kind: "duplicates.joined", keep: "R1", others: ["R2"], reasons: ["same title"] });
    log.act("ana", decided("R1", "include"));
    expect(screeningOutcome(log.state, "R1").stage).toBe("full-text");
    expect(screeningOutcome(log.state, "R2").stage).toBe("full-text");
    expect(queueOf(log.state, "title-abstract", "ana").records).toEqual(["R3", "R4"]);
    log.act("olga", { kind: "duplicate.parted", record: "R2", reason: "another year" });
    expect(status(log, "R1")).toBe("waiting");
    expect(status(log, "R2")).toBe("waiting");
    expect(queueOf(log.state, "title-abstract", "ana").records).toEqual(["R2", "R3", "R4"]);
  });
});

describe("a duplicate of a duplicate", () => {
  const join = (keep: string, other: string) =>
    ({ kind: "duplicates.joined", keep, others: [other], reasons: ["same title"] }) as const;
  const part = (record: string) => ({ kind: "duplicate.parted", record, reason: "another year" }) as const;
  const groups = (log: ReturnType<typeof sampleLog>) =>
    [...log.state.records.byId.values()].map(({ duplicateOf }) => duplicateOf);

  it("goes with the record it was joined to, into another group and out of it again", () => {
    const log = sampleLog();
    log.act("olga", join("R2", "R3"));
    log.act("olga", join("R1", "R2"));
    expect(groups(log)).toEqual([null, "R1", "R1", null]);
    log.act("olga", part("R2"));
    expect(groups(log)).toEqual([null, null, "R2", null]);
    log.act("olga", part("R3"));
    expect(groups(log)).toEqual([null, null, null, null]);
  });

  it("stays where it is when another leaves", () => {
    const log = sampleLog();
    log.act("olga", join("R2", "R3"));
    log.act("olga", join("R1", "R2"));
    log.act("olga", join("R1", "R4"));
    log.act("olga", part("R3"));
    expect(groups(log)).toEqual([null, "R1", null, "R1"]);
    log.act("olga", part("R2"));
    expect(groups(log)).toEqual([null, null, null, "R1"]);
    expect(foldReview("sample", log.events).records).toEqual(log.state.records);
  });
});

describe("the queue", () => {
  it("brings a postponed record back at the stated place, the same in every replay", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"] }, { records: 6 });
    log.act("ana", decided("R1", "include"));
    log.act("ana", { kind: "screening.postponed", record: "R2", stage: "title-abstract", position: 4 });
    const queue = () => queueOf(log.state, "title-abstract", "ana").records;
    expect(queue()).toEqual(["R3", "R4", "R2", "R5", "R6"]);
    log.act("ana", decided("R3", "include"));
    log.act("ana", decided("R4", "include"));
    expect(queue()).toEqual(["R2", "R5", "R6"]);
    const again = foldReview("sample", log.events);
    expect(queueOf(again, "title-abstract", "ana")).toEqual(queueOf(log.state, "title-abstract", "ana"));
    log.act("ana", decided("R2", "exclude"));
    expect(queue()).toEqual(["R5", "R6"]);
  });

  it("follows a wanted order and puts what it leaves out last", () => {
    const { state } = sampleLog({ ana: ["reviewer"], ben: ["reviewer"] });
    expect(queueOf(state, "title-abstract", "ana", ["R4", "R2", "R9"]).records).toEqual([
      "R4",
      "R2",
      "R1",
      "R3",
    ]);
  });

  it("begins with different records for people of whom one is enough, and leaves out what is settled", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    const of = (who: string) => queueOf(log.state, "title-abstract", who).records;
    expect(of("ana")).toEqual(["R1", "R3", "R2", "R4"]);
    expect(of("ben")).toEqual(["R2", "R4", "R1", "R3"]);
    log.act("ana", decided("R1", "exclude"));
    expect(of("ben")).toEqual(["R2", "R4", "R3"]);
  });

  it("ends for what nobody has read once reading is stopped, and goes on when it is resumed", () => {
    const log = sampleLog();
    log.act("ana", decided("R2", "include"));
    log.act("olga", {
      kind: "screening.stopped",
      stage: "title-abstract",
      rule: "hypergeometric",
      parameters: {},
      saw: { event: log.state.last, records: 4, screened: 1, included: 1, recall: null, probability: null },
    });
    expect(queueOf(log.state, "title-abstract", "ben").records).toEqual(["R2"]);
    expect(status(log, "R1")).toBe("unread");
    log.act("olga", { kind: "screening.resumed", stage: "title-abstract", reason: "more money" });
    expect(queueOf(log.state, "title-abstract", "ben").records).toHaveLength(4);
  });
});

describe("sharing out", () => {
  it("gives everybody the same number, and every two people some records together", () => {
    const people = ["a", "b", "c", "d"];
    const teams = Array.from({ length: 12 }, (_, n) => teamInTurn(people, 2, n));
    for (const one of people) expect(teams.filter((team) => team.includes(one))).toHaveLength(6);
    expect(new Set(teams.map((team) => team.join(""))).size).toBe(6);
    expect(teamInTurn(["a", "b", "c", "d", "e"], 3, 7)).toHaveLength(3);
    expect(
      new Set(Array.from({ length: 10 }, (_, n) => teamInTurn(["a", "b", "c", "d", "e"], 3, n).join())).size,
    ).toBe(10);
  });

  it("moves what waits for a removed member to others, and keeps what they decided", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"], dan: ["reviewer"], cleo: ["adjudicator"] });
    log.act("olga", {
      kind: "screening.assigned",
      stage: "title-abstract",
      records: null,
      members: ["ana", "ben"],
      how: "even",
    });
    expect(queueOf(log.state, "title-abstract", "dan").records).toEqual([]);
    log.act("ben", decided("R1", "include"));
    log.act("ana", decided("R2", "include"));
    log.act("ben", decided("R2", "exclude"));
    log.act("olga", { kind: "member.removed", account: "ben", reason: "left the office" });
    expect(queueOf(log.state, "title-abstract", "dan").records).toEqual(["R3", "R4"]);
    log.act("ana", decided("R1", "include"));
    expect(screeningOutcome(log.state, "R1").stage).toBe("full-text");
    // Their conflict is settled by any adjudicator.
    log.act("cleo", settle("R2", "include"));
    expect(screeningOutcome(log.state, "R2").stage).toBe("full-text");
    log.act("olga", { kind: "screening.reassigned", stage: "title-abstract", from: "ben", to: ["dan"] });
    expect(assignees(log.state, "title-abstract", "R3")).toEqual(["ana", "dan"]);
  });
});

describe("blind work", () => {
  it("hides verdicts, notes and status from the other until the record is settled", () => {
    const log = sampleLog();
    log.act("ana", decided("R1", "include", { reason: "clearly" }));
    log.act("ana", { kind: "screening.noted", record: "R1", text: "a model case" });
    const hidden = (viewer: string | null) =>
      log.events.filter((event) => hiddenFrom(log.state, event, viewer)).map(({ act }) => act.kind);
    const both = ["screening.decided", "screening.noted"];
    expect(hidden("ana")).toEqual([]);
    expect(hidden("operator")).toEqual([]);
    for (const viewer of ["ben", "cleo", "olga", null]) expect(hidden(viewer)).toEqual(both);
    log.act("ben", decided("R1", "exclude"));
    expect(hidden("cleo")).toEqual([]);
    expect(hidden("olga")).toEqual([...both, "screening.decided"]);
    expect(hidden("ben")).toEqual(both);
    expect(outcomeFor(log.state, "R1", "ben").status).toBe("waiting");
    expect(outcomeFor(log.state, "R1", "cleo").status).toBe("conflict");
    log.act("cleo", settle("R1", "exclude"));
    expect(hidden("ben")).toEqual([]);
    expect(outcomeFor(log.state, "R1", null).status).toBe("excluded");
  });

  it("marks a decision made after the others' may have been known", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"], dan: ["reviewer"] });
    log.act("ana", decided("R1", "include"));
    log.act("ben", decided("R1", "include"));
    log.act("dan", decided("R1", "exclude"));
    const all = log.state.screening.stages["title-abstract"].decisions.get("R1");
    expect(all?.map(({ independent }) => independent)).toEqual([true, true, false]);
  });

  it("marks a decision made anew after one was taken back by whoever may have known the other", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"], cleo: ["reviewer", "adjudicator"] });
    const last = (record: string) =>
      log.state.screening.stages["title-abstract"].decisions.get(record)?.at(-1)?.independent;
    const anew = (who: string, record: string) => {
      const one = log.state.screening.stages["title-abstract"].decisions
        .get(record)
        ?.findLast(({ by }) => by === who);
      log.act(who, { kind: "screening.withdrawn", event: one?.event ?? 0 });
    };
    // Alone so far: a slip is mended and nothing was learnt.
    log.act("ana", decided("R1", "exclude"));
    anew("ana", "R1");
    log.act("ana", decided("R1", "include"));
    log.act("ben", decided("R1", "include"));
    expect(last("R1")).toBe(true);
    // Settled: both were told.
    anew("ana", "R1");
    log.act("ana", decided("R1", "exclude"));
    expect(last("R1")).toBe(false);
    // In conflict: only an adjudicator was told.
    log.act("ana", decided("R2", "include"));
    log.act("ben", decided("R2", "exclude"));
    anew("ben", "R2");
    log.act("ben", decided("R2", "include"));
    expect(last("R2")).toBe(true);
    log.act("ana", decided("R3", "include"));
    log.act("ben", decided("R3", "exclude"));
    anew("ben", "R3");
    anew("ana", "R3");
    log.act("cleo", decided("R3", "include"));
    expect(last("R3")).toBe(false);
  });
});

describe("a protocol changed half-way", () => {
  it("keeps decisions under the earlier version, also those sent late", () => {
    const log = sampleLog();
    log.act("ana", decided("R1", "exclude", { criterion: "E2" }));
    const { criteria, ...rest } = sampleProtocol(bothStages());
    log.act("olga", {
      kind: "protocol.set",
      protocol: { ...rest, criteria: criteria.filter(({ id }) => id !== "E2") },
      reason: "E2 was never used as it was meant",
    });
    log.act("ben", decided("R1", "exclude", { criterion: "E2", protocol: 1 }));
    expect(stageOutcome(log.state, "title-abstract", "R1")).toMatchObject({
      status: "excluded",
      criterion: "E2",
    });
    expect(log.refused("ben", decided("R2", "exclude", { criterion: "E2", protocol: 2 }))).toEqual([
      "reviews.criterion-unknown",
    ]);
    expect(log.refused("ben", decided("R2", "exclude", { protocol: 3 }))).toEqual([
      "reviews.protocol-version-unknown",
    ]);
  });

  it("works out anew what an amendment of the number of reviewers changes", () => {
    const log = sampleLog();
    log.act("ana", decided("R1", "include"));
    expect(status(log, "R1")).toBe("waiting");
    log.act("olga", {
      kind: "protocol.set",
      protocol: sampleProtocol(bothStages(1)),
      reason: "one is enough",
    });
    expect(screeningOutcome(log.state, "R1").stage).toBe("full-text");
  });

  it("skips a stage and takes it up again", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    log.act("ana", decided("R1", "include"));
    log.act("olga", { kind: "screening.stage-skipped", stage: "full-text", reason: "reports are short" });
    expect(includedRecords(log.state).map(({ record }) => record.id)).toEqual(["R1"]);
    log.act("olga", { kind: "screening.stage-taken-up", stage: "full-text", reason: "they are not" });
    expect(includedRecords(log.state)).toEqual([]);
    expect(
      log.refused("olga", { kind: "screening.stage-taken-up", stage: "full-text", reason: "again" }),
    ).toEqual(["reviews.stage-stands-otherwise"]);
  });
});
