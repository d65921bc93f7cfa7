// From the log to the flow, the report and the archive.

import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { type Effects, prepareDemonstration, reproduceArchive, useCases } from "#app";
import { type Actor, operator, type ReviewAct, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import { codesOf, effectsOn, type SampleReview, sampleReview, value } from "./sample-review.ts";

const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
/** As the readme of an archive says: keys sorted, no blanks. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    one !== null && typeof one === "object" && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

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
      expect(svg).toContain("(n\u00a0=\u00a040)");
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

describeOnEngines("a report from prose to archive", (engine) => {
  const store = sharedStore(engine);
  const write = (text: string): ReviewAct => ({
    kind: "report.section-written",
    section: "summary",
    language: "en",
    text,
  });
  const bytesOf = async (sample: SampleReview, actor: Actor) => {
    const download = value(await useCases.downloadReviewArchive(sample.effects, actor, { id: sample.id }));
    const parts: Uint8Array[] = [];
    for await (const part of download.stream) parts.push(part);
    return new Uint8Array(Buffer.concat(parts));
  };

  it("is built only when every sentence rests on a passage or is marked as a view", async () => {
    const sample = await sampleReview(store(), `report-${engine.name.toLowerCase()}`, 3, {
      stages: [
        { stage: "title-abstract", used: true, reviewers: 1, blind: false },
        { stage: "full-text", used: false, reviewers: 1, blind: false },
      ],
    });
    const { effects, id, ana } = sample;
    const publish = () => useCases.publishReviewReport(effects, ana, { id, languages: ["en"], note: null });
    value(await sample.act(ana, write("Pensions help, cf. p. 3. They do so [F9].")));
    expect(codesOf(await publish())).toEqual([
      "reviews.sentence-without-passage",
      "reviews.sentence-without-passage",
    ]);
    value(await sample.act(ana, write("Pensions help, cf. p. 3. We think so.")));
    for (const sentence of ["Pensions help, cf. p. 3.", "We think so."])
      value(
        await sample.act(ana, {
          kind: "report.marked-as-view",
          section: "summary",
          language: "en",
          sentence,
          marked: true,
        }),
      );
    const draft = value(await useCases.reviewReport(effects, ana, { id, lang: "en" }));
    expect(draft.inTheWay).toEqual([]);
    expect(draft.document.edition).toBeNull();

    // Nobody but members before the first edition; everybody after it.
    expect(codesOf(await useCases.reviewReport(effects, visitor, { id, lang: "en" }))).toEqual([
      "app.not-found",
    ]);
    expect(value(await publish())).toEqual({ edition: 1 });
    value(
      await sample.act(ana, {
        kind: "screening.decided",
        record: "R1",
        stage: "title-abstract",
        verdict: "include",
        criterion: null,
        reason: null,
        protocol: 1,
        shown: null,
      }),
    );
    const read = value(await useCases.reviewReport(effects, visitor, { id, lang: "fr" }));
    expect(read.document).toMatchObject({ edition: 1, language: "fr" });
    expect(read.sections).toEqual([]);
    expect(value(await publish())).toEqual({ edition: 2 });
    const difference = value(
      await useCases.compareReviewEditions(effects, visitor, { id, lang: "en", from: 1, to: 2 }),
    );
    expect(difference.numbers).toContainEqual({ id: "flow.included", stored: 0, recomputed: 1 });
    expect(difference.lines.map(({ change }) => change)).toContain("added");

    const archive = await bytesOf(sample, visitor);
    const again = value(reproduceArchive(archive, "archive.zip", effects.codeVersion));
    expect(again).toMatchObject({ review: id, same: true, faults: [] });
    expect(
      again.editions.map(({ edition, differences, documents }) => [edition, differences, documents]),
    ).toEqual([
      [1, [], [{ language: "en", same: true }]],
      [2, [], [{ language: "en", same: true }]],
    ]);
    expect(again.editions[0]?.numbers).toBeGreaterThan(50);
  });

  it("finds a log that was changed, numbers that drifted, and files that are no archive", async () => {
    const sample = await sampleReview(store(), `archive-${engine.name.toLowerCase()}`, 2);
    const { effects, id, ana } = sample;
    value(await useCases.publishReviewReport(effects, ana, { id, languages: ["en", "pt"], note: "First" }));
    const archive = await bytesOf(sample, visitor);
    const parts = unzipSync(archive);
    const changed = (name: string, change: (text: string) => string) =>
      zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] as Uint8Array))) });
    const codes = (bytes: Uint8Array) => {
      const made = reproduceArchive(bytes, "archive.zip", effects.codeVersion);
      return made.ok ? [made.value.same, ...made.value.faults.map(({ code }) => code)] : codesOf(made);
    };
    expect(codes(archive)).toEqual([true]);
    // A title put into the log afterwards.
    expect(codes(changed("log.jsonl", (text) => text.replace("What works", "What we like")))).toContain(
      "app.archive-log-changed",
    );
    // An event taken out.
    expect(codes(changed("log.jsonl", (text) => text.split("\n").slice(1).join("\n")))).toContain(
      "app.archive-log-unreadable",
    );
    // A number beside the log made better: the log gives another.
    expect(
      codes(
        changed("numbers/edition-1.json", (text) =>
          text.replace(/"figure.before": \d+/, '"figure.before": 99'),
        ),
      ),
    ).toEqual([false, "app.archive-part-changed"]);
    // Anything beside the log: changed, taken out or put in.
    for (const name of Object.keys(parts).filter((one) => !/^(log|review)\.json/.test(one)))
      expect(codes(changed(name, (text) => `${text} `)), name).toContain("app.archive-part-changed");
    const { "numbers/now.json": _, ...less } = parts;
    expect(codes(zipSync(less))).toContain("app.archive-part-changed");
    expect(codes(zipSync({ ...parts, "data/more.csv": strToU8("1") }))).toContain("app.archive-part-changed");
    // The protocol changed together with its hash: the log gives another.
    const other = strToU8(
      strFromU8(parts["protocol.json"] as Uint8Array).replace("What works", "What we like"),
    );
    const headOf = (change: (head: Record<string, unknown>) => object) =>
      strToU8(JSON.stringify(change(JSON.parse(strFromU8(parts["review.json"] as Uint8Array)))));
    const files = (head: Record<string, unknown>) => ({
      ...(head.files as object),
      "protocol.json": sha256(other),
    });
    expect(
      codes(
        zipSync({
          ...parts,
          "protocol.json": other,
          "review.json": headOf((head) => ({ ...head, files: files(head) })),
        }),
      ),
    ).toEqual([false, "app.archive-part-changed"]);
    expect(
      codes(zipSync({ ...parts, "review.json": headOf((head) => ({ ...head, title: "Ours" })) })),
    ).toEqual([false, "app.archive-part-changed"]);
    // A log chained anew from end to end still has the hash that its edition froze.
    const lines = strFromU8(parts["log.jsonl"] as Uint8Array)
      .trim()
      .split("\n");
    let chain = sha256(`socle-review/1 ${id}`);
    const forged = lines.map((line) => {
      const { event } = JSON.parse(line.replace('"at":"2026-', '"at":"2025-'));
      chain = sha256(`${chain}${sorted(event)}`);
      return `${JSON.stringify({ chain, event })}\n`;
    });
    const { files: __, ...plain } = JSON.parse(strFromU8(parts["review.json"] as Uint8Array));
    expect(
      codes(
        zipSync({
          ...parts,
          "log.jsonl": strToU8(forged.join("")),
          "review.json": strToU8(JSON.stringify({ ...plain, log: chain })),
        }),
      ),
    ).toContain("app.archive-log-changed");
    // Numbers frozen in the log made better: the log itself gives others, whatever its hashes say.
    const better = reproduceArchive(
      changed("log.jsonl", (text) => text.replace('"figure.before":2', '"figure.before":40')),
      "archive.zip",
      effects.codeVersion,
    );
    expect(value(better).editions[0]?.differences).toEqual([
      { id: "figure.before", stored: 40, recomputed: 2 },
    ]);
    expect(codes(strToU8("no zip at all"))).toEqual(["app.archive-unreadable"]);
    expect(codes(zipSync({ "log.jsonl": strToU8("{}") }))).toEqual(["app.archive-unreadable"]);
    const bomb = zipSync({ ...parts, "log.jsonl": new Uint8Array(30_000_000) }, { level: 9 });
    expect(codes(bomb)).toEqual(["app.archive-too-large"]);
    const deep = `{"chain":"x","event":${"[".repeat(5_000)}${"]".repeat(5_000)}}\n`;
    expect(codes(zipSync({ ...parts, "log.jsonl": strToU8(deep) }))).toEqual(["app.archive-log-unreadable"]);
  });

  it("gives no archive while people work blind, but to the operator", async () => {
    const sample = await sampleReview(store(), `blind-${engine.name.toLowerCase()}`, 2);
    const { effects, id, ana, ben } = sample;
    value(
      await sample.act(ben, {
        kind: "screening.decided",
        record: "R1",
        stage: "title-abstract",
        verdict: "exclude",
        criterion: "X1",
        reason: null,
        protocol: 1,
        shown: null,
      }),
    );
    expect(codesOf(await useCases.downloadReviewArchive(effects, ana, { id }))).toEqual([
      "app.archive-would-unblind",
    ]);
    expect((await bytesOf(sample, operator)).length).toBeGreaterThan(1_000);
  });

  it("lets nobody send an edition with numbers of their own, and only owners publish", async () => {
    const sample = await sampleReview(store(), `forged-${engine.name.toLowerCase()}`, 2);
    const forged: ReviewAct = {
      kind: "report.published",
      edition: 1,
      languages: ["en"],
      event: 1,
      log: "0".repeat(64) as never,
      numbers: { "flow.included": 400 },
      documents: [],
      codeVersion: "x",
      note: null,
    };
    expect(codesOf(await sample.act(sample.ana, forged))).toEqual(["app.edition-by-itself"]);
    const { effects, id, ben } = sample;
    expect(
      codesOf(await useCases.publishReviewReport(effects, ben, { id, languages: ["en"], note: null })),
    ).toEqual(["reviews.not-your-part"]);
  });
});
