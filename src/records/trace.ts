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
    | "source";
  readonly label: string;
  readonly value: number | string | null;
  readonly recipe: Recipe | null;
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
