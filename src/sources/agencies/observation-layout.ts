// From a header and some rows to the layout the engine carries out. Looks at names first and at values
// only to tell a column of figures from a column of codes.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { ObservationField, ObservationLayout } from "#records";
import { assignRoles, type Columns, isSdmxCsv, periodOfHeader } from "./column-roles.ts";
import type { DelimitedSample } from "./delimited-sample.ts";
import { defaultMissingTexts, type LayoutOptions, unstatedSource } from "./layout-options.ts";

/**
 * How a delimited file of an agency becomes observations.
 *
 * Known shapes: Socle's own long form (`area, indicator, period, value` and more); SDMX-CSV 1.0 and 2.0
 * with or without labels; wide tables (one column a period); tables with one column an indicator
 * (`country, time, gini`). In SDMX-CSV an unknown column before the value is a breakdown, after it an
 * attribute, as the standard recommends to write them; `options.breakdowns` corrects that. Outside SDMX
 * every unknown column is a breakdown.
 *
 * @param sample header and first rows, from `delimitedSample`
 * @param options what the importing person says; wins over the header
 * @returns the layout, or all `agencies.*` problems of the header at once
 * @limits Only the header and the first rows are seen; what is wrong further down is found by the import.
 * @limits UTF-8 only; SDMX-CSV with several measures a row is refused.
 * @source SDMX-CSV field guide 1.0 and 2.0 (sdmx-twg/sdmx-csv)
 * @example
 * readObservationLayout(
 *   { name: "a.csv", delimiter: ",", header: ["country", "time", "gini"], rows: [["FRA", "2019", "32.4"]] },
 *   {},
 * ).value.indicator // => { constant: "gini" }
 */
export function readObservationLayout(
  sample: DelimitedSample,
  options: LayoutOptions = {},
): Result<ObservationLayout> {
  const problems: Problem[] = unknownColumns(sample, options);
  if (problems.length > 0) return failAll(problems);
  const columns = assignRoles(sample, options);
  const values = valueColumns(sample, columns, options, problems);
  const indicator = indicatorField(sample, columns, options, values);
  const area = fieldOf(columns.roles.area, null);
  const period = periodField(columns, options, values);
  const at = { file: sample.name, row: 1 };
  if (!("column" in area))
    problems.push(
      problem(
        "agencies.area-column-missing",
        `${sample.name} has no column for the country or area. Give that column the name area, country or REF_AREA (found: ${sample.header.join(", ").slice(0, 300)}). Nothing was imported.`,
        at,
      ),
    );
  if (period === null)
    problems.push(
      problem(
        "agencies.period-missing",
        `${sample.name} has no column for the period and no columns named after years. Give that column the name period, year or TIME_PERIOD; where all figures are of one year, add a column with it. Nothing was imported.`,
        at,
      ),
    );
  if (indicator === null)
    problems.push(
      problem(
        "agencies.indicator-missing",
        `${sample.name} does not say which indicator its figures are of. Give the indicator's code with the import, or add a column indicator. Nothing was imported.`,
        at,
      ),
    );
  problems.push(...duplicates(sample, columns, values));
  if (problems.length > 0 || period === null || indicator === null) return failAll(problems);
  return ok(layoutOf(sample, options, { columns, values, area, period, indicator }));
}

type Values = {
  readonly shape: ObservationLayout["shape"];
  readonly value: string | null;
  readonly wide: ObservationLayout["wide"];
  readonly measures: ObservationLayout["measures"];
};

function layoutOf(
  sample: DelimitedSample,
  options: LayoutOptions,
  found: {
    columns: Columns;
    values: Values;
    area: ObservationField;
    period: ObservationField;
    indicator: ObservationField;
  },
): ObservationLayout {
  const { columns, values } = found;
  const used = new Set([
    ...values.measures.map((measure) => measure.column),
    ...values.wide.map((cell) => cell.column),
    values.value,
  ]);
  return {
    dialect: { delimiter: sample.delimiter, quote: '"', encoding: "utf-8" },
    header: sample.header,
    ...values,
    area: found.area,
    indicator: found.indicator,
    period: found.period,
    source: sourceField(columns, options),
    unit: fieldOf(columns.roles.unit, options.unit ?? null),
    unitMultiplier: fieldOf(columns.roles.unitMultiplier, null),
    sex: fieldOf(columns.roles.sex, options.sex ?? "T"),
    status: fieldOf(columns.roles.status, null),
    missing: fieldOf(columns.roles.missing, null),
    notes: columns.notes,
    breakdowns: columns.breakdowns
      .filter((column) => !used.has(column))
      .map((column) => ({ dimension: identifierOf(column), column })),
    attributes: columns.attributes
      .filter((column) => !used.has(column))
      .map((column) => ({ attribute: identifierOf(column), column })),
    missingTexts: { ...defaultMissingTexts, ...options.missingTexts },
    actionColumn: columns.action,
    labelled: columns.labelled,
  };
}

const fieldOf = (column: string | null, constant: string | null): ObservationField =>
  column === null ? { constant } : { column };

/** A column name as identifier of a dimension or attribute: `BASE_PER` is `base_per`. */
const identifierOf = (column: string): string =>
  column
    .replace(/: .*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "") || "column";

