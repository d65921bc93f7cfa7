import { readPeriod, yearsOf } from "#kernel";
import type { Evaluation, Oddity } from "#records";
import { rowOddities } from "./inventory-oddities.ts";
import { inventoryRow } from "./inventory-row.ts";

/**
 * What is odd in the records of a registry table, by position: the same rules as for a list printed in a
 * report. What the table says of region, timing and nature counts, not what a title would suggest.
 *
 * @param reviewPeriods the years for which the list was made, by position; the first one stated counts
 */
export function tableOddities(
  records: readonly Evaluation[],
  reviewPeriods: readonly (string | null)[],
): readonly (readonly Oddity[])[] {
  const rows = records.map((record) => {
    const symbol = record.printedSymbol === null ? "" : ` (${record.printedSymbol})`;
    const row = inventoryRow({
      number: "",
      id: record.printedId ?? "",
      title: `${record.title}${symbol}`,
      link: record.printedLink ?? "",
      type: record.printedType ?? "",
      spans: [],
      page: null,
    });
    return {
      ...row,
      title: record.title,
      region: record.region,
      regionBasis: record.regionBasis ?? "",
      nature: record.nature,
      timing: record.timing,
      countries: record.countries,
    };
  });
  const stated = readPeriod(reviewPeriods.find((period) => period !== null) ?? "");
  const period = stated.ok ? yearsOf(stated.value) : null;
  return rowOddities(rows, period).map((found) => found.map(({ code, message }) => ({ code, message })));
}
