import { describe, expect, it } from "vitest";
import type { FollowUpEvent, FollowUpRow, Recommendation } from "#records";
import { describeOnEngines, type Engine, sharedStore } from "./engines.ts";
import { addedDocument, addedSource, at, evaluation, later } from "./samples.ts";

const recommendation = (
  id: string,
  source: Recommendation["provenance"]["source"],
  other: Partial<Recommendation> = {},
): Recommendation => ({
  id,
  evaluation: null,
  passages: [],
  document: source,
  number: "1",
  text: "The Ministry should register street vendors.",
  language: "en",
  addressees: [],
  priority: "high",
  timeFrame: null,
  printedTimeFrame: null,
  resources: null,
  linkedPassages: [],
  unit: "Country office",
  themes: [],
  branches: ["old_age"],
  origin: "invented",
  inReading: true,
  provenance: { source, locator: { kind: "whole" } },
  ...other,
});
const row = (id: string, other: Partial<FollowUpRow> = {}): FollowUpRow => ({
  recommendation: id,
  state: "issued",
  verdict: null,
  answeredInGeneral: false,
  responseDue: null,
  actionDue: null,
  actions: 0,
  toVerify: 0,
  owners: [],
  responseDays: null,
  completionDays: null,
  events: 1,
  ...other,
});
const issued = (id: string): FollowUpEvent => ({
  recommendation: id,
  action: null,
  at,
  on: "2026-01-02",
  by: "operator",
  data: { kind: "issued" },
});
const page = { today: "2026-06-01", limit: 10, offset: 0 };

