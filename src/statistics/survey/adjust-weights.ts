import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { calibrationOn, crossProducts } from "./calibration.ts";
import { columnUnknown } from "./compile-design.ts";
import { pairedCodes } from "./paired-codes.ts";
import type { SampleDesign } from "./sample-design.ts";
import { type Codes, codesOf, indicatorOf, type LabelledCodes, type SurveyTable } from "./survey-table.ts";
import { choleskyFactor, solveFactored } from "./symmetric-systems.ts";

/** Known totals of the cells of one or more columns: values of the columns, and the total. */
export type KnownCells = {
  readonly by: readonly string[];
  readonly totals: readonly Readonly<Record<string, string | number>>[];
};

/** What is done to the weights of a sample so that they fit what is known of the population. */
export type WeightAdjustment =
  | ({ readonly type: "poststratify" } & KnownCells)
  | {
      readonly type: "rake";
      readonly margins: readonly KnownCells[];
      readonly epsilon?: number;
      readonly maxIterations?: number;
    }
  | {
      readonly type: "calibrate";
      readonly distance: "linear" | "raking" | "logit";
      /** "intercept" and names of columns; a category stands for its levels but the first. */
      readonly model: readonly string[];
      /** Total of each term, a level as `column=level`. */
      readonly totals: Readonly<Record<string, number>>;
      /** Lowest and highest factor a weight may be changed by. */
      readonly bounds?: readonly [number, number];
      readonly epsilon?: number;
      readonly maxIterations?: number;
    }
  | { readonly type: "trim"; readonly lower?: number; readonly upper?: number; readonly strict?: boolean };

/**
 * A design whose weights are adjusted to known totals, or trimmed.
 *
 * @returns the design with new weights, or what is wrong with the totals: unknown columns and cells, cells
 *   without rows, totals that cannot be met inside the bounds
 */
export function adjustWeights(
  design: SampleDesign,
  table: SurveyTable,
  adjustment: WeightAdjustment,
): Result<SampleDesign> {
  switch (adjustment.type) {
    case "poststratify":
      return raked(design, table, [adjustment], 1e-12, 1);
    case "rake":
      return raked(
        design,
        table,
        adjustment.margins,
        adjustment.epsilon ?? 1e-10,
        adjustment.maxIterations ?? 100,
      );
    case "calibrate":
      return calibrated(design, table, adjustment);
    case "trim":
      return trimmed(design, adjustment);
  }
}

type Margin = { readonly cellOf: Int32Array; readonly totals: Float64Array; readonly name: string };

function marginOf(table: SurveyTable, { by, totals }: KnownCells, field: string): Result<Margin> {
  const problems: Problem[] = [];
  const columns = by.map((name) => {
    const column = table.columns.get(name);
    if (column === undefined) problems.push(columnUnknown(name, field, table));
    return column === undefined ? null : codesOf(column);
  });
  if (problems.length > 0) return failAll(problems);
  const keyOf = (labels: readonly string[]) => JSON.stringify(labels);
  const places = new Map(totals.map((cell, at) => [keyOf(by.map((name) => String(cell[name]))), at]));
  const found = combinations(
    table.rows,
    columns.flatMap((coded) => (coded === null ? [] : [coded])),
  );
  const placeOf = Int32Array.from(found.labels, (labels) => places.get(keyOf(labels)) ?? -1);
  const cellOf = new Int32Array(table.rows);
  const unknown = new Map<string, number>();
  const rows = new Int32Array(totals.length);
  for (let row = 0; row < table.rows; row++) {
    const of = found.codes[row]!;
    const place = placeOf[of]!;
    cellOf[row] = place;
    if (place >= 0) rows[place]! += 1;
    else {
      const key = keyOf(found.labels[of]!);
      unknown.set(key, (unknown.get(key) ?? 0) + 1);
    }
  }
  const name = by.join(" × ");
  for (const [key, count] of unknown)
    problems.push(
      problem(
        "statistics.survey-totals-wrong",
        `${count} rows have ${(JSON.parse(key) as string[]).join(", ")} in ${name}, and no population total is given for it. Give the total, or join it with another category.`,
        { field, column: by[0] ?? "" },
      ),
    );
  for (const [at, cell] of totals.entries()) {
    const total = cell["total"];
    if (typeof total !== "number" || !(total >= 0) || !Number.isFinite(total))
      problems.push(
        problem(
          "statistics.survey-totals-wrong",
          `The population total of ${name} number ${at + 1} is ${String(total)}. It is a number of at least 0.`,
          { field },
        ),
      );
    else if (rows[at] === 0 && total > 0)
      problems.push(
        problem(
          "statistics.survey-totals-wrong",
          `No row of the sample is in ${by.map((column) => `${column} = ${cell[column]}`).join(", ")}, and the population has ${total} there. Join the category with another.`,
          { field },
        ),
      );
  }
  if (problems.length > 0) return failAll(problems);
  return ok({ cellOf, totals: Float64Array.from(totals, (cell) => Number(cell["total"])), name });
}

