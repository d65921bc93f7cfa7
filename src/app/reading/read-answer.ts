// What passes between the process that reads and the one that keeps. Plain values only: they are copied.

import type { ReadDocument, WorkbookReading } from "#documents";
import type { Problem, Result } from "#kernel";
import type { DocumentReading } from "#records";
import type {
  EvaluationFacts,
  EvaluationReading,
  QdaReading,
  ReadingJson,
  ReferencesReading,
  readBibliography,
} from "#sources";

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
  /** `report` gives what is kept; `json` what `socle read` prints; `facts` what it says of its evaluation; the others the plain reading. */
  readonly as: keyof ReadAnswer;
  readonly sha256: string;
};

export type ReadAnswer = {
  readonly facts: Result<EvaluationFacts>;
  readonly report: Result<ReadReport>;
  readonly json: Result<{ readonly json: ReadingJson; readonly text: string }>;
  readonly document: Result<ReadDocument>;
  readonly workbook: Result<WorkbookReading>;
  readonly bibliography: Awaited<ReturnType<typeof readBibliography>>;
  readonly references: Result<ReferencesReading>;
  readonly qda: Result<QdaReading>;
};

export type ReadMessage =
  | { readonly page: number; readonly pages: number }
  | { readonly answer: ReadAnswer[keyof ReadAnswer] }
  /** A defect of the reader, in its words. */
  | { readonly broken: string };

/** What the process says before it ends itself, so that its end is told from others. */
export const tooMuchMemory = "socle: too much memory";
