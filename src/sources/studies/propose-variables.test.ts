import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { CountedColumn } from "./counted-column.ts";
import { mergeVariables } from "./merge-variables.ts";
import { missingMeaning } from "./missing-meaning.ts";
import { proposeVariables } from "./propose-variables.ts";

/** A column as whoever reads a file counts it. */
function counted(name: string, cells: readonly string[], more: Partial<CountedColumn> = {}): CountedColumn {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== "") counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const codes = [...counts.keys()];
  const isNumber = codes.length > 0 && codes.every((code) => Number.isFinite(Number(code)));
  const numbers = isNumber ? codes.map(Number) : [];
  return {
    file: "persons",
    name,
    holds: isNumber ? "number" : "text",
    rows: cells.length,
    missing: cells.filter((cell) => cell === "").length,
    distinct: counts.size,
    values: [...counts].slice(0, 200).map(([code, count]) => ({ code, count })),
    min: numbers.length > 0 ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    max: numbers.length > 0 ? numbers.reduce((a, b) => Math.max(a, b)) : null,
    whole: isNumber && numbers.every(Number.isInteger),
    label: null,
    valueLabels: [],
    missingCodes: [],
    ...more,
  };
}
const cycle = (codes: readonly string[], rows = 60) =>
  Array.from({ length: rows }, (_, i) => codes[i % codes.length]!);
const upTo = (rows: number) => Array.from({ length: rows }, (_, i) => String(i + 1));
const kindOf = (name: string, cells: readonly string[], more: Partial<CountedColumn> = {}) => {
  const [proposal] = proposeVariables([counted(name, cells, more)]);
  return `${proposal!.variable.kind}: ${proposal!.why}`;
};

