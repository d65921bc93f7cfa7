// How well recurring advice is found: 40 groups of three invented paraphrases in four languages among 72
// others, most of them on the same subjects. The thresholds were chosen on the groups of even number
// (development); the figures published in docs/guides/follow-up.md are those of the odd ones and of all.

import { describe, expect, it } from "vitest";
import { languages } from "#kernel";
import { type AdviceText, recurringAdvice } from "#oversight";
import type { AdviceCorrection } from "#records";
import { paraphrases } from "../../fixtures/advice/paraphrases.data.ts";

type Labelled = { readonly text: AdviceText; readonly label: string };

function labelled(part: 0 | 1 | null): readonly Labelled[] {
  const chosen = (i: number) => part === null || i % 2 === part;
  return languages.flatMap((language) =>
    [...paraphrases[language].groups, ...paraphrases[language].others.map((text) => [text])].flatMap(
      (texts, i) =>
        texts.flatMap((text, k): Labelled[] => {
          const id = `${language}-${i}-${k}`;
          return chosen(i) ? [{ text: { id, text, language, report: id }, label: `${language} ${i}` }] : [];
        }),
    ),
  );
}

function found(texts: readonly AdviceText[], corrections: readonly AdviceCorrection[] = []) {
  const search = recurringAdvice(texts, corrections);
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

/** Over all pairs of texts: how many found together belong together, and how many that belong were found. */
function pairwise(part: 0 | 1 | null) {
  const items = labelled(part);
  const groupOf = new Map<string, number>();
  for (const [n, { members }] of found(items.map(({ text }) => text)).entries())
    for (const id of members) groupOf.set(id, n);
  let [right, wrong, missed] = [0, 0, 0];
  for (const [i, a] of items.entries())
    for (const b of items.slice(0, i)) {
      const together = groupOf.has(a.text.id) && groupOf.get(a.text.id) === groupOf.get(b.text.id);
      if (a.label === b.label) together ? right++ : missed++;
      else if (together) wrong++;
    }
  return { precision: right / (right + wrong), recall: right / (right + missed), right, wrong, missed };
}

describe("recurring advice among invented paraphrases", () => {
  it("has 40 groups and 72 others in four languages", () => {
    const all = languages.map((language) => paraphrases[language]);
    expect(all.reduce((sum, { groups }) => sum + groups.length, 0)).toBe(40);
    expect(all.reduce((sum, { others }) => sum + others.length, 0)).toBe(72);
  });

  it("is found as well as the guide says", () => {
    const rounded = ({ precision, recall }: ReturnType<typeof pairwise>) => [
      Math.round(precision * 100) / 100,
      Math.round(recall * 100) / 100,
    ];
    const [development, published, all] = ([0, 1, null] as const).map((part) => rounded(pairwise(part)));
    expect({ development, published, all }).toEqual({
      development: [0.91, 0.97],
      published: [0.87, 0.9],
      all: [0.76, 0.98],
    });
  });

  it("does not depend on the order of the texts", () => {
    const texts = labelled(null).map(({ text }) => text);
    expect(found(texts.toReversed())).toEqual(found(texts));
  });

  it("obeys corrections, the later of two on one pair, also across languages", () => {
    const texts = labelled(1).map(({ text }) => text);
    const say = (kind: "together" | "apart", a: string, b: string): AdviceCorrection => ({
      kind,
      a,
      b,
      at: "2026-01-01T00:00:00Z",
      by: "ada",
      reason: null,
    });
    const groupWith = (id: string, corrections: readonly AdviceCorrection[]) =>
      found(texts, corrections).find(({ members }) => members.includes(id))?.members ?? [];
    const [a, b] = ["en-5-0", "en-5-1"];
    expect(groupWith(a, [])).toContain(b);
    expect(groupWith(a, [say("apart", b, a)])).not.toContain(b);
    expect(groupWith(a, [say("apart", a, b), say("together", b, a)])).toContain(b);
    expect(groupWith(a, [say("together", a, "fr-7-0")])).toEqual(
      expect.arrayContaining([b, "fr-7-0", "fr-7-1"]),
    );
  });

  it("is nothing within one report, and explains itself by terms of the texts", () => {
    const texts = labelled(null).map(({ text }) => ({ ...text, report: "one" }));
    expect(found(texts)).toEqual([]);
    for (const { terms, cohesion } of found(labelled(null).map(({ text }) => text))) {
      expect(terms.length).toBeGreaterThan(0);
      expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(cohesion).toBeGreaterThan(0.2);
    }
  });
});
