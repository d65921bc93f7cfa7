// Corrections outlive readings: what people decided is kept, moved with its words, or listed to be checked.

import { expect, it } from "vitest";
import { type DecidedPassage, passageId } from "#records";
import { describeOnEngines, sharedStore } from "./engines.ts";
import { addedSource, at, later, passage, reading } from "./samples.ts";

const text = "Pay pensions at post offices. Register carers by name. Train the staff well.";
const place = (words: string, within = text) => {
  const start = within.indexOf(words);
  if (start < 0) throw new Error(words);
  return [start, start + words.length] as const;
};

describeOnEngines("corrections", (engine) => {
  const store = sharedStore(engine);
  const proposal = (source: ReturnType<typeof passage>["source"], words: string, within = text) => {
    const spans = [place(words, within)] as const;
    return passage(source, spans[0][0], words, { id: passageId(source, spans), confidence: 0.6 });
  };
  /** A document with three proposals. */
  const document = async (name: string) => {
    const source = await addedSource(store(), name);
    const proposals = [
      "Pay pensions at post offices.",
      "Register carers by name.",
      "Train the staff well.",
    ].map((words) => proposal(source, words));
    await store().catalogue.documents.put(reading(source, text), proposals, at);
    const standing = await store().catalogue.corrections.standing(source);
    return { source, proposals, standing };
  };
  const decide = async (
    act: "accept" | "change-kind" | "reject" | "change-span" | "join",
    before: readonly DecidedPassage[],
    insert: readonly DecidedPassage[],
  ) => {
    const done = await store().transaction(async (catalogue) => ({
      ok: true,
      value: await catalogue.corrections.record({
        source: before[0]!.source,
        act,
        before: before.map((one) => ({ ...one })),
        insert,
        undoes: null,
        textVersion: 1,
        by: "ana",
        at: later,
        comment: null,
      }),
    }));
    if (!done.ok) throw new Error("not recorded");
    return done.value;
  };
  const next = (one: DecidedPassage, other: Partial<DecidedPassage>): DecidedPassage => ({
    ...one,
    version: one.version + 1,
    decidedBy: "ana",
    decidedAt: later,
    ...other,
  });

  it("are appended with what was before and after, and never change", async () => {
    const { source, standing } = await document("appended");
    const [first] = standing;
    await decide("accept", [first!], [next(first!, { decision: "accepted" })]);
    const [event] = await store().catalogue.corrections.history(source, 10);
    expect(event).toMatchObject({
      act: "accept",
      before: [{ id: first!.id, version: 1, decision: "machine" }],
      after: [{ id: first!.id, version: 2, decision: "accepted" }],
      by: "ana",
    });
    expect((await store().catalogue.corrections.standing(source))[0]).toMatchObject({
      version: 2,
      decision: "accepted",
      decidedBy: "ana",
    });
    expect(await store().catalogue.corrections.versions([first!.id])).toMatchObject([
      { version: 1, stands: false },
      { version: 2, stands: true },
    ]);
  });

  it("are kept by a second reading of the same text: accepted stays, rejected stays away, split is not joined", async () => {
    const { source, proposals, standing } = await document("kept");
    const [first, second, third] = standing;
    await decide("change-kind", [first!], [next(first!, { kind: "lesson-learned", decision: "corrected" })]);
    await decide("reject", [second!], [next(second!, { decision: "rejected" })]);
    const shorter = [[third!.spans[0]![0], third!.spans[0]![1] - 6]] as const;
    await decide(
      "change-span",
      [third!],
      [
        next(third!, {
          id: passageId(source, shorter),
          version: 1,
          spans: shorter,
          text: "Train the staff",
          decision: "corrected",
        }),
      ],
    );
    const again = await store().catalogue.documents.reread(
      { ...reading(source, text), readerVersion: "2" },
      // The rejected one comes back two letters shorter and as another kind.
      [proposals[0]!, { ...proposal(source, "gister carers by name."), kind: "finding" }, proposals[2]!],
      later,
    );
    expect(again).toEqual({ added: 0, superseded: 0, unchanged: 2, kept: 2, moved: 0, toCheck: 0 });
    const now = await store().catalogue.corrections.standing(source);
    expect(now.map(({ kind, text: words, decision }) => [kind, words, decision])).toEqual([
      ["lesson-learned", "Pay pensions at post offices.", "corrected"],
      ["recommendation", "Train the staff", "corrected"],
    ]);
    // The address that was cited still leads somewhere.
    expect((await store().catalogue.passages.byId(third!.id))?.text).toBe("Train the staff well.");
    expect((await store().catalogue.corrections.mentioning(source, third!.id))[0]?.after[0]?.id).toBe(
      passageId(source, shorter),
    );
  });

  it("do not hinder a reading from changing what nobody touched", async () => {
    const { source, proposals, standing } = await document("untouched");
    await decide("accept", [standing[0]!], [next(standing[0]!, { decision: "accepted" })]);
    const again = await store().catalogue.documents.reread(
      { ...reading(source, text), readerVersion: "2" },
      [proposals[0]!, { ...proposals[1]!, kind: "finding" }],
      later,
    );
    expect(again).toEqual({ added: 1, superseded: 2, unchanged: 1, kept: 1, moved: 0, toCheck: 0 });
  });

  it("move with their words into another text, the nearest place where there are several", async () => {
    const { source, standing } = await document("moved");
    for (const one of standing.slice(0, 2))
      await decide("accept", [one], [next(one, { decision: "accepted" })]);
    await decide("reject", [standing[2]!], [next(standing[2]!, { decision: "rejected" })]);
    const other =
      "A title page comes first. Pay pensions\n  at post offices. Register carers by name. Register carers by name. Train the staff well.";
    const again = await store().catalogue.documents.reread(
      { ...reading(source, other), readerVersion: "2" },
      [
        proposal(source, "Register carers by name. Register", other),
        proposal(source, "Train the staff well.", other),
      ],
      later,
    );
    expect(again).toEqual({ added: 0, superseded: 0, unchanged: 0, kept: 2, moved: 2, toCheck: 0 });
    const now = await store().catalogue.corrections.standing(source);
    expect(now.map(({ spans }) => spans.map(([from, to]) => other.slice(from, to)))).toEqual([
      ["Pay pensions\n  at post offices."],
      ["Register carers by name."],
    ]);
    expect(now.every(({ decision, textVersion }) => decision === "accepted" && textVersion === 2)).toBe(true);
    const [event] = await store().catalogue.corrections.history(source, 1);
    expect(event).toMatchObject({ act: "move", by: "reader" });
    expect(event?.before).toHaveLength(3);
  });

  it("stay tied to the old text where the new one has not their words, and are listed to be checked", async () => {
    const { source, standing } = await document("to check");
    await decide("accept", [standing[1]!], [next(standing[1]!, { decision: "accepted" })]);
    const other = "Pay pensions at post offices. Train the staff well.";
    const again = await store().catalogue.documents.reread(
      { ...reading(source, other), readerVersion: "2" },
      [proposal(source, "Train the staff well.", other)],
      later,
    );
    expect(again).toMatchObject({ kept: 1, moved: 0, toCheck: 1 });
    const { documents } = await store().catalogue.corrections.queue({
      below: 0.1,
      all: false,
      tiers: ["public"],
      limit: 50,
      offset: 0,
    });
    expect(documents.find((one) => one.source === source)).toMatchObject({
      toCheck: 1,
      unsure: 0,
      decided: 1,
    });
    expect(await store().catalogue.documents.textOf(source, standing[1]!.textVersion)).toBe(text);
    // A later reading that has the words again finds them.
    const back = await store().catalogue.documents.reread(
      { ...reading(source, `First. ${text}`), readerVersion: "3" },
      [],
      later,
    );
    expect(back).toMatchObject({ kept: 1, moved: 1, toCheck: 0 });
  });

  it("count in the queue what is below the confidence asked for, most first", async () => {
    const { source } = await document("queued");
    const queue = (below: number) =>
      store().catalogue.corrections.queue({ below, all: false, tiers: ["public"], limit: 50, offset: 0 });
    expect((await queue(0.7)).documents.find((one) => one.source === source)).toMatchObject({ unsure: 3 });
    expect((await queue(0.5)).documents.find((one) => one.source === source)).toBeUndefined();
    const hidden = await store().catalogue.corrections.queue({
      below: 0.7,
      all: true,
      tiers: ["members"],
      limit: 50,
      offset: 0,
    });
    expect(hidden).toEqual({ total: 0, documents: [] });
  });
});