describe("a dictionary proposed from columns", () => {
  it("tells keys, weights, designs, categories, numbers and texts apart, with the reason", () => {
    expect(kindOf("hid", cycle(["a", "b"]))).toBe("identifier: named-as-identifier");
    expect(kindOf("rb030", upTo(60))).toBe("identifier: all-distinct");
    expect(
      kindOf(
        "turnover",
        upTo(60).map((n) => `${n}.5`),
      ),
    ).toBe("numeric: many-numbers");
    expect(kindOf("income", upTo(60))).toBe("numeric: named-as-quantity");
    expect(kindOf("hhweight", cycle(["322.97", "101.5"]))).toBe("weight: named-as-weight");
    expect(kindOf("weight", cycle(["-1.5", "2.5"]))).toBe("numeric: many-numbers");
    expect(kindOf("stratum", cycle(["11", "12"]))).toBe("design: named-as-design");
    expect(kindOf("bank", cycle(["0", "1"]))).toBe("categorical: few-codes");
    expect(kindOf("hhsize", cycle(["1", "2", "3"]))).toBe("numeric: named-as-quantity");
    expect(kindOf("eqSS", cycle(["1", "1.5"]))).toBe("numeric: many-numbers");
    expect(kindOf("occupation", cycle(upTo(20)))).toBe("numeric: many-numbers");
    expect(kindOf("q1", cycle(["yes", "no"]))).toBe("categorical: few-texts");
    expect(
      kindOf(
        "q2",
        upTo(60).map((n) => `an answer ${n}`),
      ),
    ).toBe("text: many-texts");
    expect(kindOf("q3", cycle([""]))).toBe("text: empty");
    // A French count of children is none, a Spanish name is one.
    expect(kindOf("nombre_enfants", cycle(["0", "1", "2"]))).toBe("numeric: named-as-quantity");
    expect(kindOf("nombre", cycle(["Ana", "Eva"]))).toBe("identifier: named-as-identifier");
  });

  it("takes the file's declared key and design before any guess", () => {
    const files = [
      {
        name: "persons",
        key: ["k"],
        parent: { file: "households", by: ["h"] },
        design: {
          clusters: ["c"],
          strata: ["s", null],
          weights: "w",
          fpc: [],
          nested: false,
          singleUnit: "fail" as const,
          replicates: { type: "JK1", columns: ["r1"] },
        },
      },
    ];
    const columns = ["k", "h", "c", "s", "w", "r1", "q"].map((name) => counted(name, cycle(["1", "2"])));
    expect(proposeVariables(columns, { files }).map(({ variable }) => variable.kind)).toEqual([
      "identifier",
      "identifier",
      "design",
      "design",
      "weight",
      "weight",
      "categorical",
    ]);
  });

  it("recognises missing codes by labels in four languages or the file's mark, never by the number", () => {
    const valueLabels = [
      { code: "1", label: "Oui" },
      { code: "2", label: "Non" },
      { code: "8", label: "Ne sait pas" },
      { code: "9", label: "99. Refus (spontané)" },
      { code: "7", label: "Autre" },
    ];
    const [proposal] = proposeVariables(
      [counted("q1", cycle(["1", "2", "8", "99"]), { valueLabels, missingCodes: ["7"], label: " Q1 " })],
      { language: "fr" },
    );
    expect(proposal!.variable.label).toEqual({ en: "Q1", fr: "Q1" });
    expect(proposal!.variable.categories.map(({ code, missing }) => [code, missing])).toEqual([
      ["1", null],
      ["2", null],
      ["8", "dont-know"],
      ["9", "refused"],
      ["7", "missing"],
      ["99", null],
    ]);
    expect(proposal!.missing.map(({ code, why, label }) => [code, why, label])).toEqual([
      ["8", "label", "Ne sait pas"],
      ["9", "label", "99. Refus (spontané)"],
      ["7", "marked-in-file", "Autre"],
    ]);
    expect(kindOf("q", cycle(["1", "2", "9", "99"]))).toBe("categorical: few-codes");
    const hours = counted("worked", cycle(upTo(40)), { valueLabels: [{ code: "99", label: "No contesta" }] });
    const [numeric] = proposeVariables([hours]);
    expect([numeric!.variable.kind, numeric!.why]).toEqual(["numeric", "only-missing-labelled"]);
    expect(numeric!.variable.categories).toEqual([
      { code: "99", label: { en: "No contesta" }, missing: "not-stated" },
    ]);
  });

  it("opens for tables only categorical variables with 2 to 12 levels that are answers", () => {
    const opens = (codes: readonly string[], more: Partial<CountedColumn> = {}) =>
      proposeVariables([counted("q", cycle(codes), more)])[0]!.variable.forTables;
    expect(opens(["1", "2"])).toBe(true);
    expect(opens(["1"])).toBe(false);
    expect(opens(upTo(13).map((n) => `r${n}`))).toBe(false);
    expect(
      opens(["1", "2"], {
        valueLabels: [
          { code: "1", label: "Yes" },
          { code: "2", label: "Refused" },
        ],
      }),
    ).toBe(false);
  });

  it("proposes for 10,000 columns in order", () => {
    const columns = upTo(10_000).map((n) => counted(`v${n}`, cycle(["1", "2"])));
    const proposals = proposeVariables(columns);
    expect(proposals).toHaveLength(10_000);
    expect(proposals[9_999]!.variable.name).toBe("v10000");
  });
});

describe("a label that says there is no answer", () => {
  it("is understood whole, with code, remarks, accents and either of two reasons", () => {
    const meanings = [
      "Don’t know",
      "NÃO SABE",
      "99 - No sabe",
      "Recusou-se a responder",
      "Ne s'applique pas",
    ];
    expect(meanings.map(missingMeaning)).toEqual([
      "dont-know",
      "dont-know",
      "dont-know",
      "refused",
      "not-applicable",
    ]);
    expect(missingMeaning("Don't know / refused")).toBe("not-stated");
    expect(missingMeaning("Ne sait pas ou inconnu")).toBe("dont-know");
    expect(missingMeaning("NS/NR")).toBe("not-stated");
    expect(
      ["Does not know how to read", "Unknown soldier", "Refuse collection", "", "9"].map(missingMeaning),
    ).toEqual([null, null, null, null, null]);
  });
});

