// Lessons learned and emerging good practices: records by version, and a count of everything that changes
// where they belong, so that what a server remembers of them can be checked.

import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** A change of any of these may change a list of lessons. */
const counted = ["lesson_versions", "evaluation_versions", "document_evaluations"];

const statements: readonly string[] = [
  `create table lessons (
     id text primary key,
     added_at instant not null
   )`,
  // What lists filter by, taken out of the record once: reading fifty thousand records for it takes seconds.
  `create function lesson_facts(record json) returns jsonb
     language sql immutable parallel safe
     begin atomic
       select jsonb_build_object(
         'kind', record ->> 'kind',
         'status', record ->> 'status',
         'nature', record -> 'nature' ->> 'value',
         'factor', record -> 'factor' ->> 'value',
         'branches', (select coalesce(jsonb_agg(one ->> 'value'), '[]')
           from json_array_elements(record -> 'branches') as one),
         'populations', (select coalesce(jsonb_agg(one ->> 'value'), '[]')
           from json_array_elements(record -> 'populations') as one),
         'branchesDecided', record -> 'decisions' -> 'branches' is not null,
         'populationsDecided', record -> 'decisions' -> 'populations' is not null,
         'evaluation', record ->> 'evaluation');
     end`,
  `create table lesson_versions (
     id text not null references lessons (id),
     version integer not null check (version > 0),
     record json not null,
     recorded_at instant not null,
     recorded_by text not null,
     superseded_at instant,
     document sha256 not null generated always as (record ->> 'document') stored
       references sources (sha256) deferrable initially deferred,
     facts jsonb not null generated always as (lesson_facts(record)) stored,
     language text generated always as (record ->> 'language') stored
       check (language in ('en', 'fr', 'es', 'pt')),
     search tsvector generated always as (
       search_vector(record ->> 'language', (record ->> 'text') || ' ' || coalesce(record ->> 'heading', '')
         || ' ' || coalesce(record -> 'transferability' ->> 'printed', ''))
     ) stored,
     primary key (id, version),
     check (record ->> 'id' = id)
   )`,
  "create unique index lesson_versions_current on lesson_versions (id) where superseded_at is null",
  "create index lesson_versions_document on lesson_versions (document) where superseded_at is null",
  "create index lesson_versions_search on lesson_versions using gin (search) with (fastupdate = off) where superseded_at is null",

  // Harvesters walk what stands by the moment it was last changed, to the second.
  ...["evaluation_versions", "recommendation_versions", "lesson_versions"].map(
    (table) =>
      `create index ${table}_walked on ${table} ((left(recorded_at, 19)), id) where superseded_at is null`,
  ),

  `create table lesson_revision (
     one boolean primary key default true check (one),
     revision bigint not null
   )`,
  "insert into lesson_revision (revision) values (0)",
  `create function lessons_changed() returns trigger language plpgsql as $$
     begin
       update lesson_revision set revision = revision + 1;
       return null;
     end $$`,
  ...counted.map(
    (table) => `create trigger ${table}_of_lessons after insert or update or delete or truncate on ${table}
       for each statement execute function lessons_changed()`,
  ),
];

export const lessonsMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
