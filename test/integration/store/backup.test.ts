import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "#kernel";
import { restoreStore, type Store } from "#store";
import { hashOfFile, pathOfFile } from "../../../src/store/stored-files.ts";
import { describeOnEngines, type Engine, engines, onDatabase, opened, type Place } from "./engines.ts";
import {
  addedDocument,
  addedSource,
  at,
  convention,
  definition,
  evaluation,
  hashOf,
  ratification,
  release,
  run,
} from "./samples.ts";

async function filled(store: Store): Promise<void> {
  const { catalogue } = store;
  const { source } = await addedDocument(store, [
    { text: "La recomendación \u2028 de la OIT 😀", language: "es" },
    { text: 'Line\nbreak, "quotes" and \\ backslash\tend', language: "en" },
  ]);
  await catalogue.evaluations.put([evaluation("b-1", source)], at, "operator");
  await catalogue.evaluations.put([evaluation("b-1", source, { year: 2020 })], at, "operator");
  await catalogue.documents.link(source, "b-1", at);
  await catalogue.standards.putConventions([convention(source)]);
  await catalogue.standards.putRatifications([ratification(source)]);
  await catalogue.releases.add(release("b-release-1", 1, source));
  for (const act of [
    { kind: "embargoed", until: at, notes: "The first" },
    { kind: "withdrawn", reason: "Two columns were exchanged.", replacedBy: null },
  ] as const)
    await catalogue.releases.record({ release: "b-release-1", at, by: "ana", act });
  await catalogue.indexes.addDefinition(definition("1"));
  await catalogue.indexes.addRun(run("b-run-1", "1", "b-release-1"));
  await catalogue.accounts.add({
    id: "ana",
    email: "ana@example.org",
    name: "Ana",
    role: "manager",
    createdAt: at,
    disabledAt: null,
    passwordHash: "h",
  });
  for (const resource of ["one", "two"])
    await catalogue.audit.append({
      action: "thing.make",
      actor: "ana",
      resource,
      at,
      detail: { b: 1, a: 1 / 3 },
    });
  await store.files.put(Buffer.alloc(3_000_000, "x"));
  await store.files.put(new Uint8Array());
}

/** Everything a reader can ask of a store, for comparison. */
async function contentOf({ catalogue, files }: Store) {
  const documents = await catalogue.documents.list();
  return {
    documents,
    readings: await Promise.all(documents.map((one) => catalogue.documents.bySource(one.source))),
    passages: await Promise.all(documents.map((one) => catalogue.passages.ofDocument(one.source))),
    links: await Promise.all(documents.map((one) => catalogue.documents.evaluationsOf(one.source))),
    found: await catalogue.passages.search({ text: "recomendaciones", limit: 10, offset: 0 }),
    restored: (await catalogue.passages.search({ text: "recomendacion", limit: 10, offset: 0 })).total,
    sources: await catalogue.sources.list(),
    evaluations: await catalogue.evaluations.list({ limit: 10, offset: 0 }),
    conventions: await catalogue.standards.conventions(),
    ratifications: await catalogue.standards.ratifications({}),
    releases: await catalogue.releases.list(),
    lives: await catalogue.releases.events("b-release-1"),
    definitions: await catalogue.indexes.definitions(),
    runs: await catalogue.indexes.run("b-run-1"),
    order: JSON.stringify((await catalogue.indexes.definition("mini", "1"))?.definition),
    accounts: await catalogue.accounts.byEmail("ana@example.org"),
    audit: await catalogue.audit.list({ before: null, limit: 10 }),
    files: await files.verify(),
  };
}

