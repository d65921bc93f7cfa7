// What the tables of registry changes, mappings, vocabularies and duplicates mean.

import type { TableDescription } from "./table-description.ts";

const versioned = {
  version: "1 for the first, counted up; earlier versions stay.",
  record: "json: the record.",
  recorded_at: "When this version was stored.",
  recorded_by: "Who stored it.",
  superseded_at: "When a later version took its place; empty for the one that stands.",
};

export const registryTables: readonly TableDescription[] = [
  {
    name: "change_sets",
    meaning: "Changes of the registry, each of which can be taken back as a whole. Append-only.",
    columns: {
      number: "Order in which they were made.",
      id: "Readable name, never used again.",
      kind: "Import, edit, or the taking back of one of them.",
      title: "What was done.",
      source: "The file it came from; empty for edits.",
      undoes: "The change it takes back; empty for the others.",
      detail: "json: mapping, fields and counts, as far as they belong to it.",
      at: "When.",
      by: "Who did it.",
    },
  },
  {
    name: "change_items",
    meaning: "What a change did to each record. Append-only.",
    columns: {
      change_set: "The change.",
      evaluation: "The record.",
      before: "Version that stood before; empty where there was none.",
      after: "Version that stood after; empty where the record was taken out.",
    },
  },
  {
    name: "table_drafts",
    meaning: "Tables that were handed in and wait for their mapping; gone once imported or thrown away.",
    columns: {
      sha256: "SHA-256 of the file, whose bytes lie in the folder files.",
      name: "File name as given.",
      added_at: "When it came.",
      added_by: "Who brought it.",
    },
  },
  {
    name: "mapping_versions",
    meaning: "Saved mappings from the columns of a table to the fields of the registry, version by version.",
    columns: { id: "Readable name of the mapping.", ...versioned },
  },
  {
    name: "vocabulary_versions",
    meaning: "Lists of terms in four languages, version by version.",
    columns: { id: "Name of the vocabulary.", ...versioned },
  },
  {
    name: "duplicate_decisions",
    meaning:
      "What people decided about pairs of records that look alike; the latest of a pair holds. Append-only.",
    columns: {
      number: "Order of the decisions.",
      first: "One record.",
      second: "The other record, later by identifier.",
      verdict: "Same, different, or undecided again.",
      keep: "The record that stands for both where they are the same.",
      reason: "Why, in the words of whoever decided.",
      at: "When.",
      by: "Who decided.",
    },
  },
];
