// The guide to screening names buttons and lists as they stand on the page.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { words } from "../../words/review-screening.en.ts";
import { words as reviews } from "../../words/reviews.en.ts";
import { usualKeys } from "./screening-keys.ts";

const guide = readFileSync(join(import.meta.dirname, "../../../../docs/guides/screen-a-review.md"), "utf8");

it("uses the words of the page", () => {
  const known = new Set([...Object.values(words), ...Object.values(reviews)]);
  // Plurals with their number left out.
  known.add("Conflicts");
  const named = [...guide.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it("names the usual keys", () => {
  const named = new Set([...guide.matchAll(/`(\S)`/g)].map((match) => match[1]));
  expect(Object.values(usualKeys).filter((key) => !named.has(key))).toEqual([]);
});
