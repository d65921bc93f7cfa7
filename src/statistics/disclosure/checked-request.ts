import { type Problem, problem } from "#kernel";
import { crosses } from "./lattice.ts";
import type { ProtectionRequest } from "./protection-request.ts";

/** Cells of all tables together, empty ones included: beyond, nearly all would be withheld anyway. */
const mostCells = 3_000_000;
/** Rows times tables: what lies in memory, 4 bytes each and as much again. */
const mostEntries = 60_000_000;

/** Everything that is wrong with a request. */
export function checkedRequest(request: ProtectionRequest): readonly Problem[] {
  const { rows, dimensions, codes, weights, measured = [], minimumCases, order, dominancePercent } = request;
  const problems: Problem[] = [];
  const wrong = (message: string, field: string) =>
    problems.push(problem("statistics.disclosure-request-invalid", message, { field }));
  if (!Number.isInteger(order) || order < 1 || order > 3)
    wrong(`order is ${order}; tables cross at least 1 and at most 3 variables, a subset included.`, "order");
  if (!Number.isInteger(minimumCases) || minimumCases < 1)
    wrong(`minimumCases is ${minimumCases}; it is a whole number of at least 1.`, "minimumCases");
  if (dominancePercent !== undefined && !(dominancePercent > 0 && dominancePercent <= 100))
    wrong(`dominancePercent is ${dominancePercent}; it lies above 0 and at most at 100.`, "dominancePercent");
  if (codes.length !== dimensions.length)
    wrong(
      `There are ${dimensions.length} dimensions and ${codes.length} columns of codes; each has one.`,
      "codes",
    );
  const names = [...dimensions, ...measured].map(({ name }) => name);
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
    wrong(`Two dimensions or quantities are called "${name}"; a cell could not be named.`, "dimensions");
  for (const [at, { name, levels }] of dimensions.entries()) {
    const repeated = levels.find((level, place) => levels.indexOf(level) !== place);
    if (repeated !== undefined)
      wrong(
        `Two levels of ${name} are called "${repeated}"; a cell could not be named.`,
        `dimensions[${at}].levels`,
      );
  }
  const columns = [
    ...codes.map((column, at) => ({ of: `codes[${at}]`, length: column.length })),
    ...measured.map(({ name, values }) => ({ of: name, length: values.length })),
    ...(weights === undefined ? [] : [{ of: "weights", length: weights.length }]),
  ];
  for (const { of, length } of columns)
    if (length !== rows) wrong(`${of} has ${length} entries for ${rows} rows; every row has one.`, of);
  codes.forEach((column, at) => {
    const most = dimensions[at]?.levels.length ?? 0;
    const bad = column.reduce<number[]>((list, code, row) => {
      if (code < -1 || code >= most) list.push(row);
      return list;
    }, []);
    if (bad.length > 0)
      problems.push(
        problem(
          "statistics.disclosure-code-unknown",
          `${bad.length} rows of ${dimensions[at]?.name} have a code outside of -1 to ${most - 1}, first row ${bad[0]! + 1} with ${column[bad[0]!]}. A cell nobody knows of would not be protected; correct the codes, or add the level.`,
          { field: `codes[${at}]`, row: bad[0]! + 1 },
        ),
      );
  });
  return problems.length > 0 ? problems : tooLarge(request);
}

function tooLarge({ rows, dimensions, measured = [], order }: ProtectionRequest): readonly Problem[] {
  const all = crosses(dimensions.length, order);
  const size = (d: number) => dimensions[d]!.levels.length + 1;
  const layers = measured.length + 1;
  const cells =
    layers * all.reduce((sum, cross) => sum + cross.reduce((product, d) => product * size(d), 1), 0);
  const entries = rows * all.length * layers;
  if (cells <= mostCells && entries <= mostEntries) return [];
  const widest = [...dimensions].sort((a, b) => b.levels.length - a.levels.length).slice(0, 3);
  return [
    problem(
      "statistics.disclosure-too-large",
      `All tables over ${dimensions.length} variables${layers > 1 ? ` and ${layers - 1} quantities` : ""} have ${cells.toLocaleString("en")} cells and ${rows.toLocaleString("en")} rows in ${all.length} crosses; at most ${mostCells.toLocaleString("en")} cells and ${mostEntries.toLocaleString("en")} rows × crosses × quantities can be decided on together. Most levels have ${widest.map(({ name, levels }) => `${name} (${levels.length})`).join(", ")}: open fewer variables for tables, or ones with fewer levels.`,
      { field: "dimensions" },
    ),
  ];
}
