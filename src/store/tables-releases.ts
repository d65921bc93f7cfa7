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
  {
    name: "release_checks",
    meaning:
      "Checks of releases that are under way, stopped or failed; they go on after a stop of the program. What a check found is an act in `release_events`.",
    columns: {
      number: "Order in which they were first asked for.",
      release: "The release.",
      state: "Queued, checking, stopped by a person, or failed.",
      asked_at: "When it was asked for.",
      asked_by: "Who asked for it.",
      attempts: "How often it was begun.",
      done: "Rows looked at.",
      total: "Rows to look at, once known.",
      problems: "json: why it failed.",
    },
  },
];
