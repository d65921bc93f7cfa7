import { fail, ok, problem, type Result } from "#kernel";
import { fBeyond } from "../distributions/incomplete-beta.ts";
import { chiSquareBeyond } from "../distributions/incomplete-gamma.ts";
import { weightedChiSquaresBeyond } from "../distributions/weighted-chi-squares.ts";
import { columnUnknown } from "./compile-design.ts";
import type { AssociationRequest, AssociationTest, TestRow } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { linearEstimates } from "./linear-estimates.ts";
import { requestDomains, withoutMissing } from "./request-domains.ts";
import { type Codes, codesOf } from "./survey-table.ts";
import {
  choleskyFactor,
  product,
  relativeEigenvalues,
  sandwich,
  solveFactored,
} from "./symmetric-systems.ts";

/** A two-way table of shares with their covariances, cells by rows. */
type SharesOfCells = {
  readonly rows: number;
  readonly columns: number;
  readonly shares: Float64Array;
  readonly covariance: Float64Array;
  /** Covariances of the cells' totals over the square of the sum of the weights, for the tests that use it. */
  readonly totalCovariance: Float64Array;
  readonly cases: number;
  /** Degrees of freedom of the design. */
  readonly degrees: number;
};

type Outcome = {
  readonly statistic: number;
  readonly degreesOfFreedom: readonly number[];
  readonly pValue: number;
};

/** Tests of independence of two categorical variables, one row for each group. */
export function associations(
  context: EstimationContext,
  request: AssociationRequest,
): Result<readonly TestRow[]> {
  const { design, table } = context;
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const [a, b] = request.variables;
  const first = table.columns.get(a);
  const second = table.columns.get(b);
  if (first === undefined) return fail(columnUnknown(a, "variables[0]", table));
  if (second === undefined) return fail(columnUnknown(b, "variables[1]", table));
  const { codes, missing } = withoutMissing(domains.value, [first, second]);
  const [across, down] = [codesOf(first), codesOf(second)];
  const answers: TestRow[] = [];
  for (let domain = 0; domain < domains.value.count; domain++) {
    const x = occurring(across, codes, domain);
    const y = occurring(down, codes, domain);
    if (x.count < 2 || y.count < 2)
      return fail(
        problem(
          "statistics.survey-groups-wrong",
          `A test of "${a}" by "${b}" needs two categories of each, and one of them has a single category here. Choose a wider selection.`,
          { field: "variables" },
        ),
      );
    const cell = new Int32Array(table.rows).fill(-1);
    const inside = new Int32Array(table.rows).fill(-1);
    for (let row = 0; row < table.rows; row++)
      if (codes[row] === domain) {
        inside[row] = 0;
        cell[row] = x.numberOf[across.codes[row]!]! * y.count + y.numberOf[down.codes[row]!]!;
      }
    const levels = Array.from({ length: x.count * y.count }, (_, at) => String(at));
    const column = { kind: "category" as const, codes: cell, levels };
    const cells = {
      name: `${a} × ${b}`,
      column,
      levels,
      summed: { kind: "levels" as const, codes: cell, levels: levels.length },
    };
    const estimated = (statistic: "mean" | "total") =>
      linearEstimates(
        design,
        statistic,
        [cells],
        { codes: inside, count: 1, groups: [{}] },
        { variance: varianceOptions(context, request) },
      );
    const estimates = estimated("mean");
    if (!estimates.ok) return estimates;
    const totals = request.test === "Wald" || request.test === "adjWald" ? estimated("total") : estimates;
    if (!totals.ok) return totals;
    const [of] = estimates.value;
    const [total] = totals.value;
    if (of === undefined || total === undefined) continue;
    const outcome = tests[request.test ?? "F"]({
      rows: x.count,
      columns: y.count,
      shares: of.estimate,
      covariance: of.covariance,
      totalCovariance: total.covariance.map((value) => value / (of.weight * of.weight)),
      cases: of.cases,
      degrees: of.degreesOfFreedom,
    });
    if (outcome === null)
      return fail(
        problem(
          "statistics.survey-not-identified",
          `The test of "${a}" by "${b}" has no solution: too many cells are empty, or units too few for so many cells. Join categories.`,
          { field: "variables" },
        ),
      );
    answers.push({
      group: domains.value.groups[domain]!,
      ...outcome,
      n: of.cases,
      missing: missing[domain]!,
    });
  }
  return ok(answers);
}

/** New numbers of the categories that occur in a domain. */
function occurring({ codes, count }: Codes, domains: Int32Array, domain: number) {
  const numberOf = new Int32Array(count).fill(-1);
  for (let row = 0; row < codes.length; row++) if (domains[row] === domain) numberOf[codes[row]!] = 0;
  let next = 0;
  for (let code = 0; code < count; code++) if (numberOf[code] === 0) numberOf[code] = next++;
  return { numberOf, count: next };
}

const margins = ({ rows, columns, shares }: SharesOfCells) => {
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      byRow[i]! += shares[i * columns + j]!;
      byColumn[j]! += shares[i * columns + j]!;
    }
  return { byRow, byColumn };
};

function pearson(table: SharesOfCells): number {
  const { byRow, byColumn } = margins(table);
  let sum = 0;
  for (let i = 0; i < table.rows; i++)
    for (let j = 0; j < table.columns; j++) {
      const expected = byRow[i]! * byColumn[j]!;
      const apart = table.shares[i * table.columns + j]! - expected;
      sum += (apart * apart) / expected;
    }
  return table.cases * sum;
}

/** Contrasts of n categories: each against the mean of those before it. */
function contrasts(n: number): Float64Array {
  const c = new Float64Array(n * (n - 1));
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) c[i * (n - 1) + k - 1] = -1;
    c[k * (n - 1) + k - 1] = k;
  }
  return c;
}

