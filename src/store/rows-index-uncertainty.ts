// Rows of the uncertainty of index runs, as the queries see them.

import type { Generated } from "kysely";
import type { Recipe, Sha256 } from "#kernel";
import type { Json } from "./json-column.ts";

export type IndexUncertaintyRows = {
  readonly indexUncertainties: {
    number: Generated<number>;
    run: string;
    recipe: Json<Recipe>;
    plan: Json<unknown>;
    resultSha256: Sha256;
    createdAt: string;
  };
};
