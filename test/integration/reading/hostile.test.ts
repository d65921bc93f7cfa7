// A file made to take all memory there is: it ends the process that reads, and nothing else.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "#api";
import { readSettings, useCases } from "#app";
import type { Actor } from "#records";
import { hostilePdf } from "./hostile-pdf.ts";
import { reportOf, type WorkPlace, workPlace } from "./work-place.ts";

let place: WorkPlace;
let ana: Actor;
beforeAll(async () => {
  place = await workPlace({ memoryMegabytes: 64 });
  ana = await place.person("Ana", "reviewer");
});
afterAll(() => place.close());

const bomb = hostilePdf(250);

describe("a file that unfolds without end", () => {
  it("fails by itself: the batch goes on, and the server answers meanwhile", async () => {
    const settings = readSettings({ SOCLE_HOME: place.home, SOCLE_RATE_LIMIT: "0" }, place.home);
    if (!settings.ok) throw new Error("no settings");
    const server = await createServer(place.effects, useCases, settings.value, { webRoot: null });
    const job = await useCases.beginReadingJob(place.effects, ana, { origin: "invented" });
    if (!job.ok) throw new Error("no job");
    const { id } = job.value;
    for (const [name, content] of [
      ["first.txt", reportOf("The first", ["Pay pensions in time."])],
      ["hostile.pdf", bomb],
      ["last.txt", reportOf("The last", ["Register carers."])],
    ] as const) {
      const upload = await place.file(name, content);
      const sent = await useCases.addReadingFile(place.effects, ana, { id, name, upload });
      expect(sent).toMatchObject({ ok: true });
    }
    const waits: number[] = [];
    for (;;) {
      const begun = performance.now();
      const health = await server.inject({ url: "/api/health", headers: { host: "localhost:4500" } });
      waits.push(performance.now() - begun);
      expect(health.statusCode).toBe(200);
      const found = await useCases.readingJob(place.effects, ana, { id });
      if (!found.ok) throw new Error("no job");
      if (found.value.counts.queued + found.value.counts.reading === 0) break;
      await new Promise((next) => setTimeout(next, 20));
    }
    expect(Math.max(...waits)).toBeLessThan(3_000);
    const read = await useCases.readingJob(place.effects, ana, { id });
    expect(
      read.ok && read.value.files.map(({ name, state, problems }) => [name, state, problems[0]?.code]),
    ).toEqual([
      ["first.txt", "done", undefined],
      ["hostile.pdf", "failed", "reading.too-much-memory"],
      ["last.txt", "done", undefined],
    ]);
    await server.close();
  });

  it("is refused by the import of one report and of a registry alike", async () => {
    const upload = await place.file("hostile.pdf", bomb);
    const one = { name: "hostile.pdf", origin: "invented" as const, upload };
    const refusal = { ok: false, problems: [{ code: "reading.too-much-memory" }] };
    expect(await useCases.importReport(place.effects, ana, one)).toMatchObject(refusal);
    expect(await useCases.importEvaluations(place.effects, ana, one)).toMatchObject(refusal);
  });
});
