import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { WeightAdjustment } from "./adjust-weights.ts";
import type { EstimateRequest, RequestFrame } from "./estimate-request.ts";
import type { ReplicateMethod } from "./replicate-weights.ts";
import { type Fields, isObject, listOf, objectOf, text } from "./request-fields.ts";
import { batchFields, designFields, estimate } from "./request-vocabulary.ts";
import type { DesignDeclaration } from "./sample-design.ts";

/** Where replicate weights come from: made from the design, or brought along as columns or as a file. */
export type ReplicateDeclaration = {
  readonly type: ReplicateMethod;
  readonly mse: boolean;
  /** How many; where they follow from the design or the file, what is expected. */
  readonly replicates?: number;
  readonly rho?: number;
  readonly seed?: number;
  readonly scale?: number;
  readonly rscales?: number | readonly number[];
  readonly rscalesRuns?: readonly { readonly value: number; readonly count: number }[];
  /** A file with a column for each replicate, rows in the order of the data. */
  readonly weightsFile?: string;
  /** Columns of the data, one for each replicate. */
  readonly columns?: readonly string[];
};

/** A design as a request states it. */
export type SurveyDesign = DesignDeclaration & {
  readonly adjust?: readonly WeightAdjustment[];
  readonly replicates?: ReplicateDeclaration;
};

/** What a design itself says: its weights, its replicates, its degrees of freedom. */
export type DesignRequest = RequestFrame & {
  readonly statistic: "weights" | "replicate-weights" | "degrees-of-freedom";
  /** The file whose replicates are meant; it is the one that the design names. */
  readonly file?: string;
};

export type SurveyEstimate =
  | EstimateRequest
  | DesignRequest
  | (RequestFrame & {
      readonly statistic: "batch";
      readonly parts: Readonly<Record<string, EstimateRequest | DesignRequest>>;
    });

export type SurveyRequest = {
  /** File of the rows; `null` where the caller has them. */
  readonly data: string | null;
  readonly design: SurveyDesign;
  readonly estimates: readonly SurveyEstimate[];
  /** Texts that stand for a missing value, besides the empty one. */
  readonly missing: readonly string[];
  /** Columns of the data that the request speaks of. */
  readonly columns: readonly string[];
  /** Files with replicate weights. */
  readonly files: readonly string[];
};

const requestFields: Fields = {
  note: { check: text },
  data: { check: text },
  missing: {
    check: listOf(text, 'Write the texts that stand for a missing value, such as ["NA"].'),
    otherwise: [],
  },
  design: { check: objectOf("The design", designFields), needed: true },
  estimates: { check: (value) => value, needed: true },
};

/**
 * A request for estimates from a survey, out of parsed JSON: design and estimates with every default filled in,
 * or everything that is wrong with it at once.
 *
 * Defaults: nothing clustered or stratified, weights from the population counts, units numbered once
 * (`nested` false), `singleUnit` fail; confidence 0.95, proportions by `logit`, quantiles by rule `math` with
 * `mean` intervals, tests of association by `F`. A design may hold its `data`, and a `base`: a design whose
 * fields hold where its own do not say otherwise.
 *
 * @param json what `JSON.parse` gave
 * @returns the request, or problems with the path of each field, for example `estimates[2].probabilities[0]`:
 *   fields that are missing, unknown, of the wrong kind or out of range; ids given twice
 * @limits Whether columns and values exist is known with the data alone: `surveyContext` and
 *   `estimateSurvey` say that.
 * @source docs/methods/survey-estimation.md
 * @example
 * readSurveyRequest({
 *   design: { weights: "w", strata: ["region"] },
 *   estimates: [{ id: "a", statistic: "mean", variables: ["income"] }],
 * }).value.design.singleUnit
 * // => "fail"
 */
export function readSurveyRequest(json: unknown): Result<SurveyRequest> {
  const found: Problem[] = [];
  const unfolded = isObject(json) ? withBase(json) : json;
  const root = objectOf("A survey request", requestFields)(unfolded, "", found);
  const listed = isObject(root) ? root["estimates"] : undefined;
  const estimates: SurveyEstimate[] = [];
  if (Array.isArray(listed) && listed.length > 0)
    for (const [at, each] of listed.entries()) {
      const read = readEstimate(each, `estimates[${at}]`, found);
      if (isObject(read)) estimates.push({ id: String(at + 1), ...read } as SurveyEstimate);
    }
  else if (listed !== undefined)
    found.push(
      problem(
        "statistics.survey-request-invalid",
        'The list of estimates is empty or no list. Write what is to be estimated, such as [{"id":"a","statistic":"mean","variables":["income"]}].',
        { field: "estimates" },
      ),
    );
  const ids = estimates.map(({ id }) => id);
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) < at)
      found.push(
        problem(
          "statistics.survey-request-invalid",
          `Two estimates are called "${id}", so that the answer would not tell them apart. Give each an id of its own.`,
          { field: `estimates[${at}].id` },
        ),
      );
  if (found.length > 0 || !isObject(root)) return failAll(found);
  const {
    data = null,
    design,
    missing,
  } = root as unknown as Omit<SurveyRequest, "data"> & {
    readonly data?: string;
  };
  found.push(...designProblems(design));
  if (found.length > 0) return failAll(found);
  return ok({
    data,
    design: { ...design, fpc: design.fpc.filter((name) => name !== null) },
    estimates,
    missing,
    columns: columnsOf(design, estimates),
    files: design.replicates?.weightsFile === undefined ? [] : [design.replicates.weightsFile],
  });
}

