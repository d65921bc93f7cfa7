// Lessons and good practices from a report to a confirmed record, through the use cases, on both engines.

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { type Actor, type Evaluation, noDetails, operator, type Role, visitor } from "#records";
import { describeOnEngines, sharedStore } from "../store/engines.ts";

const report = (third: string) => `<!doctype html><html lang="en"><title>Social insurance in Belmora</title>
<h1>Social insurance in Belmora: final evaluation</h1>
<h2>1. Introduction</h2><p>This invented report looks at a project on maternity insurance.</p>
<h2>2. Lessons learned</h2>
<ol>
<li>Maternity benefits reached women in the informal economy only where trade unions had explained them.</li>
<li>Elections and a change of government delayed the social insurance law by two years.</li>
${third}
</ol>
<h2>3. Emerging good practices</h2>
<table>
<tr><td>Brief summary of the good practice</td><td>Mobile registration teams enrolled 4,000 domestic workers in six months.</td></tr>
<tr><td>Relevant conditions and context: limitations or advice in terms of applicability and replicability</td><td>It needs identity cards and a fund that pays by telephone.</td></tr>
<tr><td>Establish a clear cause-effect relationship</td><td>Teams came on the day off, so no wage was lost.</td></tr>
<tr><td>Potential for replication and by whom</td><td>The social insurance fund of any country with mobile payments.</td></tr>
</table>
</html>`;
const third = "<li>A budget without money for monitoring left the project team without figures.</li>";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};
const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describeOnEngines("lessons", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  let clock = Date.UTC(2026, 2, 1, 12);
  let source: string;
  const account = (role: Role, id: string = role): Actor => ({ id, role, kind: "account" });
  const reviewer = account("reviewer");
  const filters = { sort: "newest", limit: 100, offset: 0 } as const;
  const listed = async (filter: object = {}, actor: Actor = visitor) =>
    value(await useCases.listLessons(effects, actor, { ...filters, ...filter }));
  const find = async (words: string) => (await listed()).lessons.find(({ text }) => text.includes(words))!;
  const given = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { name, upload: { path, name } };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-lessons-"));
    effects = {
      store: store(),
      now: () => {
        clock += 1000;
        return new Date(clock).toISOString();
      },
      randomBytes: (length) => new Uint8Array(length).fill(7),
      codeVersion: "test",
      address: "http://localhost:4500",
    };
    const imported = value(
      await useCases.importReport(effects, operator, {
        ...given("belmora.html", report(third)),
        origin: "invented",
      }),
    );
    source = imported.ids[0]!;
    const { catalogue } = effects.store;
    const evaluation: Evaluation = {
      ...noDetails,
      id: "belmora-1",
      printedId: null,
      reportId: null,
      title: "Maternity protection in Belmora",
      language: "en",
      printedSymbol: null,
      symbol: null,
      symbolIsPlaceholder: false,
      type: "project",
      printedType: null,
      timing: "final",
      nature: "independent",
      region: "africa",
      regionBasis: null,
      countries: ["XAB"],
      countryGroups: [],
      themes: [],
      donor: null,
      fundingNote: null,
      period: null,
      year: 2021,
      link: null,
      printedLink: null,
      summary: null,
      origin: "invented",
      oddities: [],
      branches: ["maternity"],
      provenance: { source: source as Evaluation["provenance"]["source"], locator: { kind: "whole" } },
    };
    await catalogue.evaluations.put([evaluation], effects.now(), "test");
  });

  it("are made when a report is kept, with the fields of the template and what they are about", async () => {
    const { total, lessons } = await listed();
    expect(total).toBe(4);
    const practice = lessons.find(({ kind }) => kind === "good-practice")!;
    expect(practice.fields.conditions?.printed).toContain("identity cards");
    expect(practice.fields.conditions?.spans.length).toBeGreaterThan(0);
    expect(practice.fields.replication?.printed).toContain("mobile payments");
    expect(practice.transferability).toEqual(practice.fields.conditions);
    expect(practice.populations.map(({ value: code }) => code)).toContain("domestic-workers");
    const delayed = await find("Elections");
    expect(delayed.factor?.value).toBe("external");
    expect(delayed.factor?.reason).toContain("elections");
    expect(delayed.status).toBe("proposed");
    const budget = await find("budget without money");
    expect(budget.nature).toMatchObject({ value: "managerial" });
    expect(budget.factor).toMatchObject({ value: "internal" });
    expect(budget.id).toBe(`lesson-${budget.passages[0]}`);
  });

  it("belong to the evaluation of their report as soon as it is tied, and are counted by each value", async () => {
    expect((await listed({ branch: ["maternity"] })).total).toBe(1);
    expect((await listed()).facets["region"]).toEqual([{ value: null, count: 4 }]);
    await effects.store.catalogue.documents.link(source as never, "belmora-1", effects.now());
    const { facets } = await listed();
    expect(facets["region"]).toEqual([{ value: "africa", count: 4 }]);
    expect(facets["country"]).toEqual([{ value: "XAB", count: 4 }]);
    // Nobody decided otherwise: all lessons of an evaluation on maternity are found under maternity.
    expect((await listed({ branch: ["maternity"] })).total).toBe(4);
    expect((await listed({ year: ["2021"], country: ["XAB"] })).total).toBe(4);
  });

  it("leave the choice of a filter out of its own counts, and know what is not stated", async () => {
    const all = (await listed()).facets["factor"]!;
    expect(all.map(({ value: one }) => one)).toContain(null);
    const chosen = await listed({ factor: ["external"] });
    expect(chosen.total).toBe(1);
    expect(chosen.facets["factor"]).toEqual(all);
    expect(chosen.facets["kind"]).toEqual([{ value: "lesson-learned", count: 1 }]);
    const silent = await listed({ factor: ["none"] });
    expect(silent.total).toBe(all.find(({ value: one }) => one === null)!.count);
    expect((await listed({ factor: ["external"], kind: ["good-practice"] })).total).toBe(0);
    expect((await listed({ text: "telephone" })).total).toBe(1);
    expect((await listed({ text: "unions women" })).total).toBe(1);
    expect((await listed({ text: "zeppelin" })).total).toBe(0);
  });

  it("are described and confirmed by those who answer for the reading, against the version they saw", async () => {
    const seen = await find("budget without money");
    const edit = (set: object, version = seen.version, actor: Actor = reviewer) =>
      useCases.editLesson(effects, actor, { id: seen.id, version, set });
    expect(codes(await edit({ nature: "substantive" }, 1, visitor))).toEqual(["access.sign-in-needed"]);
    expect(codes(await edit({ nature: "substantive" }, 1, account("analyst")))).toEqual([
      "access.not-allowed",
    ]);
    expect(codes(await edit({}))).toEqual(["app.edit-empty"]);
    expect(codes(await edit({ fields: { replication: "x" } }))).toEqual(["lessons.field-foreign"]);
    const after = value(
      await edit({
        factor: "external",
        branches: [],
        themes: ["Monitoring"],
        transferability: "Holds wherever donors cap overheads.",
        status: "confirmed",
      }),
    );
    expect(after).toMatchObject({
      version: 2,
      status: "confirmed",
      factor: { value: "external", confidence: null, reason: null },
      branches: [],
      transferability: { printed: "Holds wherever donors cap overheads.", spans: [] },
    });
    expect(Object.keys(after.decided).sort()).toEqual(["branches", "factor", "themes", "transferability"]);
    expect(JSON.stringify(after)).not.toContain(reviewer.id);
    expect(codes(await edit({ nature: "substantive" }))).toEqual(["app.record-changed"]);
    // "No branch" is a decision: the branch of the evaluation no longer counts for this lesson.
    expect((await listed({ branch: ["maternity"] })).total).toBe(3);
    expect((await listed({ status: ["confirmed"] })).total).toBe(1);
    const [newest, first] = value(await useCases.lessonVersions(effects, visitor, { id: seen.id }));
    expect(newest!.changes.map(({ field }) => field).sort()).toEqual(
      ["factor", "status", "themes", "transferability"].sort(),
    );
    expect(first!.version).toBe(1);
    const [audit] = await effects.store.catalogue.audit.list({ before: null, limit: 1 });
    expect(audit).toMatchObject({ action: "lesson.edit", actor: "reviewer" });
  });

  it("keep what people decided through a correction of the report, and come back under their address", async () => {
    const lesson = await find("budget without money");
    const state = async () =>
      value(await useCases.documentCorrections(effects, reviewer, { sha256: source }));
    const change = async (act: object) => {
      const { textVersion, passages } = await state();
      const passage = passages.find(({ text }) => text.includes("budget without money"))!;
      value(
        await useCases.correctDocument(effects, reviewer, {
          sha256: source,
          textVersion,
          passages: [{ id: passage.id, version: passage.version }],
          ...act,
        } as never),
      );
    };
    await change({ act: "change-kind", kind: "challenge" });
    // A person had worked on it: it stays, and says that the report no longer has it.
    expect(await find("budget without money")).toMatchObject({ inReading: false, status: "confirmed" });
    await change({ act: "change-kind", kind: "lesson-learned" });
    expect(await find("budget without money")).toMatchObject({
      id: lesson.id,
      inReading: true,
      status: "confirmed",
      themes: ["Monitoring"],
      factor: { value: "external" },
    });
    const untouched = await find("Elections");
    const { textVersion, passages } = await state();
    const passage = passages.find(({ text }) => text.includes("Elections"))!;
    value(
      await useCases.correctDocument(effects, reviewer, {
        sha256: source,
        textVersion,
        act: "reject",
        passages: [{ id: passage.id, version: passage.version }],
      } as never),
    );
    expect(await find("Elections")).toBeUndefined();
    expect(value(await useCases.lesson(effects, visitor, { id: untouched.id }))).toMatchObject({
      stands: false,
    });
    expect(
      codes(
        await useCases.editLesson(effects, reviewer, {
          id: untouched.id,
          version: untouched.version,
          set: { nature: null },
        }),
      ),
    ).toEqual(["lessons.gone"]);
  });

  it("are kept from those who may not read their report: in lists, counts, files and by address", async () => {
    const { catalogue } = effects.store;
    const kept = await catalogue.sources.byHash(source as never);
    const hidden = "e".repeat(64) as typeof source;
    await catalogue.sources.add({ ...kept!, sha256: hidden as never, tier: "restricted", name: "kept.html" });
    const lesson = (await catalogue.lessons.ofDocument(source as never))[0]!;
    const secret = {
      ...lesson,
      id: `lesson-${"e".repeat(16)}-1-2`,
      document: hidden as never,
      text: "A restricted lesson.",
      provenance: { source: hidden as never, locator: { kind: "whole" as const } },
    };
    await catalogue.lessons.put([secret], effects.now(), "test");
    expect((await listed({ text: "restricted" })).total).toBe(0);
    expect((await listed({ text: "restricted" }, account("custodian"))).total).toBe(1);
    expect(codes(await useCases.lesson(effects, visitor, { id: secret.id }))).toEqual(["app.not-found"]);
    expect(codes(await useCases.lessonVersions(effects, visitor, { id: secret.id }))).toEqual([
      "app.not-found",
    ]);
    expect((await listed()).facets["kind"]!.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const file = value(
      await useCases.downloadLessons(effects, visitor, { ...filters, format: "json", in: "en" }),
    );
    let text = "";
    for await (const chunk of file.stream) text += new TextDecoder().decode(chunk);
    const parsed = JSON.parse(text) as { lessons: unknown[] };
    expect(parsed.lessons).toHaveLength(3);
    expect(text).not.toContain("restricted lesson");
    expect(text).toContain("http://localhost:4500/evidence/lessons/");
  });
});
