// Rows of classifications of areas, as the queries see them.

import type { Generated } from "kysely";
import type { Sha256 } from "#kernel";
import type { StoredClassification } from "#records";
import type { Json } from "./json-column.ts";

export type ClassificationRows = {
  readonly classifications: {
    number: Generated<number>;
    id: string;
    attribute: string;
    source: string;
    year: number;
    version: string;
    groups: Json<StoredClassification["groups"]>;
    sha256: Sha256;
    addedAt: string;
    addedBy: string;
  };
};
