import type { Indicator } from "../catalogue/indicator.ts";
import type { ChosenCell, CoverageOfArea, SelectionRule } from "./selection-rule.ts";

/**
 * How many indicators of each form and group an area has, of those that have a candidate for anybody; what is
 * below the minimum of the rule is told, and left out where the rule says so.
 *
 * Counted over both sexes together (`T`): a breakdown that is absent does not make an area fall out.
 */
export function coverageOf(
  rule: SelectionRule,
  indicators: ReadonlyMap<string, Indicator>,
  cells: readonly ChosenCell[],
): { readonly cells: readonly ChosenCell[]; readonly low: readonly CoverageOfArea[] } {
  const { coverage } = rule;
  if (coverage === null) return { cells, low: [] };
  const partOf = (indicator: string): string | null => {
    const known = indicators.get(indicator);
    return known ? `${known.form}/${known.group}` : null;
  };
  const expected = new Map<string, Set<string>>();
  const found = new Map<string, Map<string, number>>();
  for (const { indicator, area, year, sex, value } of cells) {
    const part = partOf(indicator);
    if (part === null || (sex !== "T" && rule.sexes.includes("T"))) continue;
    expected.set(part, (expected.get(part) ?? new Set()).add(indicator));
    const place = `${area}/${year}`;
    const parts = found.get(place) ?? new Map<string, number>();
    found.set(place, parts);
    parts.set(part, (parts.get(part) ?? 0) + (value === null ? 0 : 1));
  }
  const low: CoverageOfArea[] = [];
  const left = new Set<string>();
  for (const [place, parts] of found)
    for (const [part, wanted] of expected) {
      const n = parts.get(part) ?? 0;
      // A share such as 2/3 of 3 indicators is 2, whatever the last bit of the product says.
      if (n + 1e-9 >= coverage.minimumShare * wanted.size) continue;
      const [area = "", year = ""] = place.split("/");
      const [form = "", group = ""] = part.split("/");
      low.push({ area, year: Number(year), form, group, n, expected: wanted.size });
      left.add(`${place}/${part}`);
    }
  if (coverage.below === "flag") return { cells, low };
  return {
    low,
    cells: cells.map((cell) =>
      left.has(`${cell.area}/${cell.year}/${partOf(cell.indicator)}`) && cell.value !== null
        ? { ...cell, value: null, missing: "insufficient" as const, unit: null, why: "low-coverage" as const }
        : cell,
    ),
  };
}
