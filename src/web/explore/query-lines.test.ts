import { describe, expect, it } from "vitest";
import { curlLine, pythonLine, rLine, sqlLine } from "./query-lines.ts";

const nothing = {
  indicators: [],
  areas: [],
  sex: [],
  sources: [],
  by: [],
  from: undefined,
  to: undefined,
} as const;

describe("the line for another program", () => {
  it("survives quotes in the address and in values", () => {
    expect(curlLine("http://h/a?source=l'Office", "data.csv")).toBe(
      `curl -o data.csv 'http://h/a?source=l'\\''Office'`,
    );
    expect(sqlLine("x.parquet", { ...nothing, sources: ["l'Office"] })).toContain("source IN ('l''Office')");
    expect(sqlLine("x.parquet", { ...nothing, by: [["Type of work", "a"]] })).toContain(
      `"Type of work" IN ('a')`,
    );
  });
  it("keeps R from reading F as false, and Python from reading a code NA as nothing", () => {
    expect(rLine("http://h/a")).toContain('sex = "character"');
    expect(pythonLine("http://h/a")).toContain("keep_default_na=False");
  });
  it("asks for all rows where nothing is chosen, and for spans of years where they touch", () => {
    expect(sqlLine("x.parquet", nothing)).toBe("SELECT * FROM 'x.parquet' ORDER BY indicator, area, period");
    expect(sqlLine("x.parquet", { ...nothing, from: 2010, to: 2012 })).toContain(
      "last_year >= 2010 AND first_year <= 2012",
    );
  });
});
