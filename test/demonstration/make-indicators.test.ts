import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isInventedAreaCode } from "#kernel";
import { simulatedIndicators } from "../../demonstration/make-indicators.ts";

const url = new URL("../../demonstration/indicators-simulated.csv", import.meta.url);
const text = readFileSync(url, "utf8");
const rows = text
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","));
const catalogue = JSON.parse(
  readFileSync(new URL("../../definitions/indicators.json", import.meta.url), "utf8"),
) as {
  readonly indicators: readonly { readonly id: string; readonly unit: string; readonly type: string }[];
};

describe("the simulated indicators", () => {
  it("come out the same, to the byte, whenever they are made", () => {
    expect(simulatedIndicators() === text).toBe(true);
  });

  it("stay below 1.9 MB, speak of invented areas only and say who made them", () => {
    expect(Buffer.byteLength(text)).toBeLessThan(1_900_000);
    expect(new Set(rows.map(([area]) => area)).size).toBe(24);
    expect(rows.every(([area]) => isInventedAreaCode(area!))).toBe(true);
    expect(new Set(rows.map((cells) => cells[5]))).toEqual(new Set(["Socle simulation"]));
  });

  it("hold every indicator of the catalogue in its unit, for 24 areas and 15 years", () => {
    for (const { id, unit, type } of catalogue.indicators) {
      const own = rows.filter((cells) => cells[1] === id && cells[7] === "T");
      expect(own, id).toHaveLength(24 * 15);
      expect(new Set(own.map((cells) => cells[6])), id).toEqual(new Set([unit]));
      const values = own.flatMap((cells) => (cells[3] === "" ? [] : [Number(cells[3])]));
      expect(new Set(values).size, `${id} must differ between areas`).toBeGreaterThan(1);
      if (type === "binary")
        expect(
          values.every((value) => value === 0 || value === 1),
          id,
        ).toBe(true);
      if (unit === "PT")
        expect(
          values.every((value) => value >= -15 && value <= 115),
          id,
        ).toBe(true);
    }
  });

  it("give a reason for each missing value, and four reasons at least", () => {
    const missing = rows.filter((cells) => cells[3] === "");
    expect(missing.every((cells) => cells[4] !== "")).toBe(true);
    expect([...new Set(missing.map((cells) => cells[4]))].sort()).toEqual([
      "missing",
      "not-applicable",
      "not-collected",
      "not-stated",
      "suppressed",
    ]);
  });

  it.each([
    ["unemployment", "LMSI_O_URF", "LMSI_O_UR"],
    ["pension coverage", "OASI_O_COVF", "ISI_O_PENCOV"],
  ])("give the %s of women the same figure as indicator and as breakdown", (_, own, whole) => {
    const women = new Map(
      rows
        .filter((cells) => cells[1] === whole && cells[7] === "F")
        .map((cells) => [`${cells[0]} ${cells[2]}`, cells[3]]),
    );
    const figures = rows.filter((cells) => cells[1] === own);
    expect(figures).toHaveLength(24 * 15);
    expect(figures.every((cells) => women.get(`${cells[0]} ${cells[2]}`) === cells[3])).toBe(true);
  });

  it("give women and men apart for what the pages on income and old age show by sex", () => {
    for (const id of ["ISI_O_POV", "ISI_O_PENCOV", "ISI_O_UBCOV", "OASI_O_LEVEL", "OASI_O_POV"])
      for (const sex of ["F", "M"])
        expect(
          rows.filter((cells) => cells[1] === id && cells[7] === sex),
          `${id} ${sex}`,
        ).toHaveLength(24 * 15);
  });

  it("give a standard error with each value of a survey, and with nothing else", () => {
    const surveys = new Set(["ISI_O_POV", "ISI_O_GINI", "SRSI_O_TRN", "JSI_O_OCCSEG", "OASI_O_POV"]);
    for (const cells of rows) {
      const isExpected = surveys.has(cells[1]!) && cells[3] !== "";
      expect(Number(cells[10]) > 0, cells.join()).toBe(isExpected);
    }
  });
});
