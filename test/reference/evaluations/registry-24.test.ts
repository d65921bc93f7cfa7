// The 24 rows of Annex II of the second seed text against registry-24.json, field by field. The reference
// says `interim` where the code list says `mid-term`; the printed word is compared.

import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { type Inventory, readEvaluationReport, readInventory } from "#sources";
import { evaluationsReference, isAbsent, readBytes, readJson, seeds } from "./reference-files.ts";

type Report = Readonly<Record<string, unknown>> & {
  readonly number: number;
  readonly oddities: readonly string[];
  readonly symbol_parts: { area: string; year: number; serial: string; donor_code: string } | null;
};
type Registry = { readonly totals: Readonly<Record<string, unknown>>; readonly reports: readonly Report[] };

const file = resolve(evaluationsReference, "registry-24.json");
const seed = resolve(seeds, "002_6f7f860be939799d.txt");
const absent = isAbsent(file) || isAbsent(seed);

/** The reference's sentences and the codes that say the same. */
const codes: readonly (readonly [RegExp, string])[] = [
  [/^placeholder symbol, shared/, "placeholder-symbol-shared"],
  [/is part of the placeholder, so no region/, "placeholder-no-region"],
  [/^\(RBSA\) before/, "funding-in-parentheses"],
  [/^year in the symbol/, "symbol-year-before-period"],
  [/region taken from the title$/, "region-from-title"],
  [/^only interim report/, "mid-term-without-final"],
  [/^high-level evaluation/, "high-level"],
  [/nature left null$/, "nature-not-stated"],
  [/^no region stated/, "region-not-stated"],
  [/^link column holds the words/, "link-not-a-link"],
  [/^"regional" but no region/, "regional-without-region"],
  [/^link fragment has/, "link-fragment-short"],
  [/is a group name/, "group-not-resolved"],
  [/^report id printed without hyphen/, "id-style-differs"],
  [/^numbered before/, "id-out-of-order"],
  [/^no symbol printed/, "symbol-missing"],
  [/must not be read as one$/, "parenthesis-not-symbol"],
  [/^link is N\/A/, "link-not-available"],
];
const codeOf = (sentence: string) =>
  `evaluations.${codes.find(([pattern]) => pattern.test(sentence))?.[1] ?? `unknown: ${sentence}`}`;

describe.skipIf(absent)("the list of 24 reports (skipped where the reference files are absent)", () => {
  const registry = absent ? { totals: {}, reports: [] } : (readJson(file) as Registry);
  const inventory = async (): Promise<Inventory> => {
    const result = await readDocument(readBytes(seed), "002_6f7f860be939799d.txt");
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return readInventory(result.value);
  };

  it("gives every field of every report as the reference has it", async () => {
    const { records } = await inventory();
    expect(
      records.map((record) => ({
        number: record.number,
        id_printed: record.idPrinted,
        id: record.id,
        title: record.title,
        title_printed: record.titlePrinted,
        language: record.language,
        tc_symbol: record.tcSymbol,
        tc_symbol_printed: record.tcSymbolPrinted,
        tc_placeholder: record.tcPlaceholder,
        symbol_parts: record.symbolParts && {
          area: record.symbolParts.area,
          year: record.symbolParts.year,
          serial: record.symbolParts.serial,
          donor_code: record.symbolParts.donorCode,
        },
        funding_note: record.fundingNote,
        period_in_title: record.periodInTitle,
        link: record.link,
        link_printed: record.linkPrinted,
        fragment: record.fragment,
        type_printed: record.typePrinted,
        kind: record.kind,
        nature: record.nature,
        timing: record.timingPrinted?.toLowerCase() ?? null,
        region: record.region,
        region_basis: record.regionBasis,
        countries: record.countries,
        groups: record.groups,
      })),
    ).toEqual(registry.reports.map(({ oddities: _, ...report }) => report));
  });

  it("flags the same oddities, by code", async () => {
    const { records } = await inventory();
    expect(records.map(({ number, oddities }) => [number, oddities.map(({ code }) => code).sort()])).toEqual(
      registry.reports.map(({ number, oddities }) => [number, oddities.map(codeOf).sort()]),
    );
  });

  it("maps interim to mid-term and keeps the printed word", async () => {
    const interim = (await inventory()).records.filter(({ timing }) => timing === "mid-term");
    expect(interim.map(({ number, timingPrinted }) => [number, timingPrinted])).toEqual([[13, "Interim"]]);
  });

  it("says that the text counts two mid-term evaluations and the list holds one", async () => {
    const { warnings } = await inventory();
    const differs = warnings.filter(({ code }) => code === "evaluations.count-differs");
    expect(differs).toHaveLength(1);
    expect(differs[0]!.message).toMatch(/2 mid-term.*24 reports has 1/);
    expect(
      warnings.some(
        ({ code, message }) => code === "evaluations.kind-not-mentioned" && /4 internal/.test(message),
      ),
    ).toBe(true);
  });

  it("shows the oddities among the warnings of the report's reading as well, each with its row", async () => {
    const result = await readDocument(readBytes(seed), "002_6f7f860be939799d.txt");
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { warnings } = readEvaluationReport(result.value);
    const shared = warnings.filter(({ code }) => code === "evaluations.placeholder-symbol-shared");
    expect(shared.map(({ at }) => at?.field)).toEqual(["no. 1", "no. 10"]);
    expect(warnings.map(({ code }) => code)).toContain("evaluations.count-differs");
  });

  it("adds up to the totals of the reference", async () => {
    const { records } = await inventory();
    const by = (key: "language" | "region") => {
      const counts: Record<string, number> = {};
      for (const record of records) {
        const value = record[key] ?? "None";
        counts[value] = (counts[value] ?? 0) + 1;
      }
      return counts;
    };
    expect(records).toHaveLength(registry.totals["reports"] as number);
    expect(by("language")).toEqual(registry.totals["by_language"]);
    expect(by("region")).toEqual(registry.totals["by_region"]);
    expect(new Set(records.flatMap(({ tcSymbol }) => tcSymbol ?? [])).size).toBe(
      registry.totals["with_distinct_symbol"],
    );
    expect(records.filter(({ link }) => link === null)).toHaveLength(
      registry.totals["without_link"] as number,
    );
  });
});
