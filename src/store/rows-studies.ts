// Rows of studies, as the queries see them.

import type { Generated } from "kysely";
import type { Sha256 } from "#kernel";
import type { EditionEvent, Study, StudyEdition, StudyVariable } from "#records";
import type { Json } from "./json-column.ts";

export type StudyRows = {
  readonly studies: { id: string; addedAt: string };
  readonly studyVersions: {
    number: Generated<number>;
    id: string;
    version: number;
    record: Json<Study>;
    reason: string;
    recordedAt: string;
    recordedBy: string;
    supersededAt: string | null;
  };
  readonly studyEditions: {
    number: Generated<number>;
    study: string;
    version: number;
    record: Json<StudyEdition>;
    checksum: Sha256;
    createdAt: string;
    createdBy: string;
  };
  readonly studyEvents: {
    number: Generated<number>;
    study: string;
    version: number;
    act: EditionEvent["act"];
    at: string;
    by: string;
    reason: string | null;
  };
  readonly studyProtections: {
    number: Generated<number>;
    study: string;
    version: number;
    base: string;
    protection: Sha256;
    createdAt: string;
  };
  readonly studyIndexes: {
    number: Generated<number>;
    id: string;
    version: number;
    record: Json<Readonly<Record<string, unknown>>>;
    recordSha256: Sha256;
    reason: string;
    recordedAt: string;
    recordedBy: string;
  };
  readonly studyVariables: {
    study: string;
    version: number;
    place: number;
    file: string;
    name: string;
    concept: string | null;
    dimension: string | null;
    angle: string | null;
    nature: string | null;
    record: Json<StudyVariable>;
  };
};
