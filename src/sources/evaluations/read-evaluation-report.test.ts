// Four invented reports, labelled by hand (test/fixtures/evaluations), and the shape of the answer.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type ReadDocument, readDocument } from "#documents";
import { codePointsOf } from "#kernel";
import { passageId } from "./passage.ts";
import { readEvaluationReport } from "./read-evaluation-report.ts";
import { readingToJson } from "./reading-json.ts";

const fixtures = resolve(import.meta.dirname, "../../../test/fixtures/evaluations");
type Label = readonly [kind: string, label: string | null, firstWords: string];
const labels = JSON.parse(readFileSync(resolve(fixtures, "labels.json"), "utf8")) as {
  readonly documents: readonly {
    readonly file: string;
    readonly language: string;
    readonly passages: readonly Label[];
  }[];
};

async function read(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const result = await readDocument(bytes, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const readText = (text: string) => read("report.txt", new TextEncoder().encode(text));
const passagesOf = async (text: string) => readEvaluationReport(await readText(text)).passages;

describe("readEvaluationReport on invented reports in four languages", () => {
  it.each(labels.documents.map((document) => [document.file, document] as const))(
    "%s gives the labelled passages, all of them and no others, in order",
    async (file, expected) => {
      const document = await read(file, new Uint8Array(readFileSync(resolve(fixtures, file))));
      const { slice } = codePointsOf(document.text);
      const { passages } = readEvaluationReport(document);
      expect(document.language).toBe(expected.language);
      expect(
        passages.map(({ kind, label, text }, i) => [
          kind,
          label,
          text.slice(0, expected.passages[i]?.[2].length ?? 40),
        ]),
      ).toEqual(expected.passages);
      for (const { text, spans } of passages)
        expect(text).toBe(spans.map(([start, end]) => slice(start, end)).join(" "));
    },
  );
});

describe("readEvaluationReport", () => {
  it("lets the sentence before a list decide over the heading", async () => {
    const passages = await passagesOf(
      "3. Recommendations\n\n37. The Office comments on the evaluation are as follows:\n\n(a) It welcomes the report.\n",
    );
    expect(passages.map(({ kind, label, paragraph, heading }) => [kind, label, paragraph, heading])).toEqual([
      ["management-response", "(a)", "37", "3. Recommendations"],
    ]);
  });

  it("does not take a list of steps against challenges for challenges", async () => {
    const passages = await passagesOf(
      "2. Findings\n\nTo overcome these challenges, the project took the following steps:\n\n- It hired a boat.\n- It printed forms.\n",
    );
    expect(passages.map(({ kind }) => kind)).not.toContain("challenge");
  });

  it("takes numbered paragraphs for recommendations only where no list is there", async () => {
    const numbered = "5. Recommendations\n\n1. Register the workers at once.\n\n2. Report every month.\n";
    expect((await passagesOf(numbered)).map(({ label }) => label)).toEqual(["1", "2"]);
    const listed =
      "5. Recommendations\n\n34. The reform needs better integration.\n\n36. We offer these:\n\n(a) Register.\n";
    expect((await passagesOf(listed)).map(({ label }) => label)).toEqual(["(a)"]);
  });

  it("leaves annexes, references and key questions alone", async () => {
    const passages = await passagesOf(
      "1. Findings\n\nThe pension office registered the workers in all three towns during the period.\n\n2. Annex: key questions\n\n- 1) What works?\n- 2) Why?\n",
    );
    expect(passages.map(({ kind }) => kind)).toEqual(["finding"]);
  });

  it("names a passage by source and place", () => {
    expect(
      passageId("0f".repeat(32), [
        [10, 20],
        [30, 44],
      ]),
    ).toBe("0f0f0f0f0f0f0f0f-10-44");
  });

  it("answers in the shape of the command, with the warnings of both readers", async () => {
    const document = await readText(
      "Recommendations\n\nWe recommend the following:\n\n(@ Register.\n\n(b) Report.\n",
    );
    const json = readingToJson(document, readEvaluationReport(document), {
      file: "report.txt",
      sha256: "ab".repeat(32),
    });
    expect(Object.keys(json)).toEqual([
      "file",
      "sha256",
      "language",
      "title",
      "pages",
      "passages",
      "blocks",
      "tables",
      "problems",
    ]);
    expect(json.passages[0]).toMatchObject({
      id: `${"ab".repeat(8)}-${json.passages[0]!.spans[0]![0]}-${json.passages[0]!.spans[0]![1]}`,
      kind: "recommendation",
      label: "(a)",
      printedLabel: "(@",
      paragraph: null,
      heading: "Recommendations",
      text: "Register.",
      page: null,
    });
    expect(json.problems.map(({ code }) => code)).toContain("documents.label-repaired");
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe("the warnings of a reading", () => {
  const codes = async (text: string) =>
    readEvaluationReport(await readText(text)).warnings.map(({ code }) => code);

  it("says when nothing was found", async () => {
    expect(await codes("A letter about the weather, and nothing else at all in it.")).toEqual([
      "evaluations.no-passages",
    ]);
  });

  it("says when the numbers of recommendations have a gap", async () => {
    const report = (last: number) =>
      `5. Recommendations\n\nRecommendation 1. Register the workers of the harbour.\n\nRecommendation ${last}. Report the contributions monthly.\n`;
    expect(await codes(report(3))).toEqual(["evaluations.labels-not-consecutive"]);
    expect(await codes(report(2))).toEqual([]);
  });
});
