import type { Recipe, Sha256, Span } from "#kernel";

/** The path from a number or sentence to its sources, as `socle trace` prints it. */
export type TraceNode = {
  /** For example `score:RUN/AREA/NODE`, `observation:RELEASE/…`, `passage:…`, `source:SHA256`. */
  readonly id: string;
  readonly kind:
    | "score"
    | "run"
    | "definition"
    | "release"
    | "observation"
    | "passage"
    | "evaluation"
    | "ratification"
    | "document"
    | "study"
    | "edition"
    | "source";
  readonly label: string;
  readonly value: number | string | null;
  readonly recipe: Recipe | null;
  /** What this part gave to the score above it, so that the score can be worked by hand. */
  readonly contribution: {
    /** On the scale of the index; null where the part was missing or dropped. */
    readonly value: number | null;
    /** Its part of the sum of the weights that counted, 0 to 1. */
    readonly weight: number | null;
    /** Minimum and maximum an indicator was laid on the scale with; null for a sub-index. */
    readonly range: readonly [minimum: number, maximum: number] | null;
    /** The steps that changed the value before it was laid on the scale, in order; absent where none did. */
    readonly steps?: readonly {
      readonly step: string;
      /** The denominator, or the method. */
      readonly rule: string;
      readonly value: number | null;
    }[];
  } | null;
  /** How the values below a score became one, where it is not their weighted mean. */
  readonly formedBy?: { readonly method: string; readonly power?: number };
  /** Of a score that was stretched: the minimum and maximum over all areas that became 0 and 1. */
  readonly stretchedFrom: readonly [minimum: number, maximum: number] | null;
  readonly inputs: readonly TraceNode[];
  readonly source: {
    readonly sha256: Sha256;
    readonly file: string;
    readonly locator:
      | { readonly page: number | null; readonly spans: readonly Span[] }
      | { readonly sheet: string | null; readonly row: number; readonly column: string }
      | null;
  } | null;
};
