import { expect, it } from "vitest";
import { ok } from "#kernel";
import type { DuplicateDecision, Vocabulary } from "#records";
import { describeOnEngines, sharedStore } from "./engines.ts";
import { addedSource, at, evaluation, later } from "./samples.ts";

const change = (title: string, when = at) => ({
  kind: "edit" as const,
  title,
  source: null,
  undoes: null,
  detail: {},
  at: when,
  by: "account-1",
});

describeOnEngines("changes of the registry", (engine) => {
  const store = sharedStore(engine);

  it("are kept with the versions before and after, and taken back as a whole", async () => {
    const source = await addedSource(store(), "registry of changes");
    const { catalogue } = store();
    const first = await catalogue.changes.put([evaluation("c-1", source), evaluation("c-2", source)], {
      ...change("two records"),
      kind: "import",
      source,
    });
    expect(first).toMatchObject({ added: 2, superseded: 0, unchanged: 0 });
    const second = await catalogue.changes.put(
      [evaluation("c-1", source, { title: "Another title" }), evaluation("c-2", source)],
      change("a title", later),
    );
    expect((await catalogue.changes.byId(second.change?.id ?? ""))?.items).toEqual([
      { evaluation: "c-1", before: 1, after: 2 },
    ]);

    const tooEarly = await catalogue.changes.undo(first.change?.id ?? "", change("back"));
    expect(tooEarly.ok).toBe(false);
    if (!tooEarly.ok) {
      expect(tooEarly.problems[0]?.code).toBe("store.change-overtaken");
      expect(tooEarly.problems[0]?.message).toContain("c-1");
      expect(tooEarly.problems[0]?.message).not.toContain("c-2");
    }
    expect((await catalogue.evaluations.byId("c-1"))?.title).toBe("Another title");

    const back = await catalogue.changes.undo(second.change?.id ?? "", change("title back", later));
    expect(back.ok).toBe(true);
    expect((await catalogue.evaluations.byId("c-1"))?.title).toBe(
      "Floors of protection in an invented country",
    );
    expect((await catalogue.changes.versions("c-1")).map((version) => version.version)).toEqual([3, 2, 1]);
    const twice = await catalogue.changes.undo(second.change?.id ?? "", change("again"));
    expect(twice.ok ? "" : twice.problems[0]?.code).toBe("store.change-undone");
  });

  it("of an import that is taken back leave no record, and the identifiers come back with the next version", async () => {
    const source = await addedSource(store(), "registry taken back");
    const { catalogue } = store();
    const made = await catalogue.changes.put([evaluation("g-1", source)], change("one"));
    const gone = await catalogue.changes.undo(made.change?.id ?? "", change("gone", later));
    expect(gone.ok).toBe(true);
    expect(await catalogue.evaluations.byId("g-1")).toBeNull();
    const again = gone.ok && (await catalogue.changes.undo(gone.value.change.id, change("again", later)));
    expect(again ? again.ok : false).toBe(true);
    const versions = await catalogue.changes.versions("g-1");
    expect(versions.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it("in a failed transaction leave nothing", async () => {
    const source = await addedSource(store(), "registry in vain");
    const before = (await store().catalogue.changes.list({ limit: 1, offset: 0 })).total;
    await expect(
      store().transaction(async (catalogue) => {
        await catalogue.changes.put([evaluation("f-1", source)], change("in vain"));
        if ((await catalogue.evaluations.byId("f-1")) !== null) throw new Error("stop");
        return ok(null);
      }),
    ).rejects.toThrow("stop");
    expect(await store().catalogue.evaluations.byId("f-1")).toBeNull();
    expect((await store().catalogue.changes.list({ limit: 1, offset: 0 })).total).toBe(before);
  });

  it("prepared beforehand are written as they are, or not at all where a record moved on", async () => {
    const source = await addedSource(store(), "registry prepared");
    const { catalogue } = store();
    const prepared = (id: string, standing: number | null, title: string) => ({
      id,
      standing,
      json: JSON.stringify(evaluation(id, source, { title })),
    });
    const put = (...parts: (readonly ReturnType<typeof prepared>[])[]) =>
      store().transaction((inside) =>
        inside.changes.putPrepared(
          (async function* () {
            yield* parts;
          })(),
          change("prepared"),
        ),
      );
    // Neither a NUL nor half a letter can be kept by the database; each becomes one mark.
    const first = await put([prepared("q-1", null, "A\0B\ud800C")], [prepared("q-2", null, "Second")]);
    expect(first).toMatchObject({ ok: true, value: { added: 2, superseded: 0, unchanged: 0 } });
    expect((await catalogue.evaluations.byId("q-1"))?.title).toBe("A\ufffdB\ufffdC");
    const made = first.ok ? (first.value.change?.id ?? "") : "";
    expect((await catalogue.changes.byId(made))?.items).toEqual([
      { evaluation: "q-1", before: null, after: 1 },
      { evaluation: "q-2", before: null, after: 1 },
    ]);
    const before = (await catalogue.changes.list({ limit: 1, offset: 0 })).total;
    const late = await put([prepared("q-1", 1, "Newer")], [prepared("q-2", null, "As if it were new")]);
    expect(late.ok ? [] : late.problems.map(({ code }) => code)).toEqual(["store.records-moved"]);
    expect((await catalogue.evaluations.byId("q-1"))?.title).toBe("A\ufffdB\ufffdC");
    expect(await put()).toMatchObject({ ok: true, value: { change: null, added: 0 } });
    expect((await catalogue.changes.list({ limit: 1, offset: 0 })).total).toBe(before);
    const next = await put([prepared("q-1", 1, "Newer")]);
    expect(next).toMatchObject({ ok: true, value: { added: 1, superseded: 1 } });
    expect((await catalogue.changes.versions("q-1")).map(({ version }) => version)).toEqual([2, 1]);
    // The search knows the newer one, and the older one no more.
    const found = async (text: string) =>
      (await catalogue.evaluations.list({ text, limit: 5, offset: 0 })).evaluations.map(({ id }) => id);
    expect(await found("title:Newer")).toEqual(["q-1"]);
  });

  it("of more than a thousand records are found by their words, or leave none where they are given up", async () => {
    const source = await addedSource(store(), "registry in bulk");
    const { catalogue } = store();
    const put = (title: string, last: number | null) =>
      store().transaction((inside) =>
        inside.changes.putPrepared(
          (async function* () {
            for (let from = 0; from < 1_100; from += 100)
              yield Array.from({ length: 100 }, (_, i) => {
                const id = `m-${from + i}`;
                const json = JSON.stringify(evaluation(id, source, { title: `${title} ${id}` }));
                return { id, json, standing: id === "m-1099" ? last : null };
              });
          })(),
          change(title),
        ),
      );
    const found = async (text: string) =>
      (await catalogue.evaluations.list({ text, limit: 1, offset: 0 })).total;
    const givenUp = await put("Vainly", 7);
    expect(givenUp.ok ? [] : givenUp.problems.map(({ code }) => code)).toEqual(["store.records-moved"]);
    expect(await found("vainly")).toBe(0);
    expect(await put("Zeppelins", null)).toMatchObject({ ok: true, value: { added: 1_100 } });
    expect(await found("zeppelins")).toBe(1_100);
  });

  it("of records that stay as they are are no changes", async () => {
    const source = await addedSource(store(), "registry unchanged");
    const { changes } = store().catalogue;
    const made = await changes.put([evaluation("u-1", source)], change("once"));
    expect(made.change).not.toBeNull();
    const again = await changes.put([evaluation("u-1", source)], change("twice", later));
    expect(again).toEqual({ change: null, added: 0, superseded: 0, unchanged: 1 });
  });

  it("group reports of one project by their real symbols", async () => {
    const source = await addedSource(store(), "projects");
    const symbol = { printedSymbol: "ZAM/16/50/IRL", symbol: "ZAM/16/50/IRL", symbolIsPlaceholder: false };
    await store().catalogue.changes.put(
      [
        evaluation("p-1", source, { ...symbol, timing: "mid-term" }),
        evaluation("p-2", source, {
          otherSymbols: [{ printed: "ZAM / 16/50/IRL", symbol: "ZAM/16/50/IRL", isPlaceholder: false }],
        }),
        evaluation("p-3", source),
      ],
      change("projects"),
    );
    const { projects } = await store().catalogue.projects.list({ atLeast: 2, limit: 10, offset: 0 });
    expect(projects).toEqual([{ symbol: "ZAM/16/50/IRL", evaluations: ["p-1", "p-2"] }]);
  });

  it("keep vocabularies and mappings version by version", async () => {
    const list: Vocabulary = {
      id: "theme",
      title: { en: "Themes" },
      isFixed: false,
      terms: [{ code: "floors", label: { en: "Floors" }, note: null, broader: null, isRetired: false }],
    };
    const { vocabularies, mappings } = store().catalogue;
    expect(await vocabularies.put(list, at, "a")).toBe(1);
    expect(await vocabularies.put(list, later, "b")).toBe(1);
    expect(await vocabularies.put({ ...list, title: { en: "Topics" } }, later, "b")).toBe(2);
    expect((await vocabularies.versions("theme")).map((one) => [one.version, one.title.en])).toEqual([
      [2, "Topics"],
      [1, "Themes"],
    ]);
    await mappings.put("iom", { columns: { Title: "title" } }, at, "a");
    expect((await mappings.byId("iom"))?.record).toEqual({ columns: { Title: "title" } });
  });

  it("remember the latest decision on a pair of records", async () => {
    const source = await addedSource(store(), "duplicates");
    await store().catalogue.changes.put([evaluation("d-1", source), evaluation("d-2", source)], change("d"));
    const decision: DuplicateDecision = {
      first: "d-1",
      second: "d-2",
      verdict: "same",
      keep: "d-1",
      reason: "same report, two lists",
      at,
      by: "a",
    };
    const { duplicates } = store().catalogue;
    await duplicates.decide([decision]);
    expect(await duplicates.standing()).toEqual([decision]);
    await duplicates.decide([{ ...decision, verdict: "undecided", keep: null, at: later }]);
    expect(await duplicates.standing()).toEqual([]);
    expect((await duplicates.of("d-2")).map((one) => one.verdict)).toEqual(["undecided", "same"]);
  });
});
