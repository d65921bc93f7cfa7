// Rows of lessons, as the queries see them.

import type { GeneratedAlways } from "kysely";
import type { Sha256 } from "#kernel";
import type { Lesson } from "#records";
import type { Json } from "./json-column.ts";

export type LessonRows = {
  readonly lessons: { id: string; addedAt: string };
  readonly lessonVersions: {
    id: string;
    version: number;
    record: Json<Lesson>;
    recordedAt: string;
    recordedBy: string;
    supersededAt: string | null;
    document: GeneratedAlways<Sha256>;
    facts: GeneratedAlways<unknown>;
    language: GeneratedAlways<string | null>;
    search: GeneratedAlways<string>;
  };
  readonly lessonRevision: { one: boolean; revision: number };
};
