// The micro-level indexes that come along, over the simulated studies they were written for.

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "#kernel";
import { checkMicroIndex, microEstimates, microLines, microScores, scorePlan } from "#securities";
import { editionOfStudy, shippedMicroIndex, studyTable } from "../fixtures/study-table.ts";

const people = "XAA_2024_PSS_v01_M";
const enterprises = "XAA_2024_ELFS_v01_M";
const studyOf = {
  pss: people,
  "good-job": people,
  elfs: enterprises,
  hde: enterprises,
  "worker-sheet": enterprises,
} as const;
const ids = Object.keys(studyOf) as (keyof typeof studyOf)[];

it("all that come along are looked at here", () => {
  const files = readdirSync(new URL("../../definitions/micro-indexes/", import.meta.url));
  expect(files.map((name) => name.replace(".json", "")).sort()).toEqual([...ids].sort());
});

describe.each(ids)("%s", (id) => {
  const definition = shippedMicroIndex(id);
  const { variables } = editionOfStudy(studyOf[id]);
  const { table, context } = studyTable(studyOf[id], definition.file);
  const scores = microScores(definition, table, variables);
  if (!scores.ok) throw new Error(scores.problems.map(({ message }) => message).join("\n"));

  it("says that it is a reconstruction, and of each line how it is known, in four languages", () => {
    expect(definition.reconstruction).toBe(true);
    const shown = microLines(definition, variables);
    expect(shown.length).toBeGreaterThan(10);
    for (const { evidence, label } of shown) {
      expect(evidence).toMatch(/ours|our decision|our choice/);
      for (const language of languages) expect(label[language], JSON.stringify(label)).toMatch(/\S/);
    }
    for (const { label } of scorePlan(definition))
      for (const language of languages) expect(label[language]).toMatch(/\S/);
    for (const language of languages) expect(definition.note?.[language]).toMatch(/\S/);
  });

  it("fits the dictionary, and meets no answer that it does not provide for", () => {
    expect(checkMicroIndex(definition, variables)).toMatchObject({ ok: true });
    for (const { id: item, faults, answered } of scores.value.items) {
      expect(faults, item).toEqual([]);
      expect(answered, item).toBeGreaterThan(400);
    }
  });

  it("gives figures with errors for each score, for women and men where rows are persons", () => {
    const found = microEstimates(definition, scores.value, context, { dictionary: variables });
    if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
    const groups = definition.file === "establishments" ? [{}] : [{}, { sex: 1 }, { sex: 2 }];
    for (const { id: score } of scorePlan(definition)) {
      const own = found.value.estimates.filter((one) => one.score === score && one.measure === "mean");
      expect(own.map(({ group }) => group)).toEqual(groups);
      for (const { estimate, standardError, n } of own) {
        expect(estimate!).toBeGreaterThan(0);
        expect(estimate!).toBeLessThan(1);
        expect(standardError!).toBeGreaterThan(0);
        expect(n).toBeGreaterThan(200);
      }
    }
  });
});
