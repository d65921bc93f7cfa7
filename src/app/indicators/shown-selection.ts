import type { StoredSelection } from "#records";
import type { Selection } from "#securities";
import type { Catalogue } from "#store";
import type { RouteReply } from "../use-case.ts";

type Summary = RouteReply<"makeSelection">;

/** What came of a selection, kept with it: its counts, what is below the minimum, what is odd. */
export type SelectionOutcome = {
  readonly counts: Summary["counts"];
  readonly whys: Readonly<Record<string, number>>;
  readonly indicators: readonly { readonly id: string; readonly values: number; readonly cells: number }[];
  readonly lowCoverage: Selection["lowCoverage"];
  readonly flags: Selection["flags"];
};

export function selectionOutcome({ cells, lowCoverage, flags }: Selection): SelectionOutcome {
  const whys: Record<string, number> = {};
  const indicators = new Map<string, { id: string; values: number; cells: number }>();
  const areas = new Set<string>();
  let values = 0;
  for (const { indicator, area, value, why } of cells) {
    whys[why] = (whys[why] ?? 0) + 1;
    const counted = indicators.get(indicator) ?? { id: indicator, values: 0, cells: 0 };
    indicators.set(indicator, counted);
    counted.cells += 1;
    if (value === null) continue;
    counted.values += 1;
    values += 1;
    areas.add(area);
  }
  return {
    counts: {
      cells: cells.length,
      values,
      areas: areas.size,
      indicators: [...indicators.values()].filter((one) => one.values > 0).length,
      byPerson: (whys["person"] ?? 0) + (whys["none-by-person"] ?? 0),
    },
    whys,
    indicators: [...indicators.values()],
    lowCoverage,
    flags,
  };
}

export async function shownSelection(catalogue: Catalogue, selection: StoredSelection): Promise<Summary> {
  const { id, version, title, release, inputs, ruleSha256, outcomeSha256, table, createdAt } = selection;
  const { counts } = selection.outcome as SelectionOutcome;
  const made = await catalogue.releases.byId(release);
  return {
    ...{ id, version, title, release, ruleSha256, outcomeSha256, table, createdAt },
    inputs: inputs.map((one) => ({ ...one })),
    origin: made?.origin ?? "real",
    overrides: selection.overrides.length,
    counts: { ...counts },
  };
}