/** The request with the base of its design unfolded, and with the data that the design names. */
function withBase(json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let design = json["design"];
  for (let depth = 0; depth < 10 && isObject(design) && isObject(design["base"]); depth++) {
    const { base, ...own } = design;
    design = { ...(base as object), ...own };
  }
  if (!isObject(design) || typeof design["data"] !== "string") return { ...json, design };
  const { data, ...rest } = design;
  return { ...json, data: json["data"] ?? data, design: rest };
}

function readSingle(value: unknown, at: string, found: Problem[]): unknown {
  const read = estimate(value, at, found);
  contrastProblems(read, at, found);
  return read;
}

function readEstimate(value: unknown, at: string, found: Problem[]): unknown {
  if (!isObject(value) || value["statistic"] !== "batch") return readSingle(value, at, found);
  const before = found.length;
  const batch = objectOf("A batch", batchFields)(value, at, found) as
    | { readonly parts: Readonly<Record<string, unknown>> }
    | undefined;
  if (batch === undefined || found.length > before) return undefined;
  const { id: _, statistic: __, parts, ...shared } = batch as Record<string, unknown>;
  return {
    ...batch,
    parts: Object.fromEntries(
      Object.entries(parts as Readonly<Record<string, unknown>>).map(([name, part]) => {
        const read = readSingle(isObject(part) ? { ...shared, ...part } : part, `${at}.parts.${name}`, found);
        return [name, isObject(read) ? { id: name, ...read } : read];
      }),
    ),
  };
}

/** What no single field shows. */
function designProblems({ fpc, replicates }: SurveyDesign): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (field: string, message: string) =>
    found.push(problem("statistics.survey-request-invalid", message, { field: `design.${field}` }));
  const stages: readonly (string | null)[] = fpc;
  const gap = stages.indexOf(null);
  if (gap >= 0 && stages.slice(gap).some((name) => name !== null))
    tell(
      "fpc",
      `Population counts are given from the first stage on; stage ${gap + 1} has none and a later one has. Without the counts of a stage those below it add nothing: leave them out.`,
    );
  if (replicates === undefined) return found;
  const brought = replicates.weightsFile !== undefined || replicates.columns !== undefined;
  if (replicates.weightsFile !== undefined && replicates.columns !== undefined)
    tell(
      "replicates",
      "Replicate weights come from a file or from columns of the data; both are named. Take one out.",
    );
  if (replicates.rscales !== undefined && replicates.rscalesRuns !== undefined)
    tell("replicates.rscales", "rscales and rscalesRuns say the same in two ways. Take one out.");
  if (brought && replicates.scale === undefined)
    tell(
      "replicates.scale",
      "Replicate weights that were made elsewhere come with the factor of their variance, and scale is missing. It stands in the documentation of the data: 1/R for half-samples, 1/(R·(1 − rho)²) for Fay, 1/(R − 1) for a bootstrap of R replicates.",
    );
  return found;
}

/** A contrast is said in one of two ways. */
function contrastProblems(read: unknown, at: string, found: Problem[]): void {
  if (!isObject(read) || read["statistic"] !== "contrast") return;
  const [one, other] = [read["expression"] === undefined, read["coefficients"] === undefined];
  if (one === other)
    found.push(
      problem(
        "statistics.survey-request-invalid",
        `The contrast says ${one ? "neither expression nor coefficients" : "both expression and coefficients"}. Write one of them.`,
        { field: `${at}.expression` },
      ),
    );
}

/** Names of columns, wherever they stand. */
function columnsOf(design: SurveyDesign, estimates: readonly SurveyEstimate[]): readonly string[] {
  const names = new Set<string>();
  const take = (given: readonly (string | number | null | undefined)[] | undefined) => {
    for (const name of given ?? []) if (typeof name === "string") names.add(name);
  };
  take([...design.clusters, ...design.strata, ...design.fpc, design.weights, design.ppsSquares]);
  take(design.replicates?.columns);
  for (const adjustment of design.adjust ?? [])
    if (adjustment.type === "poststratify") take(adjustment.by);
    else if (adjustment.type === "rake") for (const { by } of adjustment.margins) take(by);
    else if (adjustment.type === "calibrate") take(adjustment.model.filter((term) => term !== "intercept"));
  const visit = (given: SurveyEstimate | Omit<EstimateRequest, "id">): void => {
    const all = given as unknown as Readonly<Record<string, unknown>>;
    for (const field of ["where", "whereNot"]) take(Object.keys((all[field] as object | undefined) ?? {}));
    for (const field of ["by", "variables", "predictors"]) take(all[field] as readonly string[] | undefined);
    take(["denominator", "group", "response", "weights"].map((field) => all[field] as string | undefined));
    if (given.statistic === "batch")
      for (const part of Object.values((given as { readonly parts: object }).parts))
        visit(part as SurveyEstimate);
    if (isObject(all["of"])) visit(all["of"] as unknown as EstimateRequest);
  };
  for (const given of estimates) visit(given);
  return [...names];
}
