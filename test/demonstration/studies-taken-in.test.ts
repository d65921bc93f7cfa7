// The catalogue takes the simulated studies as they lie in their folders, the raw edition with its faults too.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import type { Actor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../integration/store/engines.ts";

const folder = new URL("../../demonstration/studies/", import.meta.url);
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };
const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describeOnEngines("the catalogue of surveys", (engine) => {
  const store = sharedStore(engine);
  const now = steppingClock();

  it.each([
    ["XAA_2024_PSS_v01_M", "edition-raw.json"],
    ["XAD_2023_PSS_v01_M", "edition.json"],
    ["XAA_2024_ELFS_v01_M", "edition.json"],
  ])("finds nothing to correct in %s, %s", async (id, name) => {
    const effects: Effects = {
      store: store(),
      now,
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const jsonOf = (file: string) => JSON.parse(readFileSync(new URL(`${id}/${file}`, folder), "utf8"));
    const study = { ...jsonOf("study.json"), questionnaires: [] };
    answered(await useCases.describeStudy(effects, analyst, { study, reason: "From its folder." }));
    const edition = jsonOf(name);
    for (const { file } of edition.files) {
      const upload = { path: fileURLToPath(new URL(`${id}/${file}`, folder)), name: file };
      answered(await useCases.uploadMicrodata(effects, analyst, { id, name: file, upload }));
    }
    const checked = answered(await useCases.checkEdition(effects, analyst, { id, edition, brought: [] }));
    expect(checked.problems).toEqual([]);
    expect(
      checked.warnings.map(({ code }) => code).filter((code) => code !== "studies.category-without-rows"),
    ).toEqual([]);
    expect(checked.variables).toBe(edition.variables.length);
    for (const file of checked.files) {
      expect(file.facts?.singleUnitStrata).toBe(0);
      for (const { weighted, known } of file.totals) expect(weighted).not.toBe(known);
    }
  });
});
