// Many files at once: each by itself, limits kept, stopped and gone on with, also after the process was killed.

import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Download, type RouteReply, resumeReading, useCases } from "#app";
import type { Actor } from "#records";
import { smallPdf } from "../../e2e/cli/small-pdf.ts";
import { reportOf, type WorkPlace, workPlace } from "./work-place.ts";

type Job = RouteReply<"readingJob">;

async function settled(place: WorkPlace, who: Actor, id: string): Promise<Job> {
  for (let i = 0; i < 600; i++) {
    const found = await useCases.readingJob(place.effects, who, { id });
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    const { queued, reading } = found.value.counts;
    if (reading === 0 && (queued === 0 || found.value.state !== "running")) return found.value;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error("the job does not end");
}

async function begun(place: WorkPlace, who: Actor): Promise<string> {
  const job = await useCases.beginReadingJob(place.effects, who, { origin: "invented" });
  if (!job.ok) throw new Error(JSON.stringify(job.problems));
  return job.value.id;
}

async function sent(place: WorkPlace, who: Actor, id: string, name: string, content: string | Uint8Array) {
  const upload = await place.file(name, content);
  const added = await useCases.addReadingFile(place.effects, who, { id, name, upload });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  return added.value;
}

describe("a reading job", () => {
  let place: WorkPlace;
  let ana: Actor;
  beforeAll(async () => {
    place = await workPlace({ maxBytes: 200_000, maxPages: 3 });
    ana = await place.person("Ana", "reviewer");
  });
  afterAll(() => place.close());

  it("reads what can be read, says of the others what is wrong and what to do, and registers nothing of them", async () => {
    const id = await begun(place, ana);
    const good = await sent(place, ana, id, "good.txt", reportOf("A good one", ["Pay pensions in time."]));
    const bad = [
      await sent(place, ana, id, "truncated.pdf", smallPdf(["# Title", "some words"]).slice(0, 300)),
      await sent(place, ana, id, "large.txt", "word ".repeat(50_000)),
      await sent(place, ana, id, "nothing.bin", new Uint8Array([0, 1, 2, 3, 255, 254])),
      await sent(place, ana, id, "=cmd.docx", "PK\u0003\u0004 no document"),
    ];
    const last = await sent(place, ana, id, "last.txt", reportOf("The last one", ["Register carers."]));
    const job = await settled(place, ana, id);
    expect(job.files.map(({ name, state }) => [name, state])).toEqual([
      ["good.txt", "done"],
      ["truncated.pdf", "failed"],
      ["large.txt", "failed"],
      ["nothing.bin", "failed"],
      ["=cmd.docx", "failed"],
      ["last.txt", "done"],
    ]);
    for (const file of job.files.filter(({ state }) => state === "failed")) {
      expect(file.problems.length, file.name).toBeGreaterThan(0);
      expect(file.problems[0]?.remedy, file.name).toBeTruthy();
    }
    const { sources, documents } = place.effects.store.catalogue;
    expect((await documents.list()).map(({ source }) => source).toSorted()).toEqual(
      [good.sha256, last.sha256].toSorted(),
    );
    for (const { sha256 } of bad) expect(await sources.byHash(sha256 as never)).toBeNull();

    const csv = await useCases.readingProblemsTable(place.effects, ana, { id });
    if (!csv.ok) throw new Error("no table");
    let text = "";
    for await (const part of (csv.value as Download).stream) text += new TextDecoder().decode(part);
    const lines = text.trim().split("\r\n");
    expect(lines[0]).toContain("number,file,sha256,state,code,message,page,remedy");
    expect(lines.length).toBeGreaterThanOrEqual(5);
    // A name that a spreadsheet would run as a formula does not begin a cell.
    expect(text).toContain(",'=cmd.docx,");

    // Closing gives the bytes of what was not read away; what was read stays.
    await useCases.changeReadingJob(place.effects, ana, { id, to: "close" });
    expect(await place.effects.store.files.path(bad[0]!.sha256 as never)).toBeNull();
    expect(await place.effects.store.files.path(good.sha256 as never)).not.toBeNull();
    const upload = await place.file("late.txt", "late");
    expect(await useCases.addReadingFile(place.effects, ana, { id, name: "late.txt", upload })).toMatchObject(
      { problems: [{ code: "reading.job-closed" }] },
    );
  });

  it("does not read the same bytes twice, and says so", async () => {
    const id = await begun(place, ana);
    await sent(place, ana, id, "again.txt", reportOf("A good one", ["Pay pensions in time."]));
    const job = await settled(place, ana, id);
    expect(job.files[0]).toMatchObject({
      state: "done",
      outcome: { came: "already", added: 0, unchanged: 1 },
    });
  });

  it("keeps a stopped job as it is until it is resumed, and tries failed files again", async () => {
    const id = await begun(place, ana);
    await useCases.changeReadingJob(place.effects, ana, { id, to: "stop" });
    await sent(place, ana, id, "waits.txt", reportOf("It waits", ["Wait for it."]));
    await sent(place, ana, id, "bad.pdf", "%PDF-1.7\nand nothing else");
    await new Promise((next) => setTimeout(next, 150));
    expect((await settled(place, ana, id)).counts).toMatchObject({ queued: 2, done: 0 });
    await useCases.changeReadingJob(place.effects, ana, { id, to: "resume" });
    expect((await settled(place, ana, id)).counts).toMatchObject({ queued: 0, done: 1, failed: 1 });
    await useCases.changeReadingJob(place.effects, ana, { id, to: "retry" });
    const again = await settled(place, ana, id);
    expect(again.files[1]).toMatchObject({ state: "failed", attempts: 1 });
  });

  it("is not for members", async () => {
    const member = await place.person("Mia", "member");
    expect(await useCases.listReadingJobs(place.effects, member, {})).toMatchObject({ ok: false });
    expect(await useCases.rereadDocuments(place.effects, member, { all: true })).toMatchObject({ ok: false });
  });
});

describe("the limits on time and memory", () => {
  const pages = smallPdf(["# Title", ...Array.from({ length: 40 }, (_, i) => `Line ${i} of a page`)]);
  it.each([
    [{ seconds: 0.02 }, "reading.too-slow"],
    [{ memoryMegabytes: 8 }, "reading.too-much-memory"],
  ] as const)("%j end the reading of a file with %s; the next is read", async (limit, code) => {
    const place = await workPlace(limit);
    try {
      const ana = await place.person("Ana", "reviewer");
      const upload = await place.file("report.pdf", pages);
      const answer = await useCases.importReport(place.effects, ana, {
        name: "report.pdf",
        origin: "invented",
        upload,
      });
      expect(answer).toMatchObject({ ok: false, problems: [{ code }] });
      expect(await place.effects.store.catalogue.documents.list()).toEqual([]);
      const { reading: _, ...free } = place.effects;
      const next = await useCases.importReport(free, ana, { name: "report.pdf", origin: "invented", upload });
      expect(next.ok).toBe(true);
    } finally {
      await place.close();
    }
  });
});

/** Processes begun by a process; none where the system does not tell. */
async function childrenOf(pid: number): Promise<readonly number[]> {
  const told = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return told.split(" ").flatMap((one) => (one.trim() === "" ? [] : [Number(one)]));
}

/** Whether it still runs; what has ended and waits to be seen off does not. */
const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");

describe("a process that is killed", () => {
  it("leaves a job that the next one goes on with where it was, each file once", async () => {
    const parent = await mkdtemp(join(tmpdir(), "socle-killed-"));
    const names = Array.from({ length: 12 }, (_, i) => `report-${i}.txt`);
    let worker: ChildProcess | null = null;
    try {
      worker = fork(join(import.meta.dirname, "job-worker.ts"), [parent, String(names.length)], {
        stdio: "inherit",
        execArgv: [],
      });
      const [id, done] = await new Promise<[string, number]>((resolve, reject) => {
        let job = "";
        worker!.on("message", (said: { job?: string; done?: number }) => {
          job = said.job ?? job;
          if ((said.done ?? 0) >= 3) resolve([job, said.done!]);
        });
        worker!.on("exit", () => reject(new Error("the worker ended by itself")));
      });
      worker.removeAllListeners();
      const readers = await childrenOf(worker.pid!);
      if (process.platform === "linux") expect(readers.length).toBeGreaterThan(0);
      const gone = new Promise((resolve) => worker!.once("exit", resolve));
      worker.kill("SIGKILL");
      await gone;
      expect(done).toBeLessThan(names.length);
      // The process that read for it goes with it, also when nobody could tell it to.
      await expect.poll(() => readers.filter(isAlive), { timeout: 5_000 }).toEqual([]);

      const place = await workPlace(undefined, parent);
      const ana: Actor = { id: "account-ana", role: "reviewer", kind: "account" };
      resumeReading(place.effects);
      const job = await settled(place, ana, id);
      expect(job.counts).toMatchObject({ done: names.length, failed: 0, queued: 0 });
      const { documents, audit } = place.effects.store.catalogue;
      const list = await documents.list();
      expect(list).toHaveLength(names.length);
      expect(list.every(({ passages }) => passages === 1)).toBe(true);
      const imports = (await audit.list({ before: null, limit: 200 })).filter(
        ({ action }) => action === "document.import",
      );
      expect(new Set(imports.map(({ resource }) => resource)).size).toBe(names.length);
      expect(imports).toHaveLength(names.length);
      await place.close();
    } finally {
      worker?.kill("SIGKILL");
      await rm(parent, { recursive: true, force: true });
    }
  });
});
