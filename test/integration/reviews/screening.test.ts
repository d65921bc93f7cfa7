// Screening through the use cases, on both engines: what each person is shown, what nobody is told too early,
// and what two people at once come to.

import { beforeAll, expect, it } from "vitest";
import { useCases } from "#app";
import { type RouteName, routes } from "#contract";
import type { Actor, ReviewAct } from "#records";
import { operator, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, protocolOf, risOf, type SampleReview, sampleReview, value } from "./sample-review.ts";

const stage = "title-abstract" as const;
const decision = (
  record: string,
  verdict: "include" | "possible" | "exclude",
  more: object = {},
): ReviewAct => ({
  kind: "screening.decided",
  record,
  stage,
  verdict,
  criterion: null,
  reason: null,
  protocol: 1,
  shown: null,
  ...more,
});

describeOnEngines("screening", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  const queue = async (actor: Actor, more: object = {}) =>
    value(
      await useCases.screeningQueue(sample.effects, actor, {
        id: sample.id,
        stage,
        limit: 50,
        ...more,
      } as never),
    );
  const ids = async (actor: Actor, more: object = {}) =>
    (await queue(actor, more)).records.map(({ record }) => record.id);
  const shown = async (actor: Actor, record: string) =>
    value(await useCases.screenedRecord(sample.effects, actor, { id: sample.id, record }));
  const progress = async (actor: Actor) =>
    value(await useCases.screeningProgress(sample.effects, actor, { id: sample.id, stage }));

  beforeAll(async () => {
    sample = await sampleReview(store(), "screening");
  });

  it("shows each reviewer their records, and nobody else any", async () => {
    expect(await ids(sample.ana)).toEqual(["R1", "R2", "R3", "R4", "R5", "R6"]);
    const first = (await queue(sample.ben)).records[0];
    expect(first?.shown).toEqual({ order: "as-listed", model: null, rank: 1, score: null });
    for (const actor of [sample.cleo, operator])
      expect(
        codesOf(
          await useCases.screeningQueue(sample.effects, actor, { id: sample.id, stage, limit: 5 } as never),
        ),
      ).toEqual(actor === operator ? [] : ["reviews.not-your-part"]);
    expect(
      codesOf(
        await useCases.screeningQueue(sample.effects, sample.stranger, {
          id: sample.id,
          stage,
          limit: 5,
        } as never),
      ),
    ).toEqual(["app.not-found"]);
  });

  it("shows a record without an abstract like any other, and says that it has none", async () => {
    const five = (await queue(sample.ana)).records.find(({ record }) => record.id === "R5");
    expect(five?.record.abstract).toBeNull();
    value(await sample.act(sample.ana, decision("R5", "possible", { reason: "No abstract to go by." })));
    expect((await shown(sample.ana, "R5")).own).toMatchObject({ verdict: "possible" });
  });

  it("keeps what one decided from the other, on every address and in the log, until both are in", async () => {
    const secret = "a reason that gives the verdict away";
    value(
      await sample.act(sample.ana, decision("R1", "exclude", { criterion: "X1", reason: secret }), {
        kind: "screening.noted",
        record: "R1",
        text: `note: ${secret}`,
      }),
    );
    const told = async (actor: Actor): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const [name, route] of Object.entries(routes)) {
        if (route.method !== "GET" || !route.path.startsWith("/api/reviews/:id")) continue;
        const input = {
          id: sample.id,
          record: "R1",
          stage,
          after: 0,
          limit: 500,
          offset: 0,
          account: sample.ana.id,
          format: "json",
        };
        const use = useCases[name as Exclude<RouteName, "command">] as
          | ((...args: readonly unknown[]) => Promise<{ readonly ok: boolean; readonly value: unknown }>)
          | undefined;
        if (!use) continue;
        const answer = await use(sample.effects, actor, input).catch(() => ({ ok: false, value: null }));
        if (!answer.ok) continue;
        let text = JSON.stringify(answer.value);
        const { stream } = answer.value as { readonly stream?: AsyncIterable<Uint8Array> };
        if (stream) for await (const bytes of stream) text += Buffer.from(bytes).toString();
        if (text.includes(secret)) found.push(name);
      }
      return found;
    };
    for (const actor of [sample.ben, sample.cleo]) expect(await told(actor)).toEqual([]);
    expect(await told(sample.ana)).toEqual(
      expect.arrayContaining(["reviewLog", "screenedRecord", "screeningDecisions"]),
    );
    const log = value(
      await useCases.reviewLog(sample.effects, sample.ben, { id: sample.id, after: 0, limit: 500 }),
    );
    // Ana's two decisions and her note.
    expect(log.hidden).toBe(3);
    const one = await shown(sample.ben, "R1");
    expect(one).toMatchObject({ status: "waiting", own: null, history: [], hidden: 2 });

    value(await sample.act(sample.ben, decision("R1", "include")));
    expect(await told(sample.ben)).toEqual([]);
    expect((await shown(sample.ben, "R1")).status).toBe("waiting");
    const settled = await told(sample.cleo);
    expect(settled).toEqual(expect.arrayContaining(["screeningConflicts", "reviewLog", "screenedRecord"]));
  });

  it("lets an adjudicator settle a conflict, and shows everybody what was decided then", async () => {
    const input = { id: sample.id, stage, limit: 50, offset: 0 };
    expect(value(await useCases.screeningConflicts(sample.effects, sample.ben, input))).toMatchObject({
      total: 0,
      may: false,
      conflicts: [],
    });
    const { conflicts } = value(await useCases.screeningConflicts(sample.effects, sample.cleo, input));
    expect(conflicts.map(({ record, voices }) => [record.id, voices.map(({ verdict }) => verdict)])).toEqual([
      ["R1", ["exclude", "include"]],
    ]);
    const settle: ReviewAct = {
      kind: "screening.adjudicated",
      record: "R1",
      stage,
      verdict: "exclude",
      criterion: "X1",
      reason: "About roads.",
    };
    expect(codesOf(await sample.act(sample.ben, settle))).toEqual(["reviews.not-your-part"]);
    value(await sample.act(sample.cleo, settle));
    expect(await shown(sample.ben, "R1")).toMatchObject({ status: "excluded", criterion: "X1", hidden: 0 });
  });

  it("counts both of two people who decide on the same record at the same moment", async () => {
    await Promise.all([
      sample.act(sample.ana, decision("R2", "include")),
      sample.act(sample.ben, decision("R2", "include")),
      sample.act(sample.ana, decision("R3", "include")),
      sample.act(sample.ben, decision("R3", "exclude")),
    ]);
    expect((await shown(sample.cleo, "R2")).stage).toBe("full-text");
    expect((await shown(sample.cleo, "R3")).status).toBe("conflict");
    const { counts, members } = await progress(sample.ana);
    // That R3 is a conflict would tell each of them what the other said: at no address is it counted as one.
    expect(counts).toMatchObject({ records: 6, included: 1, excluded: 1, conflict: 0, waiting: 4, begun: 2 });
    const known = { records: 6, included: 1, excluded: 1, conflict: 1, waiting: 3, begun: 1 };
    expect((await progress(sample.cleo)).counts).toMatchObject(known);
    const openOf = async (actor: Actor) =>
      value(await useCases.reviewFlow(sample.effects, actor, { id: sample.id, lang: "en" })).boxes.flatMap(
        ({ parts }) => parts.flatMap(({ kind, id, count }) => (kind === "open" ? [[id, count]] : [])),
      );
    expect(await openOf(sample.ben)).toContainEqual(["waiting", 4]);
    expect(await openOf(sample.cleo)).toContainEqual(["conflict", 1]);
    expect(members.map(({ name, decided }) => [name, decided])).toEqual([
      ["Ana", 4],
      ["Ben", 3],
    ]);
  });

  it("takes decisions that were made without a connection later, each once", async () => {
    const acts = ["R4", "R6"].map((record, n) => ({
      key: `offline-${n}-of-ana`,
      act: decision(record, "include"),
    }));
    const first = value(await sample.send(sample.ana, acts));
    const again = value(await sample.send(sample.ana, acts));
    expect(again.recorded).toEqual(first.recorded);
    expect(
      value(
        await useCases.ownDecisions(sample.effects, sample.ana, { id: sample.id, stage, limit: 2 }),
      ).decisions.map(({ record }) => record),
    ).toEqual(["R6", "R4"]);
  });

  it("keeps and lists what was decided under an earlier protocol", async () => {
    value(
      await sample.act(sample.ana, {
        kind: "protocol.set",
        protocol: protocolOf({ background: "Sixty evaluations were found." }),
        reason: "The search was run again.",
      }),
    );
    const { earlier, protocol } = await progress(sample.ben);
    expect(protocol).toBe(2);
    expect(earlier.total).toBeGreaterThan(5);
    expect(earlier.decisions.every(({ protocol: version }) => version === 1)).toBe(true);
    value(await sample.act(sample.ben, decision("R4", "include")));
    expect((await shown(sample.ben, "R4")).stage).toBe("full-text");
  });

  it("gives agreement with the pairs it rests on, decisions alone left out", async () => {
    const agreement = value(
      await useCases.screeningAgreement(sample.effects, sample.cleo, { id: sample.id, stage }),
    );
    // R1 and R3 apart, R2 and R4 alike.
    expect(agreement).toMatchObject({ records: 4, raters: ["Ana", "Ben"], notIndependent: 0 });
    expect(agreement.percent).toMatchObject({ value: 0.5, pairs: 4 });
    expect(agreement.cohen.pairs).toBe(4);
    expect(agreement.alpha.value).toBeCloseTo(1 - (7 * 4) / (2 * (6 * 2)), 12);
  });

  it("moves what waits for a removed reviewer, and keeps what they decided", async () => {
    value(
      await sample.act(
        sample.ana,
        { kind: "member.added", account: sample.stranger.id, name: "", parts: ["reviewer"] },
        {
          kind: "screening.assigned",
          stage,
          records: null,
          members: [sample.ana.id, sample.ben.id],
          how: "even",
        },
      ),
    );
    expect(await ids(sample.stranger)).toEqual([]);
    value(
      await sample.act(sample.ana, {
        kind: "member.removed",
        account: sample.ben.id,
        reason: "Left the office.",
      }),
    );
    expect(await ids(sample.stranger)).toEqual(["R5", "R6"]);
    const { members } = await progress(sample.ana);
    expect(members.find(({ name }) => name === "Ben")).toMatchObject({ decided: 4, waiting: 0, left: true });
    const { conflicts } = value(
      await useCases.screeningConflicts(sample.effects, sample.cleo, {
        id: sample.id,
        stage,
        limit: 9,
        offset: 0,
      }),
    );
    // The voices come in the order of their accounts, which differs from run to run.
    expect(conflicts[0]?.voices.map(({ left }) => left).toSorted()).toEqual([false, true]);
  });

  it("orders a large stack by the criteria first and by learning then, and stays out of the way of a small one", async () => {
    expect((await queue(sample.ana, { order: "learning" })).order).toMatchObject({
      given: "as-listed",
      why: "small",
      least: 200,
    });
    const large = await sampleReview(store(), "screening-large", 0, {
      stages: [{ stage, used: true, reviewers: 1, blind: true }],
      order: "learning",
    });
    const ris = risOf(240).replaceAll(/country (\d*[05])\./g, "fishery $1.");
    value(await large.importFile(large.ana, "large.ris", ris));
    const next = async (more: object = {}) =>
      value(
        await useCases.screeningQueue(large.effects, large.ana, {
          id: large.id,
          stage,
          limit: 50,
          ...more,
        } as never),
      );
    const cold = await next();
    expect(cold.order).toMatchObject({ asked: "learning", given: "criteria", why: "no-labels" });
    // Records without an abstract tell the criteria least.
    expect(cold.records.every(({ record }) => record.abstract !== null)).toBe(true);
    const decide = async (record: string, verdict: "include" | "exclude") =>
      value(await large.act(large.ana, decision(record, verdict)));
    await decide("R1", "include");
    await decide("R2", "exclude");
    const learnt = await next();
    expect(learnt.order).toMatchObject({
      given: "learning",
      why: null,
      labels: { relevant: 1, irrelevant: 1 },
    });
    const [top] = learnt.records;
    expect(top?.shown).toMatchObject({ order: "learning", model: learnt.order.model });
    const why = value(
      await useCases.whyRanked(large.effects, large.ana, { id: large.id, stage, record: top!.record.id }),
    );
    expect(why.rank).toBe(top!.shown.rank);
    expect(why.terms.length).toBeGreaterThan(0);
    expect(why.nearest[0]).toMatchObject({ record: "R1" });
    const drawn = await next({ order: "random" });
    expect(drawn.order.given).toBe("random");
    expect((await next({ order: "random" })).records).toEqual(drawn.records);
  });

  it("says what every stopping rule makes of the stage, and stops by an act that tells what was seen", async () => {
    const { stopping } = await progress(sample.ana);
    expect(stopping.map(({ rule }) => rule)).toContain("certified");
    const [rule] = stopping;
    expect(rule).toMatchObject({ records: 6, read: 3, found: 2 });
    value(
      await sample.act(sample.ana, {
        kind: "screening.stopped",
        stage,
        rule: rule!.rule,
        parameters: { targetRecall: rule!.targetRecall, confidence: rule!.confidence },
        saw: { event: 1, records: 6, screened: 3, included: 2, recall: null, probability: null },
      }),
    );
    expect((await progress(sample.ana)).stops).toMatchObject([{ rule: rule!.rule, resumed: null }]);
    expect(
      codesOf(await sample.act(sample.ben, { kind: "screening.resumed", stage, reason: "One more week." })),
    ).toEqual(["reviews.not-your-part"]);
  });

  it("tells visitors of a review nothing before it is published", async () => {
    for (const use of [useCases.reviewScreening, useCases.screeningDecisions])
      expect(codesOf(await use(sample.effects, visitor, { id: sample.id }))).toEqual(["app.not-found"]);
  });
});