describeOnEngines("a backup", (engine) => {
  let place: Place;
  let store: Store;
  let archive = "";
  const others: Place[] = [];
  const anotherPlace = async (of: Engine) => {
    const other = await of.place();
    others.push(other);
    return other;
  };

  beforeAll(async () => {
    place = await engine.place();
    store = await opened(place);
    await filled(store);
    archive = join(dirname(place.home), "backup.tar.gz");
  });
  afterAll(async () => {
    await store.close();
    for (const one of [place, ...others]) await one.remove();
  });

  it("is one file whose hash it tells, the same content packed or not", async () => {
    const written = await store.backup(archive);
    if (!written.ok) throw new Error(written.problems[0]?.message);
    expect(written.value).toEqual({ bytes: (await stat(archive)).size, sha256: await hashOfFile(archive) });
    expect((await stat(archive)).mode & 0o777).toBe(0o600);
    const steps: number[] = [];
    const plain = await store.backup(archive.replace(".gz", ""), (step) =>
      steps.push(step.done / (step.total ?? 1)),
    );
    expect(plain.ok && plain.value.bytes).toBeGreaterThan(written.value.bytes);
    expect(steps.at(-1)).toBe(1);
    expect((await readdir(dirname(place.home))).sort()).toEqual(["backup.tar", "backup.tar.gz", "home"]);
    expect(await readdir(join(place.home, "tmp"))).toEqual([]);
  });

  for (const into of engines)
    it.skipIf(into.absent !== null)(`comes back the same on ${into.name}, and goes on counting`, async () => {
      const target = await anotherPlace(into);
      const restored = await restoreStore(archive, target);
      if (!restored.ok) throw new Error(restored.problems[0]?.message);
      expect(restored.value.files).toBe(3);
      const copy = await opened(target);
      try {
        expect(await contentOf(copy)).toEqual(await contentOf(store));
        const before = (await copy.catalogue.audit.list({ before: null, limit: 1 }))[0]?.number ?? 0;
        await copy.catalogue.audit.append({ action: "a.b", actor: "x", resource: "y", at, detail: {} });
        expect((await copy.catalogue.audit.list({ before: null, limit: 1 }))[0]?.number).toBe(before + 1);
        await addedSource(copy, "after the restore");
      } finally {
        await copy.close();
      }
      expect((await readdir(dirname(target.home))).filter((name) => name.includes("restoring"))).toEqual([]);
    });

  it("is never mixed with what is there", async () => {
    const target = await anotherPlace(engine);
    await mkdir(target.home, { recursive: true });
    await writeFile(join(target.home, "mine.txt"), "mine");
    expect(await restoreStore(archive, target)).toMatchObject({
      problems: [{ code: "store.restore-not-empty" }],
    });
    expect(await readdir(target.home)).toEqual(["mine.txt"]);
    if (place.databaseUrl !== null) {
      const other = { home: `${target.home}-other`, databaseUrl: place.databaseUrl };
      expect(await restoreStore(archive, other)).toMatchObject({
        problems: [{ code: "store.restore-not-empty" }],
      });
      await expect(stat(other.home)).rejects.toThrow();
    }
  });

  it("is refused when it was changed, cut short, or is something else, and nothing is left of it", async () => {
    const plain = archive.replace(".gz", "");
    const bytes = await readFile(plain);
    const harmed = async (name: string, change: Buffer) => {
      const path = join(dirname(place.home), name);
      await writeFile(path, change);
      return path;
    };
    const flipped = Buffer.from(bytes);
    flipped[flipped.length - 1_000_000] = (flipped[flipped.length - 1_000_000] ?? 0) ^ 1;
    const cases = [
      await harmed("flipped.tar", flipped),
      await harmed("short.tar", bytes.subarray(0, bytes.length - 2_000_000)),
      await harmed("empty.tar", Buffer.alloc(0)),
      await harmed("other.tar", Buffer.from("this is no archive at all")),
      await harmed("short.tar.gz", (await readFile(archive)).subarray(0, 3000)),
      await rewritten(plain, join(dirname(place.home), "stranger.tar"), (name) => name, "files/../../escape"),
      await rewritten(plain, join(dirname(place.home), "renamed.tar"), (name) =>
        name.replace("catalogue/audit", "catalogue/other"),
      ),
      join(dirname(place.home), "no-such-file"),
    ];
    const target = await anotherPlace(engine);
    for (const file of cases) {
      const result = await restoreStore(file, target);
      expect(result, file).toMatchObject({ ok: false, problems: [{ code: "store.backup-unusable" }] });
      await expect(stat(target.home), file).rejects.toThrow();
      expect(await readdir(dirname(target.home)), file).toEqual([]);
    }
    // The place is as good as new.
    expect((await restoreStore(archive, target)).ok).toBe(true);
  });

  it("is not written from damaged files, and an earlier one stays", async () => {
    const sha256 = hashOf("x".repeat(3_000_000));
    const path = pathOfFile(place.home, sha256);
    const good = await readFile(path);
    const before = await hashOfFile(archive);
    await writeFile(path, Buffer.concat([good.subarray(1), Buffer.from("y")]));
    expect(await store.backup(archive)).toMatchObject({ problems: [{ code: "store.file-damaged" }] });
    await writeFile(path, good);
    expect(await hashOfFile(archive)).toBe(before);
    expect(await store.backup(join(place.home, "no", "such", "folder.tar"))).toMatchObject({
      problems: [{ code: "store.backup-not-written" }],
    });
  });

  it("shows one moment, though work goes on meanwhile", async () => {
    let on = true;
    const source = await addedSource(store, "work going on");
    const work = (async () => {
      for (let i = 0; on; i++)
        await store.transaction(async (catalogue) => {
          await catalogue.evaluations.put([evaluation(`going-${i}`, source)], at, "operator");
          await catalogue.audit.append({
            action: "going.on",
            actor: "x",
            resource: `going-${i}`,
            at,
            detail: {},
          });
          return ok(null);
        });
    })();
    const file = join(dirname(place.home), "busy.tar.gz");
    const written = await store.backup(file);
    on = false;
    await work;
    expect(written.ok).toBe(true);
    const target = await anotherPlace(engine);
    expect((await restoreStore(file, target)).ok).toBe(true);
    const copy = await opened(target);
    const going = (await copy.catalogue.evaluations.list({ limit: 10_000, offset: 0 })).evaluations.filter(
      (one) => one.id.startsWith("going-"),
    );
    const audited = (await copy.catalogue.audit.list({ before: null, limit: 10_000 })).filter(
      (one) => one.action === "going.on",
    );
    await copy.close();
    expect(audited.map((one) => one.resource).sort()).toEqual(going.map((one) => one.id).sort());
  });

  it("of a newer catalogue is refused", async () => {
    if (place.databaseUrl === null) return;
    await onDatabase(
      place.databaseUrl,
      "insert into kysely_migration values ('9999-later', '2999-01-01T00:00:00Z')",
    );
    const file = join(dirname(place.home), "newer.tar");
    expect((await store.backup(file)).ok).toBe(true);
    await onDatabase(place.databaseUrl, "delete from kysely_migration where name = '9999-later'");
    const target = await anotherPlace(engine);
    expect(await restoreStore(file, target)).toMatchObject({ problems: [{ code: "store.catalogue-newer" }] });
  });
});

/** Copies an archive with other member names, and with a further member. */
async function rewritten(
  from: string,
  to: string,
  name: (name: string) => string,
  further?: string,
): Promise<string> {
  const archive = pack();
  const written = pipeline(archive, createWriteStream(to));
  const source = extract();
  createReadStream(from).pipe(source);
  for await (const entry of source) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    archive.entry({ name: name(entry.header.name) }, Buffer.concat(chunks));
  }
  if (further) archive.entry({ name: further }, "stranger");
  archive.finalize();
  await written;
  return to;
}
