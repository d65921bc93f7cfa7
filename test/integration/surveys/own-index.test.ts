// An index of one's own over the variables of a survey of one's own: from the definition to scores by sex with their
// errors; what is refused in words; two people at once; who may add, and who may read what was added.

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Download, type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, operator, visitor } from "#records";
import { references } from "../../reference/survey/reference-tests.ts";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";
import { declaration, description, householdRows, personRows } from "./small-study.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const told = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));
const custodian: Actor = { id: "kim", role: "custodian", kind: "account" };
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };

async function textOf(download: Result<Download>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of answered(download).stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

const guide = readFileSync(new URL("../../../docs/methods/micro-indexes.md", import.meta.url), "utf8");
/** The example of the documentation: over the small survey. */
const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)![1]!) as Readonly<Record<string, unknown>>;

/** Takes a study in and publishes it. */
async function publish(effects: Effects, study: object, edition: object, files: Record<string, string>) {
  const { id } = answered(
    await useCases.describeStudy(effects, operator, {
      study: study as Record<string, unknown>,
      reason: "To try an index",
    }),
  );
  for (const [name, path] of Object.entries(files))
    answered(await useCases.uploadMicrodata(effects, operator, { ...{ id, name }, upload: { path, name } }));
  const { version } = answered(
    await useCases.addEdition(effects, operator, {
      ...{ id, brought: [] },
      edition: edition as Record<string, unknown>,
    }),
  ).edition;
  answered(await useCases.actOnEdition(effects, operator, { id, version, act: "published" }));
}

const effectsOver = (store: Effects["store"], now: Effects["now"]): Effects => ({
  ...{ store, now, codeVersion: "test", address: "http://localhost" },
  randomBytes: (n) => new Uint8Array(n),
});

