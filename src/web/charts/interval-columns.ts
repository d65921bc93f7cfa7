// The ends of intervals as columns of the CSV: on the page they stand in the words of their figure, but a
// program takes numbers, and a rank or score without its interval says more than is known.

import type { Say } from "../i18n.ts";
import type { FactCell, FactColumn } from "./fact-table.tsx";
import type { Interval } from "./interval-mark.tsx";

/** The two columns of the interval of a column. */
export const intervalColumns = (
  say: Say,
  { id, label }: Pick<FactColumn, "id" | "label">,
): readonly FactColumn[] =>
  (["low", "high"] as const).map((end) => ({
    id: `${id} ${end}`,
    label: say(`csv.${end}`, { of: label }),
    numeric: true,
    inFileOnly: true,
  }));

/** Their cells; empty where no interval is known. */
export const intervalCells = (
  id: string,
  interval: Interval | null | undefined,
): Readonly<Record<string, FactCell>> => ({
  [`${id} low`]: { show: null, by: interval?.low ?? null },
  [`${id} high`]: { show: null, by: interval?.high ?? null },
});
