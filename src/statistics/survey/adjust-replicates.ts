import { fail, ok, problem, type Result } from "#kernel";
import { adjustWeights, type WeightAdjustment } from "./adjust-weights.ts";
import { weightsOfReplicate } from "./replicate-weights.ts";
import type { ReplicateWeights, SampleDesign } from "./sample-design.ts";
import type { SurveyTable } from "./survey-table.ts";

/** Weights of all replicates at most: 400 MB. */
const mostWeights = 5e7;

/**
 * Replicates of a design whose weights are adjusted: each is adjusted by itself, as if it were the sample, so
 * that the spread of the replicates shows what the adjustment explains.
 *
 * Cost: the adjustments once for each replicate; 8 bytes for each row and replicate.
 *
 * @param drawn the design before its weights were adjusted
 * @param made replicates made from it
 * @returns the same replicates with weights by row, or what is wrong with the first that cannot be adjusted
 * @source Rao and Shao (1999), Biometrika 86; Valliant (1993), Journal of the American Statistical Association 88
 */
export function adjustReplicates(
  drawn: SampleDesign,
  table: SurveyTable,
  adjustments: readonly WeightAdjustment[],
  made: ReplicateWeights,
): Result<ReplicateWeights> {
  if (made.count * drawn.rows > mostWeights)
    return impossible(
      `${made.count} replicates of ${drawn.rows} rows, each adjusted by itself, would need ${Math.round((made.count * drawn.rows * 8) / 1e6)} MB. Take a bootstrap of fewer replicates, or the linearised error (replicates: null).`,
    );
  const columns: Float64Array[] = [];
  for (let replicate = 0; replicate < made.count; replicate++) {
    let design: SampleDesign = { ...drawn, weights: weightsOfReplicate(drawn, made, replicate) };
    for (const adjustment of adjustments) {
      const adjusted = adjustWeights(design, table, adjustment);
      if (!adjusted.ok) {
        const [first] = adjusted.problems;
        return impossible(
          `Replicate ${replicate + 1} of ${made.count} cannot be adjusted: ${first?.message ?? ""} Take fewer categories or wider bounds, another kind of replicate, or the linearised error (replicates: null).`,
        );
      }
      design = adjusted.value;
    }
    // A category without weight in this replicate has no factor that would bring it to its total.
    if (design.weights.some((weight) => !Number.isFinite(weight)))
      return impossible(
        `Replicate ${replicate + 1} of ${made.count} leaves a category of the adjustment without a case, so that its total cannot be met. Join categories, or take the linearised error (replicates: null).`,
      );
    columns.push(design.weights);
  }
  return ok({ ...made, factors: { of: "rows", columns } });
}

const impossible = (message: string): Result<never> =>
  fail(problem("statistics.survey-replicates-impossible", message, { field: "design.replicates" }));
