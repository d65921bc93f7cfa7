import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf, type Span } from "#kernel";
import type { PassageKind } from "#records";
import type { FoundPassage } from "./agreement.ts";
import type { LabelledDocument } from "./labelled-set.ts";
import { scoreReading } from "./score-reading.ts";
import { scoreReadings } from "./score-readings.ts";

const sentences = [
  "The pension office should register seasonal workers before the season begins.",
  "The ministry should publish the number of contributors of every harbour town each year.",
  "Employers should report wages monthly instead of quarterly.",
  "The fund should pay the maternity benefit within thirty days of the claim.",
  "Inspectors should visit small workshops together with the health service.",
];
const text = `Recommendations\n\n${sentences.map((sentence, i) => `${i + 1}. ${sentence}`).join("\n\n")}\n`;

const labelled = (
  passages: LabelledDocument["passages"],
  complete: readonly PassageKind[] = ["recommendation"],
): LabelledDocument => ({
  file: "invented.txt",
  language: "en",
  layout: "numbered text",
  family: "ministry",
  origin: "invented",
  complete,
  passages,
});
const expected = sentences.map((sentence, i) => ({
  kind: "recommendation" as const,
  label: String(i + 1),
  text: sentence,
}));
const at = (
  words: string,
  kind: PassageKind = "recommendation",
  label: string | null = null,
): FoundPassage => {
  const start = text.indexOf(words);
  return { kind, label, text: words, spans: [[start, start + words.length]], page: null };
};
const perfect = sentences.map((sentence, i) => at(sentence, "recommendation", String(i + 1)));
const score = (found: readonly FoundPassage[], document = labelled(expected)) =>
  scoreReading({ document, text, found });
const first = (found: readonly FoundPassage[], document = labelled(expected)) =>
  score(found, document).kinds[0]!;
const causes = (found: readonly FoundPassage[], document = labelled(expected)) =>
  score(found, document).failures.map(({ what, cause }) => `${what}: ${cause}`);

describe("scoreReading", () => {
  it("gives 1 throughout where all is found as labelled", () => {
    expect(first(perfect)).toEqual({
      kind: "recommendation",
      expected: 5,
      found: 5,
      matched: 5,
      precision: 1,
      recall: 1,
      f1: 1,
      overlap: 1,
      labels: 1,
    });
    expect(score(perfect).failures).toEqual([]);
  });

  it("counts three of five found beside one false as P 3/4, R 3/5, F1 2/3", () => {
    const { precision, recall, f1 } = first([...perfect.slice(0, 3), at("Recommendations")]);
    expect([precision, recall, f1]).toEqual([0.75, 0.6, (2 * 0.75 * 0.6) / 1.35]);
  });

  it("punishes a second find of the same passage", () => {
    const found = [...perfect, perfect[2]!];
    expect(first(found).precision).toBeCloseTo(5 / 6, 12);
    expect(causes(found)).toEqual(["false: repeated"]);
  });

  it("leaves kinds that are not complete out of precision, not out of recall", () => {
    const document = labelled(expected, []);
    const figures = first([...perfect.slice(0, 2), at("Recommendations")], document);
    expect([figures.precision, figures.recall, figures.f1, figures.found]).toEqual([null, 0.4, null, 0]);
  });

  it("tells the causes apart: wrong kind, split, joined, partial, not found, not labelled", () => {
    expect(causes([...perfect.slice(1), at(sentences[0]!, "finding")])).toEqual(["missed: wrong-kind"]);
    const joined = text.slice(text.indexOf(sentences[0]!)).trim();
    expect(causes([at(joined)])).toEqual([...Array(5).fill("missed: joined"), "false: joined"]);
    const pieces = ["The pension office", "should register seasonal", "before the season"];
    expect(causes([...pieces.map((piece) => at(piece)), ...perfect.slice(1)])).toEqual([
      "missed: split",
      "false: split",
      "false: split",
      "false: split",
    ]);
    expect(causes([at(pieces[0]!), ...perfect.slice(1)])).toEqual(["missed: partial", "false: split"]);
    expect(causes(perfect.slice(1))).toEqual(["missed: not-found"]);
    expect(causes([...perfect, at("Recommendations")])).toEqual(["false: not-labelled"]);
  });

  it("accepts another right wording from `also`, once", () => {
    const own = { kind: "recommendation" as const, text: sentences[0]!, also: [sentences[1]!] };
    expect(first([perfect[1]!], labelled([own])).f1).toBe(1);
    expect(causes([perfect[0]!, perfect[1]!], labelled([own]))).toEqual(["false: repeated"]);
  });

  it("follows the other places that a found passage names", () => {
    const folded = { ...at("Recommendations"), alsoAt: [{ spans: perfect[0]!.spans }] };
    expect(first([folded], labelled(expected.slice(0, 1)))).toMatchObject({ f1: 1, overlap: 1 });
  });

  it("says F1 0 where something is found and nothing is there, and nothing where both are empty", () => {
    expect(first(perfect, labelled([])).f1).toBe(0);
    expect(score([], labelled([])).kinds).toEqual([]);
    expect(first([]).f1).toBe(0);
  });

  it("finds the words of a label across line ends, hyphens and a page break with its running head", () => {
    const broken =
      "1. The pension office should regis-\nter seasonal\n\nHarbour review 14\n\nworkers before the sea son begins.";
    const own = labelled([{ kind: "recommendation", text: sentences[0]! }]);
    const spans: Span[] = [
      [3, broken.indexOf("seasonal") + 8],
      [broken.indexOf("workers"), broken.length],
    ];
    const found = spans.map(([start, end]) => broken.slice(start, end)).join(" ");
    const result = scoreReading({
      document: own,
      text: broken,
      found: [{ kind: "recommendation", label: "1", text: found, spans, page: null }],
    });
    expect(result.notLocated).toEqual([]);
    expect(result.kinds[0]).toMatchObject({ f1: 1, overlap: 1 });
    const whole = { kind: "recommendation" as const, label: "1", text: broken.slice(3), page: null };
    const withHead = scoreReading({
      document: own,
      text: broken,
      found: [{ ...whole, spans: [[3, broken.length]] }],
    });
    const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, "").length;
    expect(withHead.kinds[0]!.overlap).toBeCloseTo(
      letters(sentences[0]!) / (letters(sentences[0]!) + letters("Harbour review 14")),
      12,
    );
  });

  it("names labels whose words are not in the document, and still matches them by words", () => {
    const own = labelled([{ kind: "recommendation", text: `${sentences[0]} Surely.` }]);
    const result = score([perfect[0]!], own);
    expect(result.notLocated).toHaveLength(1);
    expect(result.kinds[0]).toMatchObject({ f1: 1, overlap: null });
  });

  it("counts code points, not UTF-16 units", () => {
    const smiling = `😀😀 ${sentences[0]}`;
    const spans: Span[] = [[3, codePointsOf(smiling).length]];
    const found = [{ kind: "recommendation" as const, label: null, text: sentences[0]!, spans, page: null }];
    const own = labelled([{ kind: "recommendation", text: sentences[0]! }]);
    expect(scoreReading({ document: own, text: smiling, found }).kinds[0]!.overlap).toBe(1);
  });
});

