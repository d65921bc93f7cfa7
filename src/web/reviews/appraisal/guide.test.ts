// The guide to appraisal and extraction names buttons and lists as they stand on the page.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import matrix from "../../../../definitions/extraction/evidence-matrix.json" with { type: "json" };
import { words } from "../../words/review-appraisal.en.ts";
import { words as reviews } from "../../words/reviews.en.ts";

const path = "../../../../docs/guides/appraise-and-extract.md";
const guide = readFileSync(join(import.meta.dirname, path), "utf8");

it("uses the words of the page", () => {
  const known = new Set<string>([...Object.values(words), ...Object.values(reviews), matrix.title.en]);
  // Part of a longer name.
  known.add("nothing to extract");
  expect(words["extract.nothing"]).toContain("nothing to extract");
  const named = [...guide.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