describeOnEngines("an index of one's own", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  const folder = mkdtempSync(join(tmpdir(), "socle-own-index-"));
  let effects: Effects;
  const { id } = description;
  const add = (definition: object, actor: Actor = analyst) =>
    useCases.addStudyIndex(effects, actor, {
      definition: definition as Record<string, unknown>,
      reason: "For the small survey",
    });
  const scores = (actor: Actor) =>
    useCases.studyIndex(effects, actor, { id, definition: "small-security", language: "en" });
  const download = (actor: Actor, of: string, version?: number) =>
    useCases.downloadStudyIndexDefinition(effects, actor, {
      id: of,
      ...(version !== undefined && { version }),
    });

  beforeAll(async () => {
    effects = effectsOver(store(), now);
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    await publish(effects, description, declaration, {
      "households.csv": file("households.csv", householdRows()),
      "persons.csv": file("persons.csv", personRows()),
    });
  }, 120_000);

  it("is refused with everything that is wrong, and under an id that is Socle's", async () => {
    const found = await add({ id: "broken", version: "1", kind: "people", file: "persons", forms: [] });
    expect(found.ok).toBe(false);
    expect(found.ok ? [] : found.problems.map(({ at }) => at?.field)).toEqual([
      "title",
      "reconstruction",
      "forms",
    ]);
    expect(told(await add({ ...example, id: "pss" }))).toEqual(["survey.definition-shipped"]);
    expect(told(await add(example, visitor))).toEqual(["access.sign-in-needed"]);
    expect(await store().catalogue.studies.indexes()).toEqual([]);
  });

  it("is kept where no study has its variables, and says why", async () => {
    const [form] = example["forms"] as { items: { variable: string }[] }[];
    const items = form!.items.map((item) => ({ ...item, variable: `${item.variable}e` }));
    const kept = answered(await add({ ...example, id: "astray", forms: [{ ...form, items }] }));
    expect(kept).toMatchObject({ version: 1, changed: true, fits: [] });
    expect(kept.warnings.map(({ code }) => code)).toEqual([
      "survey.definition-unfit",
      ...items.map(() => "securities.column-absent"),
    ]);
    expect(kept.warnings[1]!.message).toContain(`${id}: Item`);
    expect(answered(await add({ ...example, id: "elsewhere", file: "firms" })).warnings).toHaveLength(1);
    // It names variables of what may still be hidden: nobody else hears of it.
    expect(told(await download(visitor, "astray"))).toEqual(["survey.definition-unknown"]);
    expect(JSON.parse(await textOf(await download(analyst, "astray")))).toMatchObject({ id: "astray" });
  });

  it("of two that are added at once one is kept, the other is the same", async () => {
    const both = (await Promise.all([add(example), add(example, custodian)])).map(answered);
    expect(both.map(({ version, changed }) => `${version} ${changed}`).sort()).toEqual(["1 false", "1 true"]);
    expect(both[0]).toMatchObject({ id: "small-security", fits: [id], warnings: [] });
  });

  it("gives scores by sex with errors, its version and hash in the recipe", async () => {
    const listed = answered(await useCases.studyIndexes(effects, visitor, { id }));
    expect(listed.map((one) => `${one.id} ${one.version}`)).toEqual(["small-security 1"]);
    const found = answered(await scores(custodian));
    const means = found.cells.filter(({ part, statistic }) => part === "income" && statistic === "mean");
    expect(means.map(({ level }) => level)).toEqual([null, "1", "2"]);
    // By hand: the outcome is 1 of 96 persons' 80 who said "No", 0.5 of 13, 0 of 3.
    expect(means[0]!.estimate).toBeCloseTo((80 + 13 / 2) / 96, 12);
    for (const { estimate, standardError, low, high } of means) {
      expect(standardError).toBeGreaterThan(0);
      expect(low! < estimate! && estimate! < high!).toBe(true);
    }
    const [stored] = (await store().catalogue.studies.indexes()).filter((one) => one.id === "small-security");
    expect(found.recipe.definition).toEqual({
      ...{ id: "small-security", version: "1" },
      sha256: stored!.recordSha256,
    });
    // Three persons said "Often": whoever may not see the rows gets no mean that tells of them, and no release does.
    const seen = answered(await scores(visitor));
    expect(seen.cells.every(({ estimate, withheld }) => estimate === null && withheld !== null)).toBe(true);
    expect(
      told(await useCases.releaseStudyIndex(effects, custodian, { id, definition: "small-security" })),
    ).toEqual(["app.no-observations"]);
  });

  it("is superseded by a new version; the one before can still be read", async () => {
    const later = { ...example, deficitBelow: 0.75 };
    expect(answered(await add(later))).toMatchObject({ version: 2, changed: true });
    expect(answered(await add(later))).toMatchObject({ version: 2, changed: false });
    const found = answered(await scores(custodian));
    expect([found.definition.version, found.deficitBelow]).toEqual(["2", 0.75]);
    expect(JSON.parse(await textOf(await download(visitor, "small-security", 1)))).toEqual(example);
    expect(JSON.parse(await textOf(await download(visitor, "small-security")))).toEqual(later);
    expect(told(await download(visitor, "small-security", 9))).toEqual(["survey.definition-unknown"]);
    expect(JSON.parse(await textOf(await download(visitor, "pss")))).toMatchObject({ id: "pss" });
    const all = answered(await useCases.listStudyIndexes(effects, analyst, {}));
    expect(all.find((one) => one.id === "small-security")).toMatchObject({
      ...{ version: "2", shipped: false, recordedBy: "ana", reason: "For the small survey" },
    });
    expect(all.filter(({ shipped }) => shipped)).toHaveLength(5);
    expect(told(await useCases.listStudyIndexes(effects, visitor, {}))).toEqual(["access.sign-in-needed"]);
  });
});

const microdata = resolve(dirname(references), "data/microdata");
const isAbsent = !existsSync(microdata);

it("the household file is there where nothing may be skipped", () => {
  expect(isAbsent && process.env["CI"] === "true", `nothing at ${microdata}: set SOCLE_REFERENCE`).toBe(
    false,
  );
});

const inAll = (text: string) => ({ en: text, fr: text, es: text, pt: text });
const codes = (...all: string[]) => all.map((code) => ({ code, label: code }));
const yesNo = codes("0", "1");
const outcome = (variable: string, recode: object, more: object = {}) => ({
  ...{ variable, group: "outcome", recode },
  ...more,
});
const schooling = {
  ...{ id: "home-and-school", version: "1", kind: "people", file: "persons", reconstruction: false },
  title: inAll("Home and school"),
  forms: [
    {
      form: "income",
      items: [
        outcome("electricity", { is: ["1"] }),
        outcome("bank", { is: ["1"] }),
        outcome("quint_nat", { from: 1, to: 5 }),
      ],
    },
    {
      form: "skill-reproduction",
      items: [
        outcome("literacy", { is: ["1"] }, { missing: { "0": "not-applicable" } }),
        outcome("educ_attain", { from: 0, to: 4 }),
      ],
    },
  ],
};

