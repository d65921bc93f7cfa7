import { expect, it } from "vitest";
import { type Code, foundCodes, missingCode, movedTo } from "./code-search.ts";

const code = (id: string, name: string, parent: string | null, depth: number): Code => ({
  id,
  name,
  parent,
  depth,
  colour: "#0072b2",
  description: "",
  codable: true,
  codings: 0,
  reports: 0,
});
const codes = [
  code("f", "Financing", null, 0),
  code("c", "Contributions", "f", 1),
  code("t", "Taxes", "f", 1),
  code("e", "Élargissement", null, 0),
];
const ids = (typed: string) => foundCodes(codes, typed).map(({ id }) => id);

it("finds codes by any part of their names, without accents and case, children by their parents' too", () => {
  expect(ids("")).toEqual(["f", "c", "t", "e"]);
  expect(ids("elarg")).toEqual(["e"]);
  expect(ids("financing / tax")).toEqual(["t"]);
  expect(ids("nan")).toEqual(["f"]);
  expect(ids("t")).toEqual(["t", "c", "e"]);
  expect(ids("zzz")).toEqual([]);
});

it("tells what would have to be made for a name, and where", () => {
  expect(missingCode(codes, "Taxes")).toEqual({ parent: null, names: ["Taxes"] });
  expect(missingCode(codes, " financing/TAXES ")).toBeNull();
  expect(missingCode(codes, "Financing / Donors / Trust funds")).toEqual({
    parent: "f",
    names: ["Donors", "Trust funds"],
  });
  expect(missingCode(codes, "  ")).toBeNull();
});

it("moves by steps, and nowhere from the edges", () => {
  expect(movedTo(codes, "t", "up")).toEqual({ parent: "f", position: 0 });
  expect(movedTo(codes, "t", "in")).toEqual({ parent: "c", position: 0 });
  expect(movedTo(codes, "c", "out")).toEqual({ parent: null, position: 1 });
  expect(movedTo(codes, "e", "in")).toEqual({ parent: "f", position: 2 });
  expect(movedTo(codes, "f", "up")).toBeNull();
  expect(movedTo(codes, "e", "down")).toBeNull();
  expect(movedTo(codes, "f", "out")).toBeNull();
});
