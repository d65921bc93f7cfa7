import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { StudyFile } from "#records";
import {
  type AnswerRow,
  estimateSurvey,
  readSurveyRequest,
  type SurveyTable,
  surveyContext,
} from "#statistics";

export type DesignFacts = {
  readonly strata: number;
  /** Sampling units of the first stage. */
  readonly units: number;
  readonly degreesOfFreedom: number;
  readonly weights: { readonly sum: number; readonly least: number; readonly most: number };
  readonly singleUnitStrata: number;
};

export type WeightedTotal = {
  readonly label: string;
  readonly cases: number;
  readonly weighted: number;
  readonly standardError: number;
  readonly known: number;
  readonly source: string;
};

export type DesignFindings = {
  /** Null where the file has no weights and no population counts: nothing is estimated from it. */
  readonly facts: DesignFacts | null;
  readonly totals: readonly WeightedTotal[];
  readonly warnings: readonly Problem[];
};

export type DesignedFile = Pick<StudyFile, "name" | "design" | "knownTotals">;

/** No column of a file is called so. */
const everyRow = "(rows)";

/** A total this many standard errors and this share away from what is known is not explained by chance. */
const unlikely = { errors: 3, share: 0.05 };
/** Weights that differ by more are rare, and one row then decides for many. */
const widestWeights = 100;

const hasWeights = ({ design }: DesignedFile): boolean => design.weights !== null || design.fpc.length > 0;

function requestOf(file: DesignedFile) {
  const { replicates, ...design } = file.design;
  const total = (id: string, where: Readonly<Record<string, readonly string[]>>) => ({
    id,
    statistic: "total",
    variables: [everyRow],
    ...(Object.keys(where).length > 0 && { where }),
  });
  return readSurveyRequest({
    design: { ...design, ...(replicates !== null && { replicates }) },
    estimates: [
      total("all", {}),
      ...file.knownTotals.map(({ where }, at) =>
        total(
          `known ${at}`,
          Object.fromEntries(Object.entries(where).map(([column, code]) => [column, [code]])),
        ),
      ),
    ],
  });
}

/** The columns that the design of a file and its known totals speak of, or what is wrong with the design. */
export function designColumns(file: DesignedFile): Result<readonly string[]> {
  if (!hasWeights(file)) return ok([]);
  const request = requestOf(file);
  if (!request.ok) return request;
  if (request.value.files.length > 0)
    return fail(
      problem(
        "app.replicates-apart",
        `${file.name}: the replicate weights lie in a file of their own (${request.value.files[0]}). In an edition they travel with the rows: put them into the file as columns and name those in design.replicates.columns.`,
        { field: "design.replicates.weightsFile" },
      ),
    );
  return ok(request.value.columns.filter((name) => name !== everyRow));
}

/**
 * What the design of a file comes to: strata, units, weights, and weighted totals beside known ones.
 *
 * @param table the columns of `designColumns`
 * @returns the facts with what is odd about them, or all that is wrong with the design, as the estimators say it
 */
