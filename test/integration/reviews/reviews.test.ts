// A review from its beginning to its records, through the use cases, on both engines.

import { beforeAll, expect, it } from "vitest";
import { useCases } from "#app";
import { type Actor, operator, type ReviewEvent, visitor } from "#records";
import { foldReview } from "#reviews";
import { describeOnEngines, sharedStore } from "../store/engines.ts";
import {
  codesOf,
  effectsOn,
  protocolOf,
  risOf,
  type SampleReview,
  sampleReview,
  value,
} from "./sample-review.ts";

describeOnEngines("reviews", (engine) => {
  const store = sharedStore(engine);
  let sample: SampleReview;
  const overview = async (actor = sample.ana) =>
    value(await useCases.review(sample.effects, actor, { id: sample.id }));

  beforeAll(async () => {
    sample = await sampleReview(store(), "what-works");
  });

  it("are seen by their members alone until they are published", async () => {
    const { effects, id, ana, ben, stranger } = sample;
    expect(codesOf(await useCases.review(effects, visitor, { id }))).toEqual(["app.not-found"]);
    expect(codesOf(await useCases.review(effects, stranger, { id }))).toEqual(["app.not-found"]);
    expect(codesOf(await useCases.reviewLog(effects, stranger, { id, after: 0, limit: 10 }))).toEqual([
      "app.not-found",
    ]);
    expect(codesOf(await sample.act(stranger, { kind: "review.renamed", title: "Mine" }))).toEqual([
      "app.not-found",
    ]);
    expect(value(await useCases.listReviews(effects, visitor, {})).reviews).toEqual([]);
    expect(value(await useCases.listReviews(effects, ben, {})).reviews.map((one) => one.id)).toContain(id);
    expect((await overview(ana)).parts).toEqual(["owner", "reviewer", "coder"]);
  });

  it("let each member do what their part allows, and say why not", async () => {
    const refused = await sample.act(sample.ben, { kind: "review.renamed", title: "Ben's review" });
    expect(codesOf(refused)).toEqual(["reviews.not-your-part"]);
    const last = await sample.act(sample.ana, {
      kind: "member.removed",
      account: sample.ana.id,
      reason: "Leaves.",
    });
    expect(codesOf(last)).toEqual(["reviews.last-owner"]);
    const { effects, id, ana } = sample;
    const behalf = await useCases.actOnReview(effects, ana, {
      id,
      acts: [{ key: "behalf-of-ben", act: { kind: "review.renamed", title: "x" } }],
      together: true,
      onBehalf: sample.ben.id,
    });
    expect(codesOf(behalf)).toEqual(["access.not-allowed"]);
  });

  it("keep every version of the protocol with what was done under it", async () => {
    const amended = protocolOf({ synthesisPlan: "Thematic synthesis by question and by branch." });
    expect(
      codesOf(await sample.act(sample.ana, { kind: "protocol.set", protocol: amended, reason: null })),
    ).toEqual(["reviews.amendment-without-reason"]);
    value(
      await sample.act(sample.ana, {
        kind: "protocol.set",
        protocol: amended,
        reason: "The board asked for branches.",
      }),
    );
    const { effects, id } = sample;
    const shown = value(await useCases.reviewProtocol(effects, sample.ben, { id, version: undefined }));
    expect(shown.version?.version).toBe(2);
    expect(shown.changes.map(({ field }) => field)).toEqual(["synthesisPlan"]);
    const first = value(await useCases.reviewProtocol(effects, sample.ben, { id, version: 1 }));
    expect(first.version?.acts).toMatchObject({ "records.added": 1, "search.run": 1 });
    expect(first.protocol?.synthesisPlan).toBe("Thematic synthesis by question.");
    const download = value(await useCases.downloadProtocol(effects, sample.ben, { id }));
    const bytes: Uint8Array[] = [];
    for await (const part of download.stream) bytes.push(part);
    expect(JSON.parse(Buffer.concat(bytes).toString())).toMatchObject({
      version: 2,
      protocol: { title: amended.title },
    });
  });

  it("take records from a file once it was looked at, and keep the file", async () => {
    const { effects, id, ana } = sample;
    const before = (await overview()).counts;
    const looked = value(await sample.importFile(ana, "more.nbib", risOf(3, 50), { preview: "yes" }));
    expect(looked).toMatchObject({ format: "ris", found: 3, added: 0, withoutAbstract: 1 });
    expect(looked.notices.length).toBeGreaterThan(0);
    expect((await overview()).counts).toEqual(before);
    const added = value(
      await sample.importFile(ana, "more.nbib", risOf(3, 50), { query: "pension*", date: "2020-01" }),
    );
    expect(added.added).toBe(3);
    const found = value(
      await useCases.reviewRecords(effects, sample.ben, { id, q: "number 51", limit: 10, offset: 0 }),
    );
    expect(found.records.map((one) => one.id)).toEqual(["R8"]);
    const search = found.searches.find((one) => one.id === added.search);
    expect(search).toMatchObject({ query: "pension*", date: "2020-01", records: 3 });
    expect(await effects.store.catalogue.sources.byHash(search!.file!.sha256 as never)).toMatchObject({
      tier: "members",
    });
    expect(codesOf(await sample.importFile(sample.ben, "ben.ris", risOf(1)))).toEqual([
      "reviews.not-your-part",
    ]);
    expect(codesOf(await sample.importFile(ana, "no.ris", "Nothing that could be a reference"))).not.toEqual(
      [],
    );
  });

  it("join duplicates and part them again, and mend records with a reason", async () => {
    const { effects, id, ana, ben } = sample;
    value(
      await sample.act(ben, {
        kind: "duplicates.joined",
        keep: "R1",
        others: ["R2", "R3"],
        reasons: ["same title"],
      }),
    );
    expect((await overview()).counts.duplicates).toBe(2);
    expect(
      codesOf(await sample.act(ben, { kind: "duplicates.joined", keep: "R2", others: ["R4"], reasons: [] })),
    ).toEqual(["reviews.duplicate-unfit"]);
    value(await sample.act(ana, { kind: "duplicate.parted", record: "R3", reason: "Another country." }));
    value(
      await sample.act(ana, {
        kind: "record.edited",
        record: "R5",
        edit: { abstract: "From the printed report." },
        reason: "Abstract was missing.",
      }),
    );
    const whole = value(await useCases.reviewRecord(effects, ben, { id, record: "R5" }));
    expect(whole.record).toMatchObject({ abstract: "From the printed report.", edits: 1 });
    expect(whole.edits).toMatchObject([{ by: "Ana", fields: ["abstract"], reason: "Abstract was missing." }]);
    expect(value(await useCases.reviewRecord(effects, ben, { id, record: "R1" })).duplicates).toMatchObject([
      { id: "R2", reasons: ["same title"] },
    ]);
  });

  it("count an act once however often it is sent, and judge each of several by itself", async () => {
    const { ana } = sample;
    const good = {
      key: "rename-once",
      act: { kind: "review.renamed", title: "What works, and why" },
    } as const;
    const bad = { key: "unknown-record", act: { kind: "record.unlinked", record: "R9999" } } as const;
    const first = value(await sample.send(ana, [good, bad]));
    expect(first.refused.map(({ key }) => key)).toEqual(["unknown-record"]);
    const again = value(await sample.send(ana, [good]));
    expect(again.recorded).toEqual(first.recorded);
    expect(again.last).toBe(first.last);
    expect((await overview()).title).toBe("What works, and why");
  });

  it("write nothing of several acts when one of them does not fit", async () => {
    const { last } = await overview();
    const refused = await sample.act(
      sample.ana,
      { kind: "review.renamed", title: "Half" },
      { kind: "record.unlinked", record: "R9999" },
    );
    expect(codesOf(refused)).toEqual(["reviews.record-unknown"]);
    expect(await overview()).toMatchObject({ last, title: "What works, and why" });
  });

  it("tell each member what waits for them, and how far the review is, as far as they may know", async () => {
    const told = await sampleReview(store(), "overview", 4, {
      stages: [{ stage: "title-abstract", used: true, reviewers: 2, blind: true }],
      appraisal: { instrument: "six-point", version: "1", appraisers: 1 },
      coding: { frame: "From the questions.", coders: 1 },
    });
    const { effects, id, ana, ben, cleo, stranger } = told;
    const at = async (actor = ana) => value(await useCases.reviewProgress(effects, actor, { id }));
    const stage = async (actor = ana) => (await at(actor)).progress.screening[0];
    const decide = async (actor: typeof ana, record: string, verdict: "include" | "exclude") =>
      value(
        await told.act(actor, {
          kind: "screening.decided",
          stage: "title-abstract",
          record,
          verdict,
          criterion: verdict === "exclude" ? "X1" : null,
          reason: null,
          protocol: 1,
          shown: null,
        } as never),
      );
    const screen = { kind: "screen", stage: "title-abstract" };
    expect((await at(ben)).tasks).toEqual([{ ...screen, count: 4 }]);
    // An owner is told of the instrument that was named and not taken in; nobody can appraise before.
    expect((await at(ana)).tasks).toEqual([
      { ...screen, count: 4 },
      { kind: "take-instrument", stage: null, count: null },
    ]);
    expect((await at(cleo)).tasks).toEqual([]);

    for (const record of ["R1", "R2"]) {
      await decide(ana, record, "include");
      await decide(ben, record, record === "R1" ? "include" : "exclude");
    }
    // R2 is a conflict: the adjudicator alone may know.
    expect(await stage(cleo)).toMatchObject({ records: 4, included: 1, conflicts: 1, waiting: 2 });
    expect(await stage(ben)).toMatchObject({ records: 4, included: 1, conflicts: 0, waiting: 3 });
    expect((await at(cleo)).tasks).toEqual([{ kind: "settle", stage: "title-abstract", count: 1 }]);
    expect((await at(ben)).tasks).toEqual([
      { ...screen, count: 2 },
      { kind: "code", stage: null, count: 1 },
    ]);
    expect((await at(ben)).progress).toMatchObject({
      appraisal: { reports: 1, done: 0 },
      extraction: null,
      coding: { reports: 1, done: 0, begun: 0 },
      selected: 1,
      findings: 0,
      edition: null,
    });
    value(await told.act(ben, { kind: "coding.submitted", record: "R1", nothing: null } as never));
    expect((await at(ben)).tasks.map(({ kind }) => kind)).toEqual(["screen", "build-themes"]);
    expect((await at(ben)).progress.coding).toEqual({ reports: 1, done: 1, begun: 0 });

    expect(codesOf(await useCases.reviewProgress(effects, stranger, { id }))).toEqual(["app.not-found"]);
    const mine = value(await useCases.myReviewTasks(effects, ben, {})).reviews;
    expect(mine.find(({ review }) => review.id === id)?.tasks).toEqual((await at(ben)).tasks);
    expect(value(await useCases.myReviewTasks(effects, stranger, {})).reviews).toEqual([]);
    expect(value(await useCases.myReviewTasks(effects, visitor, {})).reviews).toEqual([]);
  });

  it("number acts of many members without gaps, and come to the same state from the log alone", async () => {
    const { ana, ben, effects, id } = sample;
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        sample.act(n % 2 ? ana : ben, {
          kind: "record.edited",
          record: "R4",
          edit: { year: 2000 + n },
          reason: `Correction ${n}.`,
        }),
      ),
    );
    const events: ReviewEvent[] = [];
    for (;;) {
      const part = await effects.store.catalogue.reviews.events(id, events.length, 7);
      events.push(...part);
      if (part.length < 7) break;
    }
    expect(events.map(({ number }) => number)).toEqual(events.map((_, n) => n + 1));
    const folded = foldReview(id, events);
    const shown = value(await useCases.reviewRecord(effects, ana, { id, record: "R4" }));
    expect(folded.records.byId.get("R4")?.record.year).toBe(shown.record.year);
    expect(shown.record.edits).toBe(20);
  });

  it("refuse what the database itself must never allow", async () => {
    const { effects, id } = sample;
    await expect(
      effects.store.transaction(async (catalogue) => {
        await catalogue.reviews.append(id, [
          {
            number: 1,
            key: "overwrite-1",
            at: effects.now(),
            by: "x",
            via: null,
            act: { kind: "review.renamed", title: "x" },
          },
        ]);
        return { ok: true, value: null };
      }),
    ).rejects.toThrow();
  });

  it("begin under a name of their own, once", async () => {
    const effects = effectsOn(store());
    const begun = await useCases.createReview(effects, operator, {
      title: "Qu’est-ce qui marche ? Élargir la protection",
      language: "fr",
      origin: "real",
    });
    expect(value(begun).id).toBe("qu-est-ce-qui-marche-elargir-la-protection");
    const taken = await useCases.createReview(effects, operator, {
      id: sample.id,
      title: "Again",
      language: "en",
      origin: "real",
    });
    expect(codesOf(taken)).toEqual(["app.review-name-taken"]);
    expect(
      codesOf(
        await useCases.createReview(effects, sample.ben, { title: "No", language: "en", origin: "real" }),
      ),
    ).toEqual(["access.not-allowed"]);
  });

  it("tell readers who take no part no abstract of a file, in the log either, and a page of the log is small", async () => {
    const { effects } = sample;
    const open = await sampleReview(store(), "open-log", 0);
    const long = "A long abstract of a publisher. ".repeat(400);
    const ris = Array.from(
      { length: 300 },
      (_, i) => `TY  - RPRT\nTI  - Report ${i}\nAB  - ${long}\nER  - \n`,
    );
    value(await open.importFile(open.ana, "long.ris", ris.join("\n")));
    value(
      await open.act(
        open.ana,
        { kind: "record.edited", record: "R1", edit: { abstract: "Another long one" }, reason: "Mended." },
        { kind: "record.edited", record: "R1", edit: { title: "Report one" }, reason: "Mended." },
        // Linked to an evaluation, a record keeps the abstract of the file it came from.
        { kind: "record.edited", record: "R2", edit: { evaluation: "e-1" }, reason: "Found it." },
      ),
    );
    const page = async (actor: Actor, after: number) =>
      value(await useCases.reviewLog(effects, actor, { id: open.id, after, limit: 100 }));
    const seen: ReviewEvent[] = [];
    let pages = 0;
    for (let after = 0; ; pages++) {
      const { events, last } = await page(open.ana, after);
      if (events.length === 0) break;
      seen.push(...(events as unknown as ReviewEvent[]));
      after = last;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen.map(({ number }) => number)).toEqual(seen.map((_, i) => i + 1));
    expect(JSON.stringify(seen)).toContain("abstract of a publisher");
    // As publishing an edition does it.
    const published: ReviewEvent = {
      number: seen.length + 1,
      key: "published",
      at: effects.now(),
      by: open.ana.id,
      via: null,
      act: { kind: "review.renamed", title: "Open" },
    };
    await store().catalogue.reviews.append(open.id, [published], { publishedAt: effects.now() });
    const told = JSON.stringify((await page(visitor, 0)).events);
    // What is public keeps the day on which it became so.
    const before = (await store().catalogue.reviews.byId(open.id))?.publishedAt;
    const again = { ...published, number: published.number + 1, key: "published-again" };
    await store().catalogue.reviews.append(open.id, [again], { publishedAt: "2099-01-01T00:00:00Z" });
    expect((await store().catalogue.reviews.byId(open.id))?.publishedAt).toBe(before);
    expect(told).toContain("Report 1");
    expect(told).toContain("Report one");
    expect(told).not.toContain("abstract of a publisher");
    expect(told).not.toContain("Another long one");
    const abstractOf = async (actor: Actor) =>
      value(await useCases.reviewRecord(effects, actor, { id: open.id, record: "R2" })).record.abstract;
    expect(await abstractOf(visitor)).toBeNull();
    expect(await abstractOf(open.ana)).toContain("abstract of a publisher");
  });
});
