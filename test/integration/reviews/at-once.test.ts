// Many people at the same review at the same time: the log has no gap, and nothing that was refused remains.

import { beforeAll, expect, it } from "vitest";
import { useCases } from "#app";
import type { ReviewAct } from "#records";
import { foldReview } from "#reviews";
import { reviewState } from "../../../src/app/reviews/review-states.ts";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, type SampleReview, sampleReview, value } from "./sample-review.ts";

const decided = (record: string, verdict: "include" | "exclude" = "include"): ReviewAct => ({
  kind: "screening.decided",
  record,
  stage: "title-abstract",
  verdict,
  criterion: null,
  reason: null,
  protocol: 1,
  shown: null,
});
const note = (text: string): ReviewAct => ({ kind: "screening.noted", record: "R1", text });

describeOnEngines("a review with many people at once", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  beforeAll(async () => {
    sample = await sampleReview(store(), "at-once", 20);
  });
  const seen = async () => value(await useCases.review(sample.effects, sample.ana, { id: sample.id })).last;
  const numbers = async () =>
    (await store().catalogue.reviews.events(sample.id, 0, 10_000)).map(({ number }) => number);

  it("forgets acts that were refused together, whoever reads meanwhile", async () => {
    const before = await seen();
    for (let round = 0; round < 8; round++) {
      const refused = sample.act(
        sample.ben,
        ...Array.from({ length: 40 }, (_, i) => note(`${i}`)),
        decided("R999"),
      );
      const reading: Promise<number>[] = [];
      for (let i = 0; i < 30; i++) {
        reading.push(seen());
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      expect(new Set(await Promise.all(reading))).toEqual(new Set([before]));
      expect((await refused).ok).toBe(false);
      expect(await seen()).toBe(before);
    }
    value(await sample.act(sample.ben, note("the next")));
    expect(await numbers()).toEqual(Array.from({ length: before + 1 }, (_, i) => i + 1));
  });

  it("tells nobody of acts that are still judged, whatever becomes of them", async () => {
    const before = await seen();
    const { catalogue } = store();
    // What a slow answer holds while somebody else's acts are judged; the clock is asked for each act that fits.
    const held = await reviewState(store(), catalogue, sample.id);
    let looks = 0;
    const watching = {
      ...sample.effects,
      now: () => {
        looks++;
        expect(held.last).toBe(before);
        return sample.effects.now();
      },
    };
    const send = (acts: readonly ReviewAct[]) =>
      useCases.actOnReview(watching, sample.ben, {
        id: sample.id,
        acts: acts.map((act, i) => ({ key: `judged-${before}-${acts.length}-${i}`, act })) as never,
        together: true,
      });
    const refused = send([note("1"), note("2"), note("3"), decided("R999")]);
    const reading = seen();
    expect((await refused).ok).toBe(false);
    expect(looks).toBe(3);
    expect(await reading).toBe(before);
    expect(held.last).toBe(before);
    expect(value(await send([note("1"), note("2"), note("3")])).last).toBe(before + 3);
    expect(held.last).toBe(before + 3);
    expect(await seen()).toBe(before + 3);
    expect(await reviewState(store(), catalogue, sample.id)).toEqual(
      foldReview(sample.id, await catalogue.reviews.events(sample.id, 0, 10_000)),
    );
  });

  it("records nothing of a page that was left open when somebody else signs in", async () => {
    const before = await seen();
    const sent = await useCases.actOnReview(sample.effects, sample.ben, {
      id: sample.id,
      acts: [{ key: "left-open-page", act: decided("R1") }] as never,
      together: false,
      account: sample.ana.id,
    });
    expect(codesOf(sent)).toEqual(["app.signed-in-otherwise"]);
    expect(await seen()).toBe(before);
  });

  it("records each act once where many arrive at once, also twice, and keeps no gap", async () => {
    const acts = Array.from({ length: 20 }, (_, i) => `R${i + 1}`);
    const answers = await Promise.all(
      [sample.ana, sample.ben].flatMap((actor) =>
        [1, 2].flatMap(() =>
          acts.map((record) =>
            sample.send(actor, [{ key: `decided-${actor.id}-${record}`, act: decided(record) }]),
          ),
        ),
      ),
    );
    for (const answer of answers) expect(value(answer).refused).toEqual([]);
    const all = await numbers();
    expect(all).toEqual(Array.from({ length: all.length }, (_, i) => i + 1));
    const events = await store().catalogue.reviews.events(sample.id, 0, 10_000);
    expect(events.filter(({ act }) => act.kind === "screening.decided")).toHaveLength(40);
    const { stages } = value(await useCases.reviewScreening(sample.effects, sample.ana, { id: sample.id }));
    expect(stages[0]?.counts).toMatchObject({ included: 20, waiting: 0 });
  });
});