export function designFacts(file: DesignedFile, table: SurveyTable): Result<DesignFindings> {
  if (!hasWeights(file)) return ok({ facts: null, totals: [], warnings: withoutWeights(file) });
  const request = requestOf(file);
  if (!request.ok) return request;
  const rows: SurveyTable = {
    ...table,
    columns: new Map([
      ...table.columns,
      [everyRow, { kind: "number", values: new Float64Array(table.rows).fill(1) }],
    ]),
  };
  const context = surveyContext(request.value.design, rows);
  if (!context.ok) return context;
  const { design } = context.value;
  const answers: (AnswerRow | null)[] = [];
  const problems: Problem[] = [];
  for (const estimate of request.value.estimates) {
    const answer = estimateSurvey(context.value, estimate);
    if (answer.ok) answers.push(answer.value[0] ?? null);
    else {
      answers.push(null);
      problems.push(...answer.problems.map((one) => ofTotal(file, estimate.id, one)));
      if (estimate.id === "all") break; // all others would say the same
    }
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { ok: false, problems: [first, ...rest] };
  const stage = design.stages[0];
  const facts: DesignFacts = {
    strata: stage.strata,
    units: stage.units,
    degreesOfFreedom: numberOf(answers[0], "degreesOfFreedom"),
    weights: spreadOf(design.weights),
    singleUnitStrata: stage.drawn.reduce(
      (count, drawn, stratum) => count + (drawn === 1 && stage.fraction[stratum]! < 1 ? 1 : 0),
      0,
    ),
  };
  const totals = file.knownTotals.map(({ label, total, source }, at): WeightedTotal => {
    const row = answers[at + 1];
    return {
      label,
      cases: numberOf(row, "n"),
      weighted: numberOf(row, "estimate"),
      standardError: numberOf(row, "standardError"),
      known: total,
      source,
    };
  });
  const population = stage.drawn.reduce(
    (sum, drawn, stratum) => sum + (stage.fraction[stratum]! > 0 ? drawn / stage.fraction[stratum]! : 0),
    0,
  );
  return ok({
    facts,
    totals,
    warnings: [...oddities(file, facts, rows.rows, population), ...unlikeTotals(file, totals)],
  });
}

const numberOf = (row: AnswerRow | null | undefined, field: string): number => {
  const value = (row as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
};

function spreadOf(weights: Float64Array): DesignFacts["weights"] {
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const weight of weights) {
    sum += weight;
    if (weight > 0 && weight < least) least = weight;
    if (weight > most) most = weight;
  }
  return { sum, least: Number.isFinite(least) ? least : 0, most };
}

/** A known total that no row fits is a fault of the declaration, and says which one. */
function ofTotal(file: DesignedFile, id: string, found: Problem): Problem {
  const at = Number(id.replace("known ", ""));
  const known = file.knownTotals[at];
  if (known === undefined) return found;
  return problem(
    "app.known-total-empty",
    `The known total "${known.label}" of ${file.name}: ${found.message}`,
    { field: `knownTotals[${at}].where`, ...(found.at?.column !== undefined && { column: found.at.column }) },
  );
}

const odd = (file: DesignedFile, message: string, field = "design") =>
  problem("app.design-unlikely", `${file.name}: ${message}`, { field });

function withoutWeights(file: DesignedFile): readonly Problem[] {
  return [
    odd(
      file,
      "no weights and no population counts are declared, so nothing is estimated from this file by itself: no tables, no totals. Name the column of weights, or leave it so where only the files below it are tabulated.",
      "design.weights",
    ),
  ];
}

function oddities(
  file: DesignedFile,
  { weights, singleUnitStrata, strata, units }: DesignFacts,
  rows: number,
  population: number,
): readonly Problem[] {
  const found: Problem[] = [];
  if (singleUnitStrata > 0)
    found.push(
      problem(
        "app.single-units",
        `${file.name}: ${singleUnitStrata} of ${strata} strata hold one sampling unit each, so that their spread is not seen; the design says "${file.design.singleUnit}", and errors rest on that.`,
        { field: "design.singleUnit" },
      ),
    );
  if (Math.abs(weights.sum - rows) < 1e-6 * rows)
    found.push(
      odd(
        file,
        `the weights add up to the number of rows (${rows}): shares and means are right, totals are those of the sample and not of the population.`,
        "design.weights",
      ),
    );
  if (weights.least > 0 && weights.most / weights.least > widestWeights)
    found.push(
      odd(
        file,
        `the largest weight (${weights.most}) is ${Math.round(weights.most / weights.least)} times the smallest (${weights.least}). A few rows then decide; check both against the field report.`,
        "design.weights",
      ),
    );
  const { clusters, fpc } = file.design;
  if (clusters.length === 0 && fpc.length > 0 && units === rows) {
    const ratio = weights.sum / population;
    if (population > 0 && (ratio < 0.5 || ratio > 2))
      found.push(
        odd(
          file,
          `the population counts come to ${Math.round(population)} units and the weights to ${Math.round(weights.sum)}. Both should be the population; one of the columns may be another than meant.`,
          "design.fpc",
        ),
      );
  }
  return found;
}

const unlikeTotals = (file: DesignedFile, totals: readonly WeightedTotal[]): readonly Problem[] =>
  totals
    .filter(({ weighted, standardError, known }) => {
      const apart = Math.abs(weighted - known);
      return apart > unlikely.errors * standardError && apart > unlikely.share * known;
    })
    .map(({ label, weighted, standardError, known, source }) =>
      problem(
        "app.known-total-unlike",
        `${file.name}: "${label}" comes to ${Math.round(weighted)} by the weights (standard error ${Math.round(standardError)}) and is ${known} by ${source}. Chance does not explain the difference; check weights, universe and year.`,
        { field: "knownTotals" },
      ),
    );
