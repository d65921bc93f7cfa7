// Editing the registry through the use cases: what is seen before, what stands afterwards, who is refused.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const reviewer: Actor = { id: "account-r", role: "reviewer", kind: "account" };
const analyst: Actor = { id: "account-a", role: "analyst", kind: "account" };

const table = `id,printedId,title,language,printedSymbol,type,timing,nature,region,countries,themes,donor,year
edit-1,E 1,Pensions in towns: final evaluation,en,ABC/12/01/XYZ,project,final,independent,africa,KEN,pensions,A donor,2015
edit-2,E 2,Pensions in towns: mid-term evaluation,en,ABC/12/01/XYZ,project,mid-term,independent,africa,KEN,pensions,,2013
edit-3,E 3,School meals in the north,en,,project,final,internal,africa,UGA,,,2015
edit-4,E 4,School meals in the North,en,,project,final,internal,africa,UGA,,,2015
`;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describeOnEngines("editing the registry", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;

  const edit = (actor: Actor, input: Partial<Parameters<typeof useCases.editEvaluations>[2]>) =>
    useCases.editEvaluations(effects, actor, {
      records: [{ id: "edit-1" }],
      set: {},
      add: {},
      remove: {},
      title: "An edit",
      preview: false,
      ...input,
    });

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "socle-registry-"));
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const path = join(folder, "table.csv");
    writeFileSync(path, table);
    value(
      await useCases.importEvaluations(effects, operator, {
        name: "table.csv",
        origin: "invented",
        upload: { path, name: "table.csv" },
      }),
    );
  });

  it("shows what would change and changes nothing until asked", async () => {
    const seen = value(
      await edit(reviewer, { set: { donor: "Another donor" }, add: { themes: ["floors"] }, preview: true }),
    );
    expect(seen).toEqual({
      outcome: null,
      records: [
        {
          id: "edit-1",
          title: "Pensions in towns: final evaluation",
          version: 1,
          changes: [
            { field: "themes", before: ["pensions"], after: ["pensions", "floors"] },
            { field: "donor", before: "A donor", after: "Another donor" },
          ],
        },
      ],
    });
    expect(value(await useCases.evaluation(effects, visitor, { id: "edit-1" })).version).toBe(1);
  });

  it("edits many as one change, says who set each value, and takes it back", async () => {
    const made = value(
      await edit(reviewer, {
        records: [
          { id: "edit-1", version: 1 },
          { id: "edit-2", version: 1 },
        ],
        set: { status: "completed", managementResponse: "received" },
        title: "Both are done",
      }),
    );
    expect(made.outcome).toMatchObject({ added: 2, superseded: 2 });
    const record = await store().catalogue.evaluations.byId("edit-1");
    expect(record?.valueOrigins["status"]).toMatchObject({ by: "account-r" });
    const versions = value(await useCases.evaluationVersions(effects, visitor, { id: "edit-1" }));
    expect(versions[0]?.changes.map(({ field }) => field)).toEqual(["status", "managementResponse"]);

    const change = made.outcome?.change ?? "";
    expect(codes(await useCases.undoChange(effects, visitor, { id: change, reason: "" }))).toEqual([
      "access.sign-in-needed",
    ]);
    value(await useCases.undoChange(effects, reviewer, { id: change, reason: "too early" }));
    expect(value(await useCases.evaluation(effects, visitor, { id: "edit-1" })).evaluation.status).toBeNull();
    expect(codes(await useCases.undoChange(effects, reviewer, { id: change, reason: "" }))).toEqual([
      "store.change-undone",
    ]);
    const [undo, first] = value(
      await useCases.listChanges(effects, reviewer, { limit: 10, offset: 0 }),
    ).changes;
    expect(undo).toMatchObject({ kind: "undo", undoes: change, items: 2 });
    expect(first).toMatchObject({ id: change, title: "Both are done", undoneBy: undo?.id });
    const audit = await store().catalogue.audit.list({ before: null, limit: 10 });
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["evaluation.edit", "evaluation.undo"]),
    );
  });

  it("refuses who may not, what was changed since, unknown records and countries: all at once, nothing done", async () => {
    expect(codes(await edit(visitor, { set: { year: 2000 } }))).toEqual(["access.sign-in-needed"]);
    expect(codes(await edit(analyst, { set: { year: 2000 } }))).toEqual(["access.not-allowed"]);
    expect(codes(await edit(reviewer, {}))).toEqual(["app.edit-empty"]);
    expect(
      codes(
        await edit(reviewer, {
          records: [{ id: "edit-1", version: 1 }, { id: "nowhere" }, { id: "edit-3" }],
          set: { countries: ["KEN", "Kenya", "002"] },
        }),
      ),
    ).toEqual(["app.country-unknown", "app.country-unknown", "app.record-changed", "app.not-found"]);
    expect(value(await useCases.evaluation(effects, visitor, { id: "edit-3" })).evaluation.countries).toEqual(
      ["UGA"],
    );
  });

  it("proposes records that look alike and remembers the decision, which can be said anew", async () => {
    const page = { limit: 10, offset: 0 };
    const proposed = value(await useCases.listDuplicates(effects, visitor, page));
    expect(proposed.groups.map((group) => group.members.map(({ id }) => id))).toEqual([["edit-3", "edit-4"]]);
    expect(proposed.groups[0]?.pairs[0]?.reasons).toEqual(["same-title", "same-year", "same-country"]);
    const decide = (verdict: "same" | "undecided", keep: string | null) =>
      useCases.decideDuplicates(effects, reviewer, {
        members: ["edit-4", "edit-3"],
        verdict,
        keep,
        reason: "the same report",
      });
    expect(codes(await decide("same", "edit-1"))).toEqual(["app.keep-unknown"]);
    value(await decide("same", "edit-3"));
    const decided = value(await useCases.listDuplicates(effects, visitor, page));
    expect(decided.groups).toEqual([]);
    expect(decided.decided).toMatchObject([{ first: "edit-3", second: "edit-4", keep: "edit-3" }]);
    expect((await store().catalogue.evaluations.byId("edit-4"))?.title).toBe("School meals in the North");
    value(await decide("undecided", null));
    expect(value(await useCases.listDuplicates(effects, visitor, page)).groups).toHaveLength(1);
  });

  it("shows the reports of one project in the order of their timing", async () => {
    const { projects } = value(
      await useCases.listProjects(effects, visitor, { several: "true", limit: 10, offset: 0 }),
    );
    expect(projects).toMatchObject([
      { id: "ABC-12-01-XYZ", symbol: "ABC/12/01/XYZ", evaluations: [{ id: "edit-2" }, { id: "edit-1" }] },
    ]);
    expect(value(await useCases.project(effects, visitor, { id: "ABC-12-01-XYZ" })).symbol).toBe(
      "ABC/12/01/XYZ",
    );
    expect(codes(await useCases.project(effects, visitor, { id: "INT-00-000-AAA" }))).toEqual([
      "app.not-found",
    ]);
  });

  it("keeps codes of fixed lists, retires terms instead of losing them, and makes versions", async () => {
    const lists = value(await useCases.listVocabularies(effects, visitor, {}));
    expect(lists.map(({ id }) => id)).toContain("theme");
    for (const list of lists)
      for (const term of list.terms)
        for (const language of ["en", "fr", "es", "pt"] as const)
          expect(term.label[language], `${list.id}: ${term.code} in ${language}`).toBeTruthy();
    const theme = lists.find(({ id }) => id === "theme")!;
    const changed = (terms: typeof theme.terms, id = "theme", version = 1) =>
      useCases.changeVocabulary(effects, operator, { id, version, title: theme.title, terms });
    expect(codes(await changed(theme.terms.slice(1)))).toEqual(["app.vocabulary-invalid"]);
    const inRing = theme.terms.map((term, i) => ({
      ...term,
      broader: i < 3 ? theme.terms[(i + 1) % 3]!.code : term.broader,
    }));
    expect(codes(await changed(inRing))).toEqual(Array(3).fill("app.vocabulary-invalid"));
    const more = [
      ...theme.terms,
      { code: "care", label: { en: "Care" }, note: null, broader: null, isRetired: false },
    ];
    expect(value(await changed(more)).version).toBe(2);
    expect(codes(await changed(more))).toEqual(["app.record-changed"]);
    const kept = value(await useCases.vocabulary(effects, visitor, { id: "theme" }));
    expect(kept.map(({ version, recordedBy }) => [version, recordedBy])).toEqual([
      [2, "operator"],
      [1, "socle"],
    ]);
    const timing = lists.find(({ id }) => id === "evaluation-timing")!;
    expect(codes(await changed([...timing.terms, more.at(-1)!], "evaluation-timing"))).toEqual([
      "app.vocabulary-invalid",
    ]);
  });
});
