import type { Localised, Recipe, Sha256 } from "#kernel";
import type { Origin } from "./source-file.ts";

/** An index definition as stored: the file's bytes are a source, the parsed JSON stands beside. */
export type StoredIndexDefinition = {
  readonly id: string;
  readonly version: string;
  readonly sha256: Sha256;
  readonly title: Localised;
  readonly form: string | null;
  readonly reconstruction: boolean;
  /** The definition as `securities` reads it. */
  readonly definition: unknown;
  readonly addedAt: string;
  readonly addedBy: string;
};

/** A frozen run of an index over one release of observations. */
export type StoredIndexRun = {
  /** For example `income-security-1-demo-indicators-1`. */
  readonly id: string;
  readonly definitionId: string;
  readonly definitionVersion: string;
  readonly release: string;
  readonly title: Localised;
  readonly form: string | null;
  readonly reconstruction: boolean;
  readonly origin: Origin;
  readonly recipe: Recipe;
  /** Result of `socle index run`, as JSON; its hash is the file in the store. */
  readonly result: unknown;
  readonly resultSha256: Sha256;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** Groups of areas as a source states them for a year; never changed, the next one is added. */
export type StoredClassification = {
  /** The attribute and a number: `income-group-1`. */
  readonly id: string;
  readonly attribute: string;
  readonly source: string;
  readonly year: number;
  /** Of the source, in its words. */
  readonly version: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Of attribute, source, year, version and groups. */
  readonly sha256: Sha256;
  readonly addedAt: string;
  readonly addedBy: string;
};

/** How sure the ranks of a run are: one analysis for each run, its result a file. */
export type StoredIndexUncertainty = {
  readonly run: string;
  readonly recipe: Recipe;
  /** What was taken as uncertain, as `securities` has it. */
  readonly plan: unknown;
  readonly resultSha256: Sha256;
  readonly createdAt: string;
};
