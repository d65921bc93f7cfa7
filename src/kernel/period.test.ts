import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Period, readPeriod, yearsOf } from "./period.ts";

const canonical = (text: string) => {
  const read = readPeriod(text);
  return read.ok ? read.value : read.problems[0]!.code;
};

describe("periods", () => {
  test.each([
    ["2019", "2019"],
    [" 2019 ", "2019"],
    ["2019-A1", "2019"],
    ["2019A", "2019"],
    ["2019S2", "2019-S2"],
    ["2019-H1", "2019-S1"],
    ["2019Q3", "2019-Q3"],
    ["2019-q3", "2019-Q3"],
    ["2019M07", "2019-07"],
    ["2019-M07", "2019-07"],
    ["2019-07", "2019-07"],
    ["201907", "2019-07"],
    ["2019-07-31", "2019-07-31"],
    ["2020-02-29", "2020-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["2012/2018", "2012/2018"],
    ["2012-2018", "2012/2018"],
    ["2012 – 2018", "2012/2018"],
    ["2012-2012", "2012"],
  ])("%j is read as %j", (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  test.each([
    "",
    "19",
    "0000",
    "9999",
    "2019-13",
    "2019-00",
    "2019-Q5",
    "2019-S3",
    "2019-02-29",
    "1900-02-29",
    "2019-04-31",
    "2018/2012",
    "2012-13",
    "2008/09",
    "2019.0",
    "20190",
    "2019\n2020",
    "٢٠١٩",
  ])("%j is refused", (text) => {
    expect(canonical(text)).toBe("kernel.period-unreadable");
  });

  test("the problem shows the value, shortened, where it stands and what to write", () => {
    const read = readPeriod("x".repeat(500), { row: 7, column: "period" });
    if (read.ok) throw new Error("must be refused");
    const [found] = read.problems;
    expect(found!.at).toEqual({ row: 7, column: "period" });
    expect(found!.message).toContain(`"${"x".repeat(40)}"`);
    expect(found!.message).toContain("2019-Q3");
    expect(found!.message.length).toBeLessThan(300);
  });

  test("what was read is read again as itself, and its years lie inside it", () => {
    const year = fc.integer({ min: 1000, max: 2999 });
    const text = fc.oneof(
      year.map(String),
      fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}M${String(m).padStart(2, "0")}`),
      fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
      fc.tuple(year, year).map(([a, b]) => `${Math.min(a, b)}–${Math.max(a, b)}`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const once = canonical(written);
        expect(canonical(once)).toBe(once);
        const [first, last] = yearsOf(once as Period);
        expect(first).toBe(Number(written.slice(0, 4)));
        expect(last).toBeGreaterThanOrEqual(first);
        expect(once.startsWith(String(first))).toBe(true);
        if (once.includes("/")) expect(once.endsWith(String(last))).toBe(true);
        else expect(last).toBe(first);
      }),
    );
  });
});
