// What the tables of indicators and selections mean.

import type { TableDescription } from "./table-description.ts";

export const indicatorTables: readonly TableDescription[] = [
  {
    name: "indicator_versions",
    meaning:
      "Indicators that this installation added or changed; those that come with Socle are a file of it.",
    columns: {
      number: "Order in which they came.",
      id: "The indicator.",
      version: "1 for the first of the installation, counted up; earlier versions stay.",
      record: "json: the indicator.",
      reason: "Why it was added or changed, in the words of who did it.",
      recorded_at: "When this version was stored.",
      recorded_by: "Who stored it.",
      superseded_at: "When a later version took its place; empty for the one that stands.",
    },
  },
  {
    name: "selections",
    meaning: "Choices of values by rule and by people, each version with the release it gave. Append-only.",
    columns: {
      number: "Order in which they were made.",
      id: "Name of the selection; the series of its releases.",
      version: "Number inside the selection.",
      title: "json: title by language.",
      rule: "json: the rule.",
      rule_sha256: "SHA-256 of the rule's canonical JSON.",
      inputs: "json: releases that were chosen from, with their checksums.",
      indicators: "json: the indicators as the catalogue had them.",
      overrides: "json: every decision of a person so far, with reason, person and moment.",
      release: "The release of chosen values.",
      table_sha256: "The table of chosen values: a file.",
      outcome: "json: counts, coverage below the minimum, flags.",
      outcome_sha256: "SHA-256 of the outcome's canonical JSON.",
      created_at: "When it was made.",
      created_by: "Who made it.",
    },
  },
];
