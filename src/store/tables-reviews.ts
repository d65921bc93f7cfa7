// What the tables of reviews mean.

import type { TableDescription } from "./table-description.ts";

export const reviewTables: readonly TableDescription[] = [
  {
    name: "reviews",
    meaning: "Reviews by name. What they hold stands in their log.",
    columns: {
      id: "Short readable name, never used again.",
      title: "Title as it stands.",
      language: "Language the review is written in.",
      origin: "Real, invented or simulated.",
      created_at: "When it was begun.",
      created_by: "Who began it.",
      published_at: "When its first edition was published; empty while only members see it.",
      last: "Number of its last event.",
    },
  },
  {
    name: "review_events",
    meaning: "What the members of each review did, act by act. A trigger refuses changes and deletions.",
    columns: {
      review: "The review.",
      number: "Order in the review, from 1 without gaps.",
      key: "Given by whoever asked, so that an act sent twice counts once.",
      at: "When it was recorded.",
      by: "Whose act it is.",
      via: "The operator, where an act of a member was recorded from a file.",
      act: "json: the act.",
    },
  },
];
