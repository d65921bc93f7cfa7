// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadWords, speak } from "../i18n.ts";
import type { StudyTable, TableCell } from "./answers.ts";
import { EstimateTable, partsByDefault } from "./estimate-table.tsx";
import { Refusal } from "./refusal.tsx";
import { rowsOfChart } from "./table-chart.ts";
import { layoutOf } from "./table-layout.ts";

const sex = {
  variable: "sex",
  label: { en: "Sex", fr: "Sexe" },
  levels: [
    { code: "2", label: { en: "Women", fr: "Femmes" } },
    { code: "1", label: { en: "Men", fr: "Hommes" } },
    { code: null, label: { en: "All", fr: "Ensemble" } },
  ],
};
const region = {
  variable: "region",
  label: { en: "Region", fr: "Région" },
  levels: [
    { code: "n", label: { en: "North", fr: "Nord" } },
    { code: "s", label: { en: "South", fr: "Sud" } },
    { code: null, label: { en: "All", fr: "Ensemble" } },
  ],
};
const contract = {
  variable: "contract",
  label: { en: "Contract" },
  levels: [
    { code: "y", label: { en: "Yes" } },
    { code: "x", label: { en: "No" } },
  ],
};
const cell = (
  row: string | null,
  column: string | null,
  level: string | null,
  more: Partial<TableCell>,
): TableCell => ({
  row,
  column,
  level,
  estimate: 0.342,
  standardError: 0.021,
  low: 0.301,
  high: 0.385,
  coefficientOfVariation: 0.061,
  degreesOfFreedom: 40,
  cases: 1412,
  missing: 0,
  quality: "good",
  withheld: null,
  empty: false,
  ...more,
});
const nothing = {
  estimate: null,
  standardError: null,
  low: null,
  high: null,
  coefficientOfVariation: null,
  cases: null,
  quality: null,
} as const;

const table = (more: Partial<StudyTable>): StudyTable => ({
  study: "XAA_2024_PSS_v01_M",
  title: { en: "A study" },
  origin: "simulated",
  edition: 1,
  file: "persons",
  statistic: "share",
  variable: { name: "contract", label: { en: "Contract" }, question: null, unit: null },
  rows: region,
  columns: sex,
  levels: contract,
  subset: null,
  confidence: 0.95,
  cells: region.levels.flatMap((row) =>
    sex.levels.flatMap((column) =>
      contract.levels.map((level, i) =>
        cell(row.code, column.code, level.code, { estimate: i === 0 ? 0.342 : 0.658 }),
      ),
    ),
  ),
  test: null,
  testNote: null,
  protection: { applied: true, minimumCases: 10, withheld: 0 },
  design: { statement: { en: "Two stages." }, strata: 19, units: 190, degreesOfFreedom: 171 },
  universe: { en: "Persons aged 15 and over" },
  method: "Taylor",
  thresholds: { caution: 0.165, unreliable: 0.333, fewCases: 30 },
  notes: [],
  caveats: [],
  citation: { title: "A study" },
  licence: "CC0",
  recipe: { method: "survey", definition: null, inputs: [], seed: null, codeVersion: "1" },
  ...more,
});
const shown = (of: StudyTable, parts = partsByDefault) =>
  render(<EstimateTable table={of} caption="Shares" parts={parts} />);

beforeAll(async () => {
  await loadWords("survey-tables", "charts");
});
afterEach(cleanup);

