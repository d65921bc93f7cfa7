// From the blocks of a document to passages by kind: structure first (headings, lead-in sentences, labels,
// tables), wording second.

import type { Block, ReadDocument } from "#documents";
import { codePointsOf, type Problem, problem } from "#kernel";
import type { PassageKind } from "#records";
import { formField } from "./form-fields.ts";
import { Gathering } from "./gathering.ts";
import { readInventory } from "./inventory.ts";
import { inventoryPassages } from "./inventory-passages.ts";
import { itemKinds } from "./kind-words.data.ts";
import { labelGaps } from "./label-gaps.ts";
import { kindAnnounced } from "./lead-in.ts";
import { namedItem } from "./named-item.ts";
import type { EvaluationReading, Passage } from "./passage.ts";
import { proseKind } from "./prose-kind.ts";
import { withoutRepeats } from "./repeats.ts";
import { kindsNamed, type Section, sectionsOf } from "./sections.ts";
import { tablePassages } from "./table-passages.ts";

const isText = (block: Block | undefined): block is Block =>
  block !== undefined && (block.kind === "paragraph" || block.kind === "list-item");
const passesBy = (block: Block) => block.kind === "footnote" || block.kind === "page-furniture";

/**
 * The passages of an evaluation report, in reading order: recommendations, responses, lessons, good
 * practices, findings and the other kinds, each with its exact spans, a confidence and the reason.
 *
 * Rules in order: an item that names itself (“Recommendation 3”); the sentence before a list (“Success
 * factors included:”); the nearest heading that announces a kind; the wording of the paragraph. Headings are
 * understood in English, French, Spanish and Portuguese. Repeats of a recommendation in a summary or a
 * response table are folded into one passage (`alsoAt`).
 *
 * @param document any document that `readDocument` gave
 * @returns passages and warnings; no passage is not an error, the text may be no evaluation report
 * @limits Kinds are judged by structure and wording of four languages; each passage carries a confidence,
 *   and those below 0.8 want a look.
 * @limits What a report says outside of announced sections is found in part only.
 */
