// Rows of corrections and reading jobs, as the queries see them.

import type { Generated } from "kysely";
import type { Problem, Sha256 } from "#kernel";
import type {
  CorrectionAct,
  Origin,
  PassageMark,
  ReadingFileState,
  ReadingJob,
  ReadingJobKind,
  ReadingOutcome,
} from "#records";
import type { ChangingJson, Json } from "./json-column.ts";

export type CorrectionRows = {
  readonly corrections: {
    number: Generated<number>;
    source: Sha256;
    act: CorrectionAct;
    before: Json<readonly PassageMark[]>;
    after: Json<readonly PassageMark[]>;
    undoes: number | null;
    textVersion: number;
    by: string;
    at: string;
    comment: string | null;
  };
  readonly readingJobs: {
    number: Generated<number>;
    id: string;
    kind: ReadingJobKind;
    state: ReadingJob["state"];
    origin: Origin;
    evaluation: string | null;
    createdAt: string;
    createdBy: string;
  };
  readonly readingJobFiles: {
    job: string;
    number: number;
    name: string;
    sha256: Sha256;
    bytes: number;
    state: ReadingFileState;
    attempts: number;
    pages: number | null;
    passages: number | null;
    outcome: ChangingJson<ReadingOutcome> | null;
    problems: ChangingJson<readonly Problem[]>;
    startedAt: string | null;
    endedAt: string | null;
  };
};
