// What each table and column of the catalogue means. The reference page is generated from here, and a test
// holds it against the database both ways. The order is the one in which a backup is read back: a table
// stands after those it refers to.

import type { TableDescription } from "./table-description.ts";
import { correctionTables, decisionColumns } from "./tables-corrections.ts";
import { followUpTables } from "./tables-follow-up.ts";
import { indicatorTables } from "./tables-indicators.ts";
import { lessonTables } from "./tables-lessons.ts";
import { registryTables } from "./tables-registry.ts";
import { releaseLifeTables } from "./tables-releases.ts";
import { reviewTables } from "./tables-reviews.ts";
import { savedSearchTables, searchTables } from "./tables-search.ts";
import { studyTables } from "./tables-studies.ts";

const versioned = {
  version: "1 for the first, counted up; earlier versions stay.",
  recorded_at: "When this version was stored.",
  superseded_at: "When a later version took its place; empty for the one that stands.",
};

export const tables: readonly TableDescription[] = [
  {
    name: "accounts",
    meaning: "Who may sign in, and with which role.",
    columns: {
      id: "Identifier that the audit and other tables use.",
      email: "Address to sign in with; unique without regard to case.",
      name: "Name as shown.",
      role: "Role in the whole installation.",
      password_hash: "Argon2id hash; empty until a password is set.",
      created_at: "When the account was made.",
      disabled_at: "When it was closed; empty while it may be used.",
    },
  },
  ...savedSearchTables,
  {
    name: "sessions",
    meaning: "Who is signed in now. Expired rows go when the next session begins.",
    columns: {
      token_hash: "SHA-256 of the token in the cookie; the token itself is stored nowhere.",
      account: "Whose session.",
      created_at: "When it began.",
      expires_at: "When it ends.",
    },
  },
  {
    name: "links",
    meaning: "One-time links: to claim the administrator's place, to set a password.",
    columns: {
      token_hash: "SHA-256 of the token in the link.",
      purpose: "What it is good for.",
      account: "For whom; empty for the administrator's first link.",
      created_at: "When it was made.",
      expires_at: "When it ends.",
      used_at: "When it was used; a link works once.",
      revoked: "Whether a later link made it worthless.",
    },
  },
  {
    name: "audit",
    meaning:
      "Who did what, written in the transaction of the change. A trigger refuses changes and deletions.",
    columns: {
      number: "Order of the entries.",
      action: "What was done, as noun.verb.",
      actor: "Account, operator or visitor.",
      resource: "What it was done to.",
      at: "When.",
      detail: "json: what else belongs to it.",
    },
  },
  {
    name: "sources",
    meaning: "Files as they were given, known by their hash; the bytes lie in the folder files. Append-only.",
    columns: {
      number: "Order in which they came.",
      sha256: "SHA-256 of the bytes.",
      name: "File name as given.",
      media_type: "Kind of file.",
      bytes: "Size in bytes.",
      origin: "Whether it speaks of the real world, of an invented one or of a simulation.",
      tier: "Who may see it.",
      citation: "json: how to cite it.",
      added_at: "When it came.",
      added_by: "Who brought it.",
    },
  },
  {
    name: "readings",
    meaning:
      "What a reader made of a document: its text and blocks. A new reading supersedes the one before.",
    columns: {
      source: "The document.",
      ...versioned,
      reader_version: "Version of the reader.",
      format: "How the bytes were read.",
      language: "Language of the text, as far as it was recognised.",
      title: "Title found in the text.",
      pages: "Number of pages, where the format has pages.",
      text: "The text in whose code points all spans count.",
      blocks: "json: headings, paragraphs, list items, tables in reading order.",
      text_version: "Version of the reading that first had this text: as long as it stays, spans hold.",
    },
  },
  {
    name: "passages",
    meaning: "Stretches of documents that say one thing, each with its span. Superseded ones stay citable.",
    columns: {
      id: "Address of the passage: source and spans.",
      ...versioned,
      source: "The document it stands in.",
      kind: "Finding, recommendation, lesson learned and so on.",
      label: "Label in normal form, such as (a).",
      printed_label: "Label as printed, where that differs.",
      paragraph: "Number of the paragraph.",
      heading: "Heading above it.",
      text: "Its words: the slices joined by one blank.",
      spans: "json: start and end in code points of the reading's text, end exclusive.",
      starts_at: "Start of the first span; made by the database.",
      page: "Page on which it begins.",
      language: "Language of the passage.",
      confidence: "How sure the reader is of the kind, 0 to 1.",
      reason: "Why it was taken for this kind.",
      ...decisionColumns,
    },
  },
  ...correctionTables,
  {
    name: "search_words",
    meaning:
      "Words of the passages in four languages, to restore accents in search texts and to tell what is near.",
    columns: {
      language: "Language of the passages.",
      word: "The word in small letters.",
      bare: "The word without accents.",
      bare_stem: "Its stem without accents.",
    },
  },
  {
    name: "evaluations",
    meaning: "The evaluations of the registry: their addresses, which never change.",
    columns: { id: "Address of the record.", added_at: "When it was first stored." },
  },
  {
    name: "evaluation_versions",
    meaning: "What is known of an evaluation, version by version.",
    columns: {
      id: "The evaluation.",
      ...versioned,
      record: "json: the record; all columns made by the database are read out of it.",
      recorded_by: "Who stored this version.",
      title: "Title; made by the database.",
      language: "Language of the report; made by the database.",
      type: "Type of evaluation; made by the database.",
      timing: "Initial, mid-term, final or ex-post; made by the database.",
      nature: "Independent, internal, self or joint; made by the database.",
      region: "Region; made by the database.",
      year: "Year; made by the database.",
      countries: "ISO 3166 alpha-3 codes of the countries; made by the database.",
      source: "The file the record was read from; made by the database.",
    },
  },
  {
    name: "document_evaluations",
    meaning: "Which document reports on which evaluation.",
    columns: {
      source: "The document.",
      evaluation: "The evaluation.",
      linked_at: "When they were tied together.",
    },
  },
  ...registryTables,
  ...followUpTables,
  ...lessonTables,
  {
    name: "convention_versions",
    meaning: "ILO Conventions and Protocols, version by version.",
    columns: {
      code: "Code such as C102.",
      ...versioned,
      record: "json: the record.",
      source: "The file it was read from; made by the database.",
    },
  },
  {
    name: "ratification_versions",
    meaning: "Dated events of ratification as lists state them, version by version.",
    columns: {
      id: "Address: convention, area, type of event, list.",
      ...versioned,
      record: "json: the record.",
      convention: "Code of the Convention; made by the database.",
      area: "ISO 3166 alpha-3 code; made by the database.",
      source: "The file it was read from; made by the database.",
    },
  },
  {
    name: "releases",
    meaning: "Frozen snapshots of data; the rows lie in Parquet files. Append-only.",
    columns: {
      number: "Order in which they were made.",
      id: "Readable name, never used again.",
      series: "What successive releases are versions of.",
      version: "Number inside the series.",
      kind: "Observations or index run.",
      title: "Title.",
      origin: "Real, invented or simulated.",
      tier: "Who may see it.",
      citation: "json: how to cite it.",
      licence: "Under which licence it may be used.",
      caveats: "json: what a user must know, one sentence each.",
      rows: "Number of rows.",
      files: "json: hashes of the Parquet files, in order.",
      checksum: "SHA-256 over schema and file hashes.",
      recipe: "json: how it was made; empty for data as given.",
      changes: "json: rows added, changed and withdrawn against the version before.",
      created_at: "When it was made.",
      created_by: "Who made it.",
    },
  },
  {
    name: "release_sources",
    meaning: "The files a release was made from. Append-only.",
    columns: { release: "The release.", position: "Order, from 0.", source: "The file." },
  },
  ...releaseLifeTables,
  ...indicatorTables,
  {
    name: "index_definitions",
    meaning: "Definitions of indexes, each version written once. Append-only.",
    columns: {
      number: "Order in which they came.",
      id: "Name of the index.",
      version: "Version of the definition.",
      sha256: "Hash of the definition's file.",
      title: "json: title by language.",
      form: "Form of security it measures.",
      reconstruction: "Whether it reconstructs an index somebody else published.",
      definition: "json: the definition.",
      added_at: "When it came.",
      added_by: "Who brought it.",
    },
  },
  {
    name: "index_runs",
    meaning: "Frozen runs of an index over one release. Append-only.",
    columns: {
      number: "Order in which they were made.",
      id: "Readable name, never used again.",
      definition_id: "The index.",
      definition_version: "The version of its definition.",
      release: "The release it was computed on.",
      title: "json: title by language.",
      form: "Form of security.",
      reconstruction: "Whether it reconstructs a published index.",
      origin: "Real, invented or simulated, as the data.",
      recipe: "json: method, inputs, seed and code version.",
      result: "json: scores, thresholds, country groups.",
      result_sha256: "Hash of the result's file.",
      created_at: "When it was run.",
      created_by: "Who ran it.",
    },
  },
  {
    name: "index_uncertainties",
    meaning: "How sure the ranks of a run are: one analysis for each run. Append-only.",
    columns: {
      number: "Order in which they were made.",
      run: "The run.",
      recipe: "json: method, inputs, seed and code version.",
      plan: "json: what was taken as uncertain, and by how much.",
      result_sha256: "Hash of the result's file: intervals of ranks and scores, sensitivities.",
      created_at: "When it was computed.",
    },
  },
  {
    name: "classifications",
    meaning: "Groups of areas as a source states them, such as income groups of a year. Append-only.",
    columns: {
      number: "Order in which they were added.",
      id: "The attribute and a number: income-group-1.",
      attribute: "What areas are grouped by, as definitions name it.",
      source: "Who states the groups.",
      year: "The year they hold for.",
      version: "Version of the source, in its words.",
      groups: "json: codes of areas by group.",
      sha256: "Hash of attribute, source, year, version and groups; recipes of runs name it.",
      added_at: "When it was added.",
      added_by: "Who added it.",
    },
  },
  ...studyTables,
  ...reviewTables,
  ...searchTables,
];

/** The tables a backup carries; the others make themselves anew from these. */
export const storedTables: readonly TableDescription[] = tables.filter(({ derived }) => derived !== true);