describe("scoreReading, for any find", () => {
  const finds = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: text.length - 40 }),
      length: fc.integer({ min: 10, max: 140 }),
      kind: fc.constantFrom<PassageKind>("recommendation", "finding"),
    }),
    { maxLength: 8 },
  );
  const passagesOf = (list: readonly { start: number; length: number; kind: PassageKind }[]) =>
    list.map(({ start, length, kind }) => {
      const end = Math.min(text.length, start + length);
      return { kind, label: null, text: text.slice(start, end), spans: [[start, end] as Span], page: null };
    });

  it("keeps every figure within 0 and 1, and every passage in one place of the count", () => {
    fc.assert(
      fc.property(finds, (list) => {
        const found = passagesOf(list);
        const result = score(found);
        for (const figures of result.kinds) {
          for (const value of [figures.precision, figures.recall, figures.f1, figures.overlap])
            if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
          const missed = result.failures.filter(
            ({ what, kind }) => what === "missed" && kind === figures.kind,
          );
          const wrong = result.failures.filter(({ what, kind }) => what === "false" && kind === figures.kind);
          expect(figures.matched + missed.length).toBe(figures.expected);
          expect(figures.matched + wrong.length).toBe(figures.found);
        }
      }),
    );
  });

  it("does not depend on the order of the passages found", () => {
    fc.assert(
      fc.property(finds, fc.integer(), (list, turn) => {
        const found = passagesOf(list);
        const by = found.length === 0 ? 0 : Math.abs(turn) % found.length;
        const turned = [...found.slice(by), ...found.slice(0, by)];
        expect(first(turned).matched).toBe(first(found).matched);
        expect(first(turned).overlap ?? 0).toBeCloseTo(first(found).overlap ?? 0, 12);
      }),
    );
  });

  it("never rises in precision by finding a passage again", () => {
    fc.assert(
      fc.property(finds, (list) => {
        const found = passagesOf([{ start: 20, length: 80, kind: "recommendation" }, ...list]);
        const before = first(found).precision!;
        expect(first([...found, found[0]!]).precision!).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });
});

describe("scoreReadings", () => {
  const short: LabelledDocument = {
    ...labelled(expected.slice(0, 1)),
    file: "short.txt",
    language: "fr",
    layout: "table",
  };
  const result = scoreReadings([
    { document: labelled(expected), text, found: perfect.slice(0, 4) },
    { document: short, text, found: [] },
  ]);

  it("adds passages for the micro figures and means documents for the macro ones", () => {
    expect(result.kinds).toHaveLength(1);
    expect(result.kinds[0]).toMatchObject({ expected: 6, found: 4, matched: 4, precision: 1 });
    expect(result.kinds[0]!.recall).toBeCloseTo(4 / 6, 12);
    expect(result.kinds[0]!.macro.recall).toBeCloseTo((0.8 + 0) / 2, 12);
  });

  it("groups by language and layout and counts the causes", () => {
    expect(result.byLanguage.map(({ name, documents }) => [name, documents])).toEqual([
      ["en", 1],
      ["fr", 1],
    ]);
    expect(result.byLayout.map(({ name }) => name)).toEqual(["numbered text", "table"]);
    expect(result.causes).toEqual([{ kind: "recommendation", what: "missed", cause: "not-found", count: 2 }]);
  });
});
