// Rows of the life of releases, as the queries see them.

import type { Generated } from "kysely";
import type { Problem } from "#kernel";
import type { CheckWorkState, ReleaseAct } from "#records";
import type { ChangingJson, Json } from "./json-column.ts";

export type ReleaseLifeRows = {
  readonly releaseEvents: {
    number: Generated<number>;
    release: string;
    kind: ReleaseAct["kind"];
    at: string;
    effectiveAt: string;
    by: string;
    act: Json<ReleaseAct>;
  };
  readonly releaseChecks: {
    number: Generated<number>;
    release: string;
    state: CheckWorkState;
    askedAt: string;
    askedBy: string;
    attempts: Generated<number>;
    done: Generated<number>;
    total: number | null;
    problems: ChangingJson<readonly Problem[]>;
  };
};