describeOnEngines("jobs that read many files", (engine) => {
  const store = sharedStore(engine);
  it("give their files one by one, go on after a stop, and give up on a file that ends the program again and again", async () => {
    const jobs = store().catalogue.readingJobs;
    await jobs.add({
      id: "job-1",
      kind: "import",
      state: "running",
      origin: "invented",
      evaluation: null,
      createdAt: at,
      createdBy: "ana",
    });
    const sha256 = await addedSource(store(), "a file of the job");
    for (const name of ["one.txt", "two.txt"]) await jobs.addFile({ job: "job-1", name, sha256, bytes: 3 });
    const first = await jobs.take(at);
    expect(first?.file).toMatchObject({ number: 1, state: "reading", attempts: 1 });
    await jobs.progress("job-1", 1, 7);
    expect(await jobs.counts("job-1")).toEqual({ queued: 1, reading: 1, done: 0, failed: 0, pages: 7 });
    const end = { pages: 9, passages: 2, outcome: null, problems: [], at: later };
    const why = { code: "app.reading-ended", message: "It ended the program." };
    expect(await jobs.recover(2, why, later)).toBe(1);
    expect((await jobs.take(at))?.file.attempts).toBe(2);
    expect(await jobs.recover(2, why, later)).toBe(0);
    expect((await jobs.files("job-1"))[0]).toMatchObject({ state: "failed", problems: [why] });
    await jobs.setState("job-1", "stopped");
    expect(await jobs.take(at)).toBeNull();
    await jobs.setState("job-1", "running");
    expect((await jobs.take(at))?.file.number).toBe(2);
    expect(await jobs.lastEnd("job-1")).toBe(later);
    await jobs.finish("job-1", 2, { ...end, state: "done", at: "2026-12-31T00:00:00.000Z" });
    expect(await jobs.lastEnd("job-1")).toBe("2026-12-31T00:00:00.000Z");
    expect(await jobs.lastEnd("another")).toBeNull();
    const coming = "0".repeat(64) as typeof sha256;
    await jobs.addFile({ job: "job-1", name: "no source yet", sha256: coming, bytes: 3 });
    expect([...(await jobs.tiers("job-1"))]).toEqual([[sha256, "public"]]);
    await jobs.take(at);
    expect(await jobs.take(at)).toBeNull();
    expect(await jobs.retry("job-1")).toBe(1);
    expect(await jobs.take(at, "another")).toBeNull();
    expect((await jobs.take(at, "job-1"))?.file).toMatchObject({ number: 1, attempts: 1 });
  });
});
