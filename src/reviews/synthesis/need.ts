// Need beside evidence: where a figure of coverage is low and the review found nothing, said in words first.

export type NeedFigure = {
  /** Country or invented area. */
  readonly area: string;
  /** The row of the map it belongs to; null where it belongs to none. */
  readonly row: string | null;
  readonly value: number;
  readonly period: string;
};

/** `unknown`: no figure for the row, or fewer than three rows with one, of which no third can be told. */
export type NeedLevel = "high" | "middle" | "low" | "unknown";

export type NeedRow = {
  readonly row: string;
  /** Of the newest figures of the areas of the row: their median, or their mean by population. */
  readonly value: number | null;
  readonly areas: number;
  /** First and last period of the figures used. */
  readonly periods: readonly [string, string] | null;
  readonly level: NeedLevel;
  readonly items: number;
  readonly units: number;
  readonly state: "found" | "nothing" | "not-searched";
};

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
};

const weightedMean = (values: readonly (readonly [number, number])[]): number | null => {
  const sum = values.reduce((total, [, weight]) => total + weight, 0);
  return sum > 0 ? values.reduce((total, [value, weight]) => total + value * weight, 0) / sum : null;
};

function newestByArea<T extends Pick<NeedFigure, "area" | "period">>(
  figures: readonly T[],
): ReadonlyMap<string, T> {
  const newest = new Map<string, T>();
  for (const figure of figures) {
    const before = newest.get(figure.area);
    if (!before || figure.period > before.period) newest.set(figure.area, figure);
  }
  return newest;
}

/**
 * The newest population of each area that has a figure and a row; null where one of them has none, since a mean
 * over some of the countries of a region would pass for one of all.
 */
export function populationsFor(
  figures: readonly NeedFigure[],
  populations: readonly Pick<NeedFigure, "area" | "value" | "period">[],
): ReadonlyMap<string, number> | null {
  const newest = newestByArea(populations.filter(({ value }) => value > 0));
  const areas = new Set(figures.flatMap(({ area, row }) => (row === null ? [] : [area])));
  const found = [...areas].flatMap((area) => {
    const known = newest.get(area);
    return known ? [[area, known.value] as const] : [];
  });
  return found.length > 0 && found.length === areas.size ? new Map(found) : null;
}

const urgency: Readonly<Record<NeedLevel, number>> = { high: 0, middle: 1, unknown: 2, low: 3 };
const emptiness: Readonly<Record<NeedRow["state"], number>> = { nothing: 0, "not-searched": 1, found: 2 };

/**
 * Puts need and evidence of the rows of a map beside each other: highest need with least evidence first.
 *
 * Each area counts with its newest figure. A row has the mean of its areas weighted by population where the
 * populations are given, else the median of its areas, each counting the same. Need is told by thirds of the rows that have a figure, the worse
 * third high; rows with the same figure are of the same third, the better one.
 *
 * @param evidence what was found in each row: in all, or in the column that the figure is about
 * @param populations by area, of every area that has a figure in a row; null: not known, so medians are taken.
 *   Rows must not be told by different measures, so it is all or none: see `populationsFor`
 * @param direction 1 where more is better, as of coverage; -1 where less is, as of poverty
 * @returns one row each, ordered by need, then by emptiness, then by the figure
 */
export function needBesideEvidence(
  evidence: readonly Pick<NeedRow, "row" | "items" | "units" | "state">[],
  figures: readonly NeedFigure[],
  direction: 1 | -1,
  populations: ReadonlyMap<string, number> | null = null,
): readonly NeedRow[] {
  const newest = newestByArea(figures);
  const valued = evidence.map((one) => {
    const own = [...newest.values()].filter(({ row }) => row === one.row);
    const periods = own.map(({ period }) => period).sort();
    const [first, last] = [periods[0], periods.at(-1)];
    return {
      ...one,
      value: populations
        ? weightedMean(own.map(({ area, value }) => [value, populations.get(area) ?? 0]))
        : median(own.map(({ value }) => value)),
      areas: own.length,
      periods: first === undefined || last === undefined ? null : ([first, last] as const),
    };
  });
  const known = valued
    .flatMap(({ value }) => (value === null ? [] : [value * direction]))
    .sort((a, b) => a - b);
  const levelOf = (value: number | null): NeedLevel => {
    if (value === null || known.length < 3) return "unknown";
    // Rows that are as badly off or worse, so that equal figures share the better third.
    const share = known.filter((other) => other <= value * direction).length / known.length;
    return share <= 1 / 3 ? "high" : share <= 2 / 3 ? "middle" : "low";
  };
  return valued
    .map((one): NeedRow => ({ ...one, level: levelOf(one.value) }))
    .sort(
      (a, b) =>
        urgency[a.level] - urgency[b.level] ||
        emptiness[a.state] - emptiness[b.state] ||
        a.units - b.units ||
        (a.value ?? 0) * direction - (b.value ?? 0) * direction ||
        (a.row < b.row ? -1 : 1),
    );
}
