import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { adjustReplicates } from "./adjust-replicates.ts";
import { adjustWeights } from "./adjust-weights.ts";
import { columnUnknown, compileDesign, notNumeric } from "./compile-design.ts";
import type { EstimationContext } from "./estimation-context.ts";
import type { ReplicateDeclaration, SurveyDesign } from "./read-survey-request.ts";
import { broughtReplicates, makeReplicates } from "./replicate-weights.ts";
import type { ReplicateWeights, SampleDesign } from "./sample-design.ts";
import type { NumberColumn, SurveyColumn, SurveyTable } from "./survey-table.ts";

/**
 * What estimates are computed on: the rows and the design laid out over them, with its weights adjusted and
 * its replicates made or taken from what was brought along.
 *
 * Order: the design as drawn, its replicates, the adjustments one after another, of each replicate as of the
 * sample. Replicates that were brought along stay as they are.
 *
 * Cost: a few passes over the rows for each stage and each round of an adjustment; memory of 8 bytes a row for
 * the weights and 4 for each stage.
 *
 * @param declared the design of a request
 * @param table the rows by columns
 * @param brought tables with replicate weights, by the name under which the design calls them
 * @returns the context of `estimateSurvey`, or all that is wrong with the design: columns that are not there,
 *   empty cells, weights below 0, units in two strata, population counts below the sample, totals that cannot
 *   be met, replicates that do not fit the rows
 * @limits Calibrated designs take their errors from all columns of the model at once.
 * @source docs/methods/survey-estimation.md
 * @example
 * surveyContext(
 *   { clusters: [], strata: [], weights: 20, fpc: [], nested: false, singleUnit: "fail" },
 *   { rows: 3, columns: new Map() },
 * ).value.design.weights.length
 * // => 3
 */
export function surveyContext(
  declared: SurveyDesign,
  table: SurveyTable,
  brought: ReadonlyMap<string, SurveyTable> = new Map(),
): Result<EstimationContext> {
  const compiled = compileDesign(declared, table);
  if (!compiled.ok) return compiled;
  let design = compiled.value;
  for (const adjustment of declared.adjust ?? []) {
    const adjusted = adjustWeights(design, table, adjustment);
    if (!adjusted.ok) return adjusted;
    design = adjusted.value;
  }
  if (declared.replicates === undefined) return ok({ table, design, declared });
  const replicates = replicatesOf(compiled.value, design, table, declared, declared.replicates, brought);
  return replicates.ok
    ? ok({ table, design: { ...design, replicates: replicates.value }, declared })
    : replicates;
}

function replicatesOf(
  drawn: SampleDesign,
  design: SampleDesign,
  table: SurveyTable,
  { adjust = [] }: SurveyDesign,
  declared: ReplicateDeclaration,
  brought: ReadonlyMap<string, SurveyTable>,
): Result<ReplicateWeights> {
  const { weightsFile, columns, scale = 1 } = declared;
  if (weightsFile === undefined && columns === undefined) {
    const made = makeReplicates(drawn, declared);
    if (!made.ok) return made;
    const stated = asDeclared(declared, made.value);
    return stated.ok && adjust.length > 0 ? adjustReplicates(drawn, table, adjust, stated.value) : stated;
  }
  const from = weightsFile === undefined ? table : brought.get(weightsFile);
  if (from === undefined)
    return misfit(
      `The file of replicate weights "${weightsFile}" was not brought along. Give it with the data.`,
    );
  const problems: Problem[] = [];
  const named = columns ?? [...from.columns.keys()];
  const weights: Float64Array[] = [];
  for (const [at, name] of named.entries()) {
    const column: SurveyColumn | undefined = from.columns.get(name);
    const field =
      columns === undefined ? "design.replicates.weightsFile" : `design.replicates.columns[${at}]`;
    if (column === undefined) problems.push(columnUnknown(name, field, from));
    else if (column.kind === "category")
      problems.push(notNumeric(name, field, "Replicate weights are numbers.", column));
    else weights.push((column satisfies NumberColumn).values);
  }
  if (problems.length > 0) return failAll(problems);
  const rscales = factorsOf(declared, weights.length, new Float64Array(weights.length).fill(1));
  if (!rscales.ok) return rscales;
  return broughtReplicates(design, {
    type: declared.type,
    columns: weights,
    scale,
    rscales: rscales.value,
    mse: declared.mse,
  });
}

/** Replicates made from the design, if factors that the request states are those that follow from it. */
function asDeclared(declared: ReplicateDeclaration, made: ReplicateWeights): Result<ReplicateWeights> {
  const stated = factorsOf(declared, made.count, made.rscales);
  if (!stated.ok) return stated;
  const differ = (a: number, b: number) => !(Math.abs(a - b) <= 1e-9 * Math.abs(b));
  // Other programs put the replicates in another order.
  const [given, followed] = [stated.value.slice().sort(), made.rscales.slice().sort()];
  const at = given.findIndex((factor, r) => differ(factor, followed[r]!));
  if (declared.scale !== undefined && differ(declared.scale, made.scale))
    return misfit(
      `The design says a scale of ${declared.scale}, and ${made.scale} follows from it. Leave scale out, or bring the replicate weights along that it belongs to.`,
    );
  return at < 0
    ? ok(made)
    : misfit(
        `The factors of the replicates (rscales) are not those that follow from the design: ${given[at]} is among them, where ${followed[at]} was expected. Leave them out, or bring the replicate weights along that they belong to.`,
      );
}

/** The factor of each replicate as declared, or `otherwise`. */
function factorsOf(
  { replicates, rscales, rscalesRuns }: ReplicateDeclaration,
  count: number,
  otherwise: Float64Array,
): Result<Float64Array> {
  if (replicates !== undefined && replicates !== count)
    return misfit(
      `The design says ${replicates} replicates, and there are ${count}. Correct the number, or check that it is the right file.`,
    );
  if (typeof rscales === "number") return ok(new Float64Array(count).fill(rscales));
  const listed =
    rscales ??
    rscalesRuns?.flatMap((run) => Array.from({ length: Math.min(run.count, 1e6) }, () => run.value));
  if (listed === undefined) return ok(otherwise);
  return listed.length === count
    ? ok(Float64Array.from(listed))
    : misfit(
        `There are ${count} replicates and ${listed.length} factors (rscales). Give one factor for each.`,
      );
}

const misfit = (message: string): Result<never> =>
  failAll([problem("statistics.survey-replicates-impossible", message, { field: "design.replicates" })]);
