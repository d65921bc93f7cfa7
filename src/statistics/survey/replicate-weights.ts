import { fail, ok, problem, type Result, seededRandom } from "#kernel";
import { hadamardMatrix } from "./hadamard-matrix.ts";
import { lastStage, type ReplicateWeights, type SampleDesign } from "./sample-design.ts";
import { openShare } from "./unequal-probabilities.ts";

export const replicateMethods = ["JK1", "JKn", "BRR", "Fay", "bootstrap", "subbootstrap"] as const;
export type ReplicateMethod = (typeof replicateMethods)[number];

export type ReplicateWishes = {
  readonly type: ReplicateMethod;
  readonly mse?: boolean;
  /** Replicates of the bootstraps; 500 unless given. */
  readonly replicates?: number;
  /** Share of its weight a unit keeps under Fay's method, where balanced half-samples keep none. */
  readonly rho?: number;
  readonly seed?: number;
};

/** Cells of the table of factors at most: 400 MB. */
const mostCells = 5e7;
/** Replicates of a jackknife at most. */
const mostLeftOut = 1e5;

/**
 * Replicate weights made from a design.
 *
 * Meaning: `JK1` leaves out one primary unit at a time, `JKn` within strata; `BRR` takes one of two units of
 * each stratum by a Hadamard matrix, `Fay` in part; `bootstrap` draws as many units as a stratum has,
 * `subbootstrap` one fewer.
 *
 * @returns the replicates, or `statistics.survey-replicates-impossible`: fewer than two units in a stratum, not
 *   two units where half-samples are wanted, or a table of factors too large for memory
 * @source Rust and Rao (1996), Statistical Methods in Medical Research 5; Judkins (1990), Journal of Official
 *   Statistics 6 (`Fay`); Rao, Wu and Yue (1992), Survey Methodology 18 (`subbootstrap`)
 */
export function makeReplicates(design: SampleDesign, wishes: ReplicateWishes): Result<ReplicateWeights> {
  const [stage] = design.stages;
  const { units, strata } = stage;
  if (wishes.type === "JK1" && strata > 1)
    return impossible("JK1 leaves out one unit of the whole sample, and this sample has strata. Choose JKn.");
  const single = stage.drawn.findIndex((drawn) => drawn < 2);
  if (single >= 0)
    return impossible(
      `Stratum "${stage.stratumLabel(single)}" has one unit, so that no replicate can leave it out. Join strata.`,
    );
  const rho = wishes.type === "Fay" ? (wishes.rho ?? 0.3) : 0;
  if (!(rho >= 0 && rho < 1)) return impossible(`Fay's factor is ${rho}; it lies between 0 and 1.`);
  const random = wishes.type === "bootstrap" || wishes.type === "subbootstrap";
  const halves = wishes.type === "BRR" || wishes.type === "Fay" ? hadamardMatrix(strata + 1) : null;
  const count = random ? (wishes.replicates ?? 500) : (halves?.order ?? units);
  if (!Number.isInteger(count) || count < 2)
    return impossible(`${count} replicates were asked for; two is the least.`);
  const jackknife = wishes.type === "JK1" || wishes.type === "JKn";
  if (jackknife ? units > mostLeftOut : units * count > mostCells)
    return impossible(
      jackknife
        ? `${units} units would need as many replicates, and ${mostLeftOut} are the most. Choose a bootstrap, or the linearised error.`
        : `${units} units with ${count} replicates would need ${Math.round((units * count * 8) / 1e6)} MB. Choose a bootstrap with fewer replicates, or the linearised error.`,
    );
  const odd = halves === null ? -1 : stage.drawn.findIndex((drawn) => drawn !== 2);
  if (odd >= 0)
    return impossible(
      `Half-samples need two units in every stratum, and "${stage.stratumLabel(odd)}" has ${stage.drawn[odd]}. Choose JKn.`,
    );
  const matrix = new Float64Array(jackknife ? 0 : units * count);
  const rscales = new Float64Array(count).fill(1);
  let scale = 1;
  const start = new Int32Array(strata + 1);
  for (let of = 0; of < strata; of++) start[of + 1] = start[of]! + stage.drawn[of]!;
  if (halves !== null) {
    scale = 1 / (count * (1 - rho) ** 2);
    for (let of = 0; of < strata; of++)
      for (let r = 0; r < count; r++) {
        const first = halves.positive(of + 1, r);
        matrix[start[of]! * count + r] = first ? 2 - rho : rho;
        matrix[(start[of]! + 1) * count + r] = first ? rho : 2 - rho;
      }
  } else if (random) {
    const draw = seededRandom(wishes.seed ?? 1);
    const fewest = stage.drawn.reduce((least, drawn) => Math.min(least, drawn), Number.POSITIVE_INFINITY);
    scale = (wishes.type === "bootstrap" ? fewest / (fewest - 1) : 1) / (count - 1);
    for (let r = 0; r < count; r++)
      for (let of = 0; of < strata; of++) {
        const drawn = stage.drawn[of]!;
        const times = wishes.type === "bootstrap" ? drawn : drawn - 1;
        // Strata of other sizes are brought to the scale of the smallest.
        const factor = drawn / times;
        for (let unit = start[of]!; unit < start[of + 1]!; unit++) matrix[unit * count + r] = 0;
        for (let k = 0; k < times; k++)
          matrix[(start[of]! + Math.floor(draw() * drawn)) * count + r]! += factor;
        if (wishes.type === "bootstrap" && drawn !== fewest) {
          const stretch = Math.sqrt((drawn / (drawn - 1)) * ((fewest - 1) / fewest));
          for (let unit = start[of]!; unit < start[of + 1]!; unit++)
            matrix[unit * count + r] = 1 + stretch * (matrix[unit * count + r]! - 1);
        }
      }
  } else {
    for (let of = 0; of < strata; of++) {
      const drawn = stage.drawn[of]!;
      for (let left = start[of]!; left < start[of + 1]!; left++) {
        const share = ((drawn - 1) / drawn) * openShare(stage, left, of);
        if (wishes.type === "JKn" || stage.unequal !== undefined) rscales[left] = share;
        else scale = share;
      }
    }
  }
  return ok({
    count,
    scale,
    rscales,
    mse: wishes.mse ?? false,
    degreesOfFreedom: Math.min(count - 1, units - strata),
    factors: jackknife ? { of: "one-left-out" } : { of: "units", matrix },
  });
}

