// For the tests of layouts: what is read from a small invented report, one line a passage.

import { readDocument } from "#documents";
import { readEvaluationReport } from "./read-evaluation-report.ts";

export type Layout = {
  readonly format: "txt" | "html";
  readonly text: string;
  /** Kind, label and first words of every passage of the four kinds that come as items. */
  readonly expected: readonly string[];
};

const kinds: ReadonlySet<string> = new Set([
  "recommendation",
  "lesson-learned",
  "good-practice",
  "management-response",
]);

/** The passages found as `kind|label|text`, each cut to what is expected in its place. */
export async function triedLayout({ format, text, expected }: Layout): Promise<readonly string[]> {
  const document = await readDocument(new TextEncoder().encode(text), `report.${format}`);
  if (!document.ok) throw new Error(document.problems[0]!.message);
  return readEvaluationReport(document.value)
    .passages.filter(({ kind }) => kinds.has(kind))
    .map(({ kind, label, text: words }, i) => {
      const line = `${kind}|${label}|${words}`;
      const wanted = expected[i];
      return wanted !== undefined && line.startsWith(wanted) ? wanted : line;
    });
}
