import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenFrom } from "../blind.ts";
import { stageAgreement } from "./agreement.ts";
import { recordHistory } from "./history.ts";
import { earlierDecisions, memberProgress, settledInOrder, stageCounts, toSettle } from "./progress.ts";
import { bothStages, decided, sampleCriteria, sampleLog, sampleProtocol } from "./sample-log.ts";

const stage = "title-abstract";
const verdicts = ["include", "possible", "exclude"] as const;

describe("the counts of a stage", () => {
  it("hold every record once, and hand on to the next stage exactly those included", () => {
    const step = fc.record({
      by: fc.constantFrom("ana", "ben", "dan"),
      record: fc.integer({ min: 1, max: 6 }),
      verdict: fc.constantFrom(...verdicts),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"], dan: ["reviewer"] }, { records: 7 });
        log.act("olga", { kind: "duplicates.joined", keep: "R1", others: ["R7"], reasons: [] });
        for (const { by, record, verdict } of steps) log.act(by, decided(`R${record}`, verdict));
        const counts = stageCounts(log.state, stage);
        const { waiting, conflict, possible, included, excluded, unread, records } = counts;
        expect(records).toBe(6);
        expect(waiting + conflict + possible + included + excluded + unread).toBe(records);
        expect(stageCounts(log.state, "full-text").records).toBe(included);
        expect(toSettle(log.state, stage)).toHaveLength(conflict + possible);
        // What one may not see is hidden in the history of a record and in the log alike.
        for (const viewer of ["ana", "ben", "dan", "olga", null]) {
          const inLog = log.events.filter((event) => hiddenFrom(log.state, event, viewer)).length;
          let inHistories = 0;
          for (let n = 1; n <= 6; n++) inHistories += recordHistory(log.state, `R${n}`, viewer).hidden;
          expect(inHistories).toBe(inLog);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("agreement", () => {
  it("of two people with 60 common of 100 records rests on 60 pairs, whatever the others of each are", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"] }, { records: 100 });
    for (let n = 1; n <= 80; n++) log.act("ana", decided(`R${n}`, n % 4 === 0 ? "include" : "exclude"));
    for (let n = 21; n <= 100; n++) log.act("ben", decided(`R${n}`, n % 5 === 0 ? "include" : "exclude"));
    const found = stageAgreement(log.state, stage, { replicates: 50 });
    if (!found.ok) throw new Error("no table");
    const { percent, cohen, alpha, gwet, fleiss } = found.value.summary;
    for (const figure of [percent, cohen, alpha, gwet, fleiss]) expect(figure.pairs).toBe(60);
    // R21 to R80: apart where one of 4 and 5 divides the number, not both (15 + 12 - 2 · 3).
    expect(percent.value).toBeCloseTo((60 - 21) / 60, 12);
  });

  it("leaves out what was decided when the others’ decision could be known", () => {
    const log = sampleLog({ ana: ["reviewer"], ben: ["reviewer"] });
    log.act("ana", decided("R1", "include"));
    log.act("ben", decided("R1", "include"));
    log.act("ben", decided("R1", "exclude"));
    const found = stageAgreement(log.state, stage, { replicates: 0 });
    if (!found.ok) throw new Error("no table");
    expect(found.value).toMatchObject({ records: 1, notIndependent: 1 });
    expect(found.value.summary.percent.value).toBe(1);
  });

  it("has none where a protocol lets people see each other’s decisions, but for the first", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(2, false)) });
    log.act("ana", decided("R1", "include"));
    log.act("ben", decided("R1", "include"));
    const found = stageAgreement(log.state, stage, { replicates: 0 });
    expect(found.ok && found.value.summary.percent).toMatchObject({ pairs: 0, value: null });
    expect(found.ok && found.value.notIndependent).toBe(1);
  });
});

describe("what else is told of a stage", () => {
  it("lists decisions under an earlier protocol, and whether their criterion stands", () => {
    const log = sampleLog();
    log.act("ana", decided("R1", "exclude", { criterion: "E1" }));
    log.act("ana", decided("R2", "exclude", { criterion: "E2" }));
    const criteria = sampleCriteria.map((one) =>
      one.id === "E2" ? { ...one, text: "No evaluation at all" } : one,
    );
    log.act("olga", {
      kind: "protocol.set",
      protocol: sampleProtocol(bothStages(), { criteria }),
      reason: "E2 was not clear",
    });
    log.act("ana", decided("R3", "exclude", { protocol: 2 }));
    expect(
      earlierDecisions(log.state, stage).map(({ record, criterionChanged }) => [record, criterionChanged]),
    ).toEqual([
      ["R1", false],
      ["R2", true],
    ]);
  });

  it("gives rules for stopping settled records alone, in the order of reading, draws told apart", () => {
    const log = sampleLog(undefined, { protocol: sampleProtocol(bothStages(1)) });
    const drawn = { order: "random", model: null, rank: 1, score: null } as const;
    log.act("ana", decided("R3", "include"));
    log.act("ana", decided("R1", "exclude", { shown: drawn }));
    log.act("ana", decided("R2", "possible"));
    expect(settledInOrder(log.state, stage)).toEqual({
      total: 4,
      labels: [1, 0],
      drawnAtRandom: [0, 1],
      open: 1,
    });
  });

  it("counts what each member decided, and what waits for them", () => {
    const log = sampleLog();
    log.act("ana", decided("R1", "include"));
    log.act("ana", { kind: "screening.postponed", record: "R2", stage, position: 9 });
    expect(memberProgress(log.state, stage)).toEqual([
      { account: "ana", decided: 1, waiting: 3, postponed: 1, left: false },
      { account: "ben", decided: 0, waiting: 4, postponed: 0, left: false },
    ]);
  });
});
