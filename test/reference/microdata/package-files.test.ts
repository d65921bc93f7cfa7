// SPSS and Stata files. Those in test/fixtures/microdata were written by pyreadstat 1.3.7 (`write_sav`, `write_dta`)
// and pandas 3.1.1 (`to_stata`) from four rows of our own; the others are made byte by byte.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { PackageTable } from "#sources";
import { readSav, readStata } from "#sources";
import { makeSav, makeStata } from "../../fixtures/microdata/make-package-files.ts";

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/microdata/${name}`, import.meta.url))));

async function table(read: typeof readSav, bytes: Uint8Array): Promise<PackageTable> {
  const found = await read(bytes, "file");
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
  return found.value;
}
const columns = ({ columns: list }: PackageTable) =>
  Object.fromEntries(list.map(({ name, values }) => [name, [...values]]));
const column = ({ columns: list }: PackageTable, name: string) => list.find((one) => one.name === name)!;

const region = ["Région du Nord-Est çà", "São Tomé e Príncipe", "a", null];
const plain = ["Region", "Sao", "a", null];
const long = [`${"x".repeat(255)}${"é".repeat(200)}`, "y".repeat(600), null, "é".repeat(300)];
const days = ["2024-01-31T00:00:00", "1960-02-29T00:00:00", null, "2000-12-31T00:00:00"];

describe("an SPSS file", () => {
  it.each(["pyreadstat-plain.sav", "pyreadstat-packed.sav", "pyreadstat-deflated.zsav"])(
    "%s comes with rows, labels and missing values, letters whole wherever they fall",
    async (name) => {
      const found = await table(readSav, bytesOf(name));
      expect(found).toMatchObject({ rows: 4, label: "Étude", notes: [] });
      expect(columns(found)).toEqual({
        sexo: [1, 2, 9, Number.NaN],
        region,
        largo: long,
        inc: [1.5, -2.25, 1e300, 99999],
        fecha: days,
        letra: ["a", "b", "z", "a"],
      });
      expect(column(found, "sexo")).toMatchObject({ label: "Sexe du répondant", missingCodes: [9] });
      expect([...column(found, "sexo").valueLabels]).toEqual([
        [1, "Hombre"],
        [2, "Mujer"],
        [9, "No sabe / não sabe"],
      ]);
      expect([...column(found, "letra").valueLabels]).toEqual([
        ["a", "Año"],
        ["z", "zéro"],
      ]);
      expect(column(found, "letra").missingCodes).toEqual(["z"]);
      expect(column(found, "inc").missingCodes).toEqual([99999, 1e300]);
    },
  );

  const rows = [
    [1, "caf\xe9"],
    [6, "abc"],
    [null, ""],
    [99, "x"],
  ] as const;

  it.each([
    ["big end first, code page 1252", { littleEndian: false, codePage: 1252 }],
    ["packed, encoding named", { compression: 1, encoding: "windows-1252" }],
    ["packed, big end first", { compression: 1, encoding: "CP1252", littleEndian: false }],
    ["a number of rows that is not stated", { encoding: "ISO-8859-1", cases: -1 }],
  ])("is read %s", async (_, options) => {
    const found = await table(readSav, makeSav(rows, options));
    expect(found.notes).toEqual([]);
    expect(columns(found)).toEqual({ N: [1, 6, Number.NaN, 99], T: ["café", "abc", null, "x"] });
    expect(column(found, "N").missingCodes).toEqual([99, 6]);
    expect([...column(found, "N").valueLabels]).toEqual([[1, "cafés"]]);
  });

  it("without an encoding, or with one that is not its own, is read and told", async () => {
    const guessed = await table(readSav, makeSav(rows));
    expect(columns(guessed)["T"]).toEqual(["café", "abc", null, "x"]);
    expect(guessed.notes).toMatchObject([{ code: "packages.encoding-guessed" }]);
    expect(guessed.notes[0]!.message).toContain("Windows-1252");
    const lost = await table(readSav, makeSav(rows, { encoding: "UTF-8" }));
    expect(lost.notes).toMatchObject([{ code: "packages.letters-lost" }]);
    expect(lost.notes[0]!.message).toContain("2 texts hold");
    const utf = await table(readSav, makeSav([[1, "caf\xc3\xa9"]], { encoding: "utf-8" }));
    expect(columns(utf)["T"]).toEqual(["café"]);
  });
});

describe("a Stata file", () => {
  it.each([
    ["114", plain],
    ["115", plain],
    ["117", region],
    ["118", region],
  ])(
    "of version %s by pyreadstat comes with labels and missing values kept apart",
    async (version, texts) => {
      const found = await table(readStata, bytesOf(`pyreadstat-${version}.dta`));
      expect(found).toMatchObject({ rows: 4, label: "Study" });
      expect(found.notes.map(({ code }) => code)).toEqual(
        version === "117" ? ["packages.encoding-guessed"] : [],
      );
      expect(columns(found)).toEqual({
        sexo: [1, 2, Number.NaN, Number.NaN],
        region: texts,
        inc: [1.5, -2.25, 1e300, Number.NaN],
        fecha: days,
        i: [1, -5, 100, 7],
        j: [1, -5, 32000, 7],
        k: [1, -5, 2000000000, 7],
        f: [1, -5.5, 3, 7],
      });
      const sexo = column(found, "sexo");
      expect([...sexo.missingKinds!]).toEqual([0, 0, 1, 26]);
      expect(sexo).toMatchObject({ label: "sexo label", missingCodes: [".a", ".z"] });
      expect([...column(found, "i").valueLabels]).toEqual([
        [1, "Hombre"],
        [2, "Mujer"],
        [9, "No sabe"],
      ]);
      expect(column(found, "inc").missingKinds).toBeNull();
    },
  );

  it.each([
    ["117", region, long],
    ["118-big-endian", region, long],
    ["119", region, undefined],
    ["114-big-endian", ["Región", "São", "a", null], undefined],
  ])(
    "of version %s by pandas comes with long texts, big end first or last",
    async (version, texts, largo) => {
      const found = await table(readStata, bytesOf(`pandas-${version}.dta`));
      expect(columns(found)).toMatchObject({
        region: texts,
        inc: [1.5, -2.25, 1e300, Number.NaN],
        i: [1, -5, 100, 7],
        j: [1, -5, 32000, 7],
        k: [1, -5, 2000000000, 7],
        f: [1, -5.5, 3, 7],
        fecha: days,
      });
      expect(columns(found)["largo"]).toEqual(largo);
      if (version === "118-big-endian") {
        expect(found.label).toBe("Étude");
        expect(column(found, "i").valueLabels.get(9)).toBe("Não");
      }
    },
  );

  it.each([true, false])("of version 113, little end first: %s", async (littleEndian) => {
    const rows = [
      [1, "ab"],
      [101, "caf\xe9"],
      [103, ""],
    ] as const;
    const found = await table(readStata, makeStata(rows, { littleEndian }));
    expect(columns(found)).toEqual({ b: [1, Number.NaN, Number.NaN], s: ["ab", "café", null] });
    expect([...column(found, "b").missingKinds!]).toEqual([0, 0, 2]);
    expect([...column(found, "b").valueLabels]).toEqual([
      [1, "yes"],
      [".a", "lost"],
    ]);
    expect(found.notes).toMatchObject([{ code: "packages.encoding-guessed" }]);
  });
});

const files = [
  ...["pyreadstat-plain.sav", "pyreadstat-packed.sav", "pyreadstat-deflated.zsav"].map(
    (name) => [name, readSav] as const,
  ),
  ...["pyreadstat-114.dta", "pandas-117.dta", "pandas-118-big-endian.dta", "pandas-119.dta"].map(
    (name) => [name, readStata] as const,
  ),
];

describe("what is no whole file", () => {
  it.each(files)("%s is refused wherever it is cut off", async (name, read) => {
    const bytes = bytesOf(name);
    // The last bytes of a Stata file close what is already whole.
    const whole = name.endsWith(".dta") ? bytes.length - 30 : bytes.length;
    for (let end = 0; end < whole; end += end < 400 ? 1 : 37) {
      const found = await read(bytes.subarray(0, end), "file");
      expect(found.ok, `${end} of ${bytes.length} bytes`).toBe(false);
    }
  });

  it.each(files)("%s with bytes that are others is read or refused, and never worse", async (name, read) => {
    const bytes = bytesOf(name);
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 300; round++) {
      const harmed = bytes.slice();
      for (let at = 0; at < 4; at++) harmed[random(round % 2 === 0 ? 700 : harmed.length)] = random(256);
      const found = await read(harmed, "file");
      if (!found.ok) expect(found.problems[0]!.code).toMatch(/^packages\./);
    }
  });

  it("or states sizes that cannot be", async () => {
    const rows = [[1, "a"]] as const;
    for (const harmed of [
      makeSav(rows, { cases: 2_000_000_000 }),
      makeSav(rows, { cases: 2 }),
      makeSav(rows, { labels: 2_000_000_000 }),
      makeSav(rows, { labels: -1 }),
    ])
      expect(await readSav(harmed, "file")).toMatchObject({
        ok: false,
        problems: [{ code: "packages.file-damaged" }],
      });
    expect(await readSav(makeSav(rows, { cases: 2 }), "f")).toMatchObject({
      problems: [{ message: expect.stringContaining("it says 2 rows, and 1 are whole") }],
    });
    for (const harmed of [
      makeStata(rows, { count: 2_000_000_000 }),
      makeStata(rows, { count: -1 }),
      makeStata(rows, { labels: 1_000_000_000 }),
    ])
      expect(await readStata(harmed, "file")).toMatchObject({
        ok: false,
        problems: [{ code: "packages.file-damaged" }],
      });
  });

  it("is told by its name where it is of another kind or version", async () => {
    const none = new TextEncoder().encode("a,b\n1,2\n");
    expect(await readSav(none, "x.csv")).toMatchObject({ problems: [{ code: "packages.not-of-this-kind" }] });
    expect(await readStata(none, "x.csv")).toMatchObject({
      problems: [{ code: "packages.not-of-this-kind" }],
    });
    expect(await readSav(new Uint8Array(), "x")).toMatchObject({
      problems: [{ code: "packages.not-of-this-kind" }],
    });
    const old = makeStata([[1, "a"]]);
    old[0] = 105;
    expect(await readStata(old, "old.dta")).toMatchObject({
      problems: [{ code: "packages.version-unread", message: expect.stringContaining("version 105") }],
    });
    expect(await readSav(makeSav([[1, "a"]], { codePage: 1 }), "host.sav")).toMatchObject({
      problems: [{ code: "packages.version-unread" }],
    });
  });
});
