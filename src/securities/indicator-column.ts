// From the values as they were observed to values on the scale, indicator by indicator, each step kept.

import {
  columnMoments,
  imputeColumn,
  type Normalisation,
  type NoScale,
  normaliseColumn,
  transformColumn,
  treatColumn,
} from "#statistics";
import type {
  ImputationRule,
  IndexDefinition,
  IndexNode,
  NormalisationRule,
  TreatmentRule,
  ValueTransformation,
} from "./index-definition.ts";
import type { CellStep } from "./index-run.ts";
import type { ObservationGrid } from "./observation-grid.ts";
import { yearOfPeriod } from "./year-of-period.ts";

/** A cell that a step made empty, filled or changed. */
export type CellChange = {
  readonly cell: number;
  readonly step: CellStep;
  readonly rule: string;
  readonly before: number | null;
  readonly after: number | null;
};

/** The values of an indicator after each step; the arrays are shared and must not be written to. */
export type IndicatorStages = {
  readonly raw: Float64Array;
  readonly denominated: Float64Array;
  readonly imputed: Float64Array;
  readonly screened: Float64Array;
  readonly transformed: Float64Array;
  readonly treated: Float64Array;
  /** NaN throughout where the indicator cannot be laid on the scale. */
  readonly normalised: Float64Array;
  readonly noScale: NoScale | null;
  readonly changes: readonly CellChange[];
};

/** What a replicate or a visitor may set otherwise than the definition. */
export type StepChoices = {
  readonly imputation?: ImputationRule | null;
  readonly treatment?: TreatmentRule | null;
  readonly normalisation?: NormalisationRule;
};

/** Where the reference values of a column lie: `[from, to)`. */
export type ReferenceCells = readonly [from: number, to: number];

/** What is known of the areas of a grid, for steps that need more than the values. */
export type GridContext = {
  readonly grid: ObservationGrid;
  readonly reference: ReferenceCells;
  /** Group of each area by attribute, in the order of the grid. */
  readonly groups: ReadonlyMap<string, readonly (string | null)[]>;
  /** Areas left out of the set: their cells are emptied before minimum and maximum are taken. */
  readonly leftOut: ReadonlySet<number>;
};

/** What is done to the values of one indicator: its own rules come first, then what is chosen, then the definition's. */
export function rulesOf(
  definition: IndexDefinition,
  node: IndexNode,
  choices: StepChoices,
): {
  readonly imputation: ImputationRule | null;
  readonly treatment: TreatmentRule | null;
  readonly normalisation: NormalisationRule;
} {
  const { imputation, treatment, normalisation } = node.steps ?? {};
  const chosen = <T>(own: T | undefined, choice: T | undefined, general: T): T =>
    own !== undefined ? own : choice !== undefined ? choice : general;
  return {
    imputation: chosen(imputation, choices.imputation, definition.imputation),
    treatment: chosen(treatment, choices.treatment, definition.treatment),
    normalisation: chosen(normalisation, choices.normalisation, definition.normalisation),
  };
}

/**
 * The values of one indicator through all its steps: divided by the denominator, holes filled where a rule
 * says so, transformed, treated for outliers, laid on the scale.
 *
 * Limits of treatment, minimum and maximum come from the reference cells and hold for all periods alike.
 *
 * Cost: a handful of passes over the cells of the indicator; treatment one more for each value drawn in.
 *
 * @param given values as observed, in place of those of the grid
 */
export function indicatorStages(
  definition: IndexDefinition,
  node: IndexNode,
  context: GridContext,
  choices: StepChoices = {},
  given?: Float64Array,
): IndicatorStages {
  const { grid, reference, leftOut } = context;
  const raw = given ?? grid.values.get(node.id)!;
  const changes: CellChange[] = [];
  const own = node.steps;
  const rules = rulesOf(definition, node, choices);
  const denominated = own?.denominator
    ? divided(raw, grid.values.get(own.denominator)!, own.denominator, changes)
    : raw;
  const filled = rules.imputation ? imputedBy(denominated, rules.imputation, context, changes) : denominated;
  const screened = leftOut.size === 0 ? filled : emptied(filled, leftOut, grid.areas.length);
  const transformed = own?.transformation ? transformedBy(screened, own.transformation, changes) : screened;
  const treated = rules.treatment ? treatedBy(transformed, rules.treatment, reference, changes) : transformed;
  const found = normaliseColumn(treated, resolvedRule(rules.normalisation, treated, context), {
    direction: node.direction ?? 1,
    reference: treated.subarray(...reference),
  });
  return {
    raw,
    denominated,
    imputed: filled,
    screened,
    transformed,
    treated,
    normalised: found.ok
      ? placed(found.values, treated, rules.normalisation.method, changes)
      : new Float64Array(raw.length).fill(Number.NaN),
    noScale: found.ok ? null : found.reason,
    changes,
  };
}