/** The combinations of values that occur in columns, "empty" where there is none. */
function combinations(rows: number, columns: readonly LabelledCodes[]) {
  let all: Codes = { codes: new Int32Array(rows), count: 1 };
  let labels: readonly (readonly string[])[] = [[]];
  for (const column of columns) {
    const given = column.codes.includes(-1)
      ? { codes: column.codes.map((code) => code + 1), labels: ["empty", ...column.labels] }
      : column;
    const paired = pairedCodes(all, { codes: given.codes, count: given.labels.length });
    const before = labels;
    labels = Array.from(paired.first, (of, pair) => [...before[of]!, given.labels[paired.second[pair]!]!]);
    all = paired;
  }
  return { codes: all.codes, labels };
}

/** Weights brought to the totals of one margin after another until all hold. */
function raked(
  design: SampleDesign,
  table: SurveyTable,
  margins: readonly KnownCells[],
  epsilon: number,
  most: number,
): Result<SampleDesign> {
  const read = margins.map((margin, at) => marginOf(table, margin, `adjust.margins[${at}]`));
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return failAll(problems);
  const known = read.flatMap((each) => (each.ok ? [each.value] : []));
  const weights = design.weights.slice();
  let farthest = Number.POSITIVE_INFINITY;
  for (let step = 0; step < most && farthest > epsilon; step++) {
    farthest = 0;
    for (const { cellOf, totals } of known) {
      const sums = cellSums(cellOf, totals.length, weights);
      const factors = totals.map((total, cell) => total / sums[cell]!);
      for (let row = 0; row < weights.length; row++) weights[row]! *= factors[cellOf[row]!]!;
    }
    for (const { cellOf, totals } of known) {
      const sums = cellSums(cellOf, totals.length, weights);
      for (let cell = 0; cell < totals.length; cell++)
        farthest = Math.max(farthest, Math.abs(sums[cell]! - totals[cell]!) / Math.max(1, totals[cell]!));
    }
  }
  if (known.length > 1 && farthest > epsilon)
    return fail(
      problem(
        "statistics.survey-not-calibrated",
        `After ${most} rounds the margins are still off by a share of ${farthest.toExponential(1)}. The totals contradict one another, or a category is too thin: check that all margins have the same sum, or join categories.`,
        { field: "adjust.margins" },
      ),
    );
  const columns = known.flatMap(({ cellOf, totals }) =>
    Array.from(totals, (_, cell) => indicatorOf(cellOf, cell)),
  );
  // R survey regresses on several margins without weights, on those of one with: so do we, that errors agree.
  const regression =
    known.length === 1 ? design.weights : design.weights.map((weight) => (weight > 0 ? 1 : 0));
  return ok({ ...design, weights, calibration: calibrationOn(columns, regression) });
}

function cellSums(cellOf: Int32Array, cells: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(cells);
  for (let row = 0; row < cellOf.length; row++) sums[cellOf[row]!]! += weights[row]!;
  return sums;
}

type CalibrateAdjustment = Extract<WeightAdjustment, { readonly type: "calibrate" }>;

function modelColumns(
  table: SurveyTable,
  { model, totals }: CalibrateAdjustment,
): Result<{ readonly columns: readonly Float64Array[]; readonly targets: Float64Array }> {
  const problems: Problem[] = [];
  const columns: Float64Array[] = [];
  const names: string[] = [];
  for (const [at, name] of model.entries()) {
    if (name === "intercept") {
      columns.push(new Float64Array(table.rows).fill(1));
      names.push(name);
      continue;
    }
    const column = table.columns.get(name);
    if (column === undefined) problems.push(columnUnknown(name, `adjust.model[${at}]`, table));
    else if (column.kind === "number") {
      columns.push(column.values);
      names.push(name);
    } else
      for (const [level, label] of column.levels.entries())
        if (level > 0) {
          columns.push(indicatorOf(column.codes, level));
          names.push(`${name}=${label}`);
        }
    if (column?.kind === "number" && column.values.some(Number.isNaN))
      problems.push(
        problem(
          "statistics.survey-design-value-missing",
          `Column "${name}" has empty cells. Weights can be calibrated to a column only where every row has a value.`,
          { field: `adjust.model[${at}]`, column: name },
        ),
      );
  }
  for (const name of names)
    if (!Number.isFinite(totals[name] ?? Number.NaN))
      problems.push(
        problem(
          "statistics.survey-totals-wrong",
          `The model has "${name}" and no total is given for it. Give the population's total.`,
          { field: "adjust.totals" },
        ),
      );
  for (const name of Object.keys(totals))
    if (!names.includes(name))
      problems.push(
        problem(
          "statistics.survey-totals-wrong",
          `A total is given for "${name}", which the model does not have. It has ${names.map((each) => `"${each}"`).join(", ")}.`,
          { field: "adjust.totals" },
        ),
      );
  return problems.length > 0
    ? failAll(problems)
    : ok({ columns, targets: Float64Array.from(names, (name) => totals[name]!) });
}

