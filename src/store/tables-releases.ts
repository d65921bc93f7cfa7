// What the table of the life of releases means.

import type { TableDescription } from "./table-description.ts";

export const releaseLifeTables: readonly TableDescription[] = [
  {
    name: "release_events",
    meaning:
      "What was done with each release: drafted, checked, answered, embargoed, published, withdrawn. A trigger refuses changes and deletions.",
    columns: {
      number: "Order of the acts.",
      release: "The release.",
      kind: "What was done.",
      at: "When it was recorded.",
      effective_at: "When it holds from: the end of an embargo, else when it was recorded.",
      by: "Whose act it is.",
      act: "json: the act with its findings, note, reason or notes.",
    },
  },
];
