// The synthesis review of the second source document stands in the demonstration collection, with what its
// summary states and nothing else.

import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { effectsOn, value } from "./sample-review.ts";

describeOnEngines("the review of 2012–2018", (engine) => {
  const store = sharedStore(engine);
  const id = "what-works-2012-2018";
  let effects: Effects;
  beforeAll(async () => {
    effects = effectsOn(store());
    value(await prepareDemonstration(effects));
  });

  it("holds 40 short-listed reports of which 24 are named", async () => {
    const { records, total, searches } = value(
      await useCases.reviewRecords(effects, visitor, { id, limit: 500, offset: 0 }),
    );
    expect(total).toBe(40);
    expect(records.filter(({ evaluation }) => evaluation !== null)).toHaveLength(24);
    expect(searches.map(({ hits }) => hits)).toEqual([24, 16]);
    const independent = records.filter(({ matrix }) => matrix.nature === "independent").length;
    const internal = records.filter(({ matrix }) => matrix.nature === "internal").length;
    // 22 + 12 independent and 2 + 4 internal; the high-level evaluation's nature is not stated in the list.
    expect([independent, internal]).toEqual([33, 6]);
  });

  it("leaves open what the summary leaves open", async () => {
    const { records } = value(await useCases.reviewRecords(effects, visitor, { id, limit: 500, offset: 0 }));
    expect(records.every(({ search }) => search === null)).toBe(true);
    const { versions, protocol } = value(await useCases.review(effects, visitor, { id }));
    expect(protocol?.criteria.map(({ column }) => column).filter((one) => one === "include")).toHaveLength(4);
    expect(versions[0]?.acts).toMatchObject({ "screening.decided": 40 });
  });

  it("is entered once", async () => {
    const before = value(await useCases.review(effects, visitor, { id })).last;
    value(await prepareDemonstration(effects));
    expect(value(await useCases.review(effects, visitor, { id })).last).toBe(before);
  });
});