describe("a dictionary put together", () => {
  const [q1, q2, q3] = [
    counted("q1", cycle(["1", "2", "9"])),
    counted("q2", cycle(upTo(40)), { label: "Hours" }),
    counted("q3", cycle(["01", "2"])),
  ];
  const proposed = proposeVariables([q1, q2, q3]);
  const category = (code: string, en: string) => ({ code, label: { en }, missing: null });

  it("changes nothing that was declared, and takes the rest from the data", () => {
    const merged = mergeVariables(
      [{ file: "persons", name: "q2", question: { en: "How many hours?" }, unit: "hours" }],
      proposed,
      "data.json",
    );
    expect(merged.variables[1]).toMatchObject({
      label: { en: "Hours" },
      kind: "numeric",
      question: { en: "How many hours?" },
      unit: "hours",
      forTables: false,
    });
    expect([merged.problems, merged.notices]).toEqual([[], []]);
  });

  it("tells of values without a category and categories without rows, with counts", () => {
    const { problems, notices, variables } = mergeVariables(
      [
        {
          file: "persons",
          name: "q1",
          categories: [category("1", "Yes"), category("2", "No"), category("3", "Some")],
        },
        { file: "persons", name: "q3", categories: [category("1", "A"), category("2", "B")] },
      ],
      proposed,
      "data.json",
    );
    expect(problems.map(({ code }) => code)).toEqual([
      "studies.values-without-category",
      "studies.values-without-category",
    ]);
    expect(problems[0]!.message).toContain('1 value in 20 of 60 rows have no category: "9" (20 rows)');
    expect(problems[1]!.message).toContain('The file writes "01" where the category is "1"');
    expect(
      notices.map(({ message }) => message.includes("1 of 3 categories stand in no row: 3 (Some)")),
    ).toEqual([true, false]);
    expect(variables[0]!.categories).toHaveLength(3);
  });

  it("takes categories of answers and use in tables for a declaration that a variable is categorical", () => {
    const kinds = (declared: object) =>
      mergeVariables([{ file: "persons", name: "q2", ...declared }], proposed, "d.json").variables.map(
        ({ kind, forTables, categories }) => [kind, forTables, categories.length],
      )[1];
    expect(kinds({})).toEqual(["numeric", false, 0]);
    expect(kinds({ categories: upTo(40).map((n) => category(n, n)) })).toEqual(["categorical", false, 40]);
    expect(kinds({ forTables: true })).toEqual(["categorical", true, 40]);
    expect(kinds({ categories: [{ code: "99", label: { en: "Refused" }, missing: "refused" }] })).toEqual([
      "numeric",
      false,
      1,
    ]);
    expect(kinds({ kind: "identifier" })).toEqual(["identifier", false, 0]);
  });

  it("refuses a variable that is no column, with what was probably meant", () => {
    const { problems } = mergeVariables(
      [
        { file: "persons", name: "Q1" },
        { file: "households", name: "q2" },
      ],
      proposed,
      "data.json",
    );
    expect(problems.map(({ code, at }) => [code, at?.field])).toEqual([
      ["studies.variable-no-column", "variables[0].name"],
      ["studies.variable-no-column", "variables[1].name"],
    ]);
    expect(problems[0]!.message).toContain('Did you mean "q1"?');
    expect(problems[1]!.message).toContain('The file "persons" has it');
  });
});

const root = join(import.meta.dirname, "../../..");
const data = join(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "../data/microdata");
const isThere = existsSync(join(data, "persons.csv"));

it.runIf(process.env["CI"] === "true")("has the microdata to try", () => {
  expect(isThere, "no data/microdata beside SOCLE_REFERENCE").toBe(true);
});

describe.skipIf(!isThere)("columns of the surveys kept for trying", () => {
  const proposalsOf = (name: string) => {
    const [header, ...rows] = parse(readFileSync(join(data, name), "utf8")) as string[][];
    const columns = header!.map((column, at) =>
      counted(
        column,
        rows.map((row) => row[at]!),
      ),
    );
    return new Map(
      proposeVariables(columns).map(({ variable, why }) => [variable.name, [variable.kind, why]]),
    );
  };

  it("are what their codebooks call them", () => {
    const households = proposalsOf("households.csv");
    expect(households.get("hid")).toEqual(["identifier", "named-as-identifier"]);
    expect(households.get("ea")).toEqual(["design", "named-as-design"]);
    expect(households.get("stratum")).toEqual(["design", "named-as-design"]);
    expect(households.get("hhweight")).toEqual(["weight", "named-as-weight"]);
    expect(households.get("urbrur")).toEqual(["categorical", "few-codes"]);
    expect(households.get("tot_exp")?.[0]).toBe("numeric");
    const workers = proposalsOf("enterprise-employees.csv");
    expect(workers.get("IDunit")?.[0]).toBe("identifier");
    expect(workers.get("weights")?.[0]).toBe("weight");
    expect(workers.get("contract")?.[0]).toBe("categorical");
    expect(workers.get("earningsHour")?.[0]).toBe("numeric");
  });
});
