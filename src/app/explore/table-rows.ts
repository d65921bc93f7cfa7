// A page of the table: which series stand on it, and their observations as cells. Rows are series, so that no
// cell ever holds figures of two sources, sexes or releases.

import type { z } from "zod";
import type { ExploreTableShape } from "#contract";
import { areaName, fail, type Language, ok, problem, type Result } from "#kernel";
import type { Release } from "#records";
import type { ExploreFilter, ExploreReleases, SeriesKey, ShownObservation } from "#store";
import { indicatorCatalogue } from "../ready-definitions.ts";
import { observationId } from "../trace-ids.ts";

export type Table = z.output<typeof ExploreTableShape>;
export type Row = Table["rows"][number];
export type Column = Table["columns"][number];
export type Lead = "area" | "indicator";
export type PlacedSeries = SeriesKey & { readonly release: string };
export type PlacedObservation = ShownObservation & { readonly release: string };

/** Order of what stands first in a row: areas by name, indicators as the catalogue has them. */
export function leadOrder(lead: Lead, language: Language): (a: string, b: string) => number {
  if (lead === "area") {
    const collator = new Intl.Collator(language);
    const names = new Map<string, string>();
    const name = (code: string) => {
      const known = names.get(code) ?? areaName(code, language);
      names.set(code, known);
      return known;
    };
    return (a, b) => collator.compare(name(a), name(b)) || (a < b ? -1 : 1);
  }
  const place = new Map<string, number>(indicatorCatalogue.indicators.map(({ id }, i) => [id, i]));
  const last = place.size;
  return (a, b) => (place.get(a) ?? last) - (place.get(b) ?? last) || (a < b ? -1 : 1);
}

/** Areas or indicators of a choice in their order, each with how many series it has in which release. */
export async function leadsOf(
  explore: ExploreReleases,
  releases: readonly Release[],
  filter: ExploreFilter,
  lead: Lead,
  language: Language,
): Promise<readonly { readonly value: string; readonly parts: readonly (readonly [string, number])[] }[]> {
  const found = new Map<string, [string, number][]>();
  for (const { id } of releases)
    for (const [value, count] of await explore.seriesCounts(id, filter, lead)) {
      const parts = found.get(value);
      if (parts) parts.push([id, count]);
      else found.set(value, [[id, count]]);
    }
  const order = leadOrder(lead, language);
  return [...found].map(([value, parts]) => ({ value, parts })).sort((a, b) => order(a.value, b.value));
}

/** The series on a page, in the order of their lead; `total` of all pages. */
export async function seriesOnPage(
  explore: ExploreReleases,
  leads: Awaited<ReturnType<typeof leadsOf>>,
  filter: ExploreFilter,
  lead: Lead,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly series: readonly PlacedSeries[] }> {
  type Piece = { readonly value: string; readonly offset: number; readonly limit: number };
  const pieces: (Piece & { readonly release: string })[] = [];
  let at = 0;
  let room = page.limit;
  for (const { value, parts } of leads)
    for (const [release, count] of parts) {
      const offset = Math.max(0, page.offset - at);
      at += count;
      const limit = Math.min(room, count - offset);
      if (limit <= 0) continue;
      pieces.push({ release, value, offset, limit });
      room -= limit;
    }
  const found = new Map<Piece, readonly SeriesKey[]>();
  for (const release of new Set(pieces.map((piece) => piece.release))) {
    const own = pieces.filter((piece) => piece.release === release);
    const series = await explore.series(release, filter, lead, own);
    for (const [i, piece] of own.entries()) found.set(piece, series[i]!);
  }
  return {
    total: at,
    series: pieces.flatMap((piece) =>
      (found.get(piece) ?? []).map((one) => ({ ...one, release: piece.release })),
    ),
  };
}

export const seriesText = ({ indicator, area, source, sex, breakdowns, release }: PlacedSeries): string =>
  JSON.stringify([release, indicator, area, source, sex, Object.entries(breakdowns).sort()]);

/** Rows of one answer; a page of series has far fewer. */
export const mostCells = 60_000;

/** The observations of some series, asked release by release and no wider than the series need. */
export async function observationsOf(
  explore: ExploreReleases,
  series: readonly PlacedSeries[],
  filter: ExploreFilter,
): Promise<Result<readonly PlacedObservation[]>> {
  const found: PlacedObservation[] = [];
  for (const release of new Set(series.map((one) => one.release))) {
    const own = series.filter((one) => one.release === release);
    const wanted = new Set(own.map(seriesText));
    const values = (column: "indicator" | "area" | "source" | "sex") => [
      ...new Set(own.map((one) => one[column])),
    ];
    const dimensions = new Set(own.flatMap(({ breakdowns }) => Object.keys(breakdowns)));
    const rows = await explore.slice(
      release,
      {
        ...filter,
        indicators: values("indicator"),
        areas: values("area"),
        sources: values("source"),
        sex: values("sex"),
        breakdowns: Object.fromEntries(
          [...dimensions].map((name) => [
            name,
            [...new Set(own.map(({ breakdowns }) => breakdowns[name] ?? ""))],
          ]),
        ),
      },
      mostCells + 1,
    );
    if (rows.length > mostCells) return tooWide();
    for (const row of rows) {
      const placed = { ...row, release };
      if (wanted.has(seriesText(placed))) found.push(placed);
    }
  }
  return ok(found);
}

/** A table that left cells out without a word would be read as one that has none. */
export const tooWide = () =>
  fail(
    problem(
      "app.choice-too-wide",
      `One page of this table would need more than ${mostCells} observations. Choose an indicator, a sex, a breakdown or fewer years; a download takes them all.`,
    ),
  );

export const cellOf = (o: PlacedObservation): NonNullable<Row["cells"][number]> => ({
  id: observationId(o.release, o),
  value: o.value,
  missing: o.missing,
  unit: o.unit,
  status: o.status,
  note: o.note,
  origin: o.origin,
});

/** The unit of all of them; null where they differ or have none. */
export const commonUnit = (cells: readonly (Row["cells"][number] | undefined)[]): string | null => {
  const units = new Set(cells.flatMap((cell) => (cell ? [cell.unit] : [])));
  return units.size === 1 ? [...units][0]! : null;
};
