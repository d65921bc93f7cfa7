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

  it.each([
    ["8. Management response", "Response", "."],
    ["8. Réponse de la direction", "Réponse", "."],
    ["8. Respuesta de la gerencia", "Respuesta", ":"],
    ["8. Resposta da gestão", "Resposta", " –"],
  ])("under “%s” takes “%s 1” for a response with that label", async (heading, word, mark) => {
    const passages = await passagesOf(
      `${heading}\n\n${word} 1${mark} Accepted. The Fund will offer seasonal payment from July.\n\n${word} 2${mark} Not accepted, as the office has no funds for an additional survey.\n`,
    );
    expect(passages.map(({ kind, label, printedLabel }) => [kind, label, printedLabel])).toEqual([
      ["management-response", "1", `${word} 1`],
      ["management-response", "2", `${word} 2`],
    ]);
    expect(passages[0]!.text).toBe("Accepted. The Fund will offer seasonal payment from July.");
  });

  it("believes a chapter even where it is the first heading of the text", async () => {
    const note = "This text was written for a test and says nothing of any country. ".repeat(4);
    const passages = await passagesOf(`${note}\n\nRecommendations\n\n- Register the workers.\n- Report.\n`);
    expect(passages.map(({ kind }) => kind)).toEqual(["recommendation", "recommendation"]);
  });

  it("reads a table of recommendations and responses column by column", async () => {
    const passages = await passagesOf(
      "5. Follow-up\n\nNo.\tRecommendation\tManagement response\n1\tRegister the workers of the harbour at once.\tAccepted\n2\tReport the contributions of every month.\tRejected\n",
    );
    expect(passages.map(({ kind, label, text }) => [kind, label, text])).toEqual([
      ["recommendation", "1", "Register the workers of the harbour at once."],
      ["management-response", "1", "Accepted"],
      ["recommendation", "2", "Report the contributions of every month."],
      ["management-response", "2", "Rejected"],
    ]);
  });

  it("lets the table of actions end the response before it", async () => {
    const passages = await passagesOf(
      "4. Conclusions\n\nRecommendation 1. Register the workers of the harbour.\n\nManagement response: Accepted\n\nThe office agrees.\n\nKey action\tTime frame\nRegister\tMay\n\nThe status of all actions is kept in a database of its own, to which the office has access.\n",
    );
    expect(passages.map(({ kind, text }) => [kind, text])).toEqual([
      ["recommendation", "Register the workers of the harbour."],
      ["management-response", "Accepted The office agrees."],
    ]);
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
