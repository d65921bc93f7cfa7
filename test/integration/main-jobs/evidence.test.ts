// Main job 1 through the use cases, on both engines, with reports of our own in four languages, and with
// the two seed documents where they are present.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import { operator, type TraceNode, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const root = resolve(import.meta.dirname, "../../..");
const reference = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
const seeds = resolve(reference, "../seeds");
const first = join(seeds, "000_a495ae251d6c7d9b.txt");
const second = join(seeds, "002_6f7f860be939799d.txt");
const haveSeeds = existsSync(first) && existsSync(second);

it("has the seed documents on CI", () => {
  expect(haveSeeds || process.env["CI"] !== "true", `no seed documents in ${seeds}`).toBe(true);
});

const report = (recommendation: string) => `Pensions for all in Belmora: final evaluation

1. Introduction

1. This invented report looks at a project on old-age pensions.

2. Recommendations

2. The evaluation offers the following recommendations.

(a) ${recommendation}

(b) The Ministry should publish the rules of the scheme.
`;

describeOnEngines("from a report to passages", (engine) => {
  const store = sharedStore(engine);
  let effects: Effects;
  let folder: string;
  const given = (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { name, origin: "real" as const, upload: { path, name } };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-jobs-"));
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  it("reads a report, finds its passages again by words, and leads from the passage to the file", async () => {
    const imported = await useCases.importReport(
      effects,
      operator,
      given("pensions.txt", report("The Ministry should register 😀 street vendors in the scheme.")),
    );
    if (!imported.ok) throw new Error(imported.problems[0]!.message);
    const found = await useCases.searchPassages(effects, visitor, {
      q: "registering vendors",
      limit: 10,
      offset: 0,
    });
    if (!found.ok) throw new Error(found.problems[0]!.message);
    const hit = found.value.hits[0]!;
    expect(hit.passage).toMatchObject({
      kind: "recommendation",
      label: "(a)",
      text: "The Ministry should register 😀 street vendors in the scheme.",
    });
    const path = await useCases.trace(effects, visitor, { id: `passage:${hit.passage.id}` });
    if (!path.ok) throw new Error(path.problems[0]!.message);
    expect(path.value.source).toMatchObject({ file: "pensions.txt", locator: { spans: hit.passage.spans } });
    const [[start, end]] = hit.passage.spans as [[number, number]];
    const text = [...readFileSync(join(folder, "pensions.txt"), "utf8")];
    expect(text.slice(start, end).join("")).toBe(hit.passage.text);
  });

  it("reads the same bytes again without doubling anything", async () => {
    const again = await useCases.importReport(
      effects,
      operator,
      given("pensions.txt", readFileSync(join(folder, "pensions.txt"))),
    );
    expect(again).toMatchObject({ ok: true, value: { added: 0, superseded: 0 } });
  });

  it("refuses to tie a report to an evaluation that is not there, and keeps nothing of it", async () => {
    const refused = await useCases.importReport(effects, operator, {
      ...given("other.txt", report("Another.")),
      evaluation: "nowhere",
    });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "app.evaluation-unknown" }] });
    expect((await store().catalogue.documents.list()).length).toBe(1);
  });

  it("verifies every passage against its text, also where a NUL was replaced to keep it", async () => {
    const damaged = await useCases.importReport(
      effects,
      operator,
      given("damaged.txt", report("The Ministry should not\0 forget the damaged file.")),
    );
    expect(damaged.ok).toBe(true);
    expect(await useCases.verify(effects, operator, {})).toMatchObject({
      ok: true,
      value: { differences: [] },
    });
  });

  describe.skipIf(!haveSeeds)(`with the seed documents${haveSeeds ? "" : ` (absent: ${seeds})`}`, () => {
    it("finds the ten recommendations and five comments of the first", async () => {
      const imported = await useCases.importReport(
        effects,
        operator,
        given("first.txt", readFileSync(first)),
      );
      if (!imported.ok) throw new Error(imported.problems[0]!.message);
      const passages = await store().catalogue.passages.ofDocument(imported.value.ids[0] as never);
      const labels = (kind: string) =>
        passages.filter((passage) => passage.kind === kind).map(({ label }) => label);
      expect(labels("recommendation")).toEqual([..."abcdefghij"].map((letter) => `(${letter})`));
      expect(labels("management-response")).toEqual([..."abcde"].map((letter) => `(${letter})`));
    });

    it("takes the 24 evaluations of the second into the registry, oddities kept, and each leads to its row", async () => {
      const imported = await useCases.importEvaluations(
        effects,
        operator,
        given("second.txt", readFileSync(second)),
      );
      expect(imported).toMatchObject({ ok: true, value: { added: 24 } });
      const list = await useCases.listEvaluations(effects, visitor, { limit: 100, offset: 0 });
      if (!list.ok) throw new Error(list.problems[0]!.message);
      expect(list.value.total).toBe(24);
      const order = list.value.evaluations.map(({ reportId }) => reportId);
      expect(order.slice(0, 4)).toEqual(["E-2", "E-3", "E-9", "E-10"]);
      expect(order.slice(-4)).toEqual(["I-1", "I-2", "I-3", "I-4"]);
      const placeholders = list.value.evaluations.filter(({ symbolIsPlaceholder }) => symbolIsPlaceholder);
      expect(placeholders.map(({ reportId }) => reportId)).toEqual(["E-2", "E-21"]);
      expect(placeholders.every(({ symbol, oddities }) => symbol === null && oddities.length > 0)).toBe(true);
      const path = await useCases.trace(effects, visitor, {
        id: `evaluation:${list.value.evaluations[0]!.id}`,
      });
      expect((path as { value: TraceNode }).value.source?.file).toBe("second.txt");
    });

    it("finds what works in the second by the words of a question", async () => {
      await useCases.importReport(effects, operator, given("second.txt", readFileSync(second)));
      const found = await useCases.searchPassages(effects, visitor, {
        q: "tripartism dialogue",
        kind: ["what-works"],
        limit: 5,
        offset: 0,
      });
      if (!found.ok) throw new Error(found.problems[0]!.message);
      expect(found.value.hits[0]!.passage.text).toContain("Assessment-based National Dialogue");
      expect(found.value.hits[0]!.highlights.length).toBeGreaterThan(0);
    });
  });
});
