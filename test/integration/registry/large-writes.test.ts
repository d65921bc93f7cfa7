// Large writes of the registry: prepared outside of the transaction and in parts, so that others get their
// turn; nobody's work is lost for it, and what says nothing new writes nothing.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator } from "#records";
import type { Store } from "#store";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const reviewer: Actor = { id: "account-r", role: "reviewer", kind: "account" };
const many = 450;
const ids = Array.from({ length: many }, (_, i) => `w-${i}`);
const own = `id,title,year\n${ids.map((id) => `${id},Pensions in town ${id},2015`).join("\n")}\n`;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

/** The store, with every question to its catalogue outside of a transaction counted by name. */
function counted(store: Store): { readonly store: Store; readonly asked: Map<string, number> } {
  const asked = new Map<string, number>();
  const section = (name: string, methods: object) =>
    new Proxy(methods, {
      get(target, method: string) {
        asked.set(`${name}.${method}`, (asked.get(`${name}.${method}`) ?? 0) + 1);
        return Reflect.get(target, method) as unknown;
      },
    });
  const catalogue = new Proxy(store.catalogue, {
    get: (target, name: string) => section(name, Reflect.get(target, name) as object),
  });
  return { store: { ...store, catalogue }, asked };
}

/** The store, before whose first transaction something else happens. */
function overtaken(store: Store, first: () => Promise<unknown>): Store {
  let isFirst = true;
  return {
    ...store,
    async transaction(work) {
      if (isFirst) {
        isFirst = false;
        await first();
      }
      return store.transaction(work);
    },
  };
}

describeOnEngines("large writes of the registry", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  const given = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { name, origin: "invented" as const, upload: { path, name } };
  };
  const edit = (with_: Effects, input: Partial<Parameters<typeof useCases.editEvaluations>[2]>) =>
    useCases.editEvaluations(with_, reviewer, {
      records: ids.map((id) => ({ id })),
      set: {},
      add: {},
      remove: {},
      title: "An edit",
      preview: false,
      ...input,
    });
  const changes = async () => (await store().catalogue.changes.list({ limit: 1, offset: 0 })).total;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-large-"));
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    value(await useCases.importEvaluations(effects, operator, given("own.csv", own)));
  });

  it("ask the catalogue for parts of the records, never record by record, and let others have their turn", async () => {
    const { store: watched, asked } = counted(store());
    let turns = 0;
    let going = true;
    const others = () => {
      turns++;
      if (going) setImmediate(others);
    };
    others();
    const made = value(await edit({ ...effects, store: watched }, { set: { status: "completed" } }));
    going = false;
    expect(made.outcome).toMatchObject({ added: many, superseded: many });
    expect(made.records).toHaveLength(many);
    const questions = [...asked.values()].reduce((sum, count) => sum + count, 0);
    expect(questions).toBeLessThan(many / 20);
    expect(turns).toBeGreaterThan(many / 50);
    const { change } = value(await useCases.change(effects, reviewer, { id: made.outcome?.change ?? "" }));
    expect(change.items).toBe(many);
  });

  it("are prepared anew where somebody else was quicker, whose work stays", async () => {
    const before = await changes();
    const quicker = overtaken(store(), () =>
      edit(effects, { records: [{ id: "w-7" }], set: { donor: "A donor" }, title: "Quicker" }),
    );
    value(await edit({ ...effects, store: quicker }, { set: { manager: "A manager" } }));
    expect(await changes()).toBe(before + 2);
    expect(await store().catalogue.evaluations.byId("w-7")).toMatchObject({
      donor: "A donor",
      manager: "A manager",
    });

    // Whoever said which version they saw is told instead, and nothing of theirs is done.
    const [standing] = await store().catalogue.changes.versions("w-8");
    const again = overtaken(store(), () =>
      edit(effects, { records: [{ id: "w-8" }], set: { donor: "Another" }, title: "Quicker again" }),
    );
    const late = await edit(
      { ...effects, store: again },
      {
        records: [{ id: "w-9" }, { id: "w-8", version: standing?.version ?? 0 }],
        set: { manager: "Nobody" },
      },
    );
    expect(codes(late)).toEqual(["app.record-changed"]);
    expect((await store().catalogue.evaluations.byId("w-9"))?.manager).toBe("A manager");
  });

  it("of a table merge with what was written while it was judged", async () => {
    const file = given("foreign.csv", "Reference;Evaluation title;Year\nX-1;Care for children;2018\n");
    const opened = value(await useCases.openTable(effects, reviewer, { ...file, source: "Foreign" }));
    const asked = {
      sha256: opened.table,
      mapping: opened.proposal.mapping,
      origin: "invented" as const,
      title: "",
      saveAs: null,
      withoutRefused: false,
    };
    const page = { limit: 5, offset: 0 };
    const seen = value(await useCases.previewTable(effects, reviewer, { ...asked, ...page }));
    const id = seen.rows[0]?.id ?? "";
    value(await useCases.importTable(effects, reviewer, asked));
    const next = given("foreign-2.csv", "Reference;Evaluation title;Year\nX-1;Care for all children;2018\n");
    const second = value(await useCases.openTable(effects, reviewer, { ...next, source: "Foreign" }));
    const quicker = overtaken(store(), () => edit(effects, { records: [{ id }], set: { year: 2019 } }));
    value(
      await useCases.importTable({ ...effects, store: quicker }, reviewer, {
        ...asked,
        sha256: second.table,
      }),
    );
    expect(await store().catalogue.evaluations.byId(id)).toMatchObject({
      title: "Care for all children",
      year: 2019,
    });
  });

  it("that say nothing new make no change, keep no file, and say so", async () => {
    const before = await changes();
    const again = value(await useCases.importEvaluations(effects, operator, given("again.csv", `${own}\n`)));
    expect(again).toMatchObject({ added: 0, superseded: 0, unchanged: many, change: null });
    expect(again.warnings.map(({ code }) => code)).toEqual(["app.nothing-changed"]);

    const text = "Reference;Evaluation title;Year\nX-1;Care for all children;2018\n\n";
    const file = { ...given("foreign-3.csv", text), source: "Foreign" };
    const opened = value(await useCases.openTable(effects, reviewer, file));
    const same = value(
      await useCases.importTable(effects, reviewer, {
        sha256: opened.table,
        mapping: opened.proposal.mapping,
        origin: "invented",
        title: "",
        saveAs: null,
        withoutRefused: false,
      }),
    );
    expect(same).toMatchObject({ added: 0, superseded: 0, unchanged: 1, change: null });
    expect(same.warnings.map(({ code }) => code)).toEqual(["app.nothing-changed"]);
    expect(await changes()).toBe(before);
    expect((await store().catalogue.sources.list()).map(({ name }) => name)).not.toContain("again.csv");
    expect(await store().files.read(opened.table as never)).toBeNull();
    expect(await store().catalogue.drafts.byHash(opened.table as never)).toBeNull();
    const [entry] = await store().catalogue.audit.list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ action: "evaluation.import", detail: { change: null, unchanged: 1 } });
  });
});
