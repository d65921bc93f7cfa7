import { permission } from "#access";
import { ok, type Result } from "#kernel";
import type { Release } from "#records";
import type { ExploreFilter, ExploreReleases } from "#store";
import type { RouteInput, RouteUseCase } from "../use-case.ts";
import { chosenReleases, exploredRelease, storeFilter } from "./chosen-releases.ts";
import {
  type Column,
  cellOf,
  commonUnit,
  leadOrder,
  leadsOf,
  mostCells,
  observationsOf,
  type PlacedObservation,
  type Row,
  seriesOnPage,
  seriesText,
  type Table,
  tooWide,
} from "./table-rows.ts";

type Input = RouteInput<"exploreTable">;
type Part = Omit<Table, "releases" | "pivot">;
type Asked = {
  readonly explore: ExploreReleases;
  readonly releases: readonly Release[];
  readonly filter: ExploreFilter;
  readonly input: Input;
};

/** A page of the table: as many rows and columns as are asked for, whatever stands behind them. */
export const exploreTable: RouteUseCase<"exploreTable"> = async (effects, actor, input) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const found = await chosenReleases(effects, actor, input.release);
  if (!found.ok) return found;
  const { chosen, isNewest } = found.value;
  const asked: Asked = {
    explore: effects.store.releases.explore,
    releases: chosen,
    filter: storeFilter(input),
    input,
  };
  const part = input.pivot === "area-indicator" ? await byIndicator(asked) : await byYear(asked);
  if (!part.ok) return part;
  return ok({
    releases: chosen.map((release) => exploredRelease(release, isNewest(release))),
    pivot: input.pivot,
    ...part.value,
  });
};

/** A row is a series, a column a period. */
async function byYear({ explore, releases, filter, input }: Asked): Promise<Result<Part>> {
  const lead = input.pivot === "indicator-year" ? "indicator" : "area";
  const leads = await leadsOf(explore, releases, filter, lead, input.language);
  const { total, series } = await seriesOnPage(explore, leads, filter, lead, input);
  const found = await observationsOf(explore, series, filter);
  if (!found.ok) return found;
  const cells = found.value;
  const periods = [...new Set(cells.map(({ period }) => period))].sort();
  // Of many periods the newest are shown first; earlier ones are pages of columns to the left.
  const end = Math.max(0, periods.length - input.column);
  const shown = periods.slice(Math.max(0, end - input.columns), end);
  const byRow = new Map<string, Map<string, PlacedObservation>>();
  for (const cell of cells) {
    const row = byRow.get(seriesText(cell)) ?? new Map<string, PlacedObservation>();
    byRow.set(seriesText(cell), row.set(cell.period, cell));
  }
  return ok({
    year: null,
    total,
    columns: shown.map((period) => ({ ...noColumn, id: period, period })),
    columnsTotal: periods.length,
    rows: series.map((one): Row => {
      const row = byRow.get(seriesText(one));
      const own = shown.map((period) => row?.get(period) ?? null).map((cell) => cell && cellOf(cell));
      return {
        id: seriesText(one),
        area: one.area,
        indicator: one.indicator,
        period: null,
        sex: one.sex,
        source: one.source,
        release: one.release,
        breakdowns: { ...one.breakdowns },
        unit: commonUnit(own),
        cells: own,
      };
    }),
  });
}

const noColumn = { period: null, indicator: null, source: null, release: null } as const;

/**
 * Countries down, indicators across, for one year: the last of the choice. The source stands with its
 * indicator, so that two sources of one indicator are two columns.
 */
async function byIndicator({ explore, releases, filter, input }: Asked): Promise<Result<Part>> {
  const year = await lastYear(explore, releases, filter);
  if (year === null) return ok({ year, total: 0, columns: [], columnsTotal: 0, rows: [] });
  const inYear: ExploreFilter = { ...filter, from: year, to: year };
  const all = await leadsOf(explore, releases, inYear, "area", input.language);
  const page = all.slice(input.offset, input.offset + input.limit);
  const columns = await columnsOf(explore, releases, inYear, input);
  const shown = columns.slice(input.column, input.column + input.columns);
  const cells: PlacedObservation[] = [];
  for (const { id } of releases) {
    const own = shown.filter(({ release }) => release === id);
    if (own.length === 0 || page.length === 0) continue;
    const rows = await explore.slice(
      id,
      {
        ...inYear,
        areas: page.map(({ value }) => value),
        indicators: [...new Set(own.map(({ indicator }) => indicator!))],
        sources: [...new Set(own.map(({ source }) => source!))],
      },
      mostCells + 1,
    );
    if (rows.length > mostCells) return tooWide();
    cells.push(...rows.map((row) => ({ ...row, release: id })));
  }
  const place = new Map(shown.map(({ id }, i) => [id, i]));
  const rows = new Map<string, Omit<Row, "cells"> & { readonly cells: Row["cells"] }>();
  for (const cell of cells) {
    const at = place.get(columnId(cell));
    if (at === undefined) continue;
    const { area, period, sex, breakdowns } = cell;
    const id = JSON.stringify([area, period, sex, Object.entries(breakdowns).sort()]);
    const row = rows.get(id) ?? {
      ...{ id, area, period, sex, breakdowns: { ...breakdowns } },
      ...{ indicator: null, source: null, release: null, unit: null },
      cells: shown.map(() => null),
    };
    row.cells[at] = cellOf(cell);
    rows.set(id, row);
  }
  const order = leadOrder("area", input.language);
  return ok({
    year,
    total: all.length,
    columns: shown,
    columnsTotal: columns.length,
    rows: [...rows.values()].sort((a, b) => order(a.area, b.area) || (a.id < b.id ? -1 : 1)),
  });
}

type ColumnKey = { readonly release: string; readonly indicator: string; readonly source: string };

const columnId = ({ release, indicator, source }: ColumnKey): string =>
  JSON.stringify([release, indicator, source]);

/** Indicator, source and release of everything a year has, in the order of the catalogue. */
async function columnsOf(
  explore: ExploreReleases,
  releases: readonly Release[],
  filter: ExploreFilter,
  { language }: Input,
): Promise<readonly Column[]> {
  const columns = new Map<string, Column>();
  for (const { id: release } of releases)
    for (const { indicator, source } of await explore.sources(release, filter)) {
      const id = columnId({ release, indicator, source });
      columns.set(id, { id, period: null, indicator, source, release });
    }
  const order = leadOrder("indicator", language);
  return [...columns.values()].sort((a, b) => order(a.indicator!, b.indicator!) || (a.id < b.id ? -1 : 1));
}

async function lastYear(
  explore: ExploreReleases,
  releases: readonly Release[],
  filter: ExploreFilter,
): Promise<number | null> {
  let last: number | null = null;
  for (const { id } of releases) {
    const years = (await explore.facets(id, filter))?.years ?? [];
    for (const { year } of years)
      if (year <= (filter.to ?? year) && year >= (filter.from ?? year) && (last === null || year > last))
        last = year;
  }
  return last;
}
