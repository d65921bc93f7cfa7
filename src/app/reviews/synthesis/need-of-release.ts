// Figures of a release brought to the rows of a map.

import { areaByCode } from "#kernel";
import type { Actor, Observation, Release } from "#records";
import {
  evidenceMap,
  type MapFilter,
  type NeedFigure,
  needBesideEvidence,
  populationsFor,
  type ReviewState,
} from "#reviews";
import type { Effects } from "../../effects.ts";
import { indicatorCatalogue } from "../../ready-definitions.ts";
import { releasesWithValues } from "../../releases/visible-releases.ts";
import type { RouteReply } from "../../use-case.ts";
import { labelOf } from "./map-labels.ts";

type Need = NonNullable<RouteReply<"reviewMap">["need"]>;
export type NeedAsked = {
  readonly release?: string | undefined;
  readonly indicator?: string | undefined;
  readonly need?: string | undefined;
};

const labelOfIndicator = (id: string) => {
  const known = indicatorCatalogue.indicators.find((one) => one.id === id);
  return known ? { ...known.label } : null;
};

/** The releases of observations somebody may see, the newest first, with their indicators. */
export async function releasesFor(
  effects: Effects,
  actor: Actor,
): Promise<readonly { readonly release: Release; readonly indicators: Need["indicator"][] }[]> {
  const found = [];
  for (const release of await releasesWithValues(effects, actor, { kind: "observations" })) {
    const contents = await effects.store.releases.contents(release.id);
    const indicators = contents
      .filter(({ values }) => values > 0)
      .map(({ indicator, unit }) => ({
        id: indicator,
        label: labelOfIndicator(indicator),
        unit,
        direction: indicatorCatalogue.indicators.find((one) => one.id === indicator)?.direction ?? 1,
      }));
    found.push({ release, indicators });
  }
  return found;
}

/** Total population, as the World Bank and ILOSTAT name the series. */
const populationSeries: readonly string[] = ["SP.POP.TOTL", "SP_POP_TOTL", "POP_2POP_SEX_AGE_NB"];

/** Figures for both sexes without further breakdown. */
const wholeFigures = (
  observations: readonly Pick<Observation, "area" | "value" | "period" | "sex" | "breakdowns">[],
  rowOf: (area: string) => string | null,
): readonly NeedFigure[] =>
  observations.flatMap(({ area, value, period, sex, breakdowns }): NeedFigure[] =>
    value === null || (sex !== "T" && sex !== "") || Object.keys(breakdowns).length > 0
      ? []
      : [{ area, row: rowOf(area), value, period }],
  );

/**
 * Need beside evidence, where rows are countries or regions and the release and indicator are there.
 *
 * Only figures for both sexes without further breakdown count. Countries that have a figure and no row yet get
 * one: nothing was found there.
 */
export async function needFor(
  effects: Effects,
  state: ReviewState,
  found: Awaited<ReturnType<typeof releasesFor>>,
  map: { readonly rows: string; readonly columns: string; readonly filter: MapFilter },
  asked: NeedAsked,
): Promise<Need | null> {
  const { rows, columns, filter } = map;
  const chosen = found.find(({ release }) => release.id === asked.release);
  const indicator = chosen?.indicators.find(({ id }) => id === asked.indicator);
  if (!chosen || !indicator || (rows !== "region" && rows !== "country")) return null;
  const observations = await effects.store.releases.observations({
    release: chosen.release.id,
    indicators: [indicator.id],
  });
  const rowOf = (area: string) => (rows === "country" ? area : (areaByCode(area)?.iloRegion ?? null));
  const figures = wholeFigures(observations, rowOf);
  const series = chosen.indicators.find(({ id }) => populationSeries.includes(id));
  // Only shares of people can be weighted by people; a law is in force or not, whoever lives there.
  const weights =
    rows === "region" && series && indicator.unit === "PT"
      ? populationsFor(
          figures,
          wholeFigures(
            await effects.store.releases.observations({
              release: chosen.release.id,
              indicators: [series.id],
            }),
            rowOf,
          ),
        )
      : null;
  const laid = evidenceMap(state, rows, columns, filter);
  const column = laid.columns.values.some(({ id }) => id === asked.need) ? (asked.need ?? null) : null;
  const cells =
    column === null
      ? evidenceMap(state, rows, rows, filter).cells.filter((cell) => cell.row === cell.column)
      : laid.cells.filter((cell) => cell.column === column);
  const leftOut = state.synthesis.leftOut.get(rows)?.values ?? [];
  const standing = new Set(cells.map(({ row }) => row));
  const missing = [
    ...new Set(figures.flatMap(({ row }) => (row === null || standing.has(row) ? [] : [row]))),
  ];
  const evidence = [
    ...cells,
    ...missing.map((row) => ({
      row,
      items: 0,
      units: 0,
      state: leftOut.includes(row) ? ("not-searched" as const) : ("nothing" as const),
    })),
  ];
  return {
    release: { id: chosen.release.id, title: chosen.release.title, origin: chosen.release.origin },
    indicator,
    column,
    measure: rows === "country" ? "own" : weights ? "weighted-mean" : "median",
    population: weights && series ? series.id : null,
    rows: needBesideEvidence(evidence, figures, indicator.direction === -1 ? -1 : 1, weights).map((row) => ({
      row: row.row,
      label: labelOf(state, rows, row.row),
      value: row.value,
      areas: row.areas,
      periods: row.periods && [...row.periods],
      level: row.level,
      items: row.items,
      units: row.units,
      state: row.state,
    })),
    elsewhere: new Set(figures.flatMap(({ area, row }) => (row === null ? [area] : []))).size,
  };
}
