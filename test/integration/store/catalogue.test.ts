import { expect, it } from "vitest";
import { fail, ok, problem } from "#kernel";
import type { Account } from "#records";
import { describeOnEngines, sharedStore } from "./engines.ts";
import {
  addedDocument,
  addedSource,
  at,
  convention,
  definition,
  evaluation,
  hashOf,
  later,
  passage,
  ratification,
  reading,
  release,
  run,
  sourceFile,
} from "./samples.ts";

const account = (
  id: string,
  other: Partial<Account> = {},
): Account & { readonly passwordHash: string | null } => ({
  id,
  email: `${id}@example.org`,
  name: "Ana Invented",
  role: "analyst",
  createdAt: at,
  disabledAt: null,
  passwordHash: "hash",
  ...other,
});

describeOnEngines("the catalogue", (engine) => {
  const store = sharedStore(engine);

  it("keeps accounts, finds them by address without regard to case, and never shows a hash by the way", async () => {
    const { accounts } = store().catalogue;
    const before = await accounts.count();
    await accounts.add(account("ana", { email: "Ana@Example.org" }));
    expect(await accounts.count()).toBe(before + 1);
    expect(await accounts.byId("ana")).toEqual({
      id: "ana",
      email: "Ana@Example.org",
      name: "Ana Invented",
      role: "analyst",
      createdAt: at,
      disabledAt: null,
    });
    expect((await accounts.byEmail("aNA@example.ORG"))?.passwordHash).toBe("hash");
    await expect(accounts.add(account("ana-2", { email: "ana@example.org" }))).rejects.toThrow();
    await accounts.setRole("ana", "manager");
    await accounts.setPassword("ana", "other");
    await accounts.setDisabled("ana", later);
    expect(await accounts.byId("ana")).toMatchObject({ role: "manager", disabledAt: later });
    expect((await accounts.byEmail("ana@example.org"))?.passwordHash).toBe("other");
    expect(await accounts.byId("nobody")).toBeNull();
  });

  it("gives the account of a session until it expires, is removed, or the account is closed", async () => {
    const { accounts, sessions } = store().catalogue;
    await accounts.add(account("ben"));
    const session = (tokenHash: string) =>
      sessions.add({ tokenHash, account: "ben", createdAt: at, expiresAt: "2026-03-01T13:00:00.000Z" });
    await session("s1");
    await session("s2");
    expect((await sessions.byTokenHash("s1", "2026-03-01T12:59:59.999Z"))?.id).toBe("ben");
    expect(await sessions.byTokenHash("s1", "2026-03-01T13:00:00.000Z")).toBeNull();
    // The same moment in another notation.
    expect(await sessions.byTokenHash("s1", "2026-03-01T15:00:00+02:00")).toBeNull();
    await sessions.remove("s1");
    expect(await sessions.byTokenHash("s1", at)).toBeNull();
    await accounts.setDisabled("ben", at);
    expect(await sessions.byTokenHash("s2", at)).toBeNull();
    await accounts.setDisabled("ben", null);
    await sessions.removeOfAccount("ben");
    expect(await sessions.byTokenHash("s2", at)).toBeNull();
  });

  it("lets a link be used once, in its time, unless it was revoked", async () => {
    const { links } = store().catalogue;
    const add = (tokenHash: string) =>
      links.add({
        tokenHash,
        purpose: "claim-administrator",
        account: null,
        createdAt: at,
        expiresAt: later,
      });
    await add("l1");
    await add("l2");
    expect(await links.peek("l1", at)).toEqual({ purpose: "claim-administrator", account: null });
    expect(await links.use("l1", at)).toBe(true);
    expect(await links.use("l1", at)).toBe(false);
    expect(await links.peek("l1", at)).toBeNull();
    expect(await links.use("l2", later)).toBe(false);
    await links.revoke("claim-administrator", null);
    expect(await links.use("l2", at)).toBe(false);
    expect(await links.use("unknown", at)).toBe(false);
  });

  it("lists the audit from the newest on, page by page", async () => {
    const { audit } = store().catalogue;
    for (const resource of ["one", "two", "three"])
      await audit.append({
        action: "thing.make",
        actor: "ana",
        resource,
        at,
        detail: { nested: { deep: [1] } },
      });
    const first = await audit.list({ before: null, limit: 2 });
    expect(first.map((entry) => entry.resource)).toEqual(["three", "two"]);
    expect(first[0]?.detail).toEqual({ nested: { deep: [1] } });
    const second = await audit.list({ before: first[1]?.number ?? 0, limit: 1 });
    expect(second[0]?.resource).toBe("one");
  });

  it("keeps what is known of a source from its first coming", async () => {
    const { sources } = store().catalogue;
    const source = sourceFile("first come");
    expect(await sources.add(source)).toBe(true);
    expect(await sources.add({ ...source, name: "other.txt" })).toBe(false);
    expect(await sources.byHash(source.sha256)).toEqual(source);
    expect(await sources.byHash(hashOf("never came"))).toBeNull();
    expect((await sources.list()).at(-1)).toEqual(source);
  });

  it("stores a document again without change, and supersedes what a new reading no longer has", async () => {
    const { documents, passages } = store().catalogue;
    const source = await addedSource(store(), "one two three");
    const first = [passage(source, 0, "one"), passage(source, 4, "two")];
    expect(await documents.put(reading(source, "one two three"), first, at)).toEqual({
      added: 2,
      superseded: 0,
      unchanged: 0,
    });
    expect(await documents.put(reading(source, "one two three"), first, later)).toEqual({
      added: 0,
      superseded: 0,
      unchanged: 2,
    });
    const second = [passage(source, 0, "one", { kind: "finding" }), passage(source, 8, "three")];
    expect(
      await documents.put({ ...reading(source, "one two three"), readerVersion: "2" }, second, later),
    ).toEqual({
      added: 2,
      superseded: 2,
      unchanged: 0,
    });
    expect(await documents.bySource(source)).toEqual({
      ...reading(source, "one two three"),
      readerVersion: "2",
    });
    expect(await passages.ofDocument(source)).toEqual(second);
    // A citation of what was superseded still leads somewhere.
    expect(await passages.byId(first[1]?.id ?? "")).toEqual(first[1]);
    // What comes back after having gone is a new version, not the old one again.
    expect((await documents.put(reading(source, "one two three"), first, later)).added).toBe(2);
    expect(await passages.ofDocument(source)).toEqual(first);
    expect(await documents.list()).toContainEqual({
      source,
      title: "An invented report",
      tied: false,
      language: "en",
      pages: null,
      passages: 2,
    });
  });

  it("refuses a document whose source is not known, and keeps nothing of it", async () => {
    const source = hashOf("unknown source");
    const { documents, passages } = store().catalogue;
    await expect(documents.put(reading(source, "x"), [passage(source, 0, "x")], at)).rejects.toThrow();
    expect(await documents.bySource(source)).toBeNull();
    expect(await passages.ofDocument(source)).toEqual([]);
  });

  it("keeps texts that a database cannot hold, at the same length", async () => {
    const { documents, passages } = store().catalogue;
    const source = await addedSource(store(), "damaged");
    const broken = "a\0b\uD800c😀";
    await documents.put(reading(source, broken), [passage(source, 0, broken)], at);
    expect((await documents.bySource(source))?.text).toBe("a\uFFFDb\uFFFDc😀");
    expect((await passages.ofDocument(source))[0]?.text).toBe("a\uFFFDb\uFFFDc😀");
    expect((await documents.put(reading(source, broken), [passage(source, 0, broken)], at)).unchanged).toBe(
      1,
    );
  });

  it("ties a document to evaluations, and both find each other", async () => {
    const { documents, evaluations } = store().catalogue;
    const { source } = await addedDocument(store(), [{ text: "tied", language: "en" }]);
    await evaluations.put([evaluation("tie-1", source), evaluation("tie-2", source)], at, "operator");
    await documents.link(source, "tie-2", at);
    await documents.link(source, "tie-1", later);
    await documents.link(source, "tie-1", later);
    expect(await documents.evaluationsOf(source)).toEqual(["tie-2", "tie-1"]);
    expect(await documents.ofEvaluation("tie-1")).toEqual([source]);
    await expect(documents.link(source, "no-such-evaluation", at)).rejects.toThrow();
  });

  it("appends a version of an evaluation only where it differs", async () => {
    const { evaluations } = store().catalogue;
    const source = await addedSource(store(), "registry");
    const record = evaluation("version-1", source);
    expect(await evaluations.put([record], at, "operator")).toEqual({
      added: 1,
      superseded: 0,
      unchanged: 0,
    });
    expect(await evaluations.put([record], at, "operator")).toEqual({
      added: 0,
      superseded: 0,
      unchanged: 1,
    });
    const other = { ...record, year: 2017, countries: ["KEN"] };
    expect(await evaluations.put([other], later, "ana")).toEqual({ added: 1, superseded: 1, unchanged: 0 });
    expect(await evaluations.byId("version-1")).toEqual(other);
    expect(await evaluations.byId("version-none")).toBeNull();
    expect(await evaluations.put([], at, "operator")).toEqual({ added: 0, superseded: 0, unchanged: 0 });
  });

  it("refuses an evaluation that names no known source", async () => {
    const { evaluations } = store().catalogue;
    await expect(evaluations.put([evaluation("stray", hashOf("nowhere"))], at, "operator")).rejects.toThrow();
    expect(await evaluations.byId("stray")).toBeNull();
  });

  it("keeps two lists of ratifications apart, and lets a corrected date supersede", async () => {
    const { standards } = store().catalogue;
    const source = await addedSource(store(), "standards");
    expect(await standards.putConventions([convention(source)])).toMatchObject({ added: 1 });
    expect(await standards.putConventions([convention(source)])).toMatchObject({ unchanged: 1 });
    expect(
      await standards.putConventions([
        convention(source, { code: "C003", number: 3 }),
        convention(source, { title: "Corrected" }),
      ]),
    ).toEqual({ added: 2, superseded: 1, unchanged: 0 });
    expect((await standards.conventions()).map((one) => [one.code, one.title])).toEqual([
      ["C003", "Social Security (Minimum Standards) Convention"],
      ["C102", "Corrected"],
    ]);
    const events = [
      ratification(source),
      ratification(source, { list: "Liste B", registered: "1953-08-13" }),
      ratification(source, { type: "denunciation", registered: "1990-01-01" }),
      ratification(source, { registered: "1995-05-05" }),
      ratification(source, { area: "NOR" }),
    ];
    expect(await standards.putRatifications(events)).toMatchObject({ added: 5 });
    expect(await standards.putRatifications(events.toReversed())).toMatchObject({ added: 0, unchanged: 5 });
    const ofSweden = await standards.ratifications({ area: "SWE", convention: "C102" });
    expect(ofSweden).toHaveLength(4);
    expect(new Set(ofSweden.map((event) => event.id)).size).toBe(4);
    expect(
      await standards.putRatifications([ratification(source, { area: "NOR", registered: "1954-09-30" })]),
    ).toEqual({ added: 1, superseded: 1, unchanged: 0 });
    const [norway] = await standards.ratifications({ area: "NOR" });
    expect(norway?.registered).toBe("1954-09-30");
    expect(await standards.ratification(norway?.id ?? "")).toEqual(norway);
    expect(await standards.ratification("none")).toBeNull();
  });

  it("keeps releases in order, with their sources, and never a version twice", async () => {
    const { releases } = store().catalogue;
    const source = await addedSource(store(), "figures");
    const other = await addedSource(store(), "more figures");
    expect(await releases.lastVersion("demo")).toBe(0);
    const first = release("demo-1", 1, source);
    const second = release("demo-2", 2, source, {
      sources: [other, source],
      changes: { added: 1, changed: 0, withdrawn: 0 },
      recipe: { method: "m", definition: null, inputs: [source], seed: 42, codeVersion: "0.1.0" },
      rows: 5_000_000_000,
    });
    await releases.add(first);
    await releases.add(second);
    expect(await releases.byId("demo-1")).toEqual(first);
    expect(await releases.list({ series: "demo", kind: "observations" })).toEqual([second, first]);
    expect(await releases.list({ kind: "index-run" })).toEqual([]);
    expect(await releases.lastVersion("demo")).toBe(2);
    await expect(releases.add(release("demo-2b", 2, source))).rejects.toThrow();
    expect(await releases.byId("demo-2b")).toBeNull();
  });

  it("keeps definitions and runs, and shows the newest run of each index", async () => {
    const { indexes, releases } = store().catalogue;
    const source = await addedSource(store(), "index figures");
    await releases.add(release("figures-1", 1, source, { series: "figures" }));
    expect(await indexes.addDefinition(definition("1"))).toBe(true);
    expect(await indexes.addDefinition(definition("1"))).toBe(false);
    expect(await indexes.addDefinition(definition("2"))).toBe(true);
    expect((await indexes.definition("mini", null))?.version).toBe("2");
    const stored = await indexes.definition("mini", "1");
    expect(stored).toEqual(definition("1"));
    expect(JSON.stringify(stored?.definition)).toBe(JSON.stringify(definition("1").definition));
    expect(await indexes.definition("none", null)).toBeNull();
    await indexes.addRun(run("mini-1-figures-1", "1", "figures-1"));
    await indexes.addRun(run("mini-2-figures-1", "2", "figures-1"));
    expect(await indexes.run("mini-1-figures-1")).toEqual(run("mini-1-figures-1", "1", "figures-1"));
    const runs = await indexes.runs();
    expect(runs.map((one) => one.id)).toEqual(["mini-2-figures-1", "mini-1-figures-1"]);
    const { result: _, ...latest } = run("mini-2-figures-1", "2", "figures-1");
    expect(runs[0]).toEqual(latest);
    await expect(indexes.addRun(run("stray", "9", "figures-1"))).rejects.toThrow();
  });

  it("rolls a transaction back on a failed result and on a thrown error", async () => {
    const before = (await store().catalogue.audit.list({ before: null, limit: 1000 })).length;
    const entry = { action: "thing.make", actor: "ana", resource: "rolled back", at, detail: {} };
    const failed = await store().transaction(async (catalogue) => {
      await catalogue.audit.append(entry);
      expect((await catalogue.audit.list({ before: null, limit: 1 }))[0]?.resource).toBe("rolled back");
      return fail(problem("test.refused", "It was refused."));
    });
    expect(failed).toEqual({ ok: false, problems: [{ code: "test.refused", message: "It was refused." }] });
    await expect(
      store().transaction(async (catalogue) => {
        await catalogue.audit.append(entry);
        throw new Error("a defect");
      }),
    ).rejects.toThrow("a defect");
    await expect(
      store().transaction(async (catalogue) => {
        await catalogue.audit.append(entry);
        await catalogue.releases.add(release("bad", 1, hashOf("nowhere"), { series: "bad" }));
        return ok(null);
      }),
    ).rejects.toThrow();
    expect((await store().catalogue.audit.list({ before: null, limit: 1000 })).length).toBe(before);
    // The connection is fit for use afterwards.
    expect(
      await store().transaction(async (catalogue) => ok(await catalogue.accounts.byId("ana"))),
    ).toMatchObject({
      ok: true,
    });
  });

  it("refuses to be used past an open transaction, instead of waiting for ever", async () => {
    await expect(
      store().transaction(async () => ok(await store().catalogue.accounts.count())),
    ).rejects.toThrow("catalogue.accounts.count was called inside a transaction");
    await expect(store().transaction(() => store().transaction(async () => ok(null)))).rejects.toThrow(
      "inside a transaction",
    );
  });

  it("lets reads and transactions of many callers go on side by side", async () => {
    const source = await addedSource(store(), "crowd");
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? store().transaction(async (catalogue) => {
              await catalogue.evaluations.put([evaluation(`crowd-${index}`, source)], at, "operator");
              await catalogue.evaluations.put(
                [evaluation("crowd", source, { year: 2000 + index })],
                at,
                "operator",
              );
              return ok(index);
            })
          : store().catalogue.evaluations.list({ limit: 1, offset: 0 }),
      ),
    );
    expect(results).toHaveLength(20);
    expect(await store().catalogue.evaluations.byId("crowd-18")).not.toBeNull();
    expect((await store().catalogue.evaluations.byId("crowd"))?.year).toBeGreaterThanOrEqual(2000);
  });
});
