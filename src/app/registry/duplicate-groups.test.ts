import { expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import { completeEvaluation, type Evaluation } from "#records";
import { duplicateGroups } from "./duplicate-groups.ts";

const record = (id: string, title: string, other: Partial<Evaluation> = {}): Evaluation => ({
  ...completeEvaluation({
    id,
    printedId: null,
    reportId: null,
    title,
    language: "en",
    printedSymbol: null,
    symbol: null,
    symbolIsPlaceholder: false,
    type: null,
    printedType: null,
    timing: null,
    nature: null,
    region: null,
    regionBasis: null,
    countries: [],
    countryGroups: [],
    themes: [],
    donor: null,
    fundingNote: null,
    period: null,
    year: null,
    link: null,
    printedLink: null,
    summary: null,
    origin: "invented",
    oddities: [],
    provenance: { source: "0".repeat(64) as Sha256, locator: { kind: "whole" } },
  }),
  ...other,
});

const members = (records: readonly Evaluation[], decided: Parameters<typeof duplicateGroups>[1] = []) =>
  duplicateGroups(records, decided).map((group) => group.members);

it("proposes records with the same title, and says why", () => {
  const [group] = duplicateGroups(
    [
      record("a", "Migration of workers, special category", { year: 2019 }),
      record("b", "Migration of workers: special category", { year: 2019 }),
      record("c", "Something else"),
    ],
    [],
  );
  expect(group?.members).toEqual(["a", "b"]);
  expect(group?.pairs[0]?.reasons).toEqual(["same-title", "same-year"]);
});

it("keeps the mid-term and the final evaluation of a project apart, unless both lead to one file", () => {
  const mid = record("m", "Floors in Alvane", { timing: "mid-term", link: "https://example.org/a" });
  const final = record("f", "Floors in Alvane", { timing: "final", link: "https://example.org/b" });
  expect(members([mid, final])).toEqual([]);
  expect(members([mid, { ...final, link: "http://www.example.org/a/" }])).toEqual([["f", "m"]]);
});

it("asks for more than a similar title", () => {
  const long =
    "Final evaluation of the programme for the extension of social security to domestic workers in";
  const other = { countries: ["KEN"], year: 2018 };
  expect(members([record("a", `${long} towns`), record("b", `${long} town`)])).toEqual([]);
  expect(members([record("a", `${long} towns`, other), record("b", `${long} town`, other)])).toEqual([
    ["a", "b"],
  ]);
});

it("leaves out what people have decided", () => {
  const pair = [record("a", "One title"), record("b", "One title")];
  const decision = { first: "a", second: "b", keep: null, reason: "", at: "2026-01-01T00:00:00Z", by: "x" };
  expect(members(pair, [{ ...decision, verdict: "different" }])).toEqual([]);
  expect(members(pair, [{ ...decision, verdict: "same" }])).toEqual([]);
});
