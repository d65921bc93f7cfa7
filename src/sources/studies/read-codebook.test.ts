import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCodebook } from "./read-codebook.ts";

const files = [
  { name: "households", file: "households.csv" },
  { name: "persons", file: "data/persons.sav" },
];
const read = (text: string, given = files) =>
  readCodebook(new TextEncoder().encode(text), "codebook.csv", given);
const faultsOf = async (text: string, given = files) => {
  const result = await read(text, given);
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.row, at?.column]);
};

describe("a codebook kept as a table", () => {
  it("gives variables with categories, and missing codes by column and by label", async () => {
    const result = await read(
      [
        "File,Variable Name,label,type,values,missing,question",
        'households.csv,urbrur,Residence ,double,"1=Rural|2=Urban|9=Não sabe",,Where?',
        'persons.csv,q1,,numeric,"1=a=b|7= |8=Other","8;77",',
        "persons,hid,Household,character,,,",
      ].join("\n"),
    );
    expect(result.ok && result.value.variables).toEqual([
      {
        file: "households",
        name: "urbrur",
        label: { en: "Residence" },
        question: { en: "Where?" },
        categories: [
          { code: "1", label: { en: "Rural" }, missing: null },
          { code: "2", label: { en: "Urban" }, missing: null },
          { code: "9", label: { en: "Não sabe" }, missing: "dont-know" },
        ],
      },
      {
        file: "persons",
        name: "q1",
        categories: [
          { code: "1", label: { en: "a=b" }, missing: null },
          { code: "7", label: { en: "7" }, missing: null },
          { code: "8", label: { en: "Other" }, missing: "missing" },
          { code: "77", label: { en: "77" }, missing: "missing" },
        ],
      },
      // What a program calls its type is no kind: a household's number may be an identifier.
      { file: "persons", name: "hid", label: { en: "Household" } },
    ]);
  });

  it("tells every fault with its row and column", async () => {
    expect(
      await faultsOf(
        'file,name,kind,values\npeople.csv,a,,\nhouseholds.csv,,,1=x\nhouseholds.csv,b,numerical,"Yes|2=No|2=Nein"\nhouseholds.csv,b,,\n',
      ),
    ).toEqual([
      ["studies.file-not-declared", 2, "file"],
      ["studies.field-missing", 3, "variable"],
      ["studies.word-unknown", 4, "kind"],
      ["studies.field-invalid", 4, "values"],
      ["studies.repeated", 4, "values"],
      ["studies.repeated", 5, "variable"],
    ]);
    expect(await faultsOf("label,values\na,b\n")).toEqual([
      ["studies.codebook-column-missing", 1, "variable"],
      ["studies.codebook-column-missing", 1, "file"],
    ]);
    expect(await faultsOf("variable,kind\na,weight\n", files.slice(0, 1))).toEqual([]);
  });

  it("tells of labels that were read in the wrong encoding, and keeps them", async () => {
    const result = await read("file,variable,label\npersons,q1,MigraciÃ³n\n");
    expect(result.ok && result.value.variables[0]!.label).toEqual({ en: "MigraciÃ³n" });
    expect(result.ok && result.value.notices.map(({ code }) => code)).toEqual(["documents.table-mojibake"]);
  });
});

const root = join(import.meta.dirname, "../../..");
const data = join(
  root,
  process.env["SOCLE_REFERENCE"] ?? "../shared/reference",
  "../data/microdata/codebook.csv",
);

it.runIf(process.env["CI"] === "true")("has the codebook to try", () => {
  expect(existsSync(data), "no data/microdata beside SOCLE_REFERENCE").toBe(true);
});

it.skipIf(!existsSync(data))("reads the codebook of the surveys kept for trying", async () => {
  const result = await readCodebook(new Uint8Array(readFileSync(data)), "codebook.csv", [
    files[0]!,
    { name: "persons", file: "persons.csv" },
  ]);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  expect(result.value.variables).toHaveLength(41);
  const water = result.value.variables.find(({ name }) => name === "water");
  expect(water!.categories).toHaveLength(15);
});
