import { describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import type { Origin } from "#records";
import { readEvaluationTable } from "./registry-table.ts";

const source = "0".repeat(64) as Sha256;
const read = (text: string, origin: Origin = "real") =>
  readEvaluationTable(new TextEncoder().encode(text), { source, name: "e.csv", origin });
const codesOf = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.row, at?.column]);

describe("a registry of evaluations as a table", () => {
  it("gives the record of each row, the normalised identifier beside the printed one", () => {
    const table = read(
      "id,printedId,title,language,printedSymbol,printedType,timing,nature,region,countries,themes,year,printedLink\nx-E-25,E25,Decent and safe jobs,en,RER/13/01/FIN,Interim independent,interim,Independent,europe-central-asia,KGZ; TJK,safety;floors,2014,https://example.org/a\n",
    );
    if (!table.ok) throw new Error(table.problems[0]!.message);
    expect(table.value[0]).toMatchObject({
      id: "x-E-25",
      printedId: "E25",
      reportId: "E-25",
      symbol: "RER/13/01/FIN",
      symbolIsPlaceholder: false,
      timing: "mid-term",
      printedType: "Interim independent",
      nature: "independent",
      countries: ["KGZ", "TJK"],
      themes: ["safety", "floors"],
      year: 2014,
      link: "https://example.org/a",
      donor: null,
      type: null,
      origin: "real",
      provenance: { source, locator: { kind: "cell", row: 2, column: "id" } },
    });
  });

  it("keeps a placeholder symbol as printed, takes it for no symbol, and says who shares it", () => {
    const table = read(
      "id,printedId,title,printedSymbol\na,E2,One,INT/00/000/AAA\nb,E21,Two,INT/00/000/AAA\nc,E3,Three,CMB/09/04/SPA\n",
    );
    if (!table.ok) throw new Error(table.problems[0]!.message);
    expect(table.value.map(({ symbol, symbolIsPlaceholder }) => [symbol, symbolIsPlaceholder])).toEqual([
      [null, true],
      [null, true],
      ["CMB/09/04/SPA", false],
    ]);
    expect(table.value[0]!.printedSymbol).toBe("INT/00/000/AAA");
    expect(table.value[0]!.oddities.map(({ code }) => code)).toContain(
      "evaluations.placeholder-symbol-shared",
    );
  });

  it("keeps words in the place of a link as printed and gives no link", () => {
    const table = read("id,title,link\na,One,Regional thematic evaluation\n");
    if (!table.ok) throw new Error(table.problems[0]!.message);
    expect(table.value[0]).toMatchObject({ link: null, printedLink: "Regional thematic evaluation" });
    expect(table.value[0]!.oddities.map(({ code }) => code)).toContain("evaluations.link-not-a-link");
  });

  it("tells everything that is wrong at once, with row and printed column", () => {
    const table = read(
      [
        "id,Title,language,timing,nature,type,region,Country,year,period",
        "a,One,de,finale,indep,projects,asia,KHM;Laos,20,long ago",
        "a,,en,final,internal,project,africa,002;XAA,2012,2012-2014",
        "b c,Three,en,final,internal,project,africa,MOZ,2012,2012-2014",
      ].join("\n"),
    );
    expect(codesOf(table)).toEqual([
      ["evaluations.table-code-unknown", 2, "language"],
      ["evaluations.table-code-unknown", 2, "type"],
      ["evaluations.table-code-unknown", 2, "timing"],
      ["evaluations.table-code-unknown", 2, "nature"],
      ["evaluations.table-code-unknown", 2, "region"],
      ["evaluations.table-country-unknown", 2, "Country"],
      ["evaluations.table-period-invalid", 2, "period"],
      ["evaluations.table-year-invalid", 2, "year"],
      ["evaluations.table-id-repeated", 3, "id"],
      ["evaluations.table-cell-empty", 3, "Title"],
      ["evaluations.table-country-is-region", 3, "Country"],
      ["evaluations.table-country-invented", 3, "Country"],
      ["evaluations.table-id-invalid", 4, "id"],
    ]);
  });

  it("lets an invented registry name invented areas", () => {
    expect(read("id,title,countries\na,One,XAB\n", "invented").ok).toBe(true);
  });

  it("names the nearest known column for an unknown one", () => {
    const table = read("id,title,contries\na,One,KHM\n");
    expect(codesOf(table)).toEqual([["sources.column-unknown", 1, "contries"]]);
    expect(!table.ok && table.problems[0]!.message).toContain('"countries"');
  });
});
