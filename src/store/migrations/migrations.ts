import type { Migration } from "kysely/migration";
import { catalogueMigration } from "./0001-catalogue.ts";

/** Every migration by name, in order. A migration that has been published is never edited: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-catalogue": catalogueMigration,
};

/** The name of the newest schema this code knows. */
export const latestMigration: string = Object.keys(migrations).sort().at(-1) ?? "";
