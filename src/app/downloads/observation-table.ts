// Observations as the table of a download: the columns of the command contract, then what Socle knows
// besides, the cell each figure came from last. What it writes can be imported again.

import { areaName, type Language } from "#kernel";
import type { Observation } from "#records";
import type { ObservationFilter, Releases } from "#store";
import type { Cell, DownloadColumn, DownloadTable } from "./download-table.ts";
import type { ColumnWord } from "./words.data.ts";

/**
 * The rows of filters as one table; null where a release is unknown. Of several releases each row says which it
 * is from, and a breakdown that only one of them has is empty in the others.
 */
export async function observationTable(
  releases: Pick<Releases, "extent" | "batches">,
  filters: readonly ObservationFilter[],
  language: Language,
): Promise<DownloadTable | null> {
  const extents = await Promise.all(filters.map((filter) => releases.extent(filter)));
  if (extents.includes(null)) return null;
  const union = (name: "breakdowns" | "attributes") => [
    ...new Set(extents.flatMap((extent) => extent?.[name] ?? [])),
  ];
  const extent = { breakdowns: union("breakdowns"), attributes: union("attributes") };
  const several = filters.length > 1;
  const column = (name: string, meaning: ColumnWord): DownloadColumn => ({ name, meaning });
  const names = new Map<string, string>();
  const rowOf = (observation: Observation, release: string): readonly Cell[] => [
    ...(several ? [release] : []),
    observation.area,
    known(names, observation.area, language),
    observation.indicator,
    observation.period,
    observation.value,
    observation.source,
    observation.unit,
    observation.sex,
    ...extent.breakdowns.map((name) => observation.breakdowns[name] ?? ""),
    observation.status,
    observation.missing,
    observation.note,
    ...extent.attributes.map((name) => observation.attributes[name] ?? null),
    observation.origin,
    observation.file,
    observation.row,
    observation.column,
  ];
  return {
    name: "data",
    columns: [
      ...(several ? [column("release", "release")] : []),
      column("area", "area"),
      column("area_name", "areaName"),
      column("indicator", "indicator"),
      column("period", "period"),
      column("value", "value"),
      column("source", "source"),
      column("unit", "unit"),
      column("sex", "sex"),
      ...extent.breakdowns.map((name) => column(name, "breakdown")),
      column("status", "status"),
      column("missing", "missing"),
      column("note", "note"),
      ...extent.attributes.map((name) => column(name, "attribute")),
      column("origin", "origin"),
      column("source_file", "sourceFile"),
      column("source_row", "sourceRow"),
      column("source_column", "sourceColumn"),
    ],
    rowCount: extents.reduce((sum, one) => sum + (one?.rows ?? 0), 0),
    batches: (async function* () {
      for (const filter of filters)
        for await (const batch of releases.batches(filter))
          yield batch.map((observation) => rowOf(observation, filter.release));
    })(),
  };
}

function known(names: Map<string, string>, area: string, language: Language): string {
  const name = names.get(area) ?? areaName(area, language);
  names.set(area, name);
  return name;
}
