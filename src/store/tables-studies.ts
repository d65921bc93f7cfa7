// What the tables of studies mean.

import type { TableDescription } from "./table-description.ts";

const ofEdition = { study: "The study.", version: "The edition: version of its data." };

export const studyTables: readonly TableDescription[] = [
  {
    name: "studies",
    meaning: "Surveys of people and enterprises that were ever described.",
    columns: { id: "Identifier by the convention of the IHSN.", added_at: "When it was first described." },
  },
  {
    name: "study_versions",
    meaning: "Descriptions of studies in the manner of DDI-Codebook. A new one supersedes the one before.",
    columns: {
      number: "Order in which they came.",
      id: "The study.",
      version: "1 for the first, counted up; earlier versions stay.",
      record: "json: the description.",
      reason: "Why it was added or changed, in the words of who did it.",
      recorded_at: "When this version was stored.",
      recorded_by: "Who stored it.",
      superseded_at: "When a later version took its place; empty for the one that stands.",
    },
  },
  {
    name: "study_editions",
    meaning:
      "The data of studies by version: files, dictionary, designs; the rows lie in Parquet files. Append-only.",
    columns: {
      number: "Order in which they were made.",
      study: "The study.",
      version: "Number inside the study.",
      record: "json: files with their hashes and designs, variables, changes against the edition before.",
      checksum: "SHA-256 over files, dictionary and designs.",
      created_at: "When it was made.",
      created_by: "Who made it.",
    },
  },
  {
    name: "study_events",
    meaning: "What was done with each edition. Append-only.",
    columns: {
      number: "Order of the acts.",
      ...ofEdition,
      act: "Drafted, published or withdrawn.",
      at: "When.",
      by: "Whose act it is.",
      reason: "Why, in the words of who did it.",
    },
  },
  {
    name: "study_protections",
    meaning: "Which cells of the tables of an edition are withheld, once worked out. Append-only.",
    columns: {
      number: "Order in which they were worked out.",
      ...ofEdition,
      base: "What was worked out: file, variables and rules.",
      protection: "The pattern: a file.",
      created_at: "When it was worked out.",
    },
  },
  {
    name: "study_indexes",
    meaning:
      "Definitions of indexes of persons and enterprises that were added to those of Socle, by version. Append-only.",
    columns: {
      number: "Order in which they came.",
      id: "The index.",
      version: "1 for the first, counted up; earlier versions stay.",
      record: "json: the definition as it was given.",
      record_sha256: "SHA-256 of the definition, its keys in order: what recipes name.",
      reason: "Why it was added or changed, in the words of who did it.",
      recorded_at: "When this version was stored.",
      recorded_by: "Who stored it.",
    },
  },
  {
    name: "study_variables",
    meaning: "Variables of all editions, as search reads them. Made by a trigger.",
    derived: true,
    columns: {
      ...ofEdition,
      place: "Order in the dictionary, from 1.",
      file: "File of the edition it lies in.",
      name: "Name of the column.",
      concept: "What it measures in every study that has it.",
      dimension: "Dimension of security.",
      angle: "Actual, perceived, coping or fairness.",
      nature: "Objective or subjective.",
      record: "json: the variable.",
      en: "Search vector of label, name, question and categories in English.",
      fr: "The same in French.",
      es: "The same in Spanish.",
      pt: "The same in Portuguese.",
    },
  },
];