/** Factor of a weight and its derivative by the linear predictor. */
type Distance = (linear: number) => readonly [factor: number, slope: number];

function distanceOf({ distance, bounds }: CalibrateAdjustment): Distance {
  const [low, high] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const held =
    (of: Distance): Distance =>
    (linear) => {
      const [factor, slope] = of(linear);
      return factor < low ? [low, 0] : factor > high ? [high, 0] : [factor, slope];
    };
  if (distance === "linear") return held((linear) => [1 + linear, 1]);
  if (distance === "raking") return held((linear) => [Math.exp(linear), Math.exp(linear)]);
  const scale = (high - low) / ((1 - low) * (high - 1));
  return (linear) => {
    const e = Math.exp(scale * linear);
    if (e === Number.POSITIVE_INFINITY) return [high, 0];
    const below = high - 1 + (1 - low) * e;
    const factor = (low * (high - 1) + high * (1 - low) * e) / below;
    return [factor, (scale * (factor - low) * (high - factor)) / (high - low)];
  };
}

function calibrated(
  design: SampleDesign,
  table: SurveyTable,
  adjustment: CalibrateAdjustment,
): Result<SampleDesign> {
  const { bounds } = adjustment;
  if (adjustment.distance === "logit" && (bounds === undefined || !(bounds[0] < 1 && bounds[1] > 1)))
    return fail(
      problem(
        "statistics.survey-totals-wrong",
        "Logit calibration needs bounds on both sides of 1: weights can neither all shrink nor all grow. Give bounds such as [0.5, 2].",
        { field: "adjust.bounds" },
      ),
    );
  const model = modelColumns(table, adjustment);
  if (!model.ok) return model;
  const { columns, targets } = model.value;
  const size = columns.length;
  const distance = distanceOf(adjustment);
  const epsilon = adjustment.epsilon ?? 1e-10;
  let lambda = new Float64Array(size);
  for (let step = 0; step <= (adjustment.maxIterations ?? 100); step++) {
    const weights = new Float64Array(table.rows);
    const slopes = new Float64Array(table.rows);
    for (let row = 0; row < table.rows; row++) {
      let linear = 0;
      for (let j = 0; j < size; j++) linear += lambda[j]! * columns[j]![row]!;
      const [factor, slope] = distance(linear);
      weights[row] = design.weights[row]! * factor;
      slopes[row] = design.weights[row]! * slope;
    }
    const off = targets.map((target, j) => {
      let sum = 0;
      for (let row = 0; row < table.rows; row++) sum += weights[row]! * columns[j]![row]!;
      return target - sum;
    });
    if (off.every((value, j) => Math.abs(value) <= Math.min(epsilon, 1e-12) * (1 + Math.abs(targets[j]!))))
      return ok({ ...design, weights, calibration: calibrationOn(columns, design.weights) });
    const factor = choleskyFactor(crossProducts(columns, slopes), size);
    if (factor === null) break;
    const change = solveFactored(factor, size, off, 1);
    lambda = lambda.map((value, j) => value + change[j]!);
  }
  return fail(
    problem(
      "statistics.survey-not-calibrated",
      `No weights${bounds === undefined ? "" : ` within ${bounds[0]} to ${bounds[1]} times those given`} meet the totals. They lie too far from the sample, contradict one another, or the bounds are too narrow: check the totals, or widen the bounds.`,
      { field: "adjust.totals" },
    ),
  );
}

/** Weights held inside limits; what that takes away or adds is spread evenly over the others. */
function trimmed(
  design: SampleDesign,
  {
    lower = Number.NEGATIVE_INFINITY,
    upper = Number.POSITIVE_INFINITY,
    strict = false,
  }: Extract<WeightAdjustment, { readonly type: "trim" }>,
): Result<SampleDesign> {
  const weights = design.weights.slice();
  const held = new Uint8Array(weights.length);
  for (let step = 0; step < weights.length; step++) {
    let excess = 0;
    let free = 0;
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row]!;
      const inside = Math.min(upper, Math.max(lower, weight));
      if (inside !== weight) held[row] = 1;
      excess += weight - inside;
      weights[row] = inside;
      if (held[row] === 0) free += 1;
    }
    if (excess === 0) return ok({ ...design, weights });
    if (free === 0)
      return fail(
        problem(
          "statistics.survey-not-calibrated",
          `All weights lie outside ${lower} to ${upper}, so that nothing is left to take up what trimming takes away. Widen the limits.`,
          { field: "adjust" },
        ),
      );
    for (let row = 0; row < weights.length; row++) if (held[row] === 0) weights[row]! += excess / free;
    if (!strict) return ok({ ...design, weights });
  }
  return ok({ ...design, weights });
}
