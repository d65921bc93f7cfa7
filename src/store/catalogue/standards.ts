// Conventions and ratifications. Lists of ratifications are partial: what a list no longer names is not
// taken back, and two lists with two dates are two events.

import { createHash } from "node:crypto";
import type { Convention, RatificationEvent } from "#records";
import type { Database } from "../database.ts";
import type { Catalogue } from "../store.ts";
import { atomically } from "./atomically.ts";
import { putVersions } from "./put-versions.ts";

export const standardsOf = (db: Database, now: () => string): Catalogue["standards"] => ({
  putConventions: (conventions) =>
    atomically(db, (inside) =>
      putVersions(
        inside,
        { table: "convention_versions", key: "code" },
        new Map(conventions.map((convention) => [convention.code, convention])),
        now(),
      ),
    ),
  putRatifications: (events) =>
    atomically(db, (inside) =>
      putVersions(inside, { table: "ratification_versions", key: "id" }, identified(events), now()),
    ),
  conventions: async () =>
    (await db.selectFrom("conventionVersions").select("record").where("supersededAt", "is", null).execute())
      .map((row) => row.record as Convention)
      .sort((a, b) => a.number - b.number || (a.code < b.code ? -1 : 1)),
  ratifications: async ({ convention, area }) =>
    (
      await db
        .selectFrom("ratificationVersions")
        .select(["id", "record"])
        .where("supersededAt", "is", null)
        .$if(convention !== undefined, (query) => query.where("convention", "=", convention as string))
        .$if(area !== undefined, (query) => query.where("area", "=", area as string))
        .orderBy("convention")
        .orderBy("area")
        .orderBy("id")
        .execute()
    ).map((row) => ({ ...(row.record as RatificationEvent), id: row.id })),
  ratification: async (id) => {
    const row = await db
      .selectFrom("ratificationVersions")
      .select(["id", "record"])
      .where("id", "=", id)
      .where("supersededAt", "is", null)
      .executeTakeFirst();
    return row ? { ...(row.record as RatificationEvent), id: row.id } : null;
  },
});

/**
 * Gives each event the address under which it is cited, for example `C102-SWE-ratification-ilo-list`. The
 * date is not part of it, so that a corrected date supersedes; several events of one kind for one area in
 * one list (ratified, denounced, ratified again) are numbered by date.
 */
function identified(events: readonly RatificationEvent[]): ReadonlyMap<string, RatificationEvent> {
  const byAddress = new Map<string, RatificationEvent[]>();
  for (const event of events) {
    const address = [event.convention, event.area, event.type, listSlug(event.list)].join("-");
    byAddress.set(address, [...(byAddress.get(address) ?? []), event]);
  }
  const identified = new Map<string, RatificationEvent>();
  for (const [address, group] of byAddress) {
    const date = (event: RatificationEvent) => event.registered ?? event.inForce ?? "";
    const inOrder = group.toSorted((a, b) => (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0));
    for (const [index, event] of inOrder.entries())
      identified.set(index === 0 ? address : `${address}-${index + 1}`, event);
  }
  return identified;
}

/** The name of a list as part of an address; where letters had to go, a hash keeps two names apart. */
function listSlug(list: string): string {
  const slug = list
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return slug === list ? slug : `${slug}-${createHash("sha256").update(list).digest("hex").slice(0, 6)}`;
}
