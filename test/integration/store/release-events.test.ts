// The life of releases in the catalogue: what was there before is published, and what was done stays as it was.

import { sql } from "kysely";
import { expect, it } from "vitest";
import { standingAt } from "#records";
import { openStore } from "#store";
import { migrate } from "../../../src/store/migrate.ts";
import { openCatalogue } from "../../../src/store/open-catalogue.ts";
import { describeOnEngines } from "./engines.ts";
import { at, hashOf } from "./samples.ts";

describeOnEngines("a catalogue from before releases had a life", (engine) => {
  it("has its releases published since they were made; acts are added and never changed", async () => {
    const place = await engine.place();
    try {
      const old = await openCatalogue(place.home, place.databaseUrl, () => undefined);
      if (!old.ok) throw new Error(old.problems[0]?.message);
      expect((await migrate(old.value, "0008-quicker-search")).ok).toBe(true);
      await sql`insert into releases (id, series, version, kind, title, origin, tier, citation, licence, caveats,
          rows, files, checksum, created_at, created_by)
        values ('old-1', 'old', 1, 'observations', 'Old', 'real', 'public', '{}', 'CC0', '[]',
          1, '[]', ${hashOf("old")}, ${at}, 'ana')`.execute(old.value);
      await old.value.destroy();
      const opened = await openStore({ home: place.home, databaseUrl: place.databaseUrl, now: () => at });
      if (!opened.ok) throw new Error(opened.problems[0]?.message);
      const { releases, harvest } = opened.value.catalogue;
      const events = await releases.events("old-1");
      expect(events).toMatchObject([{ at, by: "ana", act: { kind: "published", notes: null } }]);
      expect(standingAt(events, at)).toMatchObject({ state: "published", publishedAt: at });
      expect((await harvest.standing("release", { limit: 10, offset: 0 })).map(({ id }) => id)).toEqual([
        "old-1",
      ]);
      await opened.value.close();
      const again = await openCatalogue(place.home, place.databaseUrl, () => undefined);
      if (!again.ok) throw new Error(again.problems[0]?.message);
      for (const statement of [
        "update release_events set by = 'somebody else'",
        "delete from release_events",
        "truncate release_events",
      ])
        await expect(sql.raw(statement).execute(again.value), statement).rejects.toThrow();
      await again.value.destroy();
    } finally {
      await place.remove();
    }
  });
});
