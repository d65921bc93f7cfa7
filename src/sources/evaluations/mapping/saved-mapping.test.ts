import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyMapping,
  bibliographicToEvaluation,
  evaluationToBibliographic,
  mappingFits,
  proposeMapping,
  readMapping,
} from "./index.ts";
import { applied, context, record, tableOf } from "./trial-tables.ts";

describe("identifiers", () => {
  it("without a column come from source, title and year, wherever the row stands", async () => {
    const rows = ["Evaluation of pensions,2019", "Evaluation of pensions,2020", "Evaluation of care,2020"];
    const ids = async (order: readonly string[]) => {
      const table = await tableOf(`title,year\n${order.join("\n")}`);
      const { rows: made } = applied(table, proposeMapping(table, "Office").mapping);
      expect(new Set(made.map(({ idBasis }) => idBasis))).toEqual(new Set(["title-and-year"]));
      return made.map(({ record }) => record!.id);
    };
    const given = await ids(rows);
    expect(new Set(given).size).toBe(3);
    expect(await ids([...rows].reverse())).toEqual([...given].reverse());
  });

  it("tell by the whole row two evaluations of one title and year, and refuse a row that comes twice", async () => {
    const table = await tableOf(
      "title,year,note\nEvaluation of care,2020,a\nEvaluation of care,2020,b\nEvaluation of care,2020,b",
    );
    const { rows } = applied(table, proposeMapping(table, "Office").mapping);
    expect(rows.map(({ idBasis }) => idBasis)).toEqual(["title-and-year", "whole-row", null]);
    expect(rows[2]!.problems[0]!.code).toBe("evaluations.mapping-row-repeated");
  });

  it("make a second import of the same table change nothing, and of a changed one say what", async () => {
    const table = await tableOf(
      "id,title,donor\n1,Evaluation of pensions,Norway\n2,Evaluation of care,Norway",
    );
    const { mapping } = proposeMapping(table, "Office");
    const known = new Map(applied(table, mapping).rows.map(({ record }) => [record!.id, record!]));
    expect(applied(table, mapping, known).rows.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
    const next = await tableOf(
      "id,title,donor\n1,Evaluation of pensions,Sweden\n2,Evaluation of care,Norway\n3,New one here,Norway",
    );
    expect(applied(next, mapping, known).rows.map(({ state, changed }) => [state, changed])).toEqual([
      ["changed", ["donor"]],
      ["unchanged", []],
      ["new", []],
    ]);
  });
});

describe("a saved mapping", () => {
  it("is the same after a round through JSON, and fits the next table of its kind", async () => {
    const table = await tableOf("id,title,donor\n1,Evaluation of pensions,Norway");
    const { mapping } = proposeMapping(table, "Office");
    expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual({ ok: true, value: mapping });
    expect(mappingFits(mapping, table)).toEqual({ fits: true, isSame: true, missing: [], added: [] });
    const next = await tableOf("title,id,note\nEvaluation of care,2,x");
    expect(mappingFits(mapping, next)).toEqual({
      fits: false,
      isSame: false,
      missing: ["donor"],
      added: ["note"],
    });
    const made = applyMapping(next, mapping, context);
    expect(!made.ok && made.problems.map(({ code, at }) => [code, at?.column])).toEqual([
      ["evaluations.mapping-misfit", "donor"],
    ]);
  });

  it("is refused with everything that is wrong with it at once", async () => {
    const broken = {
      version: 9,
      source: "",
      prefix: "A B",
      sheet: 1,
      header: ["a"],
      leftOut: [],
      fields: [
        { field: "tite", columns: ["a"], separators: [], values: [], dateOrder: null, currency: null },
        {
          field: "type",
          columns: ["b"],
          separators: ["dot"],
          values: [{ from: "x", isPrefix: false, to: "nonsense", missing: null }],
          dateOrder: "year-first",
          currency: "dollar",
        },
      ],
    };
    const read = readMapping(broken);
    expect(!read.ok && read.problems.map(({ at }) => at?.field)).toEqual([
      "version",
      "source",
      "prefix",
      "sheet",
      "fields[0].field",
      "fields[1].columns",
      "fields[1].separators",
      "fields[1].dateOrder",
      "fields[1].currency",
      "fields[1].values[0].to",
    ]);
    for (const other of [null, 3, [], "x", {}]) expect(readMapping(other).ok).toBe(false);
  });

  it("never throws on any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(typeof readMapping(json).ok).toBe("boolean");
      }),
    );
  });
});

describe("references", () => {
  it("carry what they can of an evaluation there and back", async () => {
    const table = await tableOf(
      'id,title,year,evaluator,commissioned by,summary,themes,link,language,project code\n7,Evaluation of pensions,2019,"Doe, Jane; Roe, Richard",Office,A long summary of what was found in the evaluation,Pensions; Care,https://example.org/a,English,KEN/12/01/NOR',
    );
    const evaluation = record(applied(table, proposeMapping(table, "Office").mapping));
    const reference = evaluationToBibliographic(evaluation);
    expect(reference).toMatchObject({
      type: "report",
      key: "office-7",
      authors: ["Doe, Jane", "Roe, Richard"],
      year: 2019,
      publisher: "Office",
      urls: ["https://example.org/a"],
      keywords: ["Pensions", "Care"],
      notes: ["Project symbol: KEN/12/01/NOR"],
    });
    const again = bibliographicToEvaluation(reference, {
      source: "Office",
      prefix: "office",
      origin: "invented",
      provenance: evaluation.provenance,
    })!;
    for (const field of [
      "id",
      "title",
      "year",
      "evaluators",
      "commissioningOffice",
      "summary",
      "themes",
      "link",
      "language",
      "symbol",
    ] as const)
      expect(again[field], field).toEqual(evaluation[field]);
    expect(
      bibliographicToEvaluation(
        { ...reference, title: null },
        { source: "x", prefix: "x", origin: "real", provenance: evaluation.provenance },
      ),
    ).toBeNull();
  });
});
