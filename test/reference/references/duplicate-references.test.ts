// Duplicates among real titles and abstracts: the nine labelled sets of the screening reference (SYNERGY data set
// 1.0, CC0), with invented authors, journals and numbers, copies corrupted by seed, and errata, replies, second
// parts, preprints, abstracts of conferences and sibling papers planted by seed. Aim: recall 0.95 at precision 0.999.

import { describe, expect, it } from "vitest";
import { duplicateReferences } from "#statistics";
import { corruptedReferences, pairCounts } from "./corrupted-references.ts";
import { isSynergyAbsent, synergyWorks } from "./synergy-works.ts";

describe.skipIf(isSynergyAbsent)("the nine sets (skipped without the reference)", () => {
  it.each([1, 2, 3])(
    "corrupted by seed %i: recall 0.99 at precision 0.999",
    { timeout: 120_000 },
    async (seed) => {
      const sums = { together: 0, right: 0, wanted: 0 };
      for (const works of (await synergyWorks()).values()) {
        const labelled = corruptedReferences(works, seed);
        const { groups } = duplicateReferences(labelled.map(({ reference }) => reference));
        const counts = pairCounts(labelled, groups);
        for (const key of ["together", "right", "wanted"] as const) sums[key] += counts[key];
      }
      expect(sums.wanted).toBeGreaterThan(4_000);
      expect(sums.right / sums.wanted).toBeGreaterThan(0.99);
      expect(sums.right / sums.together).toBeGreaterThan(0.999);
    },
  );

  it("all in one list: planted works stand apart from their originals, as what they are", {
    timeout: 120_000,
  }, async () => {
    const labelled = corruptedReferences([...(await synergyWorks()).values()].flat(), 4);
    const { groups, related } = duplicateReferences(labelled.map(({ reference }) => reference));
    const counts = pairCounts(labelled, groups);
    expect(counts.right / counts.wanted).toBeGreaterThan(0.99);
    expect(counts.right / counts.together).toBeGreaterThan(0.999);
    const found = new Map<string, string>(
      related.flatMap(({ first, second, relation }) => {
        const [a, b] = [labelled[first]!.work, labelled[second]!.work];
        return [
          [`${a} ${b}`, relation],
          [`${b} ${a}`, relation],
        ] as const;
      }),
    );
    const names = {
      erratum: "correction",
      reply: "reply",
      part: "other-part",
      preprint: "preprint",
      conference: "conference-abstract",
    };
    for (const [made, relation] of Object.entries(names)) {
      const planted = labelled.filter((one) => one.made[0] === made && /^\d+$/.test(one.made[1] ?? ""));
      const right = planted.filter((one) => found.get(`${one.work} ${one.made[1]}`) === relation);
      expect(planted.length, made).toBeGreaterThan(50);
      expect(right.length / planted.length, made).toBeGreaterThan(0.9);
    }
  });

  it("as they are, with titles and abstracts alone: few groups, each with a title or an abstract to show", async () => {
    for (const [name, works] of await synergyWorks()) {
      const { groups } = duplicateReferences(
        works.map((work) => ({
          ...work,
          authors: [],
          year: null,
          doi: null,
          container: null,
          volume: null,
          pages: null,
          type: null,
        })),
      );
      expect(groups.length, name).toBeLessThanOrEqual(8);
      for (const { pairs } of groups)
        expect(pairs[0]!.reasons.some((reason) => /title|abstract/.test(reason))).toBe(true);
    }
  });
});
