// A whole survey at the command line: all of it or nothing, and the same again changes nothing.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { type Effects, runCommand, useCases } from "#app";
import type { Result } from "#kernel";
import { operator, visitor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";
import { declaration, description, householdRows, personRows } from "./small-study.ts";

const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

describeOnEngines("a survey from files", (engine) => {
  const store = sharedStore(engine);
  const folder = mkdtempSync(join(tmpdir(), "socle-survey-import-"));
  const study = { ...description, questionnaires: [{ language: "en", file: "form.txt" }] };
  let effects: Effects;
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { path, name };
  };
  const all = () => [
    file("households.csv", householdRows()),
    file("persons.csv", personRows()),
    file("form.txt", "1. Are you safe?"),
  ];
  const run = (more: object = {}) => {
    // Only then: files that are given otherwise have the same names.
    const files = "files" in more ? {} : { files: all() };
    return runCommand(effects, operator, "survey-import", { study, edition: declaration, ...files, ...more });
  };
  const kept = async () => ({
    studies: (await store().catalogue.studies.list()).length,
    sources: (await store().catalogue.sources.list()).length,
    audit: (await store().catalogue.audit.list({ before: null, limit: 50 })).length,
  });

  beforeAll(() => {
    effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
  });

  it.each<readonly [string, () => object, string]>([
    ["a description that is wrong", () => ({ study: { ...study, kind: "shops" } }), "studies.word-unknown"],
    [
      "a declaration that is wrong",
      () => ({ edition: { ...declaration, state: "new" } }),
      "studies.word-unknown",
    ],
    ["rows that are not given", () => ({ files: all().slice(1) }), "app.microdata-not-given"],
    [
      "a file that nobody names",
      () => ({ files: [...all(), file("more.csv", "a\n1")] }),
      "app.survey-file-idle",
    ],
    [
      "persons without a household",
      () => ({
        files: [
          ...all().slice(1),
          file("households.csv", householdRows().split("\n").slice(0, 10).join("\n")),
        ],
      }),
      "microdata.row-without-parent",
    ],
  ])("keeps nothing of it with %s", async (_, wrong, code) => {
    expect(codesOf(await run(wrong()))).toContain(code);
    expect(await kept()).toEqual({ studies: 0, sources: 0, audit: 0 });
    expect((await store().files.verify()).checked).toBe(0);
  });

  it("is there as a draft, published where that is asked for, and not twice", async () => {
    expect(answered(await run())).toMatchObject({
      ...{ study: study.id, description: 1, edition: 1, state: "draft", added: 1, unchanged: 0 },
      rows: { households: 24, persons: 96 },
    });
    expect(answered(await run({ publish: true }))).toMatchObject({
      ...{ edition: 1, state: "published", added: 0, unchanged: 1 },
    });
    expect(await kept()).toMatchObject({ studies: 1, sources: 3 });
    const page = answered(await useCases.study(effects, visitor, { id: study.id }));
    expect(page.study.questionnaires).toMatchObject([{ name: "form.txt", language: "en" }]);
    const show = await runCommand(effects, operator, "studies-show", { id: study.id });
    expect(answered(show)).toMatchObject({ edition: { version: 1, state: "published" } });
    const found = await runCommand(effects, operator, "variables-search", { text: "rare" });
    expect(answered(found)).toMatchObject({ total: 1 });
    const act = (given: object) => runCommand(effects, operator, "studies-act", { id: study.id, ...given });
    expect(codesOf(await act({ version: 1, act: "withdrawn" }))).toEqual(["app.reason-needed"]);
    expect(answered(await act({ version: 1, act: "withdrawn", reason: "Wrong ages" }))).toMatchObject({
      state: "withdrawn",
    });
    expect(answered(await runCommand(effects, operator, "studies-list", {}))).toMatchObject([
      { id: study.id },
    ]);
  });
});
