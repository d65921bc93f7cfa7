// Real cases: the ten recommendations and the Office's comments of the first seed document, and IOM's
// management response document. Read where they are present (SOCLE_REFERENCE); never copied.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import { operator, visitor } from "#records";
import { pglite, sharedStore } from "../../integration/store/engines.ts";

const root = resolve(import.meta.dirname, "../../..");
const reference = resolve(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
const seed = resolve(reference, "../seeds/000_a495ae251d6c7d9b.txt");
const matrix = resolve(reference, "../data/evaluations/iom-cs1137-cs1138-management-response.pdf");
const absent = [seed, matrix].filter((path) => !existsSync(path));

it("has its documents on CI", () => {
  expect(absent.length === 0 || process.env["CI"] !== "true", absent.join()).toBe(true);
});

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};

describe.skipIf(absent.length > 0)(`real responses${absent.length > 0 ? ` (absent: ${absent})` : ""}`, () => {
  const store = sharedStore(pglite);
  let effects: Effects;
  const imported = async (path: string) => {
    const outcome = value(
      await useCases.importReport(effects, operator, {
        name: path.split("/").at(-1)!,
        origin: "real",
        upload: { path, name: path.split("/").at(-1)! },
      }),
    );
    return outcome.ids[0]!;
  };
  const listed = async (document: string) =>
    value(
      await useCases.listRecommendations(effects, visitor, { limit: 200, offset: 0 }),
    ).recommendations.filter((one) => one.document === document);
  const proposals = async (sha256: string) =>
    value(await useCases.documentResponses(effects, operator, { sha256 }));
  const confirm = async (document: string) => {
    const all = await proposals(document);
    return value(
      await useCases.confirmResponses(effects, operator, {
        document,
        proposals: all.filter(({ steps }) => steps.length > 0),
      }),
    );
  };

  beforeAll(() => {
    effects = {
      store: store(),
      now: () => "2026-03-01T12:00:00.000Z",
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  it("the ten recommendations of the first seed are answered in general, and no verdict is invented", async () => {
    const document = await imported(seed);
    expect(readFileSync(seed).length).toBeGreaterThan(1_000);
    expect((await listed(document)).map(({ number }) => number).sort()).toEqual(
      [..."abcdefghij"].map((x) => `(${x})`),
    );
    const found = await proposals(document);
    expect(found).toHaveLength(10);
    // The comments are lettered (a) to (e) as well; a letter in common is no answer.
    for (const one of found) {
      expect(one.basis).toBe("general");
      expect(one.steps.map(({ data }) => data.kind)).toEqual(["answered-in-general"]);
      const [step] = one.steps;
      expect(step?.data.kind === "answered-in-general" && step.data.passages.length).toBe(5);
    }
    await confirm(document);
    for (const one of await listed(document))
      expect(one).toMatchObject({ state: "issued", verdict: null, answeredInGeneral: true });
    const shown = value(
      await useCases.recommendation(effects, visitor, { id: (await listed(document))[0]!.id }),
    );
    expect(shown.responsePassages.map(({ label }) => label)).toEqual([..."abcde"].map((x) => `(${x})`));
    const figures = value(await useCases.followUpFigures(effects, visitor, { by: "unit" }));
    expect(figures.all).toMatchObject({ issued: 10, responded: 0, answeredInGeneral: 10 });
  });

  it("IOM's 19 responses are 18 acceptances and one in part, with actions and no status", async () => {
    const document = await imported(matrix);
    const found = await proposals(document);
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, i) => String(i + 1)));
    const verdicts = found.map(({ steps }) => steps.find(({ data }) => data.kind === "responded")?.data);
    expect(verdicts.filter((one) => one?.kind === "responded" && one.verdict === "accepted")).toHaveLength(
      18,
    );
    const partly = verdicts[4];
    expect(partly?.kind === "responded" && [partly.verdict, partly.reason?.slice(0, 67)]).toEqual([
      "partially-accepted",
      "The recommendation is partially accepted because full harmonization",
    ]);
    for (const one of found) {
      expect(
        one.steps.some(({ data }) => data.kind === "action-planned"),
        one.number!,
      ).toBe(true);
      expect(
        one.steps.some(({ data }) => data.kind === "imported-status"),
        one.number!,
      ).toBe(false);
      expect(one.remarks, one.number!).toContain("status-none-stated");
    }
    expect(await confirm(document)).toMatchObject({ added: 19 });
    const after = await listed(document);
    const answered = after.filter(({ verdict }) => verdict !== null);
    expect(answered).toHaveLength(19);
    for (const one of answered) expect(one).toMatchObject({ state: "action-planned", actionDue: null });
    const shown = value(await useCases.recommendation(effects, visitor, { id: answered[0]!.id }));
    expect(shown.plannedActions[0]?.due).toBeNull();
    expect(shown.plannedActions[0]?.owner).toBeTruthy();
    expect(shown.respondedOn).toBeNull();
  });
});