describe("a table of estimates", () => {
  it("sets each estimate with its interval and cases, and names rows and columns", async () => {
    await speak("en");
    shown(table({}));
    const rows = screen.getAllByRole("row").slice(2);
    expect(rows).toHaveLength(9);
    expect(rows[0]!.textContent).toBe("NorthWomen34.2%30.1% to 38.5%n = 1,41265.8%30.1% to 38.5%n = 1,412");
    expect(within(rows[1]!).getByRole("rowheader").textContent).toBe("Men");
    expect(screen.getByRole("columnheader", { name: "Yes" })).toBeTruthy();
  });

  it("says in the cell why there is no estimate, and marks one that is not to be relied on", async () => {
    await speak("en");
    const cells = [
      cell("n", "2", null, { ...nothing, withheld: "small" }),
      cell("n", "1", null, { ...nothing, withheld: "complement" }),
      cell("n", null, null, { quality: "unreliable" }),
      cell("s", "2", null, { ...nothing, empty: true, cases: 0 }),
      cell("s", "1", null, { quality: "caution" }),
    ];
    shown(table({ statistic: "mean", levels: null, cells }));
    const text = screen.getByRole("table").textContent ?? "";
    expect(text).toContain("withheld: a small group, or to protect one");
    expect(text).toContain("withheld so that others cannot be computed");
    expect(text).toContain("nobody in the sample");
    expect(text).toContain("unreliable");
    expect(text).toContain("with caution");
    expect(text).not.toContain("CV");
  });

  it("shows what was asked for beside the estimates, in the language of the page", async () => {
    await speak("fr");
    shown(
      table({
        rows: null,
        columns: null,
        cells: contract.levels.map(({ code }) => cell(null, null, code, {})),
      }),
      ["error", "variation"],
    );
    const first = screen.getAllByRole("row").at(-1)!;
    expect(first.textContent?.replace(/\s/g, " ")).toBe("No34,2 %ET 2,1 pointsCV 6,1 %");
  });

  it("puts categories down the side where nothing else stands there", () => {
    const down = layoutOf(table({ rows: null }));
    expect(down.side.map(({ variable }) => variable)).toEqual(["contract"]);
    expect(down.top?.variable).toBe("sex");
    const both = layoutOf(table({ columns: null }));
    expect(both.side.map(({ variable }) => variable)).toEqual(["region"]);
    expect(both.top?.variable).toBe("contract");
    const number = layoutOf(table({ levels: null }));
    expect([number.side[0]?.variable, number.top?.variable]).toEqual(["region", "sex"]);
  });
});

describe("the table as a picture", () => {
  it("draws women and men as two marks of one row, of the category that is chosen", () => {
    const rows = rowsOfChart(table({}), "x");
    expect(rows).toHaveLength(3);
    expect(rows[0]!.marks.map(({ mark }) => mark.shape)).toEqual(["circle", "square", "diamond"]);
    expect(rows[0]!.marks.every(({ cell: { estimate } }) => estimate === 0.658)).toBe(true);
  });

  it("gives each group a row of its own where the columns are many, and hatches what is withheld", () => {
    const levels = Array.from({ length: 6 }, (_, i) => ({ code: `${i}`, label: { en: `Trade ${i}` } }));
    const trade = { variable: "trade", label: { en: "Trade" }, levels };
    const cells = region.levels.flatMap((row) =>
      levels.map(({ code }) =>
        cell(row.code, code, null, code === "3" ? { ...nothing, withheld: "small" } : {}),
      ),
    );
    const rows = rowsOfChart(table({ statistic: "mean", levels: null, columns: trade, cells }), null);
    expect(rows).toHaveLength(18);
    expect(rows[3]!.marks).toEqual([]);
    expect(rows[3]!.withoutEstimate?.withheld).toBe("small");
  });
});

describe("a refusal", () => {
  const reasons = [{ code: "survey.too-many-crossed", message: "4 variables are crossed." }];
  it("keeps the server's sentence in English, and says what to do", async () => {
    await speak("en");
    render(<Refusal title="Refused" reasons={reasons} />);
    expect(screen.getByRole("alert").textContent).toBe(
      "Refused4 variables are crossed. Take the rows, the columns or the part of the sample away.",
    );
  });
  it("sets its meaning in another language before the values", async () => {
    await speak("pt");
    render(<Refusal title="Recusado" reasons={reasons} />);
    expect(screen.getByRole("alert").textContent).toContain("Cruzam-se mais de três variáveis.");
    expect(screen.getByText("4 variables are crossed.").getAttribute("lang")).toBe("en");
  });
});
