// Tables on demand by their use cases: who gets what, what is refused in words, and that a visitor who asks for every
// table of an edition cannot compute what was withheld.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { type Download, type Effects, type RouteInput, useCases } from "#app";
import { type Result, seededRandom } from "#kernel";
import { type Actor, visitor } from "#records";
import { estimateOfSums } from "#statistics";
import { describeOnEngines, sharedStore, steppingClock } from "../../store/engines.ts";
import { type Axis, cellsOf, Knowledge, questionsOf } from "./attack.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const told = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));
const custodian: Actor = { id: "kim", role: "custodian", kind: "account" };
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };

const axes: readonly Axis[] = [
  { name: "region", codes: ["1", "2", "3", null] },
  { name: "sex", codes: ["1", "2", null] },
  { name: "member", codes: ["1", "2", null] },
];

const idOf = (year: number) => `XAA_${year}_TRY_v01_M`;
const description = (year: number, more: object = {}) => ({
  id: idOf(year),
  kind: "people",
  origin: "simulated",
  title: { en: `Trial of ${year}`, fr: `Essai de ${year}` },
  series: "TRY",
  areas: ["XAA"],
  years: year,
  universe: { text: "Persons of 15 years and over", ages: { from: 15, to: null } },
  coverage: { class: "national" },
  analysisUnits: ["person"],
  access: { microdata: "restricted", tables: "public", contact: null },
  licence: "CC0-1.0",
  citation: { title: `Trial of ${year}` },
  ...more,
});

const declaration = (more: object = {}, member = "Member of a union?") => ({
  state: "edited",
  minimumCases: 6,
  files: [
    {
      name: "persons",
      unit: "person",
      file: "persons.csv",
      key: ["pid"],
      design: { clusters: ["town"], strata: ["district"], weights: "w" },
    },
  ],
  variables: [
    {
      file: "persons",
      name: "region",
      label: { en: "Region", fr: "Région" },
      kind: "categorical",
      forTables: true,
      categories: [
        { code: "1", label: "=1+1" },
        { code: "2", label: "South" },
        { code: "3", label: "West" },
      ],
    },
    {
      file: "persons",
      name: "sex",
      label: { en: "Sex", fr: "Sexe" },
      kind: "categorical",
      concept: "sex",
      forTables: true,
      categories: [
        { code: "1", label: "Women" },
        { code: "2", label: "Men" },
      ],
    },
    {
      file: "persons",
      name: "member",
      label: "Membership",
      question: member,
      kind: "categorical",
      forTables: true,
      categories: [
        { code: "1", label: "Yes" },
        { code: "2", label: "No" },
        { code: "9", label: "Refused", missing: "refused" },
      ],
    },
    {
      file: "persons",
      name: "street",
      label: "Street",
      kind: "categorical",
      categories: Array.from({ length: 40 }, (_, at) => ({
        code: String(at + 1),
        label: `Street ${at + 1}`,
      })),
    },
    { file: "persons", name: "income", label: "Income", kind: "numeric", concept: "income" },
    { file: "persons", name: "remark", label: "Remark", kind: "text" },
  ],
  ...more,
});

/** Persons by a seed; `without` leaves out single rows. */
function rows(seed: number, without: readonly number[] = []): string {
  const next = seededRandom(seed);
  const lines = Array.from({ length: 420 }, (_, at) => {
    const region = [1, 1, 1, 2, 2, 2, 2, 3][Math.floor(8 * next())]!;
    const sex = next() < 0.55 ? 1 : 2;
    const member = region === 3 ? (next() < 0.06 ? 1 : 2) : next() < 0.3 ? 1 : next() < 0.06 ? 9 : 2;
    const income = next() < 0.1 ? "" : Math.round(100 + 800 * next());
    const district = 1 + Math.floor(at / 84);
    return [
      at + 1,
      district,
      10 * district + Math.floor((at % 84) / 21),
      1 + Math.floor(3 * next()),
      ...[region, sex, member, 1 + Math.floor(40 * next()), income, at === 7 ? "secret" : ""],
    ].join(",");
  });
  return [
    "pid,district,town,w,region,sex,member,street,income,remark",
    ...lines.filter((_, at) => !without.includes(at)),
  ].join("\n");
}

