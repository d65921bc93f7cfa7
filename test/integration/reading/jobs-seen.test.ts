// What is told of reading jobs: states that are true, and no name of a file that is kept from somebody.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Download, useCases } from "#app";
import { type Actor, roles } from "#records";
import { reportOf, type WorkPlace, workPlace } from "./work-place.ts";

let place: WorkPlace;
let chief: Actor;
beforeAll(async () => {
  place = await workPlace();
  chief = await place.person("Chief", "administrator");
});
afterAll(() => place.close());

async function seen(who: Actor, id: string) {
  const found = await useCases.readingJob(place.effects, who, { id });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
async function begun(evaluation?: string): Promise<string> {
  const job = await useCases.beginReadingJob(place.effects, chief, { origin: "invented", evaluation });
  if (!job.ok) throw new Error(JSON.stringify(job.problems));
  await useCases.changeReadingJob(place.effects, chief, { id: job.value.id, to: "stop" });
  return job.value.id;
}
async function sent(id: string, name: string, content: string) {
  const upload = await place.file(name, content);
  const added = await useCases.addReadingFile(place.effects, chief, { id, name, upload });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  return added.value;
}
async function worked(id: string): Promise<void> {
  await useCases.changeReadingJob(place.effects, chief, { id, to: "resume" });
  await expect
    .poll(
      async () => {
        const { counts } = await seen(chief, id);
        return counts.queued + counts.reading;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
}

describe("the files of a job", () => {
  it("are told to those who may read their sources: others learn how many there are, no name and no problem", async () => {
    const { catalogue, files } = place.effects.store;
    const id = await begun();
    await sent(id, "open.txt", reportOf("An open one", ["Pay pensions in time."]));
    // Known before under a tier: what is read again keeps it.
    const tiers = { "of-members.txt": "members", "zebrafish.txt": "restricted" } as const;
    for (const [name, tier] of Object.entries(tiers)) {
      const { sha256, bytes } = await sent(id, name, `${name}\n\nNothing that is a recommendation.`);
      expect(await files.path(sha256 as never)).not.toBeNull();
      await catalogue.sources.add({
        sha256: sha256 as never,
        name,
        mediaType: "text/plain",
        bytes,
        origin: "invented",
        tier,
        citation: { title: name },
        addedAt: place.effects.now(),
        addedBy: "account-custodian",
      });
    }
    await worked(id);
    const mayRead = { reviewer: 2, manager: 2, administrator: 3 } as Readonly<Record<string, number>>;
    for (const role of roles) {
      const who: Actor =
        role === "visitor"
          ? { id: "visitor", role, kind: "visitor" }
          : role === "administrator"
            ? chief
            : await place.person(role, role);
      const found = await useCases.readingJob(place.effects, who, { id });
      const list = await useCases.listReadingJobs(place.effects, who, {});
      const table = await useCases.readingProblemsTable(place.effects, who, { id });
      const told = mayRead[role];
      if (told === undefined) {
        expect([role, found.ok, list.ok, table.ok]).toEqual([role, false, false, false]);
        continue;
      }
      if (!found.ok || !table.ok) throw new Error(`refused to ${role}`);
      let csv = "";
      for await (const part of (table.value as Download).stream) csv += new TextDecoder().decode(part);
      const all = JSON.stringify([found, list]) + csv;
      expect([role, found.value.files.length, found.value.withheld]).toEqual([role, told, 3 - told]);
      expect(found.value.counts, role).toMatchObject({ done: 3, failed: 0 });
      expect([role, all.includes("zebrafish")]).toEqual([role, told === 3]);
      expect([role, csv.includes("of-members.txt")]).toEqual([role, true]);
    }
  });

  it("that are kept from somebody are no reports to them when they ask for another reading", async () => {
    const reviewer: Actor = { id: "account-reviewer", role: "reviewer", kind: "account" };
    const jobs = await useCases.listReadingJobs(place.effects, chief, {});
    const { files } = await seen(chief, jobs.ok ? jobs.value[0]!.id : "");
    const secret = files.find(({ name }) => name === "zebrafish.txt")!.sha256;
    const asked = { all: false, sources: [secret] };
    expect(await useCases.rereadDocuments(place.effects, reviewer, asked)).toMatchObject({
      problems: [{ code: "app.not-found" }],
    });
    expect(await useCases.rereadDocuments(place.effects, chief, asked)).toMatchObject({ ok: true });
  });
});

describe("a job that has read all its files", () => {
  it("shows as finished when nobody sends another, without being closed, and as running when one comes", async () => {
    const id = await begun();
    await sent(id, "one.txt", reportOf("Only one", ["Register carers."]));
    await worked(id);
    // The clock of the place goes on by a second each time it is asked.
    await expect.poll(async () => (await seen(chief, id)).state).toBe("finished");
    expect((await place.effects.store.catalogue.readingJobs.byId(id))?.state).toBe("running");
    const list = await useCases.listReadingJobs(place.effects, chief, {});
    expect(list.ok && list.value.find((one) => one.id === id)?.state).toBe("finished");
    await sent(id, "two.txt", reportOf("Another", ["Train inspectors."]));
    expect((await seen(chief, id)).state).toBe("running");
    await worked(id);
    expect((await seen(chief, id)).counts).toMatchObject({ done: 2, queued: 0 });
  });
});

describe("reports that an earlier reader read", () => {
  it("are counted, until they are read again", async () => {
    const outdated = async () => {
      const found = await useCases.outdatedReadings(place.effects, chief, {});
      if (!found.ok) throw new Error("refused");
      return found.value;
    };
    const { documents } = place.effects.store.catalogue;
    const [one] = await documents.list();
    const reading = (await documents.bySource(one!.source))!;
    expect((await outdated()).outdated).toBe(0);
    await documents.reread({ ...reading, readerVersion: "evaluations-0" }, [], place.effects.now());
    expect(await outdated()).toMatchObject({ outdated: 1, documents: (await documents.list()).length });
    const again = await useCases.rereadDocuments(place.effects, chief, { all: false });
    if (!again.ok) throw new Error("refused");
    expect(again.value.counts).toMatchObject({ queued: 1 });
    await expect.poll(async () => (await outdated()).outdated, { timeout: 20_000 }).toBe(0);
  });
});
