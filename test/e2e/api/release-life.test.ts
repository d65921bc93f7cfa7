// The life of a release over HTTP: a draft is checked, answered, put under an embargo, published, replaced and
// withdrawn; each act by those who may, each in the history and in the audit.

import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#records";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

const head = "area,indicator,period,value,unit,source";
const years = Array.from({ length: 12 }, (_, i) => 2008 + i);
const table = (change: (area: string, year: number) => number | null) =>
  [
    head,
    ...["FRA", "KEN"].flatMap((area) =>
      years.flatMap((year) => {
        const value = change(area, year);
        return value === null ? [] : [`${area},A,${year},${value},PT,ILO`];
      }),
    ),
  ].join("\n");
const steady = (area: string, year: number) => (area === "FRA" ? 20 : 40) + (year - 2008) + (year % 2) * 0.5;

describe("the life of a release", () => {
  let under: UnderTest;
  beforeAll(async () => {
    under = await serverUnderTest();
  });
  afterAll(() => under.close());

  const bring = (payload: string, more = "", as: Role = "analyst") =>
    under.ask({
      method: "POST",
      url: `/api/imports/observations?name=a.csv&series=rates${more}`,
      headers: { "content-type": "application/octet-stream" },
      payload,
      as,
    });
  const act = (url: string, payload: object = {}, as: Role = "analyst") =>
    under.ask({ method: "POST", url: `/api/releases/${url}`, payload, as });
  const get = (url: string, as: Role = "visitor") => under.ask({ url, as });

  it("publishes at once as ever, unchecked, and says so", async () => {
    const made = await bring(table(steady));
    expect(made.json()).toMatchObject({ added: 24, superseded: 0, unchanged: 0, release: "rates-1" });
    const { release, history } = (await get("/api/releases/rates-1")).json();
    expect(release.state).toBe("published");
    expect(history).toMatchObject([{ kind: "published", by: null }]);
    expect((await get("/api/releases/rates-1/checks")).json()).toEqual({ check: null, work: null });
    const waiting = (await get("/api/waiting-releases", "analyst")).json();
    expect(waiting).toMatchObject([{ waits: "check", release: { id: "rates-1" } }]);
  });

  it("keeps a draft to those who prepare releases; the same figures are not taken twice", async () => {
    // One jump in France, and Kenya has lost half its years.
    const next = table((area, year) =>
      area === "KEN" && year > 2013 ? null : steady(area, year) + (area === "FRA" && year === 2015 ? 60 : 0),
    );
    const made = (await bring(next, "&draft=true")).json();
    expect(made).toMatchObject({ added: 0, superseded: 7, unchanged: 17, release: "rates-2" });
    expect((await get("/api/releases/rates-2")).statusCode).toBe(404);
    expect((await get("/api/releases/rates-2", "analyst")).json().release.state).toBe("draft");
    const again = (await bring(next)).json();
    expect(again).toMatchObject({ unchanged: 18, release: "rates-2" });
    expect(again.warnings).toMatchObject([{ code: "app.release-still-draft" }]);
    expect((await get("/api/releases")).json().map(({ id }: { id: string }) => id)).toEqual(["rates-1"]);
  });

  it("is published only when it was checked and every finding has an answer", async () => {
    expect((await act("rates-2/publish")).json()).toMatchObject({
      status: 409,
      problems: [{ code: "app.release-unchecked" }],
    });
    const { check } = (await act("rates-2/check")).json();
    expect(check.against).toBe("rates-1");
    expect(check.groups).toEqual([
      { rule: "jump", indicator: "A", count: 2, open: 2 },
      { rule: "coverage", indicator: "A", count: 1, open: 1 },
    ]);
    expect(check.findings[2]).toMatchObject({ area: "KEN", values: { before: 12, now: 6 } });
    const refused = (await act("rates-2/publish")).json();
    expect(refused.problems[0].code).toBe("app.findings-open");
    expect(refused.detail).toContain("jump in A (2), coverage in A (1)");
    const note = { note: "New survey; confirmed by the office." };
    expect((await act("rates-2/answers", { rule: "range", ...note })).statusCode).toBe(422);
    const one = { rule: "jump", finding: check.findings[0].id, ...note };
    expect((await act("rates-2/answers", one)).json().check.open).toBe(2);
    expect((await act("rates-2/answers", { rule: "jump", indicator: "A", ...note })).json().check.open).toBe(
      1,
    );
    expect((await act("rates-2/answers", { rule: "coverage", ...note })).json().check.open).toBe(0);
  });

  it("is seen by nobody else before the end of its embargo, which can be taken back", async () => {
    expect((await act("rates-2/publish", { at: "2026-02-28T00:00:00Z" })).json().problems[0].code).toBe(
      "app.embargo-past",
    );
    const held = { at: "2026-03-01T10:00:00+01:00", notes: "The year 2019 is new." };
    expect((await act("rates-2/publish", held)).json()).toMatchObject({
      state: "embargoed",
      embargoUntil: "2026-03-01T09:00:00.000Z",
    });
    expect((await act("rates-2/hold", { reason: "One more look" })).json().state).toBe("draft");
    expect((await act("rates-2/publish", held)).json().state).toBe("embargoed");
    expect((await get("/api/releases/rates-2")).statusCode).toBe(404);
    expect((await get("/api/waiting-releases", "analyst")).json()[0]).toMatchObject({ waits: "embargo" });
    under.pass(3600);
    expect((await get("/api/releases/rates-2")).json()).toMatchObject({
      release: {
        state: "published",
        notes: "The year 2019 is new.",
        publishedAt: "2026-03-01T09:00:00.000Z",
      },
      latest: "rates-2",
      versions: [{ id: "rates-2" }, { id: "rates-1" }],
    });
    expect((await act("rates-2/hold", { reason: "Too late" })).json().problems[0].code).toBe(
      "app.release-not-open",
    );
  });

  it("shows what changed since another version, with both sides, and as CSV", async () => {
    const changes = (await get("/api/releases/rates-2/changes?from=rates-1&kind=changed")).json();
    expect(changes.total).toEqual({ added: 0, changed: 1, withdrawn: 6, note: 0 });
    expect(changes.rows).toMatchObject([
      { area: "FRA", period: "2015", before: { value: 27.5 }, now: { value: 87.5 } },
    ]);
    const csv = await get("/api/releases/rates-2/changes/download?from=rates-1");
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.body.trim().split("\n")).toHaveLength(8);
    const zip = await get("/api/releases/rates-2/changes/download?from=rates-1&format=csv-zip&language=fr");
    const files = unzipSync(new Uint8Array(zip.rawPayload));
    expect(Buffer.from(files["changes.csv"]!).toString()).toBe(csv.body);
    const readme = Buffer.from(files["README.md"]!).toString();
    for (const part of ["rates-1 (SHA-256", "rates-2 (SHA-256", "Licence", "Comment citer", "| old_value |"])
      expect(readme).toContain(part);
    expect((await get("/api/releases/rates-2/changes?from=nothing-1")).statusCode).toBe(404);
  });

  it("sends what changed and no more: conditional requests and updatedAfter", async () => {
    const url = "/api/observations?release=rates-2";
    const whole = await get(url);
    const tag = whole.headers["etag"] as string;
    const unchanged = await under.ask({ url, headers: { "if-none-match": tag } });
    expect([unchanged.statusCode, unchanged.body]).toEqual([304, ""]);
    const since = (await get(`${url}&updatedAfter=2026-03-01T08:30:00Z`)).json();
    expect(since).toMatchObject({ since: "rates-1", observations: [{ area: "FRA", period: "2015" }] });
    expect(since.observations).toHaveLength(1);
    const nothing = (await get(`${url}&updatedAfter=2026-03-01T09:00:00Z`)).json();
    expect(nothing).toMatchObject({ since: "rates-2", observations: [] });
    expect((await get(`${url}&updatedAfter=2020-01-01`)).json()).toMatchObject({ since: null });
    const ids = async (query: string) =>
      (await get(`/api/releases?${query}`)).json().map(({ id }: { id: string }) => id);
    expect(await ids("updatedAfter=2026-03-01T08:30:00Z")).toEqual(["rates-2"]);
    expect(await ids("updatedAfter=2026-03-01T09:00:00Z")).toEqual([]);
  });

  it("leads from the series to the newest, and to the newest of a past day", async () => {
    const newest = await get("/api/series/rates/latest");
    expect([newest.statusCode, newest.headers["location"]]).toEqual([302, "/api/releases/rates-2"]);
    expect((await get("/api/series/rates/latest?format=csv")).headers["location"]).toBe(
      "/api/releases/rates-2/download?format=csv",
    );
    expect((await get("/api/series/no-such/latest")).statusCode).toBe(404);
    under.pass(24 * 3600);
    expect((await bring(table(steady), "", "manager")).statusCode).toBe(401);
    await under.renewSessions();
    expect((await bring(table((area, year) => steady(area, year) + 1))).json().release).toBe("rates-3");
    const on = async (day: string) => (await get(`/api/series/rates?asOf=${day}`)).json();
    expect(await on("2026-03-01")).toMatchObject({ latest: "rates-2" });
    expect(await on("2026-03-02")).toMatchObject({ latest: "rates-3" });
    expect((await get("/api/series/rates?asOf=2026-02-28")).statusCode).toBe(404);
    expect((await get("/api/releases?asOf=2026-03-01")).json()).toHaveLength(2);
  });

  it("is withdrawn by managers with a reason; the address stays and names what replaces it", async () => {
    const body = { reason: "Two columns were exchanged.", replacedBy: "rates-3" };
    expect((await act("rates-2/withdraw", body)).statusCode).toBe(403);
    const unfit = await act("rates-2/withdraw", { ...body, replacedBy: "rates-2" }, "manager");
    expect(unfit.json().problems[0].code).toBe("app.replacement-unfit");
    expect((await act("rates-2/withdraw", body, "manager")).json().state).toBe("withdrawn");
    expect((await get("/api/releases/rates-2")).json()).toMatchObject({
      release: {
        state: "withdrawn",
        withdrawal: { ...body, figures: "kept" },
        publishedAt: "2026-03-01T09:00:00.000Z",
      },
      contents: [],
      latest: "rates-3",
    });
    const gone = await get("/api/observations?release=rates-2");
    expect([gone.statusCode, gone.json().problems[0].code]).toEqual([410, "app.release-withdrawn"]);
    expect(gone.json().detail).toContain("Use rates-3 instead.");
    expect(gone.json().detail).toContain("withdrawn=shown");
    expect((await get("/api/releases/rates-3/changes?from=rates-2")).statusCode).toBe(410);
    // What was cited is open to check, to whoever says that they want it as withdrawn, and marked as that.
    const kept = (await get("/api/observations?release=rates-2&withdrawn=shown")).json();
    expect(kept.observations.length).toBeGreaterThan(10);
    expect(kept.release.citation.title).toMatch(/\(withdrawn on 2026-\d\d-\d\d\)$/);
    expect(kept.release.caveats[0]).toContain("Two columns were exchanged. Use rates-3 instead.");
    const file = await get("/api/releases/rates-2/download?format=json&withdrawn=shown");
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain("Two columns were exchanged.");
    expect((await get("/api/releases/rates-2/download?format=json")).statusCode).toBe(410);
    // Asking for withdrawn figures opens nothing else.
    expect((await get("/api/observations?release=nothing-1&withdrawn=shown")).statusCode).toBe(404);
    expect(
      (await get("/api/observations?release=rates-3&updatedAfter=2026-03-01T20:00:00Z")).json(),
    ).toMatchObject({
      since: null,
    });
    // A past day stays what it was.
    expect((await get("/api/series/rates?asOf=2026-03-01")).json()).toMatchObject({ latest: "rates-2" });
    expect((await get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")).body).toMatch(
      /status="deleted">\s*<identifier>[^<]*release\/rates-2</,
    );
  });

  it("gives a draft up without a trace for the public, and never uses its number again", async () => {
    await bring(
      table((area, year) => steady(area, year) + 2),
      "&draft=true",
    );
    expect((await act("rates-4/discard", { reason: "Read from the wrong file." })).json().state).toBe(
      "discarded",
    );
    expect((await get("/api/releases/rates-4")).statusCode).toBe(404);
    expect((await bring(table((area, year) => steady(area, year) + 2))).json().release).toBe("rates-5");
    expect((await get("/api/releases/rates-5")).json().release.changes).toEqual({
      added: 0,
      changed: 24,
      withdrawn: 0,
    });
  });

  it("has every act in its history and in the audit, with who and when", async () => {
    const { history } = (await get("/api/releases/rates-2", "analyst")).json();
    expect(history.map(({ kind }: { kind: string }) => kind)).toEqual([
      "drafted",
      "checked",
      "answered",
      "answered",
      "answered",
      "embargoed",
      "held",
      "embargoed",
      "published",
      "withdrawn",
    ]);
    expect(
      history.every(
        ({ by, kind }: { by: string | null; kind: string }) => by !== null || kind === "published",
      ),
    ).toBe(true);
    const audit = await under.effects.store.catalogue.audit.list({ before: null, limit: 100 });
    const actions = new Set(
      audit.filter(({ resource }) => resource === "release:rates-2").map(({ action }) => action),
    );
    expect([...actions].sort()).toEqual([
      "release.answer",
      "release.check",
      "release.create",
      "release.embargo",
      "release.hold",
      "release.withdraw",
    ]);
  });

  it("counts one act where several people press at the same time", async () => {
    const payload = table((area, year) => steady(area, year) + 5);
    // One after the other: of two imports at once the second is told that the series moved on.
    const made = [];
    for (const question of [",C,", ",D,"])
      made.push((await bring(payload.replaceAll(",A,", question), "&draft=true")).json());
    const ids = made.map(({ release }) => release as string);
    expect(new Set(ids).size).toBe(2);
    const [id] = ids as [string, string];
    await Promise.all([act(`${id}/check`), act(`${id}/check`), act(`${id}/check`)]);
    const rules = (await get(`/api/releases/${id}/checks`, "analyst")).json().check.groups as {
      rule: string;
    }[];
    for (const rule of new Set(rules.map((group) => group.rule)))
      await act(`${id}/answers`, { rule, note: "New questions." });
    const acts = await Promise.all([
      act(`${id}/publish`),
      act(`${id}/publish`, {}, "manager"),
      act(`${id}/discard`, { reason: "Twice at once." }),
    ]);
    expect(acts.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1);
    for (const { statusCode } of acts) expect([200, 409]).toContain(statusCode);
    const kinds = (history: readonly { readonly kind: string }[]) =>
      history
        .map(({ kind }) => kind)
        .filter((kind) => ["published", "discarded", "withdrawn"].includes(kind));
    expect(kinds((await get(`/api/releases/${id}`, "analyst")).json().history)).toHaveLength(1);
    const reason = { reason: "Two at once." };
    const gone = await Promise.all([
      act("rates-5/withdraw", reason, "manager"),
      act("rates-5/withdraw", reason, "manager"),
    ]);
    expect(gone.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(kinds((await get("/api/releases/rates-5", "analyst")).json().history)).toEqual([
      "published",
      "withdrawn",
    ]);
  });

  it("refuses an invented area in real data, and takes what agencies write for Kosovo", async () => {
    const rows = (...areas: string[]) => [head, ...areas.map((area) => `${area},B,2020,1,PT,ILO`)].join("\n");
    const put = (payload: string, series: string, origin: string) =>
      under.ask({
        method: "POST",
        url: `/api/imports/observations?name=b.csv&series=${series}&origin=${origin}`,
        headers: { "content-type": "application/octet-stream" },
        payload,
        as: "analyst",
      });
    const refused = await put(rows("FRA", "XAB", "Corvana"), "places", "real");
    expect(refused.statusCode).toBe(422);
    expect(
      refused.json().problems.map(({ code, at }: { code: string; at: { row: number } }) => [code, at.row]),
    ).toEqual([
      ["releases.area-unknown", 3],
      ["releases.area-unknown", 4],
    ]);
    expect(refused.json().detail).toContain("keeps for invented countries");
    expect((await put(rows("FRA", "XAB"), "places", "invented")).json()).toMatchObject({ added: 2 });
    expect((await put(rows("FRA", "XKX"), "kosovo", "real")).json()).toMatchObject({ added: 2 });
    const shown = (await get("/api/observations?release=kosovo-1&area=412")).json();
    expect(JSON.stringify(shown)).toContain('"area":"412"');
    const first = (await put(rows("KEN", "KOS"), "kosovo", "real")).json();
    expect(first).toMatchObject({ added: 1, unchanged: 1 });
  });
});