function sourceField(columns: Columns, options: LayoutOptions): ObservationField {
  if (columns.roles.source !== null) return { column: columns.roles.source };
  if (options.source !== undefined) return { constant: options.source };
  if (columns.structure !== null) return { column: columns.structure, reads: "agency" };
  return { constant: unstatedSource };
}

function periodField(columns: Columns, options: LayoutOptions, values: Values): ObservationField | null {
  if (values.shape === "wide") return { constant: null };
  if (columns.roles.period !== null) return { column: columns.roles.period };
  return options.period === undefined ? null : { constant: options.period };
}

function indicatorField(
  sample: DelimitedSample,
  columns: Columns,
  options: LayoutOptions,
  values: Values,
): ObservationField | null {
  if (values.shape === "measures") return { constant: null };
  if (options.indicator !== undefined) return { constant: options.indicator };
  if (columns.roles.indicator !== null) return { column: columns.roles.indicator };
  // `country, time, gini`: the value column is named after the indicator.
  if (values.shape === "long" && values.value !== null && columns.roles.value === null)
    return isSdmxCsv(sample.header) ? null : { constant: values.value };
  return null;
}

/** The figures: one column, one a period, or one an indicator. */
function valueColumns(
  sample: DelimitedSample,
  columns: Columns,
  options: LayoutOptions,
  problems: Problem[],
): Values {
  const none = { value: null, wide: [], measures: [] };
  const at = { file: sample.name, row: 1 };
  if (options.measures !== undefined)
    return {
      ...none,
      shape: "measures",
      measures: options.measures.map((column) => ({ column, indicator: column })),
    };
  if (columns.roles.value !== null) return { ...none, shape: "long", value: columns.roles.value };
  const wide = sample.header.flatMap((column) => {
    const period = periodOfHeader(column);
    return period === null ? [] : [{ column, period }];
  });
  if (wide.length > 0 && columns.roles.period === null) return { ...none, shape: "wide", wide };
  const unknown = columns.breakdowns;
  const numeric = unknown.filter((column) => isNumeric(sample, column));
  if (isSdmxCsv(sample.header) || unknown.length === 0) {
    problems.push(
      problem(
        "agencies.value-column-missing",
        `${sample.name} has no column for the figures. Give the column with the figures the name value or OBS_VALUE. Nothing was imported.`,
        at,
      ),
    );
    return { ...none, shape: "long" };
  }
  if (numeric.length === 0 && unknown.length > 1) {
    problems.push(
      problem(
        "agencies.value-column-unclear",
        `None of the columns ${unknown.join(", ").slice(0, 300)} of ${sample.name} holds only figures. Give the column with the figures the name value. Nothing was imported.`,
        at,
      ),
    );
    return { ...none, shape: "long" };
  }
  if (numeric.length <= 1) return { ...none, shape: "long", value: numeric[0] ?? unknown[0]! };
  return {
    ...none,
    shape: "measures",
    measures: numeric.map((column) => ({ column, indicator: column })),
  };
}

/** Nine of ten filled sample cells are plain figures: one slip does not make a code column of a measure. */
function isNumeric(sample: DelimitedSample, column: string): boolean {
  const index = sample.header.indexOf(column);
  const filled = sample.rows
    .map((row) => (row[index] ?? "").trim())
    .filter((cell) => cell !== "" && !Object.hasOwn(defaultMissingTexts, cell));
  const figures = filled.filter((cell) => /^[+-]?(\d[\d.,' ]*|\.\d+)(e[+-]?\d+)?$/i.test(cell));
  return filled.length > 0 && figures.length >= filled.length * 0.9;
}

function unknownColumns(sample: DelimitedSample, options: LayoutOptions): Problem[] {
  const named = [
    ...Object.values(options.columns ?? {}),
    ...(options.breakdowns ?? []),
    ...(options.attributes ?? []),
    ...(options.measures ?? []),
    ...(options.ignore ?? []),
  ];
  return [...new Set(named)]
    .filter((column) => !sample.header.includes(column))
    .map((column) =>
      problem(
        "agencies.column-unknown",
        `${sample.name} has no column "${column}". Its columns are: ${sample.header.join(", ").slice(0, 300)}.`,
        { file: sample.name, row: 1, column },
      ),
    );
}

/** A name that stands twice in the header is ambiguous where it is used. */
function duplicates(sample: DelimitedSample, columns: Columns, values: Values): Problem[] {
  const used = new Set<string | null>([
    ...Object.values(columns.roles),
    ...columns.notes,
    ...columns.breakdowns,
    ...columns.attributes,
    ...values.wide.map((cell) => cell.column),
    ...values.measures.map((measure) => measure.column),
    values.value,
    columns.action,
  ]);
  return [...new Set(sample.header)]
    .filter((name) => used.has(name) && sample.header.filter((other) => other === name).length > 1)
    .map((column) =>
      problem(
        "agencies.header-duplicate",
        `${sample.name} has several columns named "${column}". Which one counts is not said; rename one of them.`,
        { file: sample.name, row: 1, column },
      ),
    );
}
