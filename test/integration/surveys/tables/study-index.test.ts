// From answers to indexes: the simulated studies taken in, their scores by sex with errors, what visitors see of them,
// and the release of indicators that is made of them.

import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { type Effects, type RouteInput, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../../store/engines.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const told = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));
const custodian: Actor = { id: "kim", role: "custodian", kind: "account" };
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };

const folder = new URL("../../../../demonstration/studies/", import.meta.url);
const people = "XAA_2024_PSS_v01_M";
const towns = "XAD_2023_PSS_v01_M";

describeOnEngines("indexes of persons", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;

  /** A study with few variables opened, so that deciding on its cells takes no time. */
  const takeIn = async (id: string, files: readonly string[], opened: readonly string[]) => {
    const json = (name: string) => JSON.parse(readFileSync(new URL(`${id}/${name}`, folder), "utf8"));
    const { questionnaires: _, ...study } = json("study.json");
    answered(await useCases.describeStudy(effects, operator, { study, reason: "As it was described." }));
    for (const name of files)
      answered(
        await useCases.uploadMicrodata(effects, operator, {
          ...{ id, name },
          upload: { path: new URL(`${id}/${name}`, folder).pathname, name },
        }),
      );
    const edition = json("edition.json");
    const { version } = answered(
      await useCases.addEdition(effects, operator, {
        id,
        edition: {
          ...edition,
          from: undefined,
          variables: edition.variables.map((one: { name: string }) => ({
            ...one,
            forTables: opened.includes(one.name),
          })),
        },
        brought: [],
      }),
    ).edition;
    answered(await useCases.actOnEdition(effects, operator, { id, version, act: "published" }));
  };
  const index = (actor: Actor, input: Partial<RouteInput<"studyIndex">> = {}) =>
    useCases.studyIndex(effects, actor, {
      ...{ id: people, definition: "pss", language: "en" },
      ...input,
    } as RouteInput<"studyIndex">);

  beforeAll(async () => {
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    await takeIn(people, ["households.csv", "persons.csv"], ["sex", "urb", "rpmem", "agegr"]);
    await takeIn(towns, ["persons.csv"], ["sex", "town"]);
  }, 120_000);

  it("are those whose variables a study has", async () => {
    const listed = answered(await useCases.studyIndexes(effects, visitor, { id: people }));
    expect(listed.map(({ id }) => id)).toEqual(["pss", "good-job"]);
    expect(listed[0]).toMatchObject({ kind: "index", reconstruction: true, file: "persons" });
    expect(listed[0]!.lines.length).toBeGreaterThan(10);
    expect(told(await index(visitor, { definition: "hde" }))).toEqual(["survey.definition-unknown"]);
  });

  it("give means and shares below the line by sex, with errors, to whoever sees the rows", async () => {
    const found = answered(await index(custodian));
    expect(found.by).toMatchObject({ variable: "sex" });
    const all = found.cells.filter(({ part }) => part === "income");
    expect(all.map(({ level, statistic }) => `${level} ${statistic}`)).toEqual([
      "null mean",
      "null share-below",
      "1 mean",
      "2 mean",
      "1 share-below",
      "2 share-below",
    ]);
    for (const cell of all) {
      expect(cell.estimate).toBeGreaterThan(0);
      expect(cell.estimate).toBeLessThan(1);
      expect(cell.standardError).toBeGreaterThan(0);
      expect(cell.missing).toBeGreaterThanOrEqual(0);
    }
    const lower = answered(await index(custodian, { deficit: 0.3 }));
    const below = (of: typeof found) =>
      of.cells.find(
        ({ part, level, statistic }) => part === "income" && level === null && statistic === "share-below",
      )!.estimate!;
    expect(below(lower)).toBeLessThan(below(found));
  });

  it("keep visitors to the line of the definition and to groups that are opened", async () => {
    expect(told(await index(visitor, { deficit: 0.51 }))).toEqual(["survey.line-fixed"]);
    expect(told(await index(visitor, { by: "wstat" }))).toEqual(["survey.variable-not-open"]);
    const [seen, whole] = [answered(await index(visitor)), answered(await index(custodian))];
    // Who does not see the rows gets the same figures, or none, and never how many lack a score.
    for (const [at, cell] of seen.cells.entries()) {
      expect(cell.missing).toBeNull();
      if (cell.withheld === null) expect(cell.estimate).toBe(whole.cells[at]!.estimate);
      else expect([cell.estimate, cell.cases, cell.low]).toEqual([null, null, null]);
    }
    expect(seen.cells.filter(({ withheld }) => withheld === null).length).toBeGreaterThan(20);
  });

  it("become a draft release of indicators with standard errors, once", async () => {
    const make = (actor: Actor, id = people) =>
      useCases.releaseStudyIndex(effects, actor, { id, definition: "pss" });
    expect(told(await make(analyst))).toEqual(["access.not-allowed"]);
    const made = answered(await make(custodian));
    expect(made.release).toBe("pss-xaa-2024-pss-v01-m-1");
    const release = answered(await useCases.release(effects, operator, { id: made.release }));
    expect(release).toMatchObject({
      release: { origin: "simulated", recipe: { method: "securities.micro-index" } },
      versions: [{ state: "draft" }],
    });
    const rows = await store().releases.observations({ release: made.release });
    expect(rows).toHaveLength(made.rows);
    const income = rows.filter(({ indicator }) => indicator === "pss.income");
    expect(income.map(({ sex }) => sex).sort()).toEqual(["F", "M", "T"]);
    const shown = answered(await index(custodian)).cells.find(
      ({ part, level, statistic }) => part === "income" && level === null && statistic === "mean",
    )!;
    const total = income.find(({ sex }) => sex === "T")!;
    expect(total).toMatchObject({ area: "XAA", period: "2024", value: shown.estimate });
    expect(Object.values(total.attributes).map(Number)).toContain(shown.standardError);
    // The same again is the same release; of towns there is none of a nation.
    expect(answered(await make(custodian)).release).toBe(made.release);
    expect(told(await make(custodian, towns))).toEqual(["survey.not-national"]);
  });
});