/**
 * Generalised design effects of the interactions: eigenvalues of `(Cᵀ D⁻¹ C / n)⁻¹ Cᵀ D⁻¹ V D⁻¹ C`, D the
 * shares of the cells, C their interaction contrasts.
 */
function designEffects(table: SharesOfCells): readonly number[] | null {
  const { rows, columns, shares, covariance, cases } = table;
  const cells = rows * columns;
  const [a, b] = [contrasts(rows), contrasts(columns)];
  const size = (rows - 1) * (columns - 1);
  // Rows of the contrasts over the shares of their cells.
  const scaled = new Float64Array(size * cells);
  const plain = new Float64Array(cells * size);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      for (let k = 0; k < rows - 1; k++)
        for (let l = 0; l < columns - 1; l++) {
          const value = a[i * (rows - 1) + k]! * b[j * (columns - 1) + l]!;
          const cell = i * columns + j;
          const share = shares[cell]!;
          const term = k * (columns - 1) + l;
          plain[cell * size + term] = value;
          scaled[term * cells + cell] = share > 0 ? value / share : 0;
        }
  const denominator = product(scaled, plain, size, cells, size).map((value) => value / cases);
  return relativeEigenvalues(sandwich(scaled, covariance, size, cells), denominator, size);
}

const sums = (effects: readonly number[]) => ({
  trace: effects.reduce((total, value) => total + value, 0),
  squares: effects.reduce((total, value) => total + value * value, 0),
});

/**
 * Pearson's statistic referred to a sum of chi-squares whose scale is estimated, with as many degrees of
 * freedom as the denominator of the second-order test.
 */
const byLinearCombination = (table: SharesOfCells): Outcome | null => {
  const effects = designEffects(table);
  if (effects === null) return null;
  const statistic = pearson(table);
  const { trace, squares } = sums(effects);
  const degrees = ((trace * trace) / squares) * table.degrees;
  return {
    statistic,
    degreesOfFreedom: [],
    pValue: weightedChiSquaresBeyond(0, [
      ...effects.map((factor) => ({ factor, degrees: 1 })),
      // A sum of squares has whole degrees of freedom.
      { factor: -statistic / degrees, degrees: Math.floor(degrees) },
    ]),
  };
};

/** Quadratic form of the departures of counts from independence, the last row and column left out. */
function wald(table: SharesOfCells): number | null {
  const { rows, columns, shares, totalCovariance: covariance } = table;
  const { byRow, byColumn } = margins(table);
  const cells = rows * columns;
  const size = (rows - 1) * (columns - 1);
  const departures = new Float64Array(size);
  const slope = new Float64Array(size * cells);
  for (let i = 0; i < rows - 1; i++)
    for (let j = 0; j < columns - 1; j++) {
      const term = i * (columns - 1) + j;
      const expected = byRow[i]! * byColumn[j]!;
      departures[term] = shares[i * columns + j]! - expected;
      slope.fill(expected, term * cells, (term + 1) * cells);
      slope[term * cells + i * columns + j]! += 1;
      for (let k = 0; k < columns; k++) slope[term * cells + i * columns + k]! -= byColumn[j]!;
      for (let k = 0; k < rows; k++) slope[term * cells + k * columns + j]! -= byRow[i]!;
    }
  const factor = choleskyFactor(sandwich(slope, covariance, size, cells), size);
  if (factor === null) return null;
  const solved = solveFactored(factor, size, departures, 1);
  return departures.reduce((total, value, at) => total + value * solved[at]!, 0) / size;
}

/**
 * `F`: Pearson's statistic over the sum of the design effects, with the second-order correction of degrees of
 * freedom; `Chisq`: over their mean; `Wald` and `adjWald`: the quadratic form; `lincom` and `saddlepoint`: the
 * tail of the sum of chi-squares itself, by the saddlepoint approximation.
 *
 * Source: Rao and Scott (1984), Annals of Statistics 12; Thomas and Rao (1987), JASA 82; Koch, Freeman and
 * Freeman (1975), International Statistical Review 43.
 */
const tests: Readonly<Record<AssociationTest, (table: SharesOfCells) => Outcome | null>> = {
  F: (table) => {
    const effects = designEffects(table);
    if (effects === null) return null;
    const { trace, squares } = sums(effects);
    const statistic = pearson(table) / trace;
    const numerator = (trace * trace) / squares;
    const denominator = numerator * table.degrees;
    return {
      statistic,
      degreesOfFreedom: [numerator, denominator],
      pValue: fBeyond(statistic, numerator, denominator),
    };
  },
  Chisq: (table) => {
    const effects = designEffects(table);
    if (effects === null) return null;
    const statistic = pearson(table);
    return {
      statistic,
      degreesOfFreedom: [effects.length],
      pValue: chiSquareBeyond((statistic / sums(effects).trace) * effects.length, effects.length),
    };
  },
  Wald: (table) => {
    const statistic = wald(table);
    const size = (table.rows - 1) * (table.columns - 1);
    return statistic === null
      ? null
      : {
          statistic,
          degreesOfFreedom: [size, table.degrees],
          pValue: fBeyond(statistic, size, table.degrees),
        };
  },
  adjWald: (table) => {
    const given = wald(table);
    const size = (table.rows - 1) * (table.columns - 1);
    const denominator = table.degrees - size + 1;
    if (given === null || denominator <= 0) return null;
    const statistic = (given * denominator) / table.degrees;
    return {
      statistic,
      degreesOfFreedom: [size, denominator],
      pValue: fBeyond(statistic, size, denominator),
    };
  },
  lincom: byLinearCombination,
  saddlepoint: byLinearCombination,
};
