// Observations as the table of a download: the columns of the command contract, then what Socle knows
// besides, the cell each figure came from last. What it writes can be imported again.

import { areaName, type Language } from "#kernel";
import type { Observation } from "#records";
import type { ObservationFilter, Releases } from "#store";
import type { Cell, DownloadColumn, DownloadTable } from "./download-table.ts";
import type { ColumnWord } from "./words.data.ts";

/** The rows of a filter as a table; null where the release is unknown. */
export async function observationTable(
  releases: Pick<Releases, "extent" | "batches">,
  filter: ObservationFilter,
  language: Language,
): Promise<DownloadTable | null> {
  const extent = await releases.extent(filter);
  if (extent === null) return null;
  const column = (name: string, meaning: ColumnWord): DownloadColumn => ({ name, meaning });
  const names = new Map<string, string>();
  const rowOf = (observation: Observation): readonly Cell[] => [
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
    rowCount: extent.rows,
    batches: (async function* () {
      for await (const batch of releases.batches(filter)) yield batch.map(rowOf);
    })(),
  };
}

function known(names: Map<string, string>, area: string, language: Language): string {
  const name = names.get(area) ?? areaName(area, language);
  names.set(area, name);
  return name;
}
