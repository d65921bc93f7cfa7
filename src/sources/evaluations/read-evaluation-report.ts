// From the blocks of a document to passages by kind: structure first (headings, lead-in sentences, labels,
// tables), wording second.

import type { ReadDocument } from "#documents";
import { codePointsOf, type Problem, problem } from "#kernel";
import { readInventory } from "./inventory.ts";
import { inventoryPassages } from "./inventory-passages.ts";
import { labelGaps } from "./label-gaps.ts";
import type { EvaluationReading, Passage } from "./passage.ts";
import { withoutRepeats } from "./repeats.ts";
import { ReportWalk } from "./report-walk.ts";
import { sectionsOf } from "./sections.ts";

/**
 * The passages of an evaluation report, in reading order: recommendations, responses, lessons, good
 * practices, findings and the other kinds, each with its exact spans, a confidence and the reason.
 *
 * Rules in order: an item that names itself (“Recommendation 3”, “R3”); the sentence before a list (“Success
 * factors included:”); how the chapter under a heading that announces a kind marks its items (sub-headings, a
 * list, numbered paragraphs, a table, or not at all); the wording of the paragraph. Headings are understood in
 * English, French, Spanish and Portuguese. Terms of reference, lists of questions, tables of contents and what
 * earlier evaluations recommended give nothing. Repeats of a recommendation in a summary or a response table
 * are folded into the chapter's (`alsoAt`). What the structure says about a passage (addressees, priority,
 * verdict, actions, fields of templates) stands in its `fields`, printed words beside values.
 *
 * @param document any document that `readDocument` gave
 * @returns passages and warnings; no passage is not an error, the text may be no evaluation report
 * @limits Kinds are judged by structure and wording of four languages; each passage carries a confidence,
 *   and those below 0.8 want a look.
 * @limits What a report says outside of announced sections is found in part only.
 */
export function readEvaluationReport(document: ReadDocument): EvaluationReading {
  const sectioned = sectionsOf(document.blocks, document.title, document.format !== "text");
  const own = new ReportWalk(document, sectioned, codePointsOf(document.text).slice).passages();
  const { passages: once, warnings } = withoutRepeats(own, document);
  const passages = [...once, ...inventoryPassages(document, sectioned.sections)].sort(
    (a, b) => a.spans[0]![0] - b.spans[0]![0],
  );
  return {
    passages,
    warnings: [
      ...warnings,
      ...labelGaps(passages),
      ...inventoryWarnings(document),
      ...nothingFound(passages),
    ],
  };
}

/** What is odd in a list of reports and in its rows, each named by its number or identifier. */
function inventoryWarnings(document: ReadDocument): readonly Problem[] {
  const { records, warnings } = readInventory(document);
  const oddities = records.flatMap(({ number, idPrinted, title, oddities: own }) => {
    const row = number === null ? (idPrinted ?? title.slice(0, 40)) : `no. ${number}`;
    return own.map(({ code, message }) => problem(code, `Report ${row}: ${message}`, { field: row }));
  });
  return [...warnings, ...oddities];
}

function nothingFound(passages: readonly Passage[]): readonly Problem[] {
  if (passages.length > 0) return [];
  return [
    problem(
      "evaluations.no-passages",
      "No heading, list or table of an evaluation report was recognised in English, French, Spanish or Portuguese, so no passage was found. The text and its blocks are there; passages can be marked by hand.",
    ),
  ];
}