/** Replicate weights that came with the data. */
export type BroughtReplicates = {
  readonly type: ReplicateMethod;
  readonly columns: readonly Float64Array[];
  readonly scale: number;
  readonly rscales: Float64Array;
  readonly mse?: boolean;
};

/**
 * Replicate weights that were made elsewhere.
 *
 * @param given analysis weights: the sampling weight is inside
 * @returns the replicates, or `statistics.survey-replicates-impossible` where they do not fit the rows
 */
export function broughtReplicates(design: SampleDesign, given: BroughtReplicates): Result<ReplicateWeights> {
  const { columns, scale, rscales } = given;
  const wrong = columns.findIndex((column) => column.length !== design.rows);
  if (wrong >= 0)
    return impossible(
      `Replicate ${wrong + 1} has ${columns[wrong]!.length} weights and the data have ${design.rows} rows. They belong together row by row: check that it is the file made for these data.`,
    );
  if (columns.length < 2 || rscales.length !== columns.length)
    return impossible(
      `There are ${columns.length} replicates and ${rscales.length} factors (rscales). Give one factor for each, and two at least.`,
    );
  const bad = columns.findIndex((column) => column.some((weight) => !Number.isFinite(weight)));
  if (bad >= 0) return impossible(`Replicate ${bad + 1} has a weight that is no number. Correct the file.`);
  if (!(scale > 0) || rscales.some((factor) => !(factor >= 0)))
    return impossible("The scale of replicates is above 0 and their factors are at least 0. Correct them.");
  return ok({
    count: columns.length,
    scale,
    rscales,
    mse: given.mse ?? false,
    degreesOfFreedom: rankOf(columns) - 1,
    factors: { of: "rows", columns },
  });
}

/** Number of columns that do not follow from the others, by orthogonalising one after another. */
function rankOf(columns: readonly Float64Array[]): number {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    const before = norm(rest);
    // Twice is enough for what rounding leaves after the first time.
    for (let time = 0; time < 2; time++)
      for (const other of basis) {
        let along = 0;
        for (let row = 0; row < rest.length; row++) along += rest[row]! * other[row]!;
        for (let row = 0; row < rest.length; row++) rest[row]! -= along * other[row]!;
      }
    const after = norm(rest);
    if (after > 1e-5 * before) basis.push(rest.map((value) => value / after));
  }
  return basis.length;
}

const norm = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** Weights of every row in one replicate. */
export function weightsOfReplicate(
  design: SampleDesign,
  { count, factors }: ReplicateWeights,
  replicate: number,
): Float64Array {
  if (factors.of === "rows") return factors.columns[replicate]!;
  const primary = primaryUnits(design);
  const factor = factorsOfReplicate(design, count, factors, replicate);
  return design.weights.map((weight, row) => weight * factor[primary[design.unitOfRow[row]!]!]!);
}

/** What the weights of each primary unit are multiplied by in one replicate. */
function factorsOfReplicate(
  { stages: [{ units, stratumOf, drawn }] }: SampleDesign,
  count: number,
  factors: Exclude<ReplicateWeights["factors"], { readonly of: "rows" }>,
  replicate: number,
): Float64Array {
  if (factors.of === "units")
    return Float64Array.from({ length: units }, (_, unit) => factors.matrix[unit * count + replicate]!);
  const stratum = stratumOf[replicate]!;
  const others = drawn[stratum]! / (drawn[stratum]! - 1);
  return Float64Array.from(stratumOf, (of, unit) => (unit === replicate ? 0 : of === stratum ? others : 1));
}

/** Primary unit of each unit of the last stage. */
export function primaryUnits(design: SampleDesign): Int32Array {
  let of = Int32Array.from({ length: lastStage(design).units }, (_, unit) => unit);
  for (let stage = design.stages.length - 1; stage > 0; stage--) {
    const { parentOf } = design.stages[stage]!;
    of = of.map((unit) => parentOf![unit]!);
  }
  return of;
}

const impossible = (message: string): Result<never> =>
  fail(problem("statistics.survey-replicates-impossible", message, { field: "design.replicates" }));
