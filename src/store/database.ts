// The tables as the queries see them (camelCase; the plugin turns them into snake_case), and the two ways
// to reach them: PGlite in the data folder, or PostgreSQL. Knows nothing of what the rows mean.

import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import {
  CamelCasePlugin,
  type Generated,
  type GeneratedAlways,
  Kysely,
  PGliteDialect,
  PostgresDialect,
  sql,
} from "kysely";
import pg from "pg";
import type { Language, Localised, Sha256 } from "#kernel";
import type {
  AccessTier,
  DocumentReading,
  Origin,
  PassageDecision,
  PassageKind,
  ReleaseKind,
  Role,
} from "#records";
import type { Json } from "./json-column.ts";
import type { ClassificationRows } from "./rows-classifications.ts";
import type { CorrectionRows } from "./rows-corrections.ts";
import type { FollowUpRows } from "./rows-follow-up.ts";
import type { IndexUncertaintyRows } from "./rows-index-uncertainty.ts";
import type { IndicatorRows } from "./rows-indicators.ts";
import type { LessonRows } from "./rows-lessons.ts";
import type { RegistryRows } from "./rows-registry.ts";
import type { ReleaseLifeRows } from "./rows-releases.ts";
import type { ReviewRows } from "./rows-reviews.ts";
import type { SearchRows } from "./rows-search.ts";
import type { StudyRows } from "./rows-studies.ts";
import { StorableText } from "./storable-text.ts";

type Tables = FollowUpRows &
  ClassificationRows &
  IndexUncertaintyRows &
  IndicatorRows &
  LessonRows &
  ReviewRows &
  RegistryRows &
  ReleaseLifeRows &
  SearchRows &
  StudyRows &
  CorrectionRows & {
    readonly accounts: {
      id: string;
      email: string;
      name: string;
      role: Role;
      passwordHash: string | null;
      createdAt: string;
      disabledAt: string | null;
    };
    readonly sessions: { tokenHash: string; account: string; createdAt: string; expiresAt: string };
    readonly links: {
      tokenHash: string;
      purpose: "claim-administrator" | "set-password";
      account: string | null;
      createdAt: string;
      expiresAt: string;
      usedAt: string | null;
      revoked: Generated<boolean>;
    };
    readonly audit: {
      number: Generated<number>;
      action: string;
      actor: string;
      resource: string;
      at: string;
      detail: Json<Readonly<Record<string, unknown>>>;
    };
    readonly sources: {
      number: Generated<number>;
      sha256: Sha256;
      name: string;
      mediaType: string;
      bytes: number;
      origin: Origin;
      tier: AccessTier;
      citation: Json<unknown>;
      addedAt: string;
      addedBy: string;
    };
    readonly readings: {
      source: Sha256;
      version: number;
      readerVersion: string;
      format: DocumentReading["format"];
      language: Language | null;
      title: string | null;
      pages: number | null;
      text: string;
      blocks: Json<DocumentReading["blocks"]>;
      textVersion: number;
      recordedAt: string;
      supersededAt: string | null;
    };
    readonly passages: {
      id: string;
      version: number;
      source: Sha256;
      kind: PassageKind;
      label: string | null;
      printedLabel: string | null;
      paragraph: string | null;
      heading: string | null;
      text: string;
      spans: Json<readonly (readonly [number, number])[]>;
      startsAt: GeneratedAlways<number | null>;
      page: number | null;
      language: Language | null;
      confidence: number;
      reason: string;
      decision: PassageDecision;
      decidedBy: string | null;
      decidedAt: string | null;
      textVersion: number;
      recordedAt: string;
      supersededAt: string | null;
    };
    readonly searchWords: { language: string; word: string; bare: string; bareStem: string };
    readonly evaluations: { id: string; addedAt: string };
    readonly evaluationVersions: {
      id: string;
      version: number;
      record: Json<unknown>;
      recordedAt: string;
      recordedBy: string;
      supersededAt: string | null;
      title: GeneratedAlways<string>;
      language: GeneratedAlways<string | null>;
      type: GeneratedAlways<string | null>;
      timing: GeneratedAlways<string | null>;
      nature: GeneratedAlways<string | null>;
      region: GeneratedAlways<string | null>;
      year: GeneratedAlways<number | null>;
      countries: GeneratedAlways<readonly string[]>;
      source: GeneratedAlways<Sha256>;
    };
    readonly documentEvaluations: { source: Sha256; evaluation: string; linkedAt: string };
    readonly conventionVersions: {
      code: string;
      version: number;
      record: Json<unknown>;
      recordedAt: string;
      supersededAt: string | null;
      source: GeneratedAlways<Sha256>;
    };
    readonly ratificationVersions: {
      id: string;
      version: number;
      record: Json<unknown>;
      recordedAt: string;
      supersededAt: string | null;
      convention: GeneratedAlways<string>;
      area: GeneratedAlways<string>;
      source: GeneratedAlways<Sha256>;
    };
    readonly releases: {
      number: Generated<number>;
      id: string;
      series: string;
      version: number;
      kind: ReleaseKind;
      title: string;
      origin: Origin;
      tier: AccessTier;
      citation: Json<unknown>;
      licence: string;
      caveats: Json<readonly string[]>;
      rows: number;
      files: Json<readonly Sha256[]>;
      checksum: Sha256;
      recipe: Json<unknown> | null;
      changes: Json<unknown> | null;
      createdAt: string;
      createdBy: string;
    };
    readonly releaseSources: { release: string; position: number; source: Sha256 };
    readonly indexDefinitions: {
      number: Generated<number>;
      id: string;
      version: string;
      sha256: Sha256;
      title: Json<Localised>;
      form: string | null;
      reconstruction: boolean;
      definition: Json<unknown>;
      addedAt: string;
      addedBy: string;
    };
    readonly indexRuns: {
      number: Generated<number>;
      id: string;
      definitionId: string;
      definitionVersion: string;
      release: string;
      title: Json<Localised>;
      form: string | null;
      reconstruction: boolean;
      origin: Origin;
      recipe: Json<unknown>;
      result: Json<unknown>;
      resultSha256: Sha256;
      createdAt: string;
      createdBy: string;
    };
  };

