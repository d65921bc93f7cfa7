// The summary of a report: the first paragraphs behind its heading, and the language of the whole.

import type { Block } from "#documents";
import type { Language } from "#kernel";
import { folded } from "../folded.ts";
import type { Found } from "./candidates.ts";
import { type Evidence, rowConfidence, rowReason, rowsOf } from "./evidence.ts";
import { cut, joined, oneLine, type Stretch } from "./stretch.ts";

const abstractHeading = /^(?:abstract|resume analytique|extracto|resumo analitico)\b/;
const summaryHeading =
  /^(?:[\divx]+[.)]?\s)?(?:executive summary|summary(?: of (?:the )?(?:evaluation|review|report))?|en bref|in brief|em resumo|en resumen|evaluation (?:summary|brief)|abstract|resume(?: executif| analytique)?|synthese|note de synthese|resumen(?: ejecutivo| analitico)?|sintesis|resumo(?: executivo| analitico)?|sumario executivo|sumario ejecutivo)(?:[\s\d:.]*|\s?[:–-]\s.{1,40})$/;

const shortestParagraph = 80;
const mostParagraphs = 3;
const enough = 900;
/** A line of a table of contents ends in its page or holds leaders. */
const isContentsLine = (text: string) =>
  /(?:\.\s?){4,}|…{2,}|\s\d{1,3}$/.test(text) || !/[.!?:;)\]”"»’\d]$/.test(text.trim());

const isOtherChapter =
  /^(?:preface|foreword|acknowledg|remerciements|avant-propos|prologo|prefacio|agradec|contents|table|indice|sumario$|acronyms|introduction|introduccion|introducao)/;

export type SummaryPlace = {
  readonly at: Stretch;
  readonly paragraphs: readonly Stretch[];
  readonly heading: string;
};

/** A plain “Summary” can be a word of the cover; the executive one is meant where both are there. */
const isExecutive = /execut|ejecut|abstract|analytique|analitic/;

/** The first paragraphs of the summary; null where the report has none under a heading. */
export function summaryPlace(evidence: Evidence): SummaryPlace | null {
  const { blocks } = evidence.document;
  let plain: SummaryPlace | null = null;
  for (const [i, block] of blocks.entries()) {
    if ((block.kind !== "heading" && block.kind !== "paragraph") || block.text.length > 60) continue;
    const bare = folded(block.text);
    if (!summaryHeading.test(bare)) continue;
    const paragraphs = paragraphsBehind(blocks, i).map((paragraph) => evidence.stretchOf(paragraph));
    if (paragraphs.length === 0) continue;
    const place = { at: joined(paragraphs), paragraphs, heading: block.text };
    if (isExecutive.test(bare)) return place;
    plain ??= place;
  }
  return plain;
}

function paragraphsBehind(blocks: readonly Block[], heading: number): readonly Block[] {
  const paragraphs: Block[] = [];
  const level = blocks[heading]!.kind === "heading" ? (blocks[heading]!.level ?? 1) : 1;
  let length = 0;
  for (let i = heading + 1; i < blocks.length && paragraphs.length < mostParagraphs && length < enough; i++) {
    const block = blocks[i]!;
    if (block.kind === "page-furniture" || block.kind === "footnote") continue;
    if (block.kind === "heading") {
      // A heading below the summary's own (“Background”) opens it; the next chapter or a second one ends it.
      const isBelow = (block.level ?? 1) > level || i <= heading + 2;
      if (paragraphs.length > 0 || !isBelow || i > heading + 4 || isOtherChapter.test(folded(block.text)))
        break;
      continue;
    }
    if (block.kind !== "paragraph" || isContentsLine(block.text)) {
      if (paragraphs.length > 0) break;
      if (i > heading + 6) break;
      continue;
    }
    if (block.text.length < shortestParagraph) {
      if (paragraphs.length > 0) break;
      continue;
    }
    paragraphs.push(block);
    length += block.text.length;
  }
  return paragraphs;
}

export function summaryOf(evidence: Evidence, place: SummaryPlace | null): readonly Found<string>[] {
  const found: Found<string>[] = [];
  for (const row of rowsOf(evidence, "summary"))
    if (row.value.text.length >= shortestParagraph && row.form !== "below")
      found.push({
        value: oneLine(row.value),
        at: row.value,
        confidence: rowConfidence(row) * 0.8,
        reason: rowReason(row),
      });
  if (place)
    found.push({
      value: place.paragraphs.map(oneLine).join("\n\n"),
      at: place.at,
      confidence: abstractHeading.test(folded(place.heading)) ? 0.93 : 0.9,
      reason: `the first paragraphs below the heading “${place.heading}”`,
    });
  return found;
}

const languageNames: readonly { readonly code: string; readonly pattern: RegExp }[] = [
  { code: "en", pattern: /\b(?:english|anglais|ingles)\b/ },
  { code: "fr", pattern: /\b(?:french|francais|frances)\b/ },
  { code: "es", pattern: /\b(?:spanish|espagnol|espanol|espanhol|castellano)\b/ },
  { code: "pt", pattern: /\b(?:portuguese|portugais|portugues)\b/ },
  { code: "ar", pattern: /\b(?:arabic|arabe)\b/ },
  { code: "ru", pattern: /\b(?:russian|russe|ruso|russo)\b/ },
  { code: "zh", pattern: /\b(?:chinese|chinois|chino|chines)\b/ },
  { code: "de", pattern: /\b(?:german|allemand|aleman|alemao)\b/ },
  { code: "it", pattern: /\b(?:italian|italien|italiano)\b/ },
];

/** Languages that the sheet names; then the one that the text is written in. */
export function languagesOf(evidence: Evidence): readonly Found<Language | (string & {})>[] {
  const found: Found<Language | (string & {})>[] = [];
  for (const row of rowsOf(evidence, "languages"))
    for (const { code, pattern } of languageNames) {
      const match = pattern.exec(row.value.bare);
      if (match)
        found.push({
          value: code,
          at: cut(row.value, match.index, match.index + match[0].length),
          confidence: rowConfidence(row),
          reason: rowReason(row),
        });
    }
  const { language } = evidence.document;
  const sample = evidence.body.find(
    ({ kind, text }) => kind === "paragraph" && text.length >= shortestParagraph,
  );
  if (language !== null && sample)
    found.push({
      value: language,
      at: evidence.stretchOf(sample),
      confidence: 0.85,
      reason: "the language of the text, concluded from its words; this paragraph is an example",
    });
  return found;
}
