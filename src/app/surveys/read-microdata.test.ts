// Files of rows of every kind, to what is laid down and what a codebook begins with.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byteWriter, makeSav, makeStata } from "../../../test/fixtures/microdata/make-package-files.ts";
import { readMicrodata } from "./read-microdata.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "socle-rows-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reading = async (name: string, bytes: Uint8Array, goOn = true) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readMicrodata({ name, path, bytes }, () => goOn);
};
async function read(name: string, bytes: Uint8Array) {
  const found = await reading(name, bytes);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
  const { columns } = found.value;
  const values = columns.kind === "columns" ? [...columns.columns] : [];
  return {
    ...found.value,
    values: Object.fromEntries(
      values.map(([column, given]) => [
        column,
        "codes" in given ? Array.from(given.codes, (code) => given.levels[code] ?? null) : [...given],
      ]),
    ),
  };
}
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const fixture = async (name: string) =>
  new Uint8Array(
    await readFile(fileURLToPath(new URL(`../../../test/fixtures/microdata/${name}`, import.meta.url))),
  );

describe("a file of rows", () => {
  test("as CSV with semicolons in Latin-1", async () => {
    const found = await read("a.csv", latin("id;région\n1;Nord-Est é\n2;\n"));
    expect(found).toMatchObject({ format: "csv", firstRow: 2, names: ["id", "région"] });
    expect(found.values).toEqual({ id: [1, 2], région: ["Nord-Est é", null] });
    expect(found.notes.map(({ code }) => code)).toEqual(["documents.table-encoding-guessed"]);
  });

  test("as an SPSS file, with what it says of columns and codes", async () => {
    const found = await read("a.sav", await fixture("pyreadstat-packed.sav"));
    expect(found).toMatchObject({ format: "sav", firstRow: 1, notes: [] });
    expect(found.values["sexo"]).toEqual([1, 2, 9, Number.NaN]);
    expect(found.labels.get("sexo")).toEqual({
      label: "Sexe du répondant",
      valueLabels: [
        { code: "1", label: "Hombre" },
        { code: "2", label: "Mujer" },
        { code: "9", label: "No sabe / não sabe" },
      ],
      missingCodes: ["9"],
    });
    expect(found.labels.get("letra")).toMatchObject({ missingCodes: ["z"] });
  });

  test("as a Stata file: missing values are codes where values are labelled, else they are told", async () => {
    const found = await read(
      "a.dta",
      makeStata([
        [1, "a"],
        [103, "b"],
        [101, "c"],
      ]),
    );
    expect(found).toMatchObject({ format: "dta", firstRow: 1 });
    expect(found.values).toEqual({ b: ["1", ".b", null], s: ["a", "b", "c"] });
    expect(found.labels.get("b")).toEqual({
      label: "café",
      valueLabels: [
        { code: "1", label: "yes" },
        { code: ".a", label: "lost" },
      ],
      missingCodes: [".b"],
    });
    const other = await read("b.dta", await fixture("pyreadstat-118.dta"));
    expect(other.values["sexo"]).toEqual([1, 2, Number.NaN, Number.NaN]);
    expect(other.labels.get("sexo")).toEqual({ label: "sexo label", valueLabels: [], missingCodes: [] });
    expect(other.notes).toMatchObject([{ code: "packages.missing-letters-joined", at: { column: "sexo" } }]);
    expect(other.notes[0]!.message).toContain("(.a, .z) in 2 rows");
  });

  test("is refused where it is damaged or of no kind, and stops when asked to", async () => {
    const sav = makeSav([[1, "a"]], { encoding: "UTF-8" });
    expect(await reading("cut.sav", sav.subarray(0, 300))).toMatchObject({
      problems: [{ code: "packages.file-damaged" }],
    });
    expect(await reading("cut.parquet", latin("PAR1 and nothing"))).toMatchObject({
      problems: [{ code: "store.parquet-unreadable" }],
    });
    expect(await reading("a.pdf", latin("%PDF-1.7"))).toMatchObject({
      problems: [{ code: "survey.table-unreadable" }],
    });
    expect(await reading("stop.dta", makeStata([[1, "a"]]), false)).toMatchObject({
      problems: [{ code: "packages.stopped" }],
    });
  });

  test("with two columns of one name is refused, wherever it comes from", async () => {
    const twice = makeStata([[1, "a"]]);
    const names = byteWriter(true);
    names.text("b", 33, "\0");
    // The second name follows the first.
    twice.set(names.bytes(), 109 + 2 + 33);
    expect(await reading("twice.dta", twice)).toMatchObject({
      problems: [{ code: "survey.column-repeated" }],
    });
    expect(await reading("twice.csv", latin("a,a\n1,2\n"))).toMatchObject({
      problems: [{ code: "survey.column-repeated" }],
    });
  });
});
