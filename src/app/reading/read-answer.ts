// What passes between the thread that reads and the one that keeps. Plain values only: they are copied.

import type { Problem, Result } from "#kernel";
import type { DocumentReading } from "#records";
import type { EvaluationFacts, EvaluationReading, ReadingJson } from "#sources";

/** A report that was read, before it belongs to a source. */
export type ReadReport = Omit<DocumentReading, "source"> & {
  readonly passages: EvaluationReading["passages"];
  /** What was repaired, guessed or found odd in the document. */
  readonly warnings: readonly Problem[];
};

export type ReadRequest = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: { readonly maxBytes: number; readonly maxPages: number };
  /** `report` gives what is kept; `json` what `socle read` prints; `facts` what it says of its evaluation. */
  readonly as: keyof ReadAnswer;
  readonly sha256: string;
};

export type ReadAnswer = {
  readonly facts: Result<EvaluationFacts>;
  readonly report: Result<ReadReport>;
  readonly json: Result<{ readonly json: ReadingJson; readonly text: string }>;
};

export type ReadMessage =
  | { readonly page: number; readonly pages: number }
  | { readonly answer: ReadAnswer[keyof ReadAnswer] };
