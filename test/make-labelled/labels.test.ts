// The made documents against the descriptions they were made from: labels tell the truth, nothing is real.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { readLabelledSet } from "#sources";
import { folders, labelsOf } from "./labels.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "labelled");
const bytesOf = (folder: string, file: string) => new Uint8Array(readFileSync(join(fixtures, folder, file)));

const lettersOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).join("");

/**
 * What of the words does not stand in the text: words that are nowhere, or nearly all threes of neighbouring
 * words. A few threes are torn by a page break or the edge of a cell, or by columns read in a wrong order.
 */
function notIn(text: string, words: string): readonly string[] {
  const list = words
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== "");
  const lost = list.filter((word) => !text.includes(word));
  const threes = list.slice(2).map((_, i) => list.slice(i, i + 3).join(""));
  const torn = threes.filter((three) => !text.includes(three));
  return torn.length > threes.length / 4 ? [...lost, ...torn] : lost;
}

describe.each(folders)("the labelled folder %s", (folder) => {
  const made = labelsOf(folder);
  const labels = readLabelledSet(
    JSON.parse(readFileSync(join(fixtures, folder, "labels.json"), "utf8")),
    "labels.json",
  );
  const documents = labels.ok ? labels.value.documents : [];

  it("has labels that agree with the descriptions the documents were made from", () => {
    expect(labels).toMatchObject({ ok: true });
    expect(documents).toEqual(made.documents);
  });

  it("holds each document that is listed, no other, and none above 150 kB", () => {
    const files = readdirSync(join(fixtures, folder)).filter((name) => !/\.(json|md)$/.test(name));
    expect(files.sort()).toEqual(documents.map(({ file }) => file).sort());
    for (const file of files) expect(statSync(join(fixtures, folder, file)).size, file).toBeLessThan(150_000);
  });

  it.each(documents.map((document) => [document.file, document] as const))(
    "%s holds the words of its labels and says that it is invented",
    async (file, document) => {
      const read = await readDocument(bytesOf(folder, file), file);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(read.value.text).toMatch(/invent/i);
      expect(read.value.language).toBe(document.language);
      const text = lettersOf(read.value.text);
      for (const { text: words, also = [] } of document.passages)
        for (const one of [words, ...also]) expect(notIn(text, one), one).toEqual([]);
    },
  );
});

it("counts enough: four languages and at least eight layouts in each folder", () => {
  for (const folder of folders) {
    const { documents } = labelsOf(folder);
    expect(new Set(documents.map(({ language }) => language)).size).toBe(4);
    expect(new Set(documents.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(8);
  }
});

it("would notice a label whose words are not in the text", () => {
  const text = lettersOf("Register the workers of all harbours.");
  expect(notIn(text, "Register the workers of all harbours.")).toEqual([]);
  expect(notIn(text, "Register the weavers.")).not.toEqual([]);
  expect(notIn(text, "All workers of the harbours register.")).not.toEqual([]);
});