describeOnEngines("an index of one's own over a household survey of 32,396 persons", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  let effects: Effects;
  const id = "XAA_2023_HHS_v01_M";

  beforeAll(async () => {
    if (isAbsent) return;
    effects = effectsOver(store(), now);
    const design = { clusters: ["ea"], strata: ["stratum"], weights: "hhweight" };
    const household = (name: string, categories: object[]) => ({
      ...{ file: "households", name, label: name, kind: "categorical", categories, forTables: false },
    });
    const person = (name: string, categories: object[], more: object = {}) => ({
      ...{ file: "persons", name, label: name, kind: "categorical", categories, forTables: false },
      ...more,
    });
    await publish(
      effects,
      { ...description, id, series: "HHS", years: 2023 },
      {
        state: "edited",
        files: [
          { name: "households", unit: "household", file: "households.csv", key: ["hid"], design },
          {
            ...{ name: "persons", unit: "person", file: "persons.csv", key: ["hid", "idno"], design },
            parent: { file: "households", by: ["hid"] },
          },
        ],
        variables: [
          household("electricity", yesNo),
          household("bank", yesNo),
          household("quint_nat", codes("1", "2", "3", "4", "5")),
          person("sex", codes("1", "2"), { concept: "sex", forTables: true }),
          person("literacy", codes("0", "1", "2")),
          person("educ_attain", codes("0", "1", "2", "3", "4")),
        ],
      },
      {
        "households.csv": join(microdata, "households.csv"),
        "persons.csv": join(microdata, "persons.csv"),
      },
    );
  }, 120_000);

  it.skipIf(isAbsent)(
    "gives means by sex with errors to everybody, as a count over the file has them, and a release",
    async () => {
      const added = await useCases.addStudyIndex(effects, analyst, {
        ...{ definition: schooling, reason: "Home and school in one" },
      });
      expect(answered(added)).toMatchObject({ fits: [id], warnings: [] });
      const found = answered(
        await useCases.studyIndex(effects, visitor, { id, definition: "home-and-school", language: "en" }),
      );
      expect(found.scores.map(({ part }) => part)).toEqual(
        expect.arrayContaining(["income", "skill-reproduction"]),
      );
      const mean = (part: string, level: string | null) =>
        found.cells.find((one) => one.part === part && one.level === level && one.statistic === "mean")!;
      for (const level of [null, "1", "2"])
        expect(mean("income", level).estimate).toBeCloseTo(countedIncome(level), 9);
      for (const part of ["income", "skill-reproduction"])
        for (const level of [null, "1", "2"]) {
          expect(mean(part, level).standardError).toBeGreaterThan(0.001);
          expect(mean(part, level).standardError).toBeLessThan(0.02);
        }
      const made = answered(
        await useCases.releaseStudyIndex(effects, custodian, { id, definition: "home-and-school" }),
      );
      const { release } = answered(await useCases.release(effects, operator, { id: made.release }));
      expect(release.recipe).toMatchObject({ definition: found.recipe.definition });
    },
    120_000,
  );
});

/** The weighted mean of the income score, counted here over the two files. */
function countedIncome(level: string | null): number {
  const rowsOf = (name: string) => {
    const [head, ...lines] = readFileSync(join(microdata, name), "utf8").trimEnd().split("\n");
    const names = head!.split(",");
    return lines.map((line) => {
      const cells = line.replaceAll('"', "").split(",");
      return (column: string) => cells[names.indexOf(column)]!;
    });
  };
  const scores = new Map(
    rowsOf("households.csv").map((cell) => [
      cell("hid"),
      (Number(cell("electricity")) + Number(cell("bank")) + (Number(cell("quint_nat")) - 1) / 4) / 3,
    ]),
  );
  let [sum, weights] = [0, 0];
  for (const cell of rowsOf("persons.csv")) {
    if (level !== null && cell("sex") !== level) continue;
    sum += Number(cell("hhweight")) * scores.get(cell("hid"))!;
    weights += Number(cell("hhweight"));
  }
  return sum / weights;
}
