// What the tables of lessons and good practices mean.

import type { TableDescription } from "./table-description.ts";

export const lessonTables: readonly TableDescription[] = [
  {
    name: "lessons",
    meaning: "Every lesson learned and emerging good practice that was ever on record.",
    columns: { id: "Lasting address of the lesson.", added_at: "When it came." },
  },
  {
    name: "lesson_versions",
    meaning: "Lessons and good practices as records, version by version.",
    columns: {
      id: "The lesson.",
      version: "1 for the first, counted up; earlier versions stay.",
      record: "json: the record.",
      recorded_at: "When this version was stored.",
      recorded_by: "Who stored it.",
      superseded_at:
        "When a later version took its place, or a reading no longer found it; empty for the one that stands.",
      document: "From the record: the report it stands in.",
      facts: "From the record: what lists filter by.",
      language: "From the record.",
      search: "Words of text, heading and conditions of transferability, for search.",
    },
  },
  {
    name: "lesson_revision",
    meaning:
      "Counts the changes of lessons and of the evaluations they belong to, so that what a server remembers of them can be checked.",
    derived: true,
    columns: { one: "Always true: there is one row.", revision: "Number of changes so far." },
  },
];