const shown = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Figures near the largest a computer holds can leave the scale; they are named and have no place on it. */
function placed(
  normalised: Float64Array,
  treated: Float64Array,
  rule: string,
  changes: CellChange[],
): Float64Array {
  for (let cell = 0; cell < normalised.length; cell++) {
    const before = treated[cell]!;
    if (Number.isFinite(normalised[cell]!) || Number.isNaN(before)) continue;
    changes.push({ cell, step: "normalisation", rule, before, after: null });
    normalised[cell] = Number.NaN;
  }
  return normalised;
}

function divided(
  raw: Float64Array,
  denominator: Float64Array,
  name: string,
  changes: CellChange[],
): Float64Array {
  return raw.map((value, cell) => {
    const by = denominator[cell]!;
    if (Number.isNaN(value)) return value;
    const share = by === 0 ? Number.NaN : value / by;
    if (!Number.isFinite(share))
      changes.push({ cell, step: "denominator", rule: name, before: value, after: null });
    return Number.isFinite(share) ? share : Number.NaN;
  });
}

function emptied(column: Float64Array, leftOut: ReadonlySet<number>, areas: number): Float64Array {
  return column.map((value, cell) => (leftOut.has(cell % areas) ? Number.NaN : value));
}

function imputedBy(
  column: Float64Array,
  rule: ImputationRule,
  { grid, groups }: GridContext,
  changes: CellChange[],
): Float64Array {
  const holes = column.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  if (holes === 0 || (rule.maximumShare !== null && holes > rule.maximumShare * column.length)) return column;
  const { values, filled } = imputeColumn(column, rule.method, {
    areas: grid.areas.length,
    periods: grid.periods.length,
    ...(rule.groupBy !== null && { groups: groups.get(rule.groupBy) ?? [] }),
    ...(rule.mostYears !== null && { mostYears: rule.mostYears }),
    years: grid.periods.map((period, i) => (period === null ? i : yearOfPeriod(period))),
  });
  // A mean of figures near the largest there is can pass it; the hole then stays.
  for (const cell of filled)
    if (Number.isFinite(values[cell]!))
      changes.push({ cell, step: "imputation", rule: rule.method, before: null, after: values[cell]! });
    else values[cell] = Number.NaN;
  return values;
}

function transformedBy(
  column: Float64Array,
  transformation: ValueTransformation,
  changes: CellChange[],
): Float64Array {
  return column.map((value, cell) => {
    const after = transformedValue(value, transformation);
    if (
      !Number.isNaN(value) &&
      (!Number.isFinite(after) || transformation.method === "cap") &&
      after !== value
    )
      changes.push({
        cell,
        step: "transformation",
        rule: transformation.method,
        before: value,
        after: Number.isFinite(after) ? after : null,
      });
    return Number.isFinite(after) ? after : Number.NaN;
  });
}

export function transformedValue(value: number, transformation: ValueTransformation): number {
  if (transformation.method !== "cap")
    return transformation.method === "log" ? Math.log(value) : Math.sqrt(value);
  const { low, high } = transformation;
  return low !== null && value < low ? low : high !== null && value > high ? high : value;
}

/** Limits come from the reference cells; cells outside are held to the same ones. */
function treatedBy(
  column: Float64Array,
  rule: TreatmentRule,
  [from, to]: ReferenceCells,
  changes: CellChange[],
): Float64Array {
  const part = column.subarray(from, to);
  const { values, done } = treatColumn(part, rule);
  if (done === "none") return column;
  let after: Float64Array;
  if (done === "winsorised") {
    const { minimum, maximum } = columnMoments(values);
    after = column.map((value) => (value < minimum ? minimum : Math.min(value, maximum)));
  } else after = transformColumn(part, rule.otherwise!, column)!;
  for (const [cell, value] of after.entries())
    if (value !== column[cell] && !Number.isNaN(column[cell]!)) {
      if (!Number.isFinite(value)) after[cell] = Number.NaN;
      changes.push({
        cell,
        step: "treatment",
        rule: done === "winsorised" ? "winsorise" : done,
        before: column[cell]!,
        after: shown(value),
      });
    }
  return after;
}

/** The rule with the value of its reference area put in, from the last reference period that has one. */
export function resolvedRule(
  rule: NormalisationRule,
  column: Float64Array,
  context: GridContext,
): Normalisation {
  if (rule.method !== "distance-to-reference") return rule;
  const { grid, reference } = context;
  const at = grid.areas.indexOf(rule.area);
  let value = Number.NaN;
  for (let cell = reference[0] + at; at >= 0 && cell < reference[1]; cell += grid.areas.length)
    if (!Number.isNaN(column[cell]!)) value = column[cell]!;
  return { method: rule.method, reference: value, cap: rule.cap };
}
