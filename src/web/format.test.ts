import { expect, it } from "vitest";
import { formatOf } from "./format.ts";

it("writes numbers as each language does", () => {
  expect(formatOf("en").number(1234567.891)).toBe("1,234,567.89");
  expect(formatOf("fr").number(1234.5).replace(/\s/g, " ")).toBe("1 234,5");
  expect(formatOf("pt").number(0.5, 3, true)).toBe("0,500");
  expect(formatOf("es").percent(0.75).replace(/\s/g, " ")).toBe("75 %");
});

it("writes an observed value with the digits that tell something; only zero reads as 0", () => {
  const { figure } = formatOf("en");
  expect([1234.56, 10.04, 9.996, 4.256, 0.1, 0].map(figure)).toEqual([
    "1,234.6",
    "10",
    "10",
    "4.26",
    "0.1",
    "0",
  ]);
  expect([0.0043, -0.00021, 0.049].map(figure)).toEqual(["0.0043", "-0.00021", "0.049"]);
  expect(formatOf("pt").figure(0.004)).toBe("0,004");
});

it("keeps a date on its day in every time zone, and shows an instant where the reader is", () => {
  expect(formatOf("en").date("2026-03-01")).toBe("1 March 2026");
  // The tests run in Auckland, thirteen hours ahead of UTC in summer.
  expect(formatOf("fr").date("2026-02-28T20:00:00Z")).toBe("1 mars 2026");
});

it("writes sizes and lists in words", () => {
  expect(formatOf("en").bytes(80_709)).toBe("81 kB");
  expect(formatOf("en").bytes(2_450_000)).toBe("2.5 MB");
  expect(formatOf("es").list(["Bolivia", "Ecuador", "Perú"])).toBe("Bolivia, Ecuador y Perú");
  expect(formatOf("en").named("Poverty", "Kenya")).toBe("Poverty: Kenya");
  expect(formatOf("fr").named("Pauvreté", "Kenya")).toBe("Pauvreté\u00a0: Kenya");
});