describeOnEngines("recommendations in the store", (engine: Engine) => {
  const store = sharedStore(engine);

  it("give their texts in parts, each once, as they stand now, with the report or evaluation they are in", async () => {
    const { catalogue } = store();
    const { source } = await addedDocument(store(), [{ text: "Report of texts.", language: "en" }]);
    const ids = ["a", "b", "c", "d", "e"].map((letter) => `rec-text-${letter}`);
    const put = (id: string, text: string) =>
      catalogue.recommendations.put([recommendation(id, source, { text })], at, "operator");
    for (const id of ids) await put(id, `First text of ${id}.`);
    await catalogue.recommendations.append(
      ids.map(issued),
      ids.map((id) => row(id)),
    );
    await put("rec-text-b", "Second text.");
    await catalogue.recommendations.withdraw(["rec-text-d"], later);
    const found = [];
    for (let after: string | null = null; ; ) {
      const part = await catalogue.recommendations.texts(after, 2);
      found.push(...part);
      if (part.length < 2) break;
      after = part.at(-1)!.id;
    }
    expect(found.map(({ id, text }) => [id, text])).toEqual([
      ["rec-text-a", "First text of rec-text-a."],
      ["rec-text-b", "Second text."],
      ["rec-text-c", "First text of rec-text-c."],
      ["rec-text-e", "First text of rec-text-e."],
    ]);
    expect(found[0]).toMatchObject({ language: "en", report: source });
  });

  it("stand where their report's evaluation puts them, also when it is tied or changed later", async () => {
    const { catalogue } = store();
    const { source } = await addedDocument(store(), [{ text: "Placed report.", language: "en" }]);
    await catalogue.recommendations.put([recommendation("rec-place", source)], at, "operator");
    const where = async () => (await catalogue.recommendations.byIds(["rec-place"]))[0]!.place;
    expect(await where()).toMatchObject({ evaluation: null, region: null, year: null, themes: ["old_age"] });
    await catalogue.evaluations.put([evaluation("ev-place", source)], at, "operator");
    await catalogue.documents.link(source, "ev-place", at);
    expect(await where()).toMatchObject({
      evaluation: "ev-place",
      region: "africa",
      countries: ["KEN", "UGA"],
      year: 2016,
      themes: ["old_age", "social protection floors"],
    });
    await catalogue.evaluations.put(
      [evaluation("ev-place", source, { year: 2019, region: "americas" })],
      later,
      "operator",
    );
    expect(await where()).toMatchObject({ region: "americas", year: 2019 });
  });

  it("keep every version, and what a reading lost is found by its address and in no list", async () => {
    const { catalogue } = store();
    const source = await addedSource(store(), "versions of a recommendation");
    const first = recommendation("rec-version", source);
    expect(await catalogue.recommendations.put([first], at, "a")).toMatchObject({ added: 1, superseded: 0 });
    expect(await catalogue.recommendations.put([first], later, "a")).toMatchObject({ unchanged: 1 });
    expect(await catalogue.recommendations.put([{ ...first, unit: "Elsewhere" }], later, "a")).toMatchObject({
      superseded: 1,
    });
    expect(await catalogue.recommendations.ofDocument(source)).toHaveLength(1);
    await catalogue.recommendations.withdraw(["rec-version"], later);
    expect(await catalogue.recommendations.byId("rec-version")).toMatchObject({
      current: false,
      record: { unit: "Elsewhere" },
    });
    const listed = await catalogue.recommendations.list({}, { ...page, limit: 100 });
    expect(listed.items.map(({ record }) => record.id)).not.toContain("rec-version");
  });

  it("have events that nobody can change", async () => {
    const { catalogue } = store();
    const source = await addedSource(store(), "events of a recommendation");
    await catalogue.recommendations.put([recommendation("rec-event", source)], at, "a");
    await store().transaction(async (inside) => {
      await inside.recommendations.lock("rec-event");
      await inside.recommendations.append([issued("rec-event")], [row("rec-event")]);
      return { ok: true, value: null };
    });
    const [event] = await catalogue.recommendations.events("rec-event");
    expect(event).toEqual({ ...issued("rec-event"), number: expect.any(Number) });
    const pages = await catalogue.recommendations.page(null, 100);
    expect(pages.find(({ id }) => id === "rec-event")).toMatchObject({ row: row("rec-event") });
  });

  it("are listed soonest due first, and each facet counts with its own choice left aside", async () => {
    const { catalogue } = store();
    const source = await addedSource(store(), "list of recommendations", { tier: "members" });
    const ids = ["rec-l1", "rec-l2", "rec-l3"];
    await catalogue.recommendations.put(
      ids.map((id, i) =>
        recommendation(id, source, {
          unit: i < 2 ? "Unit A" : "Unit B",
          priority: i === 0 ? "low" : "high",
          themes: ["listed"],
        }),
      ),
      at,
      "a",
    );
    await catalogue.recommendations.append(
      [],
      [
        row("rec-l1", {
          state: "action-planned",
          verdict: "accepted",
          actionDue: "2026-07-01",
          owners: ["ada"],
        }),
        row("rec-l2", { state: "response-due", responseDue: "2026-05-01" }),
        row("rec-l3", { state: "initiated", verdict: "accepted", actionDue: "2026-05-31", toVerify: 1 }),
      ],
    );
    const filter = { tiers: ["members"] as const, theme: ["listed"] };
    const all = await catalogue.recommendations.list(filter, page);
    expect(all.items.map(({ record }) => record.id)).toEqual(["rec-l2", "rec-l3", "rec-l1"]);
    expect([all.total, all.overdue]).toEqual([3, 2]);
    const one = await catalogue.recommendations.list(
      { ...filter, unit: ["Unit A"], overdue: ["response"] },
      page,
    );
    expect(one.items.map(({ record }) => record.id)).toEqual(["rec-l2"]);
    expect(one.facets.unit).toEqual([{ value: "Unit A", count: 1 }]);
    expect(one.facets.overdue).toEqual([{ value: "response", count: 1 }]);
    expect(one.facets.priority).toEqual([{ value: "high", count: 1 }]);
    const aside = await catalogue.recommendations.list({ ...filter, unit: ["Unit A"] }, page);
    expect(aside.facets.unit).toEqual([
      { value: "Unit A", count: 2 },
      { value: "Unit B", count: 1 },
    ]);
    const of = (more: object) =>
      catalogue.recommendations.list({ ...filter, ...more }, page).then(({ total }) => total);
    expect(await of({ owner: "ada" })).toBe(1);
    expect(await of({ toVerify: true })).toBe(1);
    expect(await of({ text: "registering vendors" })).toBe(3);
    expect(await of({ text: "zzzz" })).toBe(0);
    expect(await of({ tiers: ["public"] })).toBe(0);
    expect(await of({ unit: ["nobody"] })).toBe(0);
    expect(await of({ verdict: ["none"] })).toBe(1);
    expect(
      (await catalogue.recommendations.list(filter, { ...page, limit: 1, offset: 1 })).items[0]?.record.id,
    ).toBe("rec-l3");
    const tally = await catalogue.recommendations.tally(filter, "unit", page.today);
    expect(
      tally
        .map(({ value, total, overdueResponse, overdueAction }) => [
          value,
          total,
          overdueResponse,
          overdueAction,
        ])
        .sort(),
    ).toEqual([
      ["Unit A", 2, 1, 0],
      ["Unit B", 1, 0, 1],
    ]);
  });

  it("does not count what a transaction took back", async () => {
    const { catalogue } = store();
    const source = await addedSource(store(), "taken back");
    const before = (await catalogue.recommendations.list({}, page)).total;
    await store().transaction(async (inside) => {
      await inside.recommendations.put([recommendation("rec-back", source)], at, "a");
      expect((await inside.recommendations.list({}, page)).total).toBe(before + 1);
      return { ok: false, problems: [{ code: "test.back", message: "No." }] };
    });
    expect((await catalogue.recommendations.list({}, page)).total).toBe(before);
    await catalogue.recommendations.put([recommendation("rec-back", source)], at, "a");
    expect((await catalogue.recommendations.list({}, page)).total).toBe(before + 1);
  });

  describe("recurring advice", () => {
    it("is replaced by a run, exchanged by a correction, and listed without what may not be seen", async () => {
      const { catalogue } = store();
      const source = await addedSource(store(), "advice", { tier: "public" });
      const secret = await addedSource(store(), "secret advice", { tier: "restricted" });
      await catalogue.recommendations.put(
        [..."abc"].map((x) => recommendation(`rec-a${x}`, x === "c" ? secret : source)),
        at,
        "a",
      );
      const group = (id: string, members: readonly string[]) => ({
        id,
        terms: [{ term: "vendor", weight: 0.5 }],
        members,
        cohesion: 0.75,
      });
      await catalogue.advice.replace({ at, by: "a", recipe: { method: "x" }, recommendations: 3 }, [
        group("rec-ac", ["rec-ac", "rec-aa"]),
      ]);
      expect(await catalogue.advice.list({ tiers: ["public"], limit: 10, offset: 0 })).toEqual({
        total: 0,
        groups: [],
      });
      expect((await catalogue.advice.list({ limit: 10, offset: 0 })).total).toBe(1);
      await catalogue.advice.exchange(["rec-ac"], [group("rec-aa", ["rec-aa", "rec-ab"])]);
      expect(await catalogue.advice.groupOf("rec-ab")).toEqual(group("rec-aa", ["rec-aa", "rec-ab"]));
      expect(await catalogue.advice.group("rec-ac")).toBeNull();
      const correction = { kind: "apart", a: "rec-aa", b: "rec-ac", at, by: "a", reason: null } as const;
      await catalogue.advice.correct([correction]);
      expect(await catalogue.advice.corrections()).toEqual([correction]);
      expect(await catalogue.advice.lastRun()).toMatchObject({ recommendations: 3 });
    });
  });

  describe("reminders", () => {
    it("are queued once a day and person, claimed by one sender, and tried again when their time has come", async () => {
      const { catalogue } = store();
      await catalogue.accounts.add({
        id: "ada",
        email: "ada@example.org",
        name: "Ada",
        role: "manager",
        createdAt: at,
        disabledAt: null,
        passwordHash: null,
      });
      expect(await catalogue.reminders.wish("ada")).toEqual({ language: "en", wanted: true });
      await catalogue.reminders.setWish("ada", { language: "pt", wanted: false }, at);
      expect(await catalogue.reminders.wish("ada")).toEqual({ language: "pt", wanted: false });
      const message = {
        account: "ada",
        day: "2026-03-01",
        recipient: "ada@example.org",
        subject: "s",
        body: "b",
        at,
      };
      expect(await catalogue.reminders.queue(message)).toBe(true);
      expect(await catalogue.reminders.queue(message)).toBe(false);
      const claimed = await catalogue.reminders.claim(at);
      expect(claimed).toMatchObject({ recipient: "ada@example.org", attempts: 1, state: "sending" });
      expect(await catalogue.reminders.claim(at)).toBeNull();
      await catalogue.reminders.settle(claimed!.number, {
        state: "waiting",
        at,
        error: "busy",
        nextTryAt: later,
      });
      expect(await catalogue.reminders.claim(at)).toBeNull();
      expect(await catalogue.reminders.claim(later)).toMatchObject({ attempts: 2 });
      expect(await catalogue.reminders.giveUpSending("2026-03-03T00:00:00Z", later)).toBe(1);
      expect((await catalogue.reminders.outbox(5))[0]).toMatchObject({ state: "unknown", error: "busy" });
    });
  });
});
