import { failAll, ok, problem, type Result } from "#kernel";
import type { EstimationContext } from "./estimation-context.ts";
import { domainDegrees } from "./linear-estimates.ts";
import type { DesignRequest } from "./read-survey-request.ts";
import { requestDomains } from "./request-domains.ts";

/** What a design says of itself. */
export type DesignRow = {
  readonly group: Readonly<Record<string, string | number>>;
  /** Weight of each row, after adjustments; 0 outside the domain. */
  readonly weights?: readonly number[];
  readonly sum?: number;
  readonly scale?: number;
  readonly rscales?: readonly number[];
  /** Number of replicates. */
  readonly nrep?: number;
  readonly degreesOfFreedom?: number;
  readonly n: number;
};

/** Weights, replicates or degrees of freedom of a design; one row for each group. */
export function designAnswers(
  { design, table, declared }: EstimationContext,
  request: DesignRequest,
): Result<readonly DesignRow[]> {
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const { codes, count, groups } = domains.value;
  const cases = new Int32Array(count);
  for (const code of codes) if (code >= 0) cases[code]! += 1;
  if (request.statistic === "replicate-weights") {
    const { replicates } = design;
    const file = declared?.replicates?.weightsFile;
    if (replicates === undefined || (request.file !== undefined && request.file !== file))
      return failAll([
        problem(
          "statistics.survey-replicates-impossible",
          replicates === undefined
            ? "The design has no replicate weights to tell of. Say in design.replicates how they are made or where they lie."
            : `The design's replicate weights come from ${file === undefined ? "the design itself" : `"${file}"`}, not from "${request.file}". Name the file in design.replicates.weightsFile.`,
          { field: "statistic" },
        ),
      ]);
    const { scale, rscales, count: nrep } = replicates;
    return ok(groups.map((group, of) => ({ group, scale, rscales: [...rscales], nrep, n: cases[of]! })));
  }
  if (request.statistic === "degrees-of-freedom") {
    const degrees = domainDegrees(design, domains.value, new Int32Array(count), null);
    return ok(
      groups.map((group, of) => ({
        group,
        degreesOfFreedom: design.replicates?.degreesOfFreedom ?? degrees[of]!,
        n: cases[of]!,
      })),
    );
  }
  return ok(
    groups.map((group, of) => {
      const weights = Array.from(design.weights, (weight, row) => (codes[row] === of ? weight : 0));
      return { group, weights, sum: weights.reduce((sum, weight) => sum + weight, 0), n: cases[of]! };
    }),
  );
}
