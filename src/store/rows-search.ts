import type { Generated } from "kysely";
import type { Json } from "./json-column.ts";

/** Tables of search as the queries see them; the partitioned one is written and read by SQL text alone. */
export type SearchRows = {
  readonly searchValues: { number: Generated<number>; facet: string; value: string };
  readonly savedSearches: {
    number: Generated<number>;
    id: string;
    account: string;
    name: string;
    room: "evaluations" | "passages";
    state: Json<Readonly<Record<string, string>>>;
    createdAt: string;
    removedAt: string | null;
  };
};
