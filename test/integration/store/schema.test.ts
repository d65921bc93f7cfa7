// The schema itself: what the database refuses, what is described, and how schemas come about.

import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, tables } from "#store";
import type { Database } from "../../../src/store/database.ts";
import { migrate } from "../../../src/store/migrate.ts";
import { openCatalogue } from "../../../src/store/open-catalogue.ts";
import { describeOnEngines, opened, type Place } from "./engines.ts";
import { at, hashOf } from "./samples.ts";

describeOnEngines("the schema", (engine) => {
  let place: Place;
  let db: Database;
  const rowsOf = async (text: string) => (await sql.raw<Record<string, string>>(text).execute(db)).rows;

  beforeAll(async () => {
    place = await engine.place();
    const catalogue = await openCatalogue(place.home, place.databaseUrl, () => undefined);
    if (!catalogue.ok) throw new Error(catalogue.problems[0]?.message);
    db = catalogue.value;
    expect(await migrate(db)).toEqual({ ok: true, value: undefined });
  });
  afterAll(async () => {
    await db.destroy();
    await place.remove();
  });

  it("describes every table and every column, and no other", async () => {
    const found =
      await rowsOf(`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name not like 'kysely%'
        and not (select relispartition from pg_class where oid = quote_ident(table_name)::regclass) order by 1`);
    const described = tables.flatMap((table) =>
      Object.keys(table.columns).map((column) => `${table.name}.${column}`),
    );
    expect(described.length).toBeGreaterThan(100);
    expect(described.toSorted()).toEqual(found.map((row) => row["name"]).toSorted());
  });

  it("lists tables after those they refer to, so that a backup can be read back in this order", async () => {
    const keys =
      await rowsOf(`select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
      from pg_constraint where contype = 'f'`);
    expect(keys.length).toBeGreaterThan(5);
    const place = (name: string | undefined) => tables.findIndex((table) => table.name === name);
    for (const { from, to } of keys)
      expect(place(from), `${from} refers to ${to}`).toBeGreaterThan(place(to));
  });

  it("refuses to change, delete or empty what is append-only", async () => {
    await rowsOf(
      `insert into audit (action, actor, resource, at, detail) values ('a.b', 'x', 'y', '${at}', '{}')`,
    );
    await rowsOf(`insert into sources (sha256, name, media_type, bytes, origin, tier, citation, added_at, added_by)
      values ('${hashOf("s")}', 'n', 'm', 1, 'real', 'public', '{}', '${at}', 'x')`);
    for (const statement of [
      "update audit set actor = 'somebody else'",
      "delete from audit",
      "truncate audit",
      "update sources set origin = 'invented'",
      "delete from sources",
    ])
      await expect(rowsOf(statement), statement).rejects.toThrow("append-only");
    expect(await rowsOf("select actor from audit")).toEqual([{ actor: "x" }]);
  });

  it("guards every append-only table with a trigger", async () => {
    const guarded = await rowsOf(
      `select distinct tgrelid::regclass::text as name from pg_trigger
        where not tgisinternal and tgfoid = 'refuse_change'::regproc`,
    );
    expect(guarded.map((row) => row["name"]).toSorted()).toEqual(
      tables
        .filter((table) => /Append-only|refuses changes/.test(table.meaning))
        .map((table) => table.name)
        .toSorted(),
    );
  });

  it("refuses words outside the code lists, times that are none and hashes that are none", async () => {
    const account = (role: string, time: string) =>
      rowsOf(
        `insert into accounts (id, email, name, role, created_at) values ('${role}', '${role}', 'n', '${role}', '${time}')`,
      );
    await expect(account("emperor", at)).rejects.toThrow();
    await expect(account("member", "yesterday")).rejects.toThrow();
    await account("member", at);
    await expect(
      rowsOf(`insert into sources (sha256, name, media_type, bytes, origin, tier, citation, added_at, added_by)
        values ('ABC', 'n', 'm', 1, 'real', 'public', '{}', '${at}', 'x')`),
    ).rejects.toThrow();
  });

  it("lets one version of a passage stand at a time", async () => {
    const passage = (version: number) =>
      rowsOf(`insert into passages (id, version, source, kind, text, spans, confidence, reason, recorded_at)
        values ('p', ${version}, '${hashOf("s")}', 'finding', 't', '[[0,1]]', 1, 'r', '${at}')`);
    await passage(1);
    await expect(passage(2)).rejects.toThrow();
  });

  it("does nothing the second time, and refuses a catalogue of a newer version", async () => {
    expect(await migrate(db)).toEqual({ ok: true, value: undefined });
    await rowsOf(
      "insert into kysely_migration (name, timestamp) values ('9999-later', '2999-01-01T00:00:00Z')",
    );
    expect(await migrate(db)).toMatchObject({ ok: false, problems: [{ code: "store.catalogue-newer" }] });
    await rowsOf("delete from kysely_migration where name = '9999-later'");
  });
});

describeOnEngines("opening", (engine) => {
  it("brings an empty database to the newest schema once, though two servers start at the same moment", async () => {
    const place = await engine.place();
    try {
      if (place.databaseUrl === null) {
        // The embedded catalogue cannot be reached by two: one opens it, the other is refused.
        const both = await Promise.all(
          [1, 2].map(() => openStore({ home: place.home, databaseUrl: null, now: () => at })),
        );
        expect(both.filter((store) => store.ok)).toHaveLength(1);
        expect(both.find((store) => !store.ok)).toMatchObject({
          problems: [{ code: "store.folder-in-use" }],
        });
        for (const store of both) if (store.ok) await store.value.close();
        return;
      }
      const stores = await Promise.all(
        ["a", "b", "c"].map((name) => opened({ ...place, home: `${place.home}-${name}` })),
      );
      for (const store of stores) expect(await store.catalogue.accounts.count()).toBe(0);
      for (const store of stores) await store.close();
    } finally {
      await place.remove();
    }
  });
});

describeOnEngines("what cannot be opened", (engine) => {
  it("is a problem with a sentence that says why, and leaves the folder unlocked", async () => {
    const place = await engine.place();
    try {
      const now = () => at;
      const closedPort = await openStore({
        home: place.home,
        databaseUrl: "postgres://somebody:secret@127.0.0.1:1/none",
        now,
      });
      expect(closedPort).toMatchObject({ ok: false, problems: [{ code: "store.database-unreachable" }] });
      expect(JSON.stringify(closedPort)).not.toContain("secret");
      const store = await opened(place);
      await store.close();
    } finally {
      await place.remove();
    }
  });
});