export function readEvaluationReport(document: ReadDocument): EvaluationReading {
  const { blocks } = document;
  const points = codePointsOf(document.text);
  const sections = sectionsOf(blocks, document.title);
  const withItems = announcersWithItems(blocks, sections);
  const gathering = new Gathering(points.slice);

  let announced: PassageKind | null = null;
  let leadIn = "";
  let numbered: string | null = null;
  let recommended: string | null = null;
  let inOtherField = false;
  let fieldLevel = 0;
  for (const [i, block] of blocks.entries()) {
    if (passesBy(block) || block.kind === "table") continue;
    const section = sections[i]!;
    const named = namedItem(rawStart(block, points.slice));
    if (named !== null && (block.kind !== "heading" || itemKinds.has(named.kind) || named.length > 0)) {
      gathering.open(block, section, {
        kind: named.kind,
        label: named.label,
        printedLabel: named.printed,
        skip: named.length,
        confidence: 0.95,
        reason: `It names itself “${named.printed}”.`,
      });
      announced = null;
      inOtherField = false;
      if (named.kind === "recommendation") recommended = named.label;
      continue;
    }
    const field = formField(rawStart(block, points.slice));
    // “7. Management response” is a chapter, not a field.
    if (field !== null && !(block.kind === "heading" && block.number !== undefined)) {
      gathering.close();
      inOtherField = field.kind === null;
      fieldLevel = block.kind === "heading" ? (block.level ?? 1) : 0;
      announced = null;
      const isResponse = field.kind === "management-response";
      if (field.kind !== null && (!isResponse || recommended !== null))
        gathering.open(block, section, {
          kind: field.kind,
          label: isResponse ? recommended : null,
          printedLabel: null,
          skip: field.length,
          confidence: isResponse ? 0.93 : 0.9,
          reason: isResponse
            ? `The field “Management response” under recommendation ${recommended}.`
            : "The field of a template that describes it.",
        });
      continue;
    }
    if (block.kind === "heading") {
      // “Responsible” and “Unit(s)” over two lines of a table's head are one field.
      const isRestOfField = inOtherField && block.level === fieldLevel && isLooseWord(block);
      if (!isRestOfField) inOtherField = false;
      gathering.close();
      announced = null;
      numbered = null;
      continue;
    }
    if (gathering.takes(block) || inOtherField) continue;
    if (block.kind === "list-item") {
      const kind = announced ?? itemKindOf(section);
      if (kind !== null)
        gathering.add(block, section, {
          kind,
          label: block.label ?? block.number ?? null,
          printedLabel: block.printedLabel ?? null,
          paragraph: numbered,
          confidence: announced !== null ? 0.98 : block.label === undefined ? 0.9 : 0.93,
          reason:
            announced !== null
              ? `Item of the list announced by “${shortened(leadIn)}”.`
              : `Item of a list under the heading “${section.heading}”.`,
        });
      else gathering.continueLast(block, i);
      continue;
    }
    announced = null;
    numbered = block.number ?? (gathering.isLeadIn(block) ? numbered : null);
    if (followedByList(blocks, i)) {
      announced = kindAnnounced(block.text);
      leadIn = block.text;
      if (announced !== null || itemKindOf(section) !== null) continue;
    }
    const owner = announcerOf(section);
    const items = owner !== null && withItems.get(owner);
    if (
      items === "numbered" &&
      block.number !== undefined &&
      section.kinds.length > 0 &&
      itemKinds.has(section.kinds[0]!)
    ) {
      gathering.add(block, section, {
        kind: section.kinds[0]!,
        label: block.number,
        printedLabel: block.printedLabel ?? null,
        paragraph: block.number,
        confidence: 0.85,
        reason: `Numbered paragraph under the heading “${section.heading}”.`,
      });
      continue;
    }
    const prose = isProse(block) ? proseKind(block.text, section, Boolean(items)) : null;
    if (prose !== null)
      gathering.add(block, section, {
        ...prose,
        label: null,
        printedLabel: null,
        paragraph: block.number ?? null,
        position: i,
      });
  }
  gathering.close();
  const all = [
    ...gathering.passages,
    ...tablePassages(document, sections),
    ...inventoryPassages(document, sections),
  ];
  const once = withoutRepeats(
    all.sort((a, b) => a.spans[0]![0] - b.spans[0]![0]),
    document,
  );
  const { passages } = once;
  return {
    passages,
    warnings: [
      ...once.warnings,
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

const longestLooseWord = 20;
const isLooseWord = (block: Block) =>
  block.number === undefined && block.text.length <= longestLooseWord && kindsNamed(block.text).length === 0;

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text);

function rawStart(block: Block, slice: (start: number, end: number) => string): string {
  const span = block.spans[0];
  return span === undefined ? "" : slice(span[0], Math.min(span[1], span[0] + 240));
}

function itemKindOf(section: Section): PassageKind | null {
  return section.kinds.find((kind) => itemKinds.has(kind)) ?? null;
}

/** The heading that announced the kinds in force. */
function announcerOf(section: Section): Section | null {
  let at: Section | null = section;
  while (at !== null && !at.own) at = at.parent;
  return at;
}

/** Sections that hold list items or, failing these, numbered paragraphs. */
function announcersWithItems(
  blocks: readonly Block[],
  sections: readonly Section[],
): Map<Section, "listed" | "numbered"> {
  const found = new Map<Section, "listed" | "numbered">();
  for (const [i, block] of blocks.entries()) {
    const owner = announcerOf(sections[i]!);
    if (owner === null) continue;
    const isNamed = block.kind !== "table" && !passesBy(block) && namedItem(block.text) !== null;
    if (block.kind === "list-item" || isNamed) found.set(owner, "listed");
    else if (block.kind === "paragraph" && block.number !== undefined && !found.has(owner))
      found.set(owner, "numbered");
  }
  return found;
}

function followedByList(blocks: readonly Block[], at: number): boolean {
  let i = at + 1;
  while (i < blocks.length && passesBy(blocks[i]!)) i++;
  const next = blocks[i];
  return isText(next) && next.kind === "list-item";
}

/** Long enough to say something; captions, dates and addresses are shorter. */
const shortestProse = 60;
const caption =
  /^[\W_]*(?:figure|table|box|tableau|figura|tabla|cuadro|tabela|quadro|source|note|fuente|fonte)\b\s*[\dIVX:.]/iu;
function isProse(block: Block): boolean {
  return block.kind === "paragraph" && block.text.length >= shortestProse && !caption.test(block.text);
}
