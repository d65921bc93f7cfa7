import type { Migration } from "kysely/migration";
import { catalogueMigration } from "./0001-catalogue.ts";
import { searchMigration } from "./0002-search.ts";
import { followUpMigration } from "./0003-follow-up.ts";
import { correctionsMigration } from "./0004-corrections.ts";
import { registryMigration } from "./0005-registry.ts";
import { lessonsMigration } from "./0006-lessons.ts";
import { reviewsMigration } from "./0007-reviews.ts";
import { quickerSearchMigration } from "./0008-quicker-search.ts";
import { releasesMigration } from "./0009-releases.ts";
import { indicatorsMigration } from "./0010-indicators.ts";
import { indexUncertaintyMigration } from "./0011-index-uncertainty.ts";
import { releaseChecksMigration } from "./0012-release-checks.ts";
import { classificationsMigration } from "./0013-classifications.ts";
import { studiesMigration } from "./0014-studies.ts";

/** Every migration by name, in order. A migration that has been published is never edited: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-catalogue": catalogueMigration,
  "0003-follow-up": followUpMigration,
  "0002-search": searchMigration,
  "0004-corrections": correctionsMigration,
  "0005-registry": registryMigration,
  "0006-lessons": lessonsMigration,
  "0007-reviews": reviewsMigration,
  "0008-quicker-search": quickerSearchMigration,
  "0009-releases": releasesMigration,
  "0010-indicators": indicatorsMigration,
  "0011-index-uncertainty": indexUncertaintyMigration,
  "0012-release-checks": releaseChecksMigration,
  "0013-classifications": classificationsMigration,
  "0014-studies": studiesMigration,
};

/** The name of the newest schema this code knows. */
export const latestMigration: string = Object.keys(migrations).sort().at(-1) ?? "";
