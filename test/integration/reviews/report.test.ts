// From the log to the flow, the report and the archive.

import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, useCases } from "#app";
import { visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, effectsOn, value } from "./sample-review.ts";

const textOf = async (download: { readonly stream: AsyncIterable<Uint8Array> }): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of download.stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

describeOnEngines("the flow of the review of 2012–2018", (engine) => {
  const store = sharedStore(engine);
  const id = "what-works-2012-2018";
  let effects: Effects;
  beforeAll(async () => {
    effects = effectsOn(store());
    value(await prepareDemonstration(effects));
  });

  it("shows 24 and 16 short-listed and 24 included, and what is unknown as unknown", async () => {
    const flow = value(await useCases.reviewFlow(effects, visitor, { id, lang: "en" }));
    expect(flow.faults).toEqual([]);
    const box = (name: string) => flow.boxes.find((one) => one.id === name);
    expect(box("previous")).toMatchObject({ count: 24 });
    expect(box("registers")).toMatchObject({ count: 16 });
    expect(box("title-abstract")?.count).toBe(40);
    expect(box("title-abstract-excluded")).toMatchObject({
      count: 16,
      parts: [{ kind: "criterion", id: "not-stated", count: 16 }],
    });
    expect(box("included")).toMatchObject({
      count: 24,
      parts: [{ kind: "origin", id: "not-stated", count: 24 }],
    });
    const words = flow.picture?.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
    expect(words?.join(" ")).toContain("new or from the earlier review: not stated");
  });

  it("stands in four languages, as a picture and as numbers", async () => {
    for (const lang of ["en", "fr", "es", "pt"] as const) {
      const svg = await textOf(
        value(await useCases.downloadReviewFlow(effects, visitor, { id, lang, format: "svg" })),
      );
      expect(svg).toContain(`lang="${lang}"`);
      expect(svg).toContain("(n = 40)");
    }
    const csv = await textOf(
      value(await useCases.downloadReviewFlow(effects, visitor, { id, lang: "en", format: "csv" })),
    );
    expect(csv).toContain("title-abstract-excluded,criterion,not-stated,16,\n");
  });

  it("can be asked for as it was, and says where the log has nothing", async () => {
    // The review, its protocol, two searches, the records: nobody had decided yet.
    const before = value(await useCases.reviewFlow(effects, visitor, { id, at: "5", lang: "en" }));
    expect(before.boxes.find((one) => one.id === "title-abstract")?.parts).toEqual([
      { kind: "open", id: "waiting", count: 40 },
    ]);
    const never = await useCases.reviewFlow(effects, visitor, { id, at: "1999-01-01", lang: "en" });
    expect(codesOf(never)).toEqual(["app.not-found"]);
    expect(codesOf(await useCases.reviewFlow(effects, visitor, { id, at: "999", lang: "en" }))).toEqual([
      "app.not-found",
    ]);
  });
});
