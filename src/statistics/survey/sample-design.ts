import type { Calibration } from "./calibration.ts";
import type { UnequalMethod, UnequalStage } from "./unequal-probabilities.ts";

/** What is done with a stratum in which only one unit was drawn, so that its spread cannot be seen. */
export const singleUnitTreatments = ["fail", "remove", "certainty", "adjust", "average"] as const;
export type SingleUnitTreatment = (typeof singleUnitTreatments)[number];

/** How a sample was drawn, in the words of the file: names of columns, stage by stage. */
export type DesignDeclaration = {
  /** Sampling units of each stage; none: every row was drawn by itself. */
  readonly clusters: readonly string[];
  /** Strata of each stage; `null` where a stage has none. */
  readonly strata: readonly (string | null)[];
  /** Column of weights, one weight for all, or `null`: the inverse of the sampling fractions. */
  readonly weights: string | number | null;
  /** Units in the population by stage, or sampling fractions where all are at most 1. */
  readonly fpc: readonly string[];
  /**
   * Units were drawn without replacement with probabilities of their own: `fpc` of the first stage holds them
   * unit by unit, and that of a further stage where it holds no counts.
   */
  readonly pps?: UnequalMethod | null;
  /** Column with the sum of squared probabilities over the population of each stratum of the first stage. */
  readonly ppsSquares?: string | null;
  /** Whether units are numbered anew in each stratum. */
  readonly nested: boolean;
  readonly singleUnit: SingleUnitTreatment;
};

/**
 * One stage of sampling. Units lie together by stratum, strata by the unit above them: sums over strata and
 * over units of the stage above run in one sweep.
 */
export type SamplingStage = {
  readonly units: number;
  readonly strata: number;
  readonly stratumOf: Int32Array;
  /** Unit of the stage above that each unit lies in; `null` in the first stage. */
  readonly parentOf: Int32Array | null;
  /** Units drawn in each stratum. */
  readonly drawn: Int32Array;
  /** Share of the stratum's units that was drawn; 0 where drawing left the stratum as it was. */
  readonly fraction: Float64Array;
  /** Where units were drawn with probabilities of their own; `fraction` is then not used. */
  readonly unequal?: UnequalStage;
  /** The stratum as the file calls it. */
  readonly stratumLabel: (stratum: number) => string;
};

/** Samples made of a sample, whose spread shows its error. */
export type ReplicateWeights = {
  readonly count: number;
  readonly scale: number;
  /** Factor of each replicate's squared distance. */
  readonly rscales: Float64Array;
  /** Whether distances are taken from the estimate of the whole sample, else from the replicates' mean. */
  readonly mse: boolean;
  readonly degreesOfFreedom: number;
  /** What the weights are multiplied by: primary units by replicates; or the weights themselves by row. */
  readonly factors:
    | { readonly of: "units"; readonly matrix: Float64Array }
    /** Each primary unit left out in turn, the others of its stratum standing in for it: nothing to store. */
    | { readonly of: "one-left-out" }
    | { readonly of: "rows"; readonly columns: readonly Float64Array[] };
};

/**
 * A sample design laid out for estimation: stages that add to the variance, the unit of the last of them
 * that each row lies in, and the weight of each row.
 */
export type SampleDesign = {
  readonly rows: number;
  readonly weights: Float64Array;
  readonly stages: readonly [SamplingStage, ...SamplingStage[]];
  /** Unit of the last stage. */
  readonly unitOfRow: Int32Array;
  readonly singleUnit: SingleUnitTreatment;
  /** What the weights were fitted to, if to anything. */
  readonly calibration?: Calibration;
  /** Samples made of the sample; with them errors come from their spread. */
  readonly replicates?: ReplicateWeights;
};

export const lastStage = (design: SampleDesign): SamplingStage => design.stages[design.stages.length - 1]!;
