// What the tables of corrections and reading jobs mean.

import type { TableDescription } from "./table-description.ts";

/** Columns that corrections brought to the passages. */
export const decisionColumns = {
  decision: "Whether a reader proposed it (machine) or a person accepted, corrected, added or rejected it.",
  decided_by: "Who decided; empty for a proposal.",
  decided_at: "When it was decided.",
  text_version: "The text its spans count in: the version of the reading that first had it.",
} as const;

export const correctionTables: readonly TableDescription[] = [
  {
    name: "corrections",
    meaning: "What people did with the passages of a document, act by act. Append-only.",
    columns: {
      number: "Order of the acts.",
      source: "The document.",
      act: "What was done; move is a later reading that found a person's words elsewhere.",
      before: "json: the versions of passages that stood before.",
      after: "json: the versions that stand in their place.",
      undoes: "The act it takes back.",
      text_version: "The text the spans count in.",
      by: "Who did it; reader for moves.",
      at: "When.",
      comment: "Why, in the person's words.",
    },
  },
  {
    name: "reading_jobs",
    meaning: "Work on many reports, which goes on after a stop of the program.",
    columns: {
      number: "Order in which they were begun.",
      id: "Short name.",
      kind: "Whether it brings files in or reads documents again.",
      state: "Running, stopped by a person, or closed.",
      origin: "Real, invented or simulated, for all its files.",
      evaluation: "The evaluation its files are tied to.",
      created_at: "When it was begun.",
      created_by: "Who began it.",
    },
  },
  {
    name: "reading_job_files",
    meaning: "The files of a job and how far each has come.",
    columns: {
      job: "The job.",
      number: "Order in the job.",
      name: "File name as given.",
      sha256: "SHA-256 of the bytes, which lie in the folder files.",
      bytes: "Size in bytes.",
      state: "Queued, reading, done or failed.",
      attempts: "How often reading it was begun.",
      pages: "Pages read so far.",
      passages: "Passages found.",
      outcome: "json: whether it is new, and what changed.",
      problems: "json: why it failed, or remarks.",
      started_at: "When reading was begun the last time.",
      ended_at: "When it was done or failed.",
    },
  },
];
