// Reviews: one row each, and the log of what their members did, which is only ever added to. Everything a
// review is comes out of the log; nothing of it is kept a second time.

import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements: readonly string[] = [
  `create table reviews (
     id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
     title text not null,
     language text not null check (language in ('en', 'fr', 'es', 'pt')),
     origin text not null check (origin in ('real', 'invented', 'simulated')),
     created_at instant not null,
     created_by text not null,
     published_at instant,
     last integer not null default 0
   )`,
  `create table review_events (
     review text not null references reviews (id) deferrable initially deferred,
     number integer not null check (number > 0),
     key text not null,
     at instant not null,
     by text not null,
     via text,
     act json not null,
     primary key (review, number),
     unique (review, key)
   )`,
  `create trigger review_events_append_only before update or delete on review_events
     for each row execute function refuse_change()`,
  `create trigger review_events_never_emptied before truncate on review_events
     for each statement execute function refuse_change()`,
];

export const reviewsMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
