// Rows of reviews, as the queries see them.

import type { Language } from "#kernel";
import type { Origin, ReviewAct } from "#records";
import type { Json } from "./json-column.ts";

export type ReviewRows = {
  readonly reviews: {
    id: string;
    title: string;
    language: Language;
    origin: Origin;
    createdAt: string;
    createdBy: string;
    publishedAt: string | null;
    last: number;
  };
  readonly reviewEvents: {
    review: string;
    number: number;
    key: string;
    at: string;
    by: string;
    via: string | null;
    act: Json<ReviewAct>;
  };
};
