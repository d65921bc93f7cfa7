// From figures of several sources to values a run can use: chosen by rule and by people, traced to the cell
// they were read from, chosen again to the byte; and the catalogue that says what they mean.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, type TraceNode, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const own = {
  id: "TRY_COVERAGE",
  label: { en: "Coverage", fr: "Couverture", es: "Cobertura", pt: "Cobertura" },
  ...{ form: "income", level: "national", group: "outcome", type: "ratio", direction: 1, unit: "PT" },
  sources: [{ agency: "Office" }, { agency: "Bank", series: "B.COV" }],
  evidence: { tag: "own" },
};
const rule = {
  id: "try-2020",
  title: "Values of 2020",
  years: [2020],
  window: { before: 3, after: 0 },
  indicators: ["TRY_COVERAGE"],
};
const tables: Readonly<
  Record<string, { readonly agency: string; readonly indicator: string; readonly rows: string }>
> = {
  office: {
    agency: "Office",
    indicator: "TRY_COVERAGE",
    rows: "XAA,2018,40,\nXAA,2020,,not-applicable\nXAB,2020,0,\nXAC,2010,9,\n",
  },
  bank: { agency: "Bank", indicator: "B.COV", rows: "XAA,2020,55,\nXAB,2020,12,\nXAD,2019,,not-stated\n" },
};
const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };
const bankOf2020 = "observation:bank-1/B.COV/XAA/2020/Bank/T/";

