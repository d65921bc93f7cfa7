// The passages of the two seed texts against passages.json (offsets in code points, counted by a program
// and checked by hand against the texts).

import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type ReadDocument, readDocument } from "#documents";
import { codePointsOf } from "#kernel";
import { readEvaluationReport } from "#sources";
import { evaluationsReference, isAbsent, readBytes, readJson, seeds } from "./reference-files.ts";

type Expected = {
  readonly kind: string;
  readonly label: string | null;
  readonly paragraph: string | null;
  readonly spans: readonly (readonly [number, number])[];
  readonly words: number;
  readonly first: string;
  readonly last: string;
};
type Reference = {
  readonly documents: readonly { readonly file: string; readonly passages: readonly Expected[] }[];
};

const file = resolve(evaluationsReference, "passages.json");
const absent = isAbsent(file) || isAbsent(seeds);

async function read(name: string): Promise<ReadDocument> {
  const result = await readDocument(readBytes(resolve(seeds, name)), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe.skipIf(absent)("passages of the seed texts (skipped where the reference files are absent)", () => {
  const reference = absent ? { documents: [] } : (readJson(file) as Reference);

  it.each(reference.documents.map((document) => [document.file, document] as const))(
    "%s: every passage of the listed kinds, none more, with its exact spans",
    async (name, expected) => {
      const document = await read(name);
      const listed = new Set(expected.passages.map(({ kind }) => kind));
      const found = readEvaluationReport(document).passages.filter(({ kind }) => listed.has(kind));
      expect(found.map(({ kind, label, paragraph, spans }) => ({ kind, label, paragraph, spans }))).toEqual(
        expected.passages.map(({ kind, label, paragraph, spans }) => ({ kind, label, paragraph, spans })),
      );
      const words = found.map(({ text }) => text.trim().split(/\s+/));
      expect(words.map((list) => list.length)).toEqual(expected.passages.map((passage) => passage.words));
      for (const [i, list] of words.entries()) {
        expect(list.join(" ").startsWith(expected.passages[i]!.first)).toBe(true);
        expect(list.join(" ").endsWith(expected.passages[i]!.last)).toBe(true);
      }
    },
  );

  it("keeps broken labels as printed beside the normalised ones", async () => {
    const { passages } = readEvaluationReport(await read("000_a495ae251d6c7d9b.txt"));
    const labels = (kind: string) =>
      passages.filter((passage) => passage.kind === kind).map(({ printedLabel }) => printedLabel);
    expect(labels("recommendation")).toEqual([
      "(@",
      "(b)",
      "(c)",
      "(d)",
      "(€)",
      "(f)",
      "(9)",
      "(h)",
      "(i)",
      "()",
    ]);
    expect(labels("management-response")).toEqual(["(@", "(b)", "(©)", "(d)", "(e)"]);
  });

  it("gives the scanned paragraphs their numbers, those set apart and those lost", async () => {
    const { blocks } = await read("000_a495ae251d6c7d9b.txt");
    const numbers = blocks
      .filter(({ kind, number }) => kind === "paragraph" && number)
      .map(({ number }) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
  });

  it("names heading, reason and confidence of every passage, and its text is its slices", async () => {
    for (const { file: name } of reference.documents) {
      const document = await read(name);
      const { slice } = codePointsOf(document.text);
      for (const passage of readEvaluationReport(document).passages) {
        expect(passage.heading, passage.text).not.toBeNull();
        expect(passage.reason.length).toBeGreaterThan(20);
        expect(passage.confidence).toBeGreaterThan(0.5);
        expect(passage.text).toBe(passage.spans.map(([start, end]) => slice(start, end)).join(" "));
      }
    }
  });

  it("counts as the facts say: 9 ways that work, 10 success factors, 8 challenges", async () => {
    const facts = readJson(resolve(evaluationsReference, "seed-facts.json")) as {
      second: { statements_in_summary: { what_works: number; success_factors: number; challenges: number } };
    };
    const { passages } = readEvaluationReport(await read("002_6f7f860be939799d.txt"));
    const count = (kind: string) => passages.filter((passage) => passage.kind === kind).length;
    expect(count("what-works")).toBe(facts.second.statements_in_summary.what_works);
    expect(count("success-factor")).toBe(facts.second.statements_in_summary.success_factors);
    expect(count("challenge")).toBe(facts.second.statements_in_summary.challenges);
  });
});

/** The same texts as other programs would have saved them. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  "line ends of Windows": (text) => text.replace(/\n/g, "\r\n"),
  "form feeds at the page breaks": (text) => text.replace(/\n (?=\S)/g, "\n\f"),
  "a byte order mark": (text) => `\ufeff${text}`,
  "astral characters before": (text) => `😀 Cover\n\n${text}`,
  "blanks at line ends": (text) => text.replace(/\n/g, "  \n"),
  "wider paragraph breaks": (text) => text.replace(/\n\n/g, "\n\n\n"),
};

describe.skipIf(absent)("the seed texts in other guises (skipped where they are absent)", () => {
  it.each(Object.entries(variants))("give the same passages with %s", async (_, change) => {
    for (const name of ["000_a495ae251d6c7d9b.txt", "002_6f7f860be939799d.txt"]) {
      const text = new TextDecoder().decode(readBytes(resolve(seeds, name)));
      const outline = async (content: string) => {
        const result = await readDocument(new TextEncoder().encode(content), name);
        if (!result.ok) throw new Error(JSON.stringify(result.problems));
        return readEvaluationReport(result.value).passages.map(({ kind, label, paragraph, text: words }) => [
          kind,
          label,
          paragraph,
          words.replace(/\s+/g, " "),
        ]);
      };
      expect(await outline(change(text))).toEqual(await outline(text));
    }
  });
});
