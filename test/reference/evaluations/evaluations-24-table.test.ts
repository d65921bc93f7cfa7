// The demonstration's table of the 24 evaluations against the reference taken from the second seed document.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isInventedAreaCode, type Sha256 } from "#kernel";
import { readEvaluationTable } from "#sources";
import { evaluationsReference, isAbsent, readJson } from "./reference-files.ts";

type Expected = {
  readonly id: string;
  readonly id_printed: string;
  readonly title: string;
  readonly language: string;
  readonly tc_symbol: string | null;
  readonly tc_symbol_printed: string | null;
  readonly tc_placeholder: boolean;
  readonly type_printed: string;
  readonly link: string | null;
  readonly link_printed: string | null;
  readonly nature: string | null;
  readonly timing: string | null;
  readonly region: string | null;
  readonly region_basis: string;
  readonly countries: readonly string[];
  readonly groups: readonly string[];
  readonly funding_note: string | null;
  readonly period_in_title: string | null;
  readonly oddities: readonly string[];
};

const file = join(evaluationsReference, "registry-24.json");
const table = resolve(import.meta.dirname, "../../../demonstration/evaluations-24.csv");

describe.skipIf(isAbsent(file))("the table of the 24 evaluations (skipped without the reference)", () => {
  const read = readEvaluationTable(new Uint8Array(readFileSync(table)), {
    source: "0".repeat(64) as Sha256,
    name: "evaluations-24.csv",
    origin: "real",
  });
  const records = read.ok ? read.value : [];

  it("equals the reference field by field", () => {
    if (!read.ok) throw new Error(read.problems[0]!.message);
    const { reports } = readJson(file) as { readonly reports: readonly Expected[] };
    expect(
      records.map((record) => ({
        id: record.reportId,
        id_printed: record.printedId,
        title: record.title,
        language: record.language,
        tc_symbol: record.symbol,
        tc_symbol_printed: record.printedSymbol,
        tc_placeholder: record.symbolIsPlaceholder,
        type_printed: record.printedType,
        link: record.link,
        link_printed: record.printedLink,
        nature: record.nature,
        timing: record.timing,
        region: record.region,
        region_basis: record.regionBasis,
        countries: record.countries,
        groups: record.countryGroups,
        funding_note: record.fundingNote,
        period_in_title: record.period,
      })),
    ).toEqual(
      reports.map((report) => ({
        id: report.id,
        id_printed: report.id_printed,
        title: report.title,
        language: report.language,
        tc_symbol: report.tc_symbol,
        tc_symbol_printed: report.tc_symbol_printed,
        tc_placeholder: report.tc_placeholder,
        type_printed: report.type_printed,
        link: report.link,
        link_printed: report.link_printed,
        nature: report.nature,
        timing: report.timing === "interim" ? "mid-term" : report.timing,
        region: report.region,
        region_basis: report.region_basis,
        countries: report.countries,
        groups: report.groups,
        funding_note: report.funding_note,
        period_in_title: report.period_in_title,
      })),
    );
  });

  it("finds the oddities of the list again", () => {
    const count = (code: string) =>
      records.filter(({ oddities }) => oddities.some((oddity) => oddity.code === code)).length;
    expect(count("evaluations.placeholder-symbol-shared")).toBe(2);
    expect(count("evaluations.symbol-missing")).toBe(1);
    expect(count("evaluations.symbol-year-before-period")).toBe(7);
    expect(count("evaluations.link-fragment-short")).toBe(2);
    expect(count("evaluations.link-not-a-link")).toBe(2);
    expect(count("evaluations.mid-term-without-final")).toBe(1);
    const { reports } = readJson(file) as { readonly reports: readonly Expected[] };
    expect(records.map(({ oddities }) => oddities.length > 0)).toEqual(
      reports.map(({ oddities }) => oddities.length > 0),
    );
  });

  it("names no invented country", () => {
    expect(records.flatMap(({ countries }) => countries).some(isInventedAreaCode)).toBe(false);
  });
});
