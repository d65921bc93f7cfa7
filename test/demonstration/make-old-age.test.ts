import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isInventedAreaCode } from "#kernel";
import { readIndexDefinition } from "#securities";
import { oldAgeFiles } from "../../demonstration/make-old-age.ts";

const textOf = (file: string) =>
  readFileSync(new URL(`../../demonstration/${file}`, import.meta.url), "utf8");
const rowsOf = (file: string) =>
  textOf(file)
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const keyOf = (cells: readonly string[]) => [cells[0], cells[1], cells[2], cells[7]].join();

describe("the small series of old age", () => {
  it("comes out the same, to the byte, whenever it is made", () => {
    for (const [file, text] of Object.entries(oldAgeFiles())) expect(textOf(file) === text, file).toBe(true);
  });

  it("speaks of invented areas alone, with a reason for each missing value", () => {
    for (const file of ["old-age-1.csv", "old-age-2.csv", "old-age-sources.csv"])
      for (const cells of rowsOf(file)) {
        expect(isInventedAreaCode(cells[0]!)).toBe(true);
        expect(cells[3] === "", cells.join()).toBe(cells[4] !== "");
      }
  });

  it("has in its second version one country more, values corrected, and some that were not there", () => {
    const first = new Map(rowsOf("old-age-1.csv").map((cells) => [keyOf(cells), cells]));
    const second = rowsOf("old-age-2.csv");
    const added = second.filter((cells) => !first.has(keyOf(cells)));
    expect(new Set(added.map(([area]) => area))).toEqual(new Set(["XAX"]));
    const shared = second.flatMap((cells) => {
      const before = first.get(keyOf(cells));
      return before ? [[before[3]!, cells[3]!] as const] : [];
    });
    expect(shared.filter(([a, b]) => a !== "" && b !== "" && a !== b).length).toBeGreaterThan(50);
    expect(shared.filter(([a, b]) => a === "" && b !== "").length).toBeGreaterThan(3);
  });

  it("has two sources that disagree where both have a figure", () => {
    const survey = new Map(
      rowsOf("old-age-sources.csv")
        .filter((cells) => cells[5]!.startsWith("Household") && cells[3] !== "")
        .map((cells) => [keyOf(cells), Number(cells[3])]),
    );
    const model = rowsOf("old-age-sources.csv").filter((cells) => cells[5]!.startsWith("Agency"));
    const gaps = model.flatMap((cells) => {
      const other = survey.get(keyOf(cells));
      return other === undefined ? [] : [Math.abs(other - Number(cells[3]))];
    });
    expect(gaps.length).toBeGreaterThan(80);
    expect(gaps.filter((gap) => gap > 1).length).toBeGreaterThan(60);
    expect(model.some((cells) => !survey.has(keyOf(cells)))).toBe(true);
  });

  it("has two versions of a definition that can be read", () => {
    for (const version of [1, 2]) {
      const read = readIndexDefinition(JSON.parse(textOf(`old-age-index-${version}.json`)));
      expect(read).toMatchObject({ ok: true, value: { id: "old-age-demonstration", version: `${version}` } });
    }
  });
});
