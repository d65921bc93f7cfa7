// The tables that `socle index run` takes: observations in long form, and groups of areas.

import { parse } from "csv-parse/sync";
import { failAll, ok, type Problem, problem, type Result, readPeriod } from "#kernel";
import type { AreaAttributes, IndexObservation } from "#securities";

export type TextFile = { readonly text: string; readonly file: string };

/** A decimal number as programs write it; hexadecimal, blanks and separators are not guessed at. */
const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

type Table = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The text of a cell without blanks around it; empty where there is no such column. */
  cell(row: number, column: string): string;
};

function tableOf({ text, file }: TextFile, needed: readonly string[], what: string): Result<Table> {
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true }) as string[][];
  } catch (error) {
    return failAll([
      problem(
        "app.table-unreadable",
        `${file} is not a table of comma-separated values: ${(error as Error).message}. Nothing was computed.`,
        { file },
      ),
    ]);
  }
  const header = (lines[0] ?? []).map((name) => name.trim());
  const absent = needed.filter((name) => !header.includes(name));
  if (absent.length > 0)
    return failAll([
      problem(
        "app.columns-missing",
        `${file} has no column ${absent.join(", ")}. ${what}; found: ${header.join(", ").slice(0, 300) || "none"}.${header.length === 1 && /[;\t|]/.test(header[0]!) ? " The file seems to be separated by another sign than the comma; save it with commas and decimal points." : ""}`,
        { file, row: 1 },
      ),
    ]);
  const places = new Map(header.map((name, i) => [name, i]));
  const rows = lines.slice(1);
  const cell = (row: number, column: string) => {
    const at = places.get(column);
    return at === undefined ? "" : (rows[row]![at] ?? "").trim();
  };
  return ok({ header, rows, cell });
}

const columnsOfData = ["area", "indicator", "period", "value", "unit", "standard_error"];

/**
 * The observations of a long data file, and the groups of areas its other columns give. A column that is
 * not of the table itself is a group of areas where each area has one value in it; any other is left aside.
 */
export function dataFrom(
  data: TextFile,
): Result<{ readonly observations: readonly IndexObservation[]; readonly attributes: AreaAttributes }> {
  const { file } = data;
  const table = tableOf(
    data,
    ["area", "indicator", "value"],
    "An index needs the columns area, indicator and value, and period where there are several",
  );
  if (!table.ok) return table;
  const { header, rows, cell } = table.value;
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  const observations = rows.map((_, index): IndexObservation => {
    const row = index + 2;
    const printed = cell(index, "value");
    const value = printed === "" ? null : decimal.test(printed) ? Number(printed) : Number.NaN;
    if (value !== null && !Number.isFinite(value))
      problems.push(
        problem(
          "app.value-unreadable",
          `Row ${row}, column value: "${printed.slice(0, 40)}" is not a number. Write it with a point and without separators, or leave the cell empty to mark it as missing. Nothing was computed.`,
          { file, row, column: "value" },
        ),
      );
    const period = header.includes("period")
      ? readPeriod(cell(index, "period"), { file, row, column: "period" })
      : ok(null);
    if (!period.ok) problems.push(...period.problems);
    for (const name of ["area", "indicator"])
      if (cell(index, name) === "")
        problems.push(
          problem(
            "app.cell-empty",
            `Row ${row}, column ${name}: the cell is empty. Without it the value belongs to nothing; fill it in or take the row out. Nothing was computed.`,
            { file, row, column: name },
          ),
        );
    const unit = cell(index, "unit");
    const printedError = cell(index, "standard_error");
    const standardError = decimal.test(printedError) ? Number(printedError) : Number.NaN;
    if (printedError !== "" && !(standardError >= 0 && Number.isFinite(standardError)))
      problems.push(
        problem(
          "app.value-unreadable",
          `Row ${row}, column standard_error: "${printedError.slice(0, 40)}" is not a number of at least 0. Write it in the unit of the value, or leave the cell empty where it is not known. Nothing was computed.`,
          { file, row, column: "standard_error" },
        ),
      );
    const observation = {
      area: cell(index, "area"),
      indicator: cell(index, "indicator"),
      period: period.ok ? period.value : null,
      value,
      ...(unit !== "" && { unit }),
      ...(printedError !== "" && { standardError }),
    };
    const key = `${observation.area}\n${observation.indicator}\n${observation.period}`;
    const earlier = rowOf.get(key);
    rowOf.set(key, earlier ?? row);
    if (earlier !== undefined)
      problems.push(
        problem(
          "app.row-repeated",
          `Row ${row} gives area ${observation.area}, indicator ${observation.indicator}${observation.period === null ? "" : `, period ${observation.period}`} a second time; row ${earlier} has it already. Which of the two counts cannot be guessed; take one out. Nothing was computed.`,
          { file, row },
        ),
      );
    return observation;
  });
  if (problems.length > 0) return failAll(problems);
  const attributes = new Map<string, ReadonlyMap<string, string>>();
  for (const column of header.filter((name) => name !== "" && !columnsOfData.includes(name))) {
    const groups = groupsIn(table.value, column);
    if (groups !== null) attributes.set(column, groups);
  }
  return ok({ observations, attributes });
}

/** The groups of a column; `null` where an area has two, so that the column says something of single rows. */
function groupsIn({ rows, cell }: Table, column: string): ReadonlyMap<string, string> | null {
  const groups = new Map<string, string>();
  for (let row = 0; row < rows.length; row++) {
    const [area, group] = [cell(row, "area"), cell(row, column)];
    if (group === "") continue;
    if ((groups.get(area) ?? group) !== group) return null;
    groups.set(area, group);
  }
  return groups.size === 0 ? null : groups;
}

/** A table of areas, one a row: column `area`, and a column for each attribute; an empty cell is no group. */
export function attributesFrom(table: TextFile): Result<AreaAttributes> {
  const read = tableOf(table, ["area"], "A table of areas needs the column area and one for each attribute");
  if (!read.ok) return read;
  const { header, rows, cell } = read.value;
  const { file } = table;
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  for (let index = 0; index < rows.length; index++) {
    const [row, area] = [index + 2, cell(index, "area")];
    const earlier = rowOf.get(area);
    if (area === "" || earlier !== undefined)
      problems.push(
        problem(
          area === "" ? "app.cell-empty" : "app.row-repeated",
          area === ""
            ? `Row ${row}, column area: the cell is empty. Fill it in or take the row out. Nothing was computed.`
            : `Row ${row} gives area ${area} a second time; row ${earlier} has it already. Take one out. Nothing was computed.`,
          { file, row },
        ),
      );
    rowOf.set(area, row);
  }
  if (problems.length > 0) return failAll(problems);
  return ok(
    new Map(
      header
        .filter((name) => name !== "" && name !== "area")
        .map((name) => [name, groupsIn(read.value, name) ?? new Map<string, string>()]),
    ),
  );
}

/** A table of areas and the one group of each: columns `area` and `group`; other columns are left aside. */
export function areaGroupsFrom(
  table: TextFile,
): Result<readonly { readonly row: number; readonly area: string; readonly group: string }[]> {
  const read = tableOf(table, ["area", "group"], "A table of groups needs the columns area and group");
  if (!read.ok) return read;
  const { rows, cell } = read.value;
  return ok(
    rows.map((_, index) => ({ row: index + 2, area: cell(index, "area"), group: cell(index, "group") })),
  );
}
