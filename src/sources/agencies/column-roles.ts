// Which column of a header plays which role. Names decide; see `column-names.data.ts`.

import { readPeriod } from "#kernel";
import {
  attributeNames,
  type ColumnRole,
  frameNames,
  labelNames,
  namesByRole,
  noteNames,
} from "./column-names.data.ts";
import type { DelimitedSample } from "./delimited-sample.ts";
import type { LayoutOptions } from "./layout-options.ts";

export type Columns = {
  readonly roles: Readonly<Record<ColumnRole, string | null>>;
  readonly notes: readonly string[];
  readonly attributes: readonly string[];
  /** Columns that no name explains: parts of the key. */
  readonly breakdowns: readonly string[];
  readonly action: string | null;
  /** Column with the id of the data structure, whose agency is the source where nothing better is said. */
  readonly structure: string | null;
  /** SDMX-CSV with `labels=both`: headers `ID: Name`, cells `CODE: Label`. */
  readonly labelled: boolean;
};

/** A column name without its label (`DIM: Name`), list marks (`ATTR[]`), case and separators. */
export const nameKey = (column: string): string =>
  column
    .replace(/: .*$/, "")
    .replace(/\[[^\]]*\]$/, "")
    .toUpperCase()
    .replace(/[\s._-]+/g, "");

/** SDMX-CSV 1.0 begins with DATAFLOW, 2.0 with STRUCTURE and STRUCTURE_ID (an index column may stand before). */
export const isSdmxCsv = (header: readonly string[]): boolean => {
  const keys = header.slice(0, 3).map(nameKey);
  return keys.includes("DATAFLOW") || (keys.includes("STRUCTURE") && keys.includes("STRUCTUREID"));
};

/** The period a column stands for: `2019`, `2019 [YR2019]` (World Bank), `2019-Q1`; null for other names. */
export function periodOfHeader(column: string): string | null {
  const text = column.replace(/\s*\[YR\d{4}\]$/, "");
  if (!/^[12]\d{3}/.test(text)) return null;
  const period = readPeriod(text);
  return period.ok ? period.value : null;
}

export function assignRoles(sample: DelimitedSample, options: LayoutOptions): Columns {
  const sdmx = isSdmxCsv(sample.header);
  const labelled = sdmx && sample.header.some((column) => /^[A-Z][A-Z0-9_]*: /.test(column));
  const ignored = new Set(options.ignore ?? []);
  const left = sample.header.filter(
    (column) => column !== "" && !ignored.has(column) && !(sdmx && isLabel(column)),
  );
  const roles = {} as Record<ColumnRole, string | null>;
  const takenBySay = new Set([...(options.breakdowns ?? []), ...(options.attributes ?? [])]);
  for (const [role, names] of Object.entries(namesByRole) as [ColumnRole, readonly string[]][]) {
    const said = options.columns?.[role as keyof typeof options.columns];
    const named = names.flatMap((name) =>
      left.filter((column) => nameKey(column) === name && (role === "unit" || !takenBySay.has(column))),
    );
    roles[role] = said ?? named[0] ?? null;
  }
  const inRole = new Set(Object.values(roles));
  const columnOf = (name: string) => sample.header.find((column) => nameKey(column) === name) ?? null;
  const value = roles.value === null ? sample.header.length : sample.header.indexOf(roles.value);
  const rest = left.filter(
    (column) =>
      !inRole.has(column) && !frameNames.includes(nameKey(column)) && periodOfHeader(column) === null,
  );
  const kind = (column: string): "breakdown" | "attribute" | "note" | "label" => {
    if (options.breakdowns?.includes(column)) return "breakdown";
    if (options.attributes?.includes(column)) return "attribute";
    if (noteNames.includes(nameKey(column))) return "note";
    if (attributeNames.includes(nameKey(column))) return "attribute";
    if (labelNames.includes(nameKey(column))) return "label";
    return sdmx && sample.header.indexOf(column) > value ? "attribute" : "breakdown";
  };
  const of = (wanted: ReturnType<typeof kind>) => rest.filter((column) => kind(column) === wanted);
  return {
    roles,
    notes: of("note"),
    attributes: of("attribute"),
    breakdowns: [
      ...of("breakdown"),
      // A unit may be a dimension of its own (OECD): then it is both, and a change is no fault.
      ...(options.breakdowns ?? []).filter((column) => inRole.has(column)),
    ],
    action: sdmx ? columnOf("ACTION") : null,
    structure: columnOf("STRUCTUREID") ?? columnOf("DATAFLOW"),
    labelled,
  };
}

/** In SDMX-CSV components have identifiers in capitals; a column in other letters is a label beside one. */
const isLabel = (column: string): boolean => !/^[A-Za-z][A-Z0-9_.$@]*(\[[^\]]*\])*(: .*)?$/.test(column);
