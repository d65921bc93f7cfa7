// Rows of the life of releases, as the queries see them.

import type { Generated } from "kysely";
import type { ReleaseAct } from "#records";
import type { Json } from "./json-column.ts";

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
};