export type Database = Kysely<Tables>;

// Nested keys belong to the records and stay as they are; only column names are translated.
const plugins = () => [new CamelCasePlugin({ maintainNestedObjectKeys: true }), new StorableText()];

/**
 * Pages the embedded engine keeps in memory. Its own default of 128 MB costs as much again at rest, for a
 * catalogue of a few dozen megabytes whose files the operating system keeps in memory anyway.
 */
const embeddedBuffersMegabytes = 32;

/**
 * Opens the embedded catalogue. Cost: about 3 s for a new folder, 0.2 to 1.7 s for an existing one, and
 * about 160 MB of memory. One connection: statements wait for one another, and for an open transaction.
 *
 * Durability: what is committed has reached the operating system, so the death of the process loses
 * nothing. The engine's file system has no sync, so a loss of power may take the last seconds with it, or
 * harm the catalogue: where that counts, use PostgreSQL or back up often.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const pglite = await PGlite.create({
    dataDir: folder,
    extensions: { pg_trgm, unaccent },
    startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${embeddedBuffersMegabytes}MB`],
  });
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), plugins: plugins() });
}

const int8 = 20;

/** Reaches a PostgreSQL server through at most `connections` connections, made as they are needed. */
export function openServer(
  databaseUrl: string,
  onIdleError: (error: Error) => void,
  connections = 10,
): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: "socle",
    types: {
      // Counts and sizes stay far below 2^53; as strings they would not compare equal on the two engines.
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === int8
          ? Number
          : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
    },
  });
  // Without a listener, a connection lost while idle would end the process.
  pool.on("error", onIdleError);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: plugins() });
}

/**
 * Tells the planner how many passages there are. PostgreSQL does so by itself; the embedded engine has no
 * background workers, and without the count it reads every passage instead of the index. Cost: about 30 ms
 * at 20,000 passages.
 */
export async function countForPlanner(db: Database): Promise<void> {
  if (db.getExecutor().adapter.supportsMultipleConnections) return;
  await sql`analyze passages (source, superseded_at, language, kind)`.execute(db);
}
