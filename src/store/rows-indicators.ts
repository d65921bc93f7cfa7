// Rows of indicators and selections, as the queries see them.

import type { Generated } from "kysely";
import type { Localised, Sha256 } from "#kernel";
import type { StoredSelection } from "#records";
import type { Json } from "./json-column.ts";

export type IndicatorRows = {
  readonly indicatorVersions: {
    number: Generated<number>;
    id: string;
    version: number;
    record: Json<unknown>;
    reason: string;
    recordedAt: string;
    recordedBy: string;
    supersededAt: string | null;
  };
  readonly selections: {
    number: Generated<number>;
    id: string;
    version: number;
    title: Json<Localised>;
    rule: Json<unknown>;
    ruleSha256: Sha256;
    inputs: Json<StoredSelection["inputs"]>;
    indicators: Json<readonly unknown[]>;
    overrides: Json<readonly unknown[]>;
    release: string;
    tableSha256: Sha256;
    outcome: Json<unknown>;
    outcomeSha256: Sha256;
    createdAt: string;
    createdBy: string;
  };
};
