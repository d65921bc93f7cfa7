import { compensatedSum } from "../compensated-sum.ts";

export const imputationMethods = [
  "mean",
  "median",
  "group-mean",
  "group-median",
  "latest",
  "linear",
] as const;
export type ImputationMethod = (typeof imputationMethods)[number];

export type ImputedColumn = {
  readonly values: Float64Array;
  /** Places that had no value and have one now. */
  readonly filled: readonly number[];
};

/** How the cells of a column lie: `period × areas + area`. */
export type CellLayout = {
  readonly areas: number;
  readonly periods: number;
  /** For the methods by group: the group of each area; `null`: in none, and left as it is. */
  readonly groups?: readonly (string | null)[];
  /** For `latest` and `linear`: the year of each period, ascending. */
  readonly years?: readonly number[];
  /** For `latest`: how many years an earlier value may be old. */
  readonly mostYears?: number;
};

/**
 * A column whose empty cells are filled by a stated rule.
 *
 * Meaning: `mean` and `median` of the same period over all areas; `group-mean` and `group-median` over the
 * areas of the same group; `latest` the area's own last earlier value; `linear` on the line between the
 * area's own values before and after. A cell that the rule cannot fill stays empty.
 *
 * Cost: one pass; medians one sort a period and group.
 *
 * @param column any one unit; NaN where there is no value
 * @returns a new column and the places filled: every one of them is to be shown as imputed
 * @limits An imputed value is no observation: it makes areas look alike, and errors look smaller.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 3
 * @example
 * imputeColumn(Float64Array.of(1, Number.NaN, 3), "mean", { areas: 3, periods: 1 }).values[1] // => 2
 */
export function imputeColumn(
  column: Float64Array,
  method: ImputationMethod,
  layout: CellLayout,
): ImputedColumn {
  const values = column.slice();
  const filled: number[] = [];
  const fill = (place: number, value: number) => {
    if (!Number.isNaN(column[place]!) || Number.isNaN(value)) return;
    values[place] = value;
    filled.push(place);
  };
  const { areas, periods } = layout;
  if (method === "latest" || method === "linear")
    for (let area = 0; area < areas; area++) fillOverTime(column, area, method, layout, fill);
  else
    for (let period = 0; period < periods; period++) {
      const byGroup = method === "group-mean" || method === "group-median";
      const central = method === "mean" || method === "group-mean" ? meanOf : medianOf;
      const members = new Map<string, number[]>();
      for (let area = 0; area < areas; area++) {
        const group = byGroup ? (layout.groups?.[area] ?? null) : "";
        if (group === null) continue;
        const places = members.get(group) ?? [];
        members.set(group, places);
        places.push(period * areas + area);
      }
      for (const places of members.values()) {
        const present = places.map((place) => column[place]!).filter((value) => !Number.isNaN(value));
        const value = present.length === 0 ? Number.NaN : central(present);
        for (const place of places) fill(place, value);
      }
    }
  return { values, filled: filled.sort((a, b) => a - b) };
}

const meanOf = (values: readonly number[]): number => compensatedSum(values) / values.length;

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function fillOverTime(
  column: Float64Array,
  area: number,
  method: "latest" | "linear",
  { areas, periods, years, mostYears }: CellLayout,
  fill: (place: number, value: number) => void,
): void {
  const year = (period: number) => years?.[period] ?? period;
  let before = -1;
  for (let period = 0; period < periods; period++) {
    const place = period * areas + area;
    if (!Number.isNaN(column[place]!)) {
      before = period;
      continue;
    }
    if (before < 0) continue;
    const earlier = column[before * areas + area]!;
    if (method === "latest") {
      if (year(period) - year(before) <= (mostYears ?? Number.POSITIVE_INFINITY)) fill(place, earlier);
      continue;
    }
    let after = period + 1;
    while (after < periods && Number.isNaN(column[after * areas + area]!)) after += 1;
    if (after >= periods) continue;
    const share = (year(period) - year(before)) / (year(after) - year(before));
    fill(place, earlier * (1 - share) + column[after * areas + area]! * share);
  }
}
