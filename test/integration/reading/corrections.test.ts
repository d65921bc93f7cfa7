// Correcting what was read, through the use cases: each act, its undo, two people at once, a second reading.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RouteReply, useCases } from "#app";
import type { Actor } from "#records";
import { reportOf, type WorkPlace, workPlace } from "./work-place.ts";

type Corrections = RouteReply<"documentCorrections">;
type Shown = Corrections["passages"][number];

let place: WorkPlace;
let ana: Actor;
let ben: Actor;
beforeAll(async () => {
  place = await workPlace();
  ana = await place.person("Ana", "reviewer");
  ben = await place.person("Ben", "reviewer");
});
afterAll(() => place.close());

let made = 0;
/** A report with three recommendations that were read from it. */
async function report(): Promise<{
  readonly sha256: string;
  readonly state: Corrections;
  readonly text: string;
}> {
  const text = reportOf(`Evaluation number ${++made}`, [
    "The agency should pay pensions at post offices. It should pay them monthly.",
    "The agency should register carers by name.",
    "The ministry should train its staff.",
  ]);
  const upload = await place.file("report.txt", text);
  const came = await useCases.importReport(place.effects, ana, {
    name: "report.txt",
    origin: "invented",
    upload,
  });
  if (!came.ok) throw new Error(JSON.stringify(came.problems));
  const sha256 = came.value.ids[0]!;
  return { sha256, state: await look(sha256), text };
}
async function look(sha256: string, who = ana): Promise<Corrections> {
  const found = await useCases.documentCorrections(place.effects, who, { sha256 });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
type Asked = Parameters<typeof useCases.correctDocument>[2];
type Without<T> = T extends unknown ? Omit<T, "sha256" | "textVersion"> : never;
const ask = (sha256: string, asked: Without<Asked>, who = ana, textVersion = 1) =>
  useCases.correctDocument(place.effects, who, { sha256, textVersion, ...asked } as Asked);
async function done(sha256: string, asked: Without<Asked>, who = ana, textVersion = 1): Promise<Corrections> {
  const answer = await ask(sha256, asked, who, textVersion);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}
const seen = (...passages: readonly Shown[]) => passages.map(({ id, version }) => ({ id, version }));
const words = ({ passages }: Corrections) =>
  passages.map(({ kind, text, decision }) => `${decision} ${kind}: ${text}`);

describe("each act", () => {
  it("accepts proposals, many at once, and takes all of them back with one undo", async () => {
    const { sha256, state } = await report();
    const after = await done(sha256, { act: "accept", passages: seen(...state.passages) });
    expect(after.passages.map(({ decision, decidedBy }) => [decision, decidedBy])).toEqual([
      ["accepted", "Ana"],
      ["accepted", "Ana"],
      ["accepted", "Ana"],
    ]);
    const back = await done(sha256, { act: "undo", number: after.history[0]!.number });
    expect(back.passages.map(({ decision }) => decision)).toEqual(["machine", "machine", "machine"]);
    expect(words(back)).toEqual(words(state));
    // Taking back the taking back is the act again.
    const again = await done(sha256, { act: "undo", number: back.history[0]!.number });
    expect(words(again)).toEqual(words(after));
  });

  it("changes a kind and keeps the address", async () => {
    const { sha256, state } = await report();
    const [first] = state.passages;
    const after = await done(sha256, { act: "change-kind", passages: seen(first!), kind: "lesson-learned" });
    expect(after.passages[0]).toMatchObject({
      id: first!.id,
      version: 2,
      kind: "lesson-learned",
      decision: "corrected",
      confidence: 1,
    });
    expect(after.passages[0]?.reason).toContain("recommendation");
  });

  it("splits at the caret, joins again, and says under the old address what took its place", async () => {
    const { sha256, state, text } = await report();
    const [first] = state.passages;
    const at = text.indexOf(" It should pay them monthly.");
    const split = await done(sha256, { act: "split", passages: seen(first!), at });
    expect(split.passages.slice(0, 2).map((one) => [one.label, one.text])).toEqual([
      ["1", "The agency should pay pensions at post offices."],
      [null, "It should pay them monthly."],
    ]);
    const history = await useCases.passageHistory(place.effects, ana, { id: first!.id });
    expect(history).toMatchObject({
      ok: true,
      value: {
        stands: false,
        passage: { text: first!.text },
        replacedBy: [{ id: split.passages[0]!.id }, { id: split.passages[1]!.id }],
      },
    });
    const joined = await done(sha256, {
      act: "join",
      passages: seen(split.passages[0]!, split.passages[1]!),
    });
    expect(joined.passages[0]).toMatchObject({ id: first!.id, version: 2, label: "1" });
    expect(joined.passages[0]?.text.replace(/\s+/g, " ")).toBe(first!.text.replace(/\s+/g, " "));
  });

  it("takes acts back one after the other, the last first", async () => {
    const { sha256, state, text } = await report();
    const at = text.indexOf(" It should pay them monthly.");
    const split = await done(sha256, { act: "split", passages: seen(state.passages[0]!), at });
    const joined = await done(sha256, {
      act: "join",
      passages: seen(split.passages[0]!, split.passages[1]!),
    });
    await done(sha256, { act: "undo", number: joined.history[0]!.number });
    const back = await done(sha256, { act: "undo", number: split.history[0]!.number });
    expect(words(back)).toEqual(words(state));
  });

  it("moves the ends of a passage, without the blanks around", async () => {
    const { sha256, state, text } = await report();
    const start = text.indexOf("register carers");
    const after = await done(sha256, {
      act: "change-span",
      passages: seen(state.passages[1]!),
      spans: [[start - 1, start + "register carers".length + 1]],
    });
    expect(after.passages[1]).toMatchObject({ text: "register carers", decision: "corrected" });
  });

  it("rejects, restores, and rejects again by taking the restoring back", async () => {
    const { sha256, state } = await report();
    const rejected = await done(sha256, { act: "reject", passages: seen(state.passages[2]!) });
    expect(rejected.passages).toHaveLength(2);
    expect(rejected.rejected.map(({ text }) => text)).toEqual([state.passages[2]!.text]);
    const restored = await done(sha256, { act: "restore", passages: seen(rejected.rejected[0]!) });
    expect(words(restored)).toEqual(words(state));
    const back = await done(sha256, { act: "undo", number: restored.history[0]!.number });
    expect(words(back)).toEqual(words(rejected));
    expect(back.rejected).toHaveLength(1);
  });

  it("adds a passage from marked words, under the heading above them", async () => {
    const { sha256, text } = await report();
    const after = await done(sha256, {
      act: "add",
      kind: "background",
      spans: [[0, text.indexOf("\n")]],
      comment: "the title",
    });
    expect(after.passages[0]).toMatchObject({
      text: text.slice(0, text.indexOf("\n")),
      decision: "added",
      kind: "background",
    });
    expect(after.history[0]).toMatchObject({ act: "add", by: "Ana", comment: "the title", before: [] });
    const back = await done(sha256, { act: "undo", number: after.history[0]!.number });
    expect(back.passages).toHaveLength(3);
  });

  it("refuses what cannot be, and changes nothing", async () => {
    const { sha256, state, text } = await report();
    const [first, second] = state.passages;
    const refused = async (asked: Without<Asked>) => {
      const answer = await ask(sha256, asked);
      return answer.ok ? "done" : answer.problems[0]?.code;
    };
    expect(await refused({ act: "split", passages: seen(first!), at: first!.spans[0]![0] })).toBe(
      "reading.act-impossible",
    );
    expect(await refused({ act: "add", kind: "finding", spans: first!.spans })).toBe(
      "reading.act-impossible",
    );
    expect(await refused({ act: "add", kind: "finding", spans: [[0, text.length + 1]] })).toBe(
      "reading.act-impossible",
    );
    expect(await refused({ act: "accept", passages: [{ id: "nothing-1-2", version: 1 }] })).toBe(
      "reading.passage-unknown",
    );
    expect(await refused({ act: "undo", number: 999_999 })).toBe("reading.undo-impossible");
    expect(await look(sha256)).toEqual({ ...state, atWork: expect.anything() });
    void second;
  });
});

describe("two people at once", () => {
  it("tells the second who was quicker and what they did", async () => {
    const { sha256, state } = await report();
    const [first, second] = state.passages;
    await done(sha256, { act: "change-kind", passages: seen(first!), kind: "finding" }, ana);
    const late = await ask(sha256, { act: "reject", passages: seen(first!) }, ben);
    expect(late).toMatchObject({ ok: false, problems: [{ code: "reading.conflict" }] });
    expect(late.ok ? "" : late.problems[0]?.message).toMatch(/changed by Ana .* corrected, finding/);
    // What the other did not touch is free.
    const other = await done(sha256, { act: "reject", passages: seen(second!) }, ben);
    expect(other.atWork.map(({ name }) => name).toSorted()).toEqual(["Ana", "Ben"]);
    const gone = await ask(sha256, { act: "accept", passages: seen(second!) }, ana);
    expect(gone.ok ? "" : gone.problems[0]?.message).toContain("rejected");
  });

  it("lets an act be taken back only while nothing later was done to the same passages, and once", async () => {
    const { sha256, state } = await report();
    const one = await done(sha256, { act: "accept", passages: seen(state.passages[0]!) });
    const two = await done(
      sha256,
      { act: "change-kind", passages: seen(one.passages[0]!), kind: "method" },
      ben,
    );
    const early = await ask(sha256, { act: "undo", number: one.history[0]!.number });
    expect(early.ok ? "" : early.problems[0]?.message).toContain("change-kind by Ben");
    await done(sha256, { act: "undo", number: two.history[0]!.number });
    const twice = await ask(sha256, { act: "undo", number: two.history[0]!.number });
    expect(twice).toMatchObject({ ok: false, problems: [{ code: "reading.undo-impossible" }] });
  });
});

describe("a second reading", () => {
  it("changes nothing a person decided", async () => {
    const { sha256, state } = await report();
    const one = await done(sha256, { act: "reject", passages: seen(state.passages[0]!) });
    const two = await done(sha256, { act: "change-kind", passages: seen(one.passages[0]!), kind: "finding" });
    const job = await useCases.rereadDocuments(place.effects, ana, { all: false, sources: [sha256] });
    if (!job.ok) throw new Error(JSON.stringify(job.problems));
    for (let i = 0; i < 200; i++) {
      const now = await useCases.readingJob(place.effects, ana, { id: job.value.id });
      if (now.ok && now.value.counts.done + now.value.counts.failed === 1) break;
      await new Promise((next) => setTimeout(next, 50));
    }
    const now = await useCases.readingJob(place.effects, ana, { id: job.value.id });
    expect(now).toMatchObject({
      value: {
        files: [{ state: "done", outcome: { came: "again", added: 0, superseded: 0, kept: 1, toCheck: 0 } }],
      },
    });
    const after = await look(sha256);
    expect(words(after)).toEqual(words(two));
    expect(after.rejected).toHaveLength(1);
  });
});

describe("who may", () => {
  it("reviewers may; members and visitors may not, not even see the queue", async () => {
    const { sha256, state } = await report();
    const member = await place.person(`Member${made}`, "member");
    expect(await ask(sha256, { act: "accept", passages: seen(state.passages[0]!) }, member)).toMatchObject({
      problems: [{ code: "access.not-allowed" }],
    });
    const queue = await useCases.correctionQueue(place.effects, member, {
      below: 1,
      all: true,
      limit: 10,
      offset: 0,
    });
    expect(queue.ok).toBe(false);
  });

  it("leaves an entry in the audit", async () => {
    const { sha256, state } = await report();
    await done(sha256, { act: "accept", passages: seen(state.passages[0]!) });
    const [entry] = await place.effects.store.catalogue.audit.list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ action: "document.correct", actor: ana.id, resource: `source:${sha256}` });
  });
});
