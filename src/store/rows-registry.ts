// Rows of registry changes, mappings, vocabularies and duplicates, as the queries see them.

import type { Generated } from "kysely";
import type { Sha256 } from "#kernel";
import type { ChangeSetKind, DuplicateVerdict } from "#records";
import type { Json } from "./json-column.ts";

type VersionedRow = {
  id: string;
  version: number;
  record: Json<unknown>;
  recordedAt: string;
  recordedBy: string;
  supersededAt: string | null;
};

export type RegistryRows = {
  readonly changeSets: {
    number: Generated<number>;
    id: string;
    kind: ChangeSetKind;
    title: string;
    source: Sha256 | null;
    undoes: string | null;
    detail: Json<Readonly<Record<string, unknown>>>;
    at: string;
    by: string;
  };
  readonly changeItems: {
    changeSet: string;
    evaluation: string;
    before: number | null;
    after: number | null;
  };
  readonly tableDrafts: { sha256: Sha256; name: string; addedAt: string; addedBy: string };
  readonly mappingVersions: VersionedRow;
  readonly vocabularyVersions: VersionedRow;
  readonly duplicateDecisions: {
    number: Generated<number>;
    first: string;
    second: string;
    verdict: DuplicateVerdict;
    keep: string | null;
    reason: string;
    at: string;
    by: string;
  };
};