describeOnEngines("choosing values", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;
  const releases = ["office-1", "bank-1"];
  const make = (given: object = {}, from: readonly string[] = releases, by: Actor = operator) =>
    useCases.makeSelection(effects, by, { rule: { ...rule, ...given }, releases: [...from] });
  const decide = (version: number, take: string, more: object = {}) =>
    useCases.overrideSelection(effects, operator, {
      id: rule.id,
      version,
      overrides: [
        {
          ...{ indicator: "TRY_COVERAGE", area: "XAA", year: 2020, sex: "T", take, missing: null },
          reason: "The survey of 2018 was of the capital only.",
          ...more,
        },
      ],
    });
  const chosenOf = async (release: string) =>
    (await store().releases.observations({ release })).map(
      ({ area, value, missing, source, attributes }) =>
        `${area} ${value ?? missing} ${source} ${attributes["OBSERVED_PERIOD"] ?? ""} ${attributes["CHOSEN_BY"]}`,
    );

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "socle-choice-"));
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    for (const [series, { agency, indicator, rows }] of Object.entries(tables)) {
      const path = join(folder, `${series}.csv`);
      writeFileSync(path, `area,period,value,missing\n${rows}`);
      const name = `${series}.csv`;
      answered(
        await useCases.importObservations(effects, operator, {
          ...{ name, series, agency, indicator, unit: "PT", origin: "invented", draft: "false" },
          upload: { path, name },
        }),
      );
    }
    answered(await useCases.addIndicators(effects, operator, { indicators: [own], reason: "Wanted here." }));
  });

  it("the catalogue keeps every version of an indicator, and the shipped one where its own takes its place", async () => {
    const better = { ...own, documentation: { rationale: { text: { en: "Why" }, by: "ours" } } };
    const again = (indicators: unknown[], actor: Actor = operator) =>
      useCases.addIndicators(effects, actor, { indicators, reason: "Said better." });
    expect(await again([own])).toMatchObject({ value: { added: 0, superseded: 0, unchanged: 1 } });
    expect(await again([better])).toMatchObject({ value: { superseded: 1, ids: ["TRY_COVERAGE"] } });
    const one = answered(await useCases.indicator(effects, visitor, { id: "TRY_COVERAGE" }));
    expect(one.versions).toMatchObject([
      {
        version: "own-2",
        changed: ["documentation"],
        reason: "Said better.",
        supersededAt: null,
        recordedBy: null,
      },
      { version: "own-1", changed: [], supersededAt: expect.any(String) },
    ]);
    expect(one.data).toMatchObject({ sources: ["Bank", "Office"], values: 5, areas: 3 });

    const gini = answered(await useCases.indicator(effects, visitor, { id: "ISI_O_GINI" }));
    answered(await again([{ ...(gini.record as object), unit: "PT" }]));
    expect(answered(await useCases.indicator(effects, visitor, { id: "ISI_O_GINI" }))).toMatchObject({
      shipped: false,
      unit: "PT",
      versions: [
        { version: "own-1", changed: ["unit"] },
        { shipped: true, supersededAt: expect.any(String) },
      ],
    });
    expect(await again([{ ...own, form: "housing" }])).toMatchObject({ ok: false });
    expect(await again([own], analyst)).toMatchObject({ ok: false });
  });

  it("what is chosen becomes a release; zero, missing and not applicable stay what they are", async () => {
    const made = answered(await make());
    expect(made).toMatchObject({
      version: 1,
      release: "try-2020-1",
      origin: "invented",
      counts: { values: 2 },
    });
    expect(await chosenOf("try-2020-1")).toEqual([
      "XAA 40 Office 2018 rule",
      "XAB 0 Office 2020 rule",
      "XAC missing   nothing-in-window",
      "XAD not-stated   no-value-in-window",
    ]);
    const same = answered(await make());
    expect(same).toMatchObject({ version: 1 });
    const cell = answered(
      await useCases.selectionCell(effects, visitor, {
        ...{ id: rule.id, indicator: "TRY_COVERAGE", area: "XAA", year: 2020, sex: "T" },
      }),
    );
    expect(cell.candidates.map(({ period, source, fate }) => `${source} ${period} ${fate}`)).toEqual([
      "Office 2020 no-value",
      "Bank 2020 another-source-first",
      "Office 2018 taken",
    ]);
  });

  it("a person decides with a reason; the decision makes a version, stands in the next and can be taken back", async () => {
    expect(answered(await decide(1, bankOf2020))).toMatchObject({ version: 2, counts: { byPerson: 1 } });
    expect((await chosenOf("try-2020-2"))[0]).toBe("XAA 55 Bank 2020 person");
    expect((await chosenOf("try-2020-1"))[0]).toBe("XAA 40 Office 2018 rule");
    expect(await decide(1, "none")).toMatchObject({ problems: [{ code: "app.record-changed" }] });
    expect(await decide(2, "observation:nowhere")).toMatchObject({
      problems: [{ code: "securities.override-unmet" }],
    });
    expect(answered(await make({ window: { before: 0, after: 0 } }))).toMatchObject({ version: 3 });
    expect((await chosenOf("try-2020-3"))[0]).toBe("XAA 55 Bank 2020 person");
    expect(answered(await decide(3, "rule", { reason: "The survey was national after all." }))).toMatchObject(
      {
        version: 4,
      },
    );
    const shown = answered(await useCases.selection(effects, visitor, { id: rule.id }));
    expect(shown.decisions.map(({ take, stands, by }) => [take, stands, by])).toEqual([
      [bankOf2020, false, null],
      ["rule", false, null],
    ]);
    expect(shown.versions.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
  });

  it("a run over the values leads from a score to the cell of the first file, and all is chosen again to the byte", async () => {
    const definition = {
      id: "try-index",
      version: "1",
      title: "Try",
      nodes: [{ id: "index" }, { id: "TRY_COVERAGE", parent: "index", direction: 1 }],
    };
    const run = answered(await useCases.createRun(effects, operator, { definition, release: "try-2020-2" }));
    const path = answered(
      await useCases.trace(effects, visitor, { id: `score:${run.id}/XAA/index/2020` }),
    ) as TraceNode;
    const observation = path.inputs.find(({ kind }) => kind === "observation");
    expect(observation).toMatchObject({ value: 55, source: { file: "try-2020.csv" } });
    expect(observation?.inputs[0]).toMatchObject({
      id: bankOf2020,
      value: 55,
      source: { file: "bank.csv", locator: { row: 2, column: "value" } },
    });
    const verified = answered(await useCases.verify(effects, operator, {}));
    expect(verified.differences).toEqual([]);
    expect(await useCases.verify(effects, operator, { id: "selection:try-2020/3" })).toMatchObject({
      value: { checked: 1, differences: [] },
    });
  });

  it("one country's series stand side by side with what was taken of them", async () => {
    const series = answered(
      await useCases.indicatorSeries(effects, visitor, { id: "TRY_COVERAGE", area: "XAB" }),
    );
    expect(series.observations.map(({ source, value }) => [source, value])).toEqual(
      expect.arrayContaining([
        ["Office", 0],
        ["Bank", 12],
      ]),
    );
    expect(series.chosen).toEqual([
      { year: 2020, sex: "T", id: "observation:office-1/TRY_COVERAGE/XAB/2020/Office/T/", why: "taken" },
    ]);
    const latest = answered(await useCases.indicatorLatest(effects, visitor, { id: "TRY_COVERAGE" }));
    expect(latest.map(({ area, source, period }) => `${area} ${source} ${period}`)).toEqual([
      "XAA Office 2018",
      "XAA Bank 2020",
      "XAB Office 2020",
      "XAB Bank 2020",
      "XAC Office 2010",
    ]);
  });

  it("a choice from a draft is one, goes out after the draft, and its newer draft hides nothing that stands", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "socle-choice-")), "fresh.csv");
    writeFileSync(path, "area,period,value\nXAB,2020,13\n");
    answered(
      await useCases.importObservations(effects, operator, {
        ...{ name: "fresh.csv", series: "fresh", agency: "Bank", indicator: "B.COV", unit: "PT" },
        ...{ origin: "invented", draft: "true", upload: { path, name: "fresh.csv" } },
      }),
    );
    const early = (from: readonly string[]) => make({ id: "early-2020", title: "Early" }, from);
    const cell = { indicator: "TRY_COVERAGE", area: "XAB", year: 2020, sex: "T" };
    const seen = async () => ({
      list: answered(await useCases.listSelections(effects, visitor, {})).map(({ id, version }) => [
        id,
        version,
      ]),
      one: await useCases.selection(effects, visitor, { id: "early-2020" }),
      second: await useCases.selection(effects, visitor, { id: "early-2020", version: 2 }),
      cell: await useCases.selectionCell(effects, visitor, { id: "early-2020", ...cell }),
      release: await useCases.release(effects, visitor, { id: "early-2020-2" }),
    });
    answered(await early(["office-1"]));
    const { events } = effects.store.catalogue.releases;
    expect((await events("early-2020-1")).map(({ act }) => act.kind)).toEqual(["published"]);
    const before = await seen();
    expect(before.one).toMatchObject({ ok: true, value: { version: 1 } });
    const nobody = await useCases.selection(effects, visitor, { id: "early-2021" });
    const told = (found: Result<unknown>) =>
      JSON.stringify(found.ok ? found.value : found.problems).replaceAll("early-2021", "early-2020");

    answered(await early(["office-1", "fresh-1"]));
    expect((await events("early-2020-2")).map(({ act }) => act.kind)).toEqual(["drafted"]);
    expect(await seen()).toEqual(before);
    expect(told(before.second).replace(", version 2", "")).toBe(told(nobody));
    expect(await useCases.selection(effects, analyst, { id: "early-2020" })).toMatchObject({
      value: { version: 2, versions: [{ version: 2 }, { version: 1 }] },
    });

    const publish = (id: string) => useCases.publishRelease(effects, analyst, { id, at: null, notes: null });
    const check = async (id: string) => {
      answered(await useCases.checkRelease(effects, analyst, { id }));
      const { check: found } = answered(await useCases.releaseChecks(effects, analyst, { id }));
      for (const { rule: by } of found?.groups ?? [])
        answered(
          await useCases.answerFinding(effects, analyst, {
            ...{ id, rule: by, indicator: null, finding: null, note: "Made up." },
          }),
        );
    };
    await check("early-2020-2");
    expect(await publish("early-2020-2")).toMatchObject({ problems: [{ code: "app.choice-before-inputs" }] });
    expect(await seen()).toEqual(before);
    await check("fresh-1");
    answered(await publish("fresh-1"));
    answered(await publish("early-2020-2"));
    const after = await seen();
    expect(after.one).toMatchObject({ value: { version: 2 } });
    const candidates = (found: typeof after.cell) =>
      answered(found).candidates.map(({ release, value }) => [release, value]);
    expect(candidates(after.cell)).toEqual([
      ["office-1", 0],
      ["fresh-1", 13],
    ]);

    // A figure that was withdrawn is shown nowhere, neither as what a choice weighed.
    const reason = "Two columns were exchanged.";
    answered(
      await useCases.withdrawRelease(effects, operator, {
        id: "fresh-1",
        reason,
        replacedBy: null,
        figures: "kept",
      }),
    );
    expect(candidates((await seen()).cell)).toEqual([["office-1", 0]]);
  });

  it("a check goes by the indicators of the installation, and tells when one of them was said otherwise", async () => {
    const share = { ...own, id: "TRY_SHARE", sources: [{ agency: "Office" }], scale: [0, 100] };
    const add = (more: object) =>
      useCases.addIndicators(effects, operator, { indicators: [{ ...share, ...more }], reason: "Wanted." });
    answered(await add({}));
    const folder = await mkdtemp(join(tmpdir(), "socle-choice-"));
    const found = async (rows: string, draft: "true" | "false") => {
      const path = join(folder, "share.csv");
      writeFileSync(path, `area,period,value\n${rows}`);
      const made = answered(
        await useCases.importObservations(effects, operator, {
          ...{ name: "share.csv", series: "share", agency: "Office", indicator: "TRY_SHARE", unit: "PT" },
          ...{ origin: "invented", draft, upload: { path, name: "share.csv" } },
        }),
      );
      const id = made.release!;
      answered(await useCases.checkRelease(effects, analyst, { id }));
      const { check } = answered(await useCases.releaseChecks(effects, analyst, { id }));
      return check?.groups.map(({ rule: by, indicator, count }) => [by, indicator, count]);
    };
    expect(await found("XAA,2020,40\nXAB,2020,140\n", "false")).toEqual([["range", "TRY_SHARE", 1]]);
    answered(await add({ scale: [0, 200] }));
    expect(await found("XAA,2020,41\nXAB,2020,140\n", "true")).toEqual([
      ["definition-changed", "TRY_SHARE", 1],
    ]);
  });

  it("a decision sent twice counts once", async () => {
    const send = () =>
      useCases.makeSelection(effects, operator, {
        rule: { ...rule, id: "twice-2020" },
        releases: ["office-1"],
        overrides: [
          {
            ...{ indicator: "TRY_COVERAGE", area: "XAA", year: 2020, sex: "T", take: "none", missing: null },
            reason: "The survey of 2018 was of the capital only.",
          },
        ],
      });
    expect(answered(await send())).toMatchObject({ version: 1, overrides: 1 });
    expect(answered(await send())).toMatchObject({ version: 1, overrides: 1 });
  });

  it("a choice is stopped where it is asked to, and nothing is made of it", async () => {
    const made = await useCases.makeSelection(
      effects,
      operator,
      { rule: { ...rule, id: "stopped-2020" }, releases },
      { signal: AbortSignal.abort() },
    );
    expect(made).toMatchObject({ ok: false, problems: [{ code: "app.stopped" }] });
    expect(await effects.store.catalogue.releases.lastVersion("stopped-2020")).toBe(0);
  });

  it("a choice into a foreign series, from nothing, of nothing or by a visitor is refused", async () => {
    expect(await make({ id: "office" })).toMatchObject({ problems: [{ code: "app.series-moved-on" }] });
    expect(await make({}, ["absent-1"])).toMatchObject({ problems: [{ code: "app.not-found" }] });
    expect(await make({ years: [1990] })).toMatchObject({ problems: [{ code: "app.no-observations" }] });
    expect(await make({}, releases, visitor)).toMatchObject({ ok: false });
    const path = join(await mkdtemp(join(tmpdir(), "socle-choice-")), "more.csv");
    writeFileSync(path, "area,period,value\nXAB,2020,13\n");
    const imported = await useCases.importObservations(effects, operator, {
      ...{ name: "more.csv", series: rule.id, agency: "Bank", indicator: "B.COV", origin: "invented" },
      upload: { path, name: "more.csv" },
    });
    expect(imported).toMatchObject({ problems: [{ code: "app.series-of-choice", at: { field: "series" } }] });
    expect(await make()).toMatchObject({ ok: true });
  });

  it("a rank that changed by another choice of source is told from one that changed by new figures", async () => {
    const order = (first: object, second: object) => ({ TRY_COVERAGE: [first, second] });
    const [office, bank] = [{ agency: "Office" }, { agency: "Bank", series: "B.COV" }];
    const definition = {
      ...{ id: "covered", version: "1", title: "Covered" },
      nodes: [{ id: "index" }, { id: "TRY_COVERAGE", parent: "index", direction: 1 }],
      normalisation: { method: "goalposts", from: 0, to: 100, scale: 1 },
    };
    const frozen = async (id: string, sources: object, from: readonly string[]) => {
      const chosen = answered(await make({ id, sources }, from));
      return answered(await useCases.createRun(effects, operator, { definition, release: chosen.release }))
        .id;
    };
    const compared = async (from: string, to: string) =>
      answered(await useCases.compareRuns(effects, visitor, { from, to }));
    const before = await frozen("by-office", order(office, bank), releases);
    const otherwise = await frozen("by-bank", order(bank, office), releases);
    const chosen = await compared(before, otherwise);
    expect(chosen.causes.map(({ cause }) => cause)).toEqual(["choice"]);
    expect(chosen.changes).toMatchObject({ values: [], chosenOtherwise: 2 });
    expect(chosen.areas.map(({ area, scores }) => [area, scores.map((one) => one.toFixed(2))])).toEqual(
      expect.arrayContaining([
        ["XAA", ["0.15"]],
        ["XAB", ["0.12"]],
      ]),
    );

    // The bank has corrected XAB besides: 12 → 70.
    const path = join(await mkdtemp(join(tmpdir(), "socle-choice-")), "bank.csv");
    writeFileSync(path, "area,period,value,missing\nXAA,2020,55,\nXAB,2020,70,\nXAD,2019,,not-stated\n");
    const again = await useCases.importObservations(effects, operator, {
      ...{ name: "bank.csv", series: "newbank", agency: "Bank", indicator: "B.COV", unit: "PT" },
      ...{ origin: "invented", draft: "false", upload: { path, name: "bank.csv" } },
    });
    expect(again).toMatchObject({ ok: true });
    const after = await frozen("by-new-bank", order(bank, office), ["office-1", "newbank-1"]);
    const both = await compared(before, after);
    expect(both.causes.map(({ cause }) => cause)).toEqual(["values", "choice"]);
    for (const { from, to, places, scores } of both.areas) {
      if (!from || !to) continue;
      expect(places.reduce((sum, share) => sum + share, 0)).toBe(from.rank - to.rank);
      expect(scores.reduce((sum, share) => sum + share, 0)).toBeCloseTo(to.score - from.score, 12);
    }
    const moved = both.areas.find(({ area }) => area === "XAB")!;
    expect(moved).toMatchObject({ from: { rank: 2 }, to: { rank: 1 } });
    // The office's 0 became the bank's 12 by choice, and 70 by the correction, on average over both orders.
    expect(moved.scores.map((share) => share.toFixed(2))).toEqual(["0.29", "0.41"]);
  });
});