describeOnEngines("tables on demand", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();
  const folder = mkdtempSync(join(tmpdir(), "socle-tables-"));
  let effects: Effects;
  let brought = 0;

  const bring = async (year: number, text: string, edition: object, publish = true) => {
    const id = idOf(year);
    const path = join(folder, `${++brought}.csv`);
    writeFileSync(path, text);
    const name = "persons.csv";
    answered(await useCases.uploadMicrodata(effects, analyst, { id, name, upload: { path, name } }));
    const added = answered(
      await useCases.addEdition(effects, analyst, {
        id,
        edition: edition as Record<string, unknown>,
        brought: [],
      }),
    );
    const { version } = added.edition;
    if (publish) answered(await useCases.actOnEdition(effects, custodian, { id, version, act: "published" }));
    return version;
  };
  const ask = (actor: Actor, input: Partial<RouteInput<"studyTable">>) =>
    useCases.studyTable(effects, actor, {
      id: idOf(2024),
      statistic: "share",
      confidence: 0.95,
      language: "en",
      ...input,
    } as RouteInput<"studyTable">);

  beforeAll(async () => {
    effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const reason = "As the field report has it.";
    for (const [year, more] of [
      [2024, {}],
      [2022, {}],
      [2020, { coverage: { class: "urban", places: ["Port"] } }],
    ] as const)
      answered(await useCases.describeStudy(effects, analyst, { study: description(year, more), reason }));
    await bring(2024, rows(1), declaration());
    await bring(2022, rows(2), declaration());
    await bring(2020, rows(3), declaration({}, "Are you a member?"));
  });

  it("gives whoever may see the rows the table as it is, women and men by default", async () => {
    const table = answered(await ask(custodian, { variable: "member" }));
    expect(table).toMatchObject({
      statistic: "share",
      origin: "simulated",
      columns: { variable: "sex" },
      protection: { applied: false, withheld: 0 },
      design: { strata: 5, units: 20, degreesOfFreedom: 15 },
    });
    expect(table.cells.map(({ column, level }) => `${column} ${level}`)).toEqual([
      "1 1",
      "1 2",
      "2 1",
      "2 2",
      "null 1",
      "null 2",
    ]);
    const [yes, no] = table.cells.slice(-2);
    expect(yes!.estimate! + no!.estimate!).toBeCloseTo(1, 12);
    expect(yes!.cases! + yes!.missing!).toBe(420);
    expect(table.test).toMatchObject({ degreesOfFreedom: [1, 15] });
    expect(table.notes[0]).toContain("Not for publication");
    expect(table.caveats[0]).toContain("Simulated");
    const french = answered(await ask(custodian, { variable: "member", language: "fr" }));
    expect(french.notes[0]).toContain("À ne pas publier");
    expect(french.design.statement.pt).toContain("5 estratos");
  });

  it("refuses visitors in words what is not for them", async () => {
    expect(told(await ask(visitor, { variable: "street" }))).toEqual(["survey.variable-not-open"]);
    expect(told(await ask(visitor, { variable: "member", rows: "street" }))).toEqual([
      "survey.variable-not-open",
    ]);
    expect(told(await ask(visitor, { variable: "member", subset: "street", only: "3" }))).toContain(
      "survey.variable-not-open",
    );
    expect(told(await ask(custodian, { statistic: "mean", variable: "member" }))).toEqual([
      "survey.variable-unfit",
    ]);
    expect(told(await ask(custodian, { variable: "remark" }))).toEqual(["survey.variable-unfit"]);
    expect(told(await ask(custodian, { variable: "Member" }))).toEqual(["survey.variable-unknown"]);
    expect(told(await ask(custodian, { variable: "member", subset: "region", only: "7" }))).toEqual([
      "survey.code-unknown",
    ]);
    expect(told(await ask(custodian, { variable: "member", rows: "member" }))).toEqual([
      "survey.variable-unfit",
    ]);
    expect(told(await ask(custodian, { variable: "member", file: "shops" }))).toEqual([
      "survey.file-unknown",
    ]);
    // The poverty rate is of what is called an income.
    expect(answered(await ask(custodian, { statistic: "gini", variable: "income" })).cells).toHaveLength(3);
  });

  it("answers the same question the same, whoever asks again", async () => {
    const question = { statistic: "mean", variable: "income", rows: "region" } as const;
    const [one, two] = await Promise.all([ask(visitor, question), ask(visitor, question)]);
    expect(answered(one)).toEqual(answered(two));
    // A server that starts anew reads the decision that was kept, and not the rows it was made from.
    const read: (readonly string[])[] = [];
    const { microdata } = store();
    const anew: Effects = {
      ...effects,
      store: {
        ...store(),
        microdata: {
          ...microdata,
          table: (data, names) => {
            read.push(names);
            return microdata.table(data, names);
          },
        },
      },
    };
    const again = await useCases.studyTable(anew, visitor, {
      ...{ id: idOf(2024), confidence: 0.95, language: "en" },
      ...question,
    } as RouteInput<"studyTable">);
    expect(answered(again)).toEqual(answered(one));
    expect(read).toEqual([
      ["town", "district", "w"],
      ["income", "region", "sex"],
    ]);
  });

  it("a visitor who asks for every table computes nothing that was withheld", {
    timeout: 300_000,
  }, async () => {
    const known = new Knowledge(axes, "income");
    const plain = new Knowledge(axes, "income");
    let withheld = 0;
    const closed = new Map<string, Readonly<Record<string, string | null>>>();
    for (const question of questionsOf(axes, "income")) {
      const table = answered(await ask(visitor, question));
      known.learn(table);
      withheld += table.protection.withheld;
      for (const cell of table.cells) {
        if (cell.withheld === null || table.statistic !== "count") continue;
        const address: Record<string, string> = {};
        if (cell.row !== null) address[table.rows!.variable] = cell.row;
        if (cell.column !== null) address[table.columns!.variable] = cell.column;
        if (cell.level !== null) address[table.variable!.name] = cell.level;
        if (table.subset !== null) address[table.subset.variable] = table.subset.code;
        closed.set(JSON.stringify(Object.entries(address).sort()), address);
      }
      // The same questions by somebody who sees the rows give everything: the attack can succeed.
      if (table.protection.withheld > 0) plain.learn(answered(await ask(custodian, question)));
      else plain.learn(table);
    }
    expect(withheld).toBeGreaterThan(20);
    const targets = [...closed.values()].flatMap((address) =>
      ([0, 1, 2] as const).map((block) => ({
        address: block === 2 ? { ...address, income: "yes" } : address,
        block,
      })),
    );
    const width = ({ least, most }: { readonly least: number; readonly most: number }) =>
      (most - least) / Math.max(1, Math.abs(most));
    const bounds = await known.bounds(targets);
    const occurs = (await plain.bounds(targets)).map(({ most }) => most > 0.5);
    expect(targets.filter((_, at) => occurs[at] && width(bounds[at]!) < 1e-5)).toEqual([]);
    expect(occurs.filter((one) => one).length).toBeGreaterThan(12);
    expect(cellsOf(axes, 3).length).toBe(5 * 4 * 4);
  });

  it("keeps visitors to the edition that stands, and carries on what an earlier one withheld", async () => {
    const id = idOf(2022);
    const first = answered(
      await ask(visitor, { id, statistic: "count", rows: "region", variable: "member" }),
    );
    // One person less: two tables would give that person away.
    expect(
      await bring(2022, rows(2, [10]), declaration({ from: 1, changes: [{ what: "A row", why: "Twice" }] })),
    ).toBe(2);
    expect(told(await ask(visitor, { id, edition: 1, variable: "member" }))).toEqual([
      "survey.edition-superseded",
    ]);
    expect(answered(await ask(custodian, { id, edition: 1, variable: "member" })).edition).toBe(1);
    const later = answered(
      await ask(visitor, { id, statistic: "count", rows: "region", variable: "member" }),
    );
    expect(later.edition).toBe(2);
    expect(later.notes.join(" ")).toContain("later edition");
    for (const [at, cell] of first.cells.entries())
      if (cell.withheld !== null) expect(later.cells[at]!.withheld).not.toBeNull();
    expect(first.protection.withheld).toBeGreaterThan(0);
  });

  it("gives the figures that sums made by the engine give", async () => {
    const edition = await store().catalogue.studies.edition(idOf(2024), 1);
    for (const statistic of ["mean", "total"] as const) {
      const table = answered(
        await ask(custodian, { statistic, variable: "income", rows: "region", columns: "none" }),
      );
      const sums = await store().microdata.unitSums(edition!.files[0]!.data, {
        design: ["town", "district"],
        by: ["region"],
        weight: "w",
        variables: ["income"],
        centred: statistic === "mean",
      });
      const rows = answered(
        estimateOfSums(
          {
            ...{ clusters: ["town"], strata: ["district"], weights: 1, fpc: [] },
            ...{ nested: false, singleUnit: "fail" },
          },
          sums,
          { id: statistic, statistic, by: ["region"], variables: ["income"] },
        ),
      );
      expect(rows).toHaveLength(3);
      for (const [at, row] of rows.entries()) {
        const cell = table.cells[at]!;
        expect(cell.row).toBe(String(row.group["region"]));
        expect(Math.abs(cell.estimate! / row.estimate - 1)).toBeLessThan(1e-12);
        expect(Math.abs(cell.standardError! / row.standardError - 1)).toBeLessThan(1e-12);
        expect([cell.cases, cell.missing]).toEqual([row.n, row.missing]);
      }
    }
  });

  it("puts studies together where they ask the same of the same people, else says why not", async () => {
    const pool = (studies: readonly string[], input: object = {}) =>
      useCases.studyPool(effects, custodian, {
        studies: [...studies],
        statistic: "share",
        variable: "member",
        confidence: 0.95,
        language: "en",
        ...input,
      } as RouteInput<"studyPool">);
    const pooled = answered(await pool([idOf(2024), idOf(2022)], { statistic: "count", columns: "none" }));
    expect(pooled).toMatchObject({ allowed: true, reasons: [] });
    const [one, two] = pooled.tables;
    for (const [at, cell] of pooled.pooled!.cells.entries()) {
      const [a, b] = [one!.cells[at]!, two!.cells[at]!];
      expect(cell.estimate).toBeCloseTo(a.estimate! + b.estimate!, 8);
      // Independent samples: their variances are added.
      expect(cell.standardError).toBeCloseTo(Math.hypot(a.standardError!, b.standardError!), 8);
      expect(cell.cases).toBe(a.cases! + b.cases!);
    }
    expect(pooled.pooled).toMatchObject({ design: { strata: 10, units: 40, degreesOfFreedom: 30 } });
    const apart = answered(await pool([idOf(2024), idOf(2020)]));
    expect(apart).toMatchObject({ allowed: false, pooled: null });
    expect(apart.tables).toHaveLength(2);
    expect(apart.reasons.map(({ message }) => message)).toEqual([
      expect.stringMatching(/reaches differs: XAA_2024_TRY_v01_M has national, XAA_2020_TRY_v01_M has urban/),
      expect.stringMatching(/question of "member" differs.*Member of a union\?.*Are you a member\?/),
    ]);
    expect(told(await pool([idOf(2024)]))).toEqual(["survey.pool-too-few"]);
    expect(told(await pool([idOf(2024), "XAA_2019_NONE_v01_M"]))).toEqual(["app.not-found"]);
  });

  it("hands tables out as files with all a reader must know, no cell a formula", async () => {
    const bytesOf = async (download: Download) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of download.stream) pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    };
    const take = async (format: "csv" | "xlsx" | "json") =>
      answered(
        await useCases.downloadStudyTable(effects, visitor, {
          ...{ id: idOf(2024), statistic: "share", variable: "member", rows: "region" },
          ...{ confidence: 0.95, language: "fr", format },
        } as RouteInput<"downloadStudyTable">),
      );
    const files = unzipSync(await bytesOf(await take("csv")));
    const [csv, readme] = ["data.csv", "README.md"].map((name) => new TextDecoder().decode(files[name]));
    expect(csv).toContain(",'=1+1,");
    expect(csv!.split("\n")[0]).toContain("standard_error,low,high,cv");
    expect(readme).toContain("Plan de sondage");
    expect(readme).toContain("http://localhost/api/studies/XAA_2024_TRY_v01_M/table/download?edition=1");
    expect(readme).toContain("simulated");
    const json = JSON.parse(new TextDecoder().decode(await bytesOf(await take("json"))));
    expect(json.data).toHaveLength(4 * 3 * 2);
    expect((await bytesOf(await take("xlsx"))).length).toBeGreaterThan(1000);
  });
});
