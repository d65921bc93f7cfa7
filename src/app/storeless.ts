// Work that touches no store: what the command line does with a file and nothing else.

import { parse } from "csv-parse/sync";
import { failAll, ok, type Problem, problem, type Result, readPeriod } from "#kernel";
import { type IndexObservation, type IndexRun, readIndexDefinition, runIndex } from "#securities";
import { canonicalJson, sha256Of } from "./canonical-json.ts";
import { readApart } from "./reading/read-apart.ts";
import type { ReadingSettings } from "./settings.ts";

/**
 * A report as `socle read --json` prints it, and the text its offsets count in. Read in a process of its own,
 * within the limits of the settings.
 */
export const readReportFile = (
  bytes: Uint8Array,
  file: string,
  limits?: ReadingSettings,
): Promise<Result<{ readonly json: unknown; readonly text: string }>> =>
  readApart("json", { bytes, name: file, sha256: sha256Of(bytes) }, { limits });

/** A decimal number as programs write it; hexadecimal, blanks and separators are not guessed at. */
const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** The columns of a long data file of `socle index run`; a period column may be absent. */
function observationsOf(text: string, file: string): Result<readonly IndexObservation[]> {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true }) as string[][];
  } catch (error) {
    return failAll([
      problem(
        "app.table-unreadable",
        `${file} is not a table of comma-separated values: ${(error as Error).message}. Nothing was computed.`,
        { file },
      ),
    ]);
  }
  const header = (rows[0] ?? []).map((name) => name.trim());
  const at = (name: string) => header.indexOf(name);
  const absent = ["area", "indicator", "value"].filter((name) => at(name) < 0);
  if (absent.length > 0)
    return failAll([
      problem(
        "app.columns-missing",
        `${file} has no column ${absent.join(", ")}. An index needs the columns area, indicator and value, and period where there are several; found: ${header.join(", ").slice(0, 300) || "none"}.${header.length === 1 && /[;\t|]/.test(header[0]!) ? " The file seems to be separated by another sign than the comma; save it with commas and decimal points." : ""}`,
        { file, row: 1 },
      ),
    ]);
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  const observations = rows.slice(1).map((cells, index): IndexObservation => {
    const row = index + 2;
    const cell = (name: string) => (at(name) < 0 ? "" : (cells[at(name)] ?? "").trim());
    const printed = cell("value");
    const value = printed === "" ? null : decimal.test(printed) ? Number(printed) : Number.NaN;
    if (value !== null && !Number.isFinite(value))
      problems.push(
        problem(
          "app.value-unreadable",
          `Row ${row}, column value: "${printed.slice(0, 40)}" is not a number. Write it with a point and without separators, or leave the cell empty to mark it as missing. Nothing was computed.`,
          { file, row, column: "value" },
        ),
      );
    const period = at("period") < 0 ? ok(null) : readPeriod(cell("period"), { file, row, column: "period" });
    if (!period.ok) problems.push(...period.problems);
    for (const name of ["area", "indicator"])
      if (cell(name) === "")
        problems.push(
          problem(
            "app.cell-empty",
            `Row ${row}, column ${name}: the cell is empty. Without it the value belongs to nothing; fill it in or take the row out. Nothing was computed.`,
            { file, row, column: name },
          ),
        );
    const observation = {
      area: cell("area"),
      indicator: cell("indicator"),
      period: period.ok ? period.value : null,
      value,
    };
    const key = JSON.stringify([observation.area, observation.indicator, observation.period]);
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
  return problems.length > 0 ? failAll(problems) : ok(observations);
}

/**
 * `socle index run`: an index from a definition and a long data file. One pass over the file; all rows are
 * in memory.
 *
 * @returns the run with its recipe (hashes of both files), or all problems of both files at once
 */
export function runIndexFiles(
  definitionText: string,
  data: { readonly text: string; readonly file: string },
  codeVersion: string,
): Result<IndexRun & { readonly recipe: unknown }> {
  let json: unknown;
  try {
    json = JSON.parse(definitionText);
  } catch (error) {
    return failAll([
      problem(
        "app.json-unreadable",
        `The definition is not JSON: ${(error as Error).message}. Correct it, or start from one of the files in definitions/indexes.`,
      ),
    ]);
  }
  const definition = readIndexDefinition(json);
  const observations = observationsOf(data.text, data.file);
  if (!definition.ok || !observations.ok)
    return failAll([
      ...(definition.ok ? [] : definition.problems),
      ...(observations.ok ? [] : observations.problems),
    ]);
  const run = runIndex(definition.value, observations.value);
  if (!run.ok) return run;
  return ok({
    ...run.value,
    recipe: {
      method: "securities.index-run",
      definition: {
        id: definition.value.id,
        version: definition.value.version,
        sha256: sha256Of(canonicalJson(json)),
      },
      inputs: [sha256Of(data.text)],
      seed: null,
      codeVersion,
    },
  });
}
