// Real reports of other agencies (documents belong to their publishers): the recommendations that a reader
// counts in them, from the README of the folder.

import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "#documents";
import { codePointsOf } from "#kernel";
import { readEvaluationReport } from "#sources";
import { isAbsent, readBytes, realEvaluations } from "./reference-files.ts";

const liberia = "undp-icpe-liberia-main-report.pdf";
const response = "iom-cs1137-cs1138-management-response.pdf";
const absent = isAbsent(resolve(realEvaluations, liberia)) || isAbsent(resolve(realEvaluations, response));

async function read(name: string) {
  const result = await readDocument(readBytes(resolve(realEvaluations, name)), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { document: result.value, ...readEvaluationReport(result.value) };
}
/** Without white space and hyphens: words broken at line ends are mended in cells, not in the text. */
const bare = (text: string) => text.replace(/[\s‐-]/g, "");
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

describe.skipIf(absent)("real reports in PDF (skipped where the files are absent)", () => {
  it("finds 6 recommendations and 6 responses in the 65 pages on Liberia, not 17", async () => {
    const { document, passages, warnings } = await read(liberia);
    const recommendations = passages.filter(({ kind }) => kind === "recommendation");
    const responses = passages.filter(({ kind }) => kind === "management-response");
    expect([document.pages, document.language]).toEqual([65, "en"]);
    expect(recommendations.map(({ label }) => label)).toEqual(numbers(6));
    // Summary, chapter and response table; the summary leaves out the sixth.
    expect(recommendations.map(({ alsoAt }) => alsoAt?.length)).toEqual([2, 2, 2, 2, 2, 1]);
    expect(recommendations.every(({ heading }) => heading === "3.2 Recommendations")).toBe(true);
    expect(responses.map(({ label, text }) => [label, text.startsWith("Accepted")])).toEqual(
      numbers(6).map((label) => [label, true]),
    );
    expect(
      passages.filter(({ kind, label }) => kind === "conclusion" && label).map(({ label }) => label),
    ).toEqual(numbers(6));
    expect(warnings.some(({ code }) => code === "evaluations.repeat-wording-differs")).toBe(true);
  });

  it("reads 18 key actions on Liberia with time frame and unit, and no status where none is filled in", async () => {
    const { passages } = await read(liberia);
    const responses = passages.flatMap(({ fields }) =>
      fields?.response === undefined ? [] : [fields.response],
    );
    const actions = responses.flatMap(({ actions: own }) => own);
    expect(responses.map(({ verdict }) => verdict?.value)).toEqual(numbers(6).map(() => "accepted"));
    expect(responses.map(({ actions: own }) => own.length)).toEqual([3, 3, 4, 3, 3, 2]);
    expect(actions.map(({ number }) => number?.value)).toEqual([
      ...["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1a", "3.1.b", "3.2", "3.3"],
      ...["4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "6.1", "6.2"],
    ]);
    expect(actions.every(({ owner }) => owner !== null)).toBe(true);
    expect(actions[0]!.timeFrame?.dates).toEqual({ start: "2025-01", end: "2025-04" });
    expect(actions.every(({ timeFrame }) => timeFrame?.dates?.end != null)).toBe(true);
    expect(actions.every(({ status }) => status === null)).toBe(true);
  });

  it("finds the six tables of actions on Liberia, each beside its response", async () => {
    const { document } = await read(liberia);
    expect(document.tables.map(({ page, rows }) => [page, rows.length])).toEqual([
      [58, 5],
      [59, 5],
      [60, 6],
      [61, 5],
      [62, 5],
      [63, 4],
    ]);
    expect(document.tables[0]!.rows[2]!.cells.slice(1, 3).map(({ text }) => text)).toEqual([
      "January— April 2025",
      "UNDP Management",
    ]);
  });

  it("reads the 90 reports that the meta-evaluation lists over twelve pages as one table", async () => {
    const { document, passages } = await read("iom-meta-evaluation-2020-2024.pdf");
    const list = document.tables.find(({ rows }) => rows[0]!.cells[2]?.text === "Code");
    expect(list!.rows.slice(1).map(({ cells }) => cells[0]!.text)).toEqual(numbers(90));
    const entries = passages.filter(({ kind }) => kind === "inventory-entry");
    expect(entries.map(({ paragraph }) => paragraph)).toEqual(numbers(90));
    expect([entries[0]!.page, entries[89]!.page]).toEqual([101, 112]);
    const { slice } = codePointsOf(document.text);
    for (const { rows } of document.tables)
      for (const { cells } of rows)
        for (const { text, spans } of cells)
          expect(bare(spans.map(([start, end]) => slice(start, end)).join(" "))).toBe(bare(text));
  });

  it("finds 19 recommendations in the French response matrix, the fifth accepted in part", async () => {
    const { document, passages } = await read(response);
    expect(document.language).toBe("fr");
    expect(passages.filter(({ kind }) => kind === "recommendation").map(({ label }) => label)).toEqual(
      numbers(19),
    );
    const answers = passages.filter(({ kind }) => kind === "management-response");
    expect(answers.map(({ label }) => label)).toEqual(numbers(19));
    expect(
      answers.filter(({ text }) => text.startsWith("partially accept")).map(({ label }) => label),
    ).toEqual(["5"]);
    expect(answers.filter(({ text }) => text.startsWith("accept"))).toHaveLength(18);
    const responses = answers.map(({ fields }) => fields!.response!);
    expect(responses.filter(({ verdict }) => verdict?.value === "accepted")).toHaveLength(18);
    expect(responses[4]).toMatchObject({ answers: "5", verdict: { value: "partially-accepted" } });
    expect(responses[4]!.comment?.printed).toMatch(/^The recommendation is partially accepted because/);
    // The templates of the monitoring status are empty: headings, no values.
    expect(responses.every(({ status }) => status === undefined)).toBe(true);
    const actions = responses.flatMap(({ actions: own }) => own);
    expect(actions).toHaveLength(37);
    expect(actions.every(({ owner }) => /^Équipes/.test(owner?.printed ?? ""))).toBe(true);
    expect(actions.filter(({ timeFrame }) => timeFrame !== null).length).toBeGreaterThanOrEqual(30);
    expect(passages.filter(({ fields }) => fields?.recommendation?.addressees !== undefined)).toHaveLength(
      19,
    );
  });

  it("finds the 7 recommendations and 13 conclusions of the 143-page meta-evaluation, and the 20 of a brief", async () => {
    const meta = await read("iom-meta-evaluation-2020-2024.pdf");
    const labels = (kind: string) =>
      meta.passages
        .filter((passage) => passage.kind === kind && passage.label !== null)
        .map(({ label }) => label);
    expect(labels("recommendation")).toEqual(numbers(7));
    expect(labels("conclusion")).toEqual(numbers(13));
    const fields = meta.passages.flatMap((passage) => passage.fields?.recommendation ?? []);
    expect(fields.map(({ priority }) => priority?.printed)).toEqual([
      ...["Very high", "Very high", "Very high", "High", "Very high", "Very high", "Very high"],
    ]);
    expect(fields.map(({ conclusions }) => conclusions?.value.join(" "))).toEqual([
      "1 2 6",
      "2",
      "5",
      "3 8 10 11",
      "8 12",
      "11 12",
      "13",
    ]);
    expect(fields.every(({ timeFrame }) => timeFrame?.value === "short")).toBe(true);
    expect(meta.passages.filter(({ kind }) => kind === "lesson-learned")).toHaveLength(3);
    const brief = await read("iom-cs1137-cs1138-brief.pdf");
    expect(brief.passages.filter(({ kind }) => kind === "recommendation").map(({ label }) => label)).toEqual(
      numbers(20),
    );
  });
});
