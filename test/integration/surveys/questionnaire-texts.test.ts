// A codebook proposed from a file has the questions as the questionnaire asks them.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type Effects, useCases } from "#app";
import type { Result } from "#kernel";
import type { Actor } from "#records";
import { describeOnEngines, sharedStore, steppingClock } from "../store/engines.ts";

const folder = new URL("../../../demonstration/studies/XAD_2023_PSS_v01_M/", import.meta.url);
const analyst: Actor = { id: "ana", role: "analyst", kind: "account" };
const answered = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describeOnEngines("a form that programs read", (engine) => {
  const store = sharedStore(engine);

  it("gives its questions to the columns of the same name, in four languages", async () => {
    const effects: Effects = {
      store: store(),
      now: steppingClock(),
      randomBytes: (n) => new Uint8Array(n),
      codeVersion: "test",
      address: "http://localhost",
    };
    const study = JSON.parse(readFileSync(new URL("study.json", folder), "utf8"));
    const { id } = answered(
      await useCases.describeStudy(effects, analyst, { study, reason: "From its folder." }),
    );
    const of = (name: string) => ({ id, name, upload: { name, path: fileURLToPath(new URL(name, folder)) } });
    const bare = answered(await useCases.uploadMicrodata(effects, analyst, of("persons.csv")));
    expect(bare.proposed.every(({ question }) => question === null)).toBe(true);
    const form = answered(await useCases.addQuestionnaire(effects, analyst, of("questionnaire.xlsx")));
    expect(form.questions).toBeGreaterThan(10);
    const { proposed } = answered(await useCases.uploadMicrodata(effects, analyst, of("persons.csv")));
    const asked = proposed.filter(({ question }) => question !== null);
    expect(asked.length).toBeGreaterThan(10);
    for (const { question, name } of asked)
      expect(Object.keys(question!).sort(), name).toEqual(["en", "es", "fr", "pt"]);
    expect(proposed.map(({ name }) => name)).toEqual(bare.proposed.map(({ name }) => name));
  });
});
