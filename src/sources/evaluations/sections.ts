// Which section each block stands in, and what kinds the headings above it announce.

import type { Block } from "#documents";
import type { PassageKind } from "#records";
import { contentsLines } from "./contents-lines.ts";
import { folded } from "./folded.ts";
import { fieldAtStart, formField } from "./form-fields.ts";
import { isGroupHeading } from "./group-headings.ts";
import {
  aboutTheEvaluation,
  annexHeadings,
  askingHeadings,
  contentsHeadings,
  earlierHeadings,
  forwardHeadings,
  itemKinds,
  outsideHeadings,
  summaryHeadings,
} from "./kind-words.data.ts";
import { kindsAnnounced, kindsNamed } from "./kinds-named.ts";
import { isLooseHeading } from "./loose-headings.ts";
import { namedItem } from "./named-item.ts";
import { strayFurniture } from "./stray-furniture.ts";

export type Section = {
  /** The heading as printed, with its number. */
  readonly heading: string | null;
  readonly level: number;
  /** Kinds announced here or, where the heading is silent, by the section around it. */
  readonly kinds: readonly PassageKind[];
  /** True where this heading itself announces them. */
  readonly own: boolean;
  readonly inSummary: boolean;
  readonly parent: Section | null;
  /** Inside terms of reference, questions, or what earlier evaluations said: no passage stands there. */
  readonly isForeign?: boolean;
  readonly isAnnex?: boolean;
  /** Opened by an item that names itself (“Recommendation 3”). */
  readonly isItem?: boolean;
  readonly isSummary?: boolean;
  /** “The way forward”: recommendations, where somebody is told what to do. */
  readonly isForward?: boolean;
  /** Kinds announced by headings inside a summary that look like chapters. */
  readonly told?: Set<PassageKind>;
  /** A summary has headings below its own. */
  hasInner?: boolean;
};

export type SectionedBlocks = {
  /** The blocks, with lines of a table of contents set aside and headings that came as paragraphs raised. */
  readonly blocks: readonly Block[];
  /** The section of every block, by position. A heading belongs to the section it opens. */
  readonly sections: readonly Section[];
};

/** “Recommendations”, “Main findings”: a title says more. */
const chapterWords = 3;

const root: Section = { heading: null, level: 0, kinds: [], own: false, inSummary: false, parent: null };

const longestHeading = 300;
/** Covers name offices, persons and dates in short lines. */
const endsCover = (text: string) => text.length >= 120 || (text.length >= 60 && /\.\s*$/.test(text));

/** The heading as it is printed, number included, arrows and marks left out. */
function printedHeading(block: Block): string {
  const bare = block.text
    .slice(0, longestHeading)
    .replace(/^[►▶➤#\s*]+|[\s*]+$/gu, "")
    .replace(/[⁰¹²³⁴-⁹]+$/u, "");
  return block.printedLabel ? `${block.printedLabel} ${bare}` : bare;
}

/**
 * Sections of a document's blocks.
 *
 * @param title the document's title: it announces nothing
 * @param showsLevels false for plain text, whose headings look all the same
 */
export function sectionsOf(
  blocks: readonly Block[],
  title: string | null,
  showsLevels = true,
): SectionedBlocks {
  const contents = contentsLines(blocks);
  const stray = strayFurniture(blocks);
  const read: Block[] = [];
  const sections: Section[] = [];
  let current = root;
  const byNumber = new Map<string, Section>();
  const comesAgain = laterHeadings(blocks);
  /** Number of the last chapter of the report itself. */
  let chapter = 0;
  /** Level of the last heading that the document itself shows as one. */
  let shown = 0;
  let isCover = true;
  for (const [i, given] of blocks.entries()) {
    let block: Block = given;
    if (contents.has(i) || stray.has(i)) block = { ...given, kind: "page-furniture" };
    else if (given.kind === "heading" && isSentenceAmongItems(given, current)) block = asParagraph(given);
    else if (given.kind === "heading") shown = given.level ?? 1;
    else if (isLooseHeading(blocks, i, current.kinds))
      block = {
        ...given,
        kind: "heading",
        level: isSummaryHeading(given) ? levelAhead(blocks, i, shown) : shown + 0.5,
      };
    if (block.kind === "heading") {
      const parent =
        siblingOf(block, byNumber)?.parent ??
        placeFor(block, current, chapter, showsLevels, (kind) => comesAgain(i, kind));
      if (parent.isSummary === true && (block.level ?? 1) > parent.level) parent.hasInner = true;
      // A field belongs to the form around it and opens nothing.
      if (!isFieldHeading(block, parent))
        current = opened(block, parent, title, isChartLabel(blocks, i), isCover);
      if (block.number !== undefined) byNumber.set(block.number, current);
      if (/^\d+$/.test(block.number ?? "") && current.parent?.isForeign !== true)
        chapter = Number(block.number);
    }
    if (block.kind === "paragraph" && endsCover(block.text)) isCover = false;
    read.push(block);
    sections.push(current);
  }
  return { blocks: read, sections };
}

/** Tells whether a heading behind a place announces a kind. */
function laterHeadings(blocks: readonly Block[]): (at: number, kind: PassageKind) => boolean {
  const last = new Map<PassageKind, number>();
  for (const [i, block] of blocks.entries())
    if (block.kind === "heading") for (const kind of kindsAnnounced(block.text)) last.set(kind, i);
  return (at, kind) => (last.get(kind) ?? -1) > at;
}

/** “3.4” stands beside “3.3”, whatever unnumbered headings came between. */
function siblingOf(block: Block, byNumber: ReadonlyMap<string, Section>): Section | undefined {
  const match = /^((?:\d+\.)+)(\d+)$/.exec(block.number ?? "");
  return match === null ? undefined : byNumber.get(`${match[1]}${Number(match[2]) - 1}`);
}

const asParagraph = ({ level: _, ...block }: Block): Block => ({ ...block, kind: "paragraph" });

/** A short explanation by itself between numbered recommendations looks like a heading and ends like a sentence. */
const isSentenceAmongItems = (block: Block, section: Section) =>
  block.number === undefined &&
  /\p{Ll}\.$/u.test(block.text) &&
  block.text.split(/\s+/).length >= 4 &&
  holdsItems(section) &&
  namedItem(block.text, section.kinds) === null &&
  kindsNamed(block.text).length === 0;

const isSummaryHeading = (block: Block) => summaryHeadings.test(folded(block.text));

/** A summary stands beside the chapters that follow it. */
const levelAhead = (blocks: readonly Block[], at: number, shown: number) =>
  blocks.slice(at + 1).find(({ kind }) => kind === "heading")?.level ?? shown + 0.5;

/** A word over the figures of an axis: the text of a chart, not a chapter. */
function isChartLabel(blocks: readonly Block[], at: number): boolean {
  const next = blocks
    .slice(at + 1, at + 6)
    .find(({ kind }) => kind !== "page-furniture" && kind !== "footnote");
  if (next?.kind !== "paragraph" || next.text.length > longestAxis) return false;
  return next.text.replace(/[\d\s.,%-]/g, "").length / next.text.length < 0.2 && /\d\D+\d/.test(next.text);
}
const longestAxis = 120;

/** The section in which a heading opens its own. */
function placeFor(
  block: Block,
  current: Section,
  chapter: number,
  showsLevels: boolean,
  comesAgain: (kind: PassageKind) => boolean,
): Section {
  const level = block.level ?? 1;
  // Headings inside an annex often look like chapters, and count from 1 again: it ends with the next annex.
  const countsAnew = block.number !== undefined && Number.parseInt(block.number, 10) <= chapter;
  let parent: Section = current;
  while (parent.parent !== null && parent.level >= level) {
    if (parent.isAnnex && parent.isForeign && (parent.level === level || countsAnew) && !endsAnnex(block))
      return parent;
    // Plain text shows no levels: “To the Government” behind “Recommendations” sorts them.
    if (!showsLevels && parent.own && parent.level === level && holdsItems(parent) && isGroupHeading(block))
      return parent;
    if (parent.isSummary && parent.level === level && staysInSummary(block, parent, comesAgain))
      return parent;
    parent = parent.parent;
  }
  if (countsAnew)
    for (let at: Section | null = current; at !== null; at = at.parent)
      if (at.isAnnex && at.isForeign && !endsAnnex(block)) return at;
  return parent;
}

const isChapterHeading =
  /^\W*(?:chapter|chapitre|capitulo|part|partie|parte|section|seccion|secao) (?:\d+|[ivx]+)\b/;

/** “Key recommendations” set like a chapter behind “Executive summary” still belongs to it, once. */
function staysInSummary(block: Block, summary: Section, comesAgain: (kind: PassageKind) => boolean): boolean {
  if (
    block.number !== undefined ||
    namedItem(block.text) !== null ||
    isChapterHeading.test(folded(block.text))
  )
    return false;
  // A summary with sub-headings of its own ends where their level does.
  if (summary.hasInner) return false;
  const names = kindsAnnounced(block.text);
  if (names.length === 0 || names.some((kind) => summary.told?.has(kind))) return false;
  // Advice and lessons that no later chapter announces again stand in the chapter itself.
  if (names.some((kind) => ofReports.has(kind)) && !names.some(comesAgain)) return false;
  for (const kind of names) summary.told?.add(kind);
  return true;
}

/**
 * “Management response: Accepted”, or the same without answer below a recommendation: a field of a form that is
 * printed as a heading.
 */
function isFieldHeading(block: Block, parent: Section): boolean {
  if (block.number !== undefined) return false;
  const loose = fieldAtStart(block.text, true);
  if (
    loose?.id === "response" &&
    loose.from < block.text.trim().length &&
    !/\bresponses?\W*$/i.test(block.text)
  )
    return true;
  // “Position of the Institute” below a recommendation, set in bold.
  if (
    parent.isItem === true &&
    block.text.split(/\s+/).length <= longestAnswerName &&
    kindsAnnounced(block.text)[0] === "management-response"
  )
    return true;
  const field = formField(block.text);
  if (field === null) return false;
  if (field.kind !== "management-response") return true;
  return field.length < block.text.trim().length || parent.isItem === true;
}

const longestAnswerName = 7;
/** Kinds to which every report has a chapter. */
const ofReports: ReadonlySet<PassageKind> = new Set(["recommendation", "lesson-learned", "good-practice"]);

const endsAnnex = (block: Block) => {
  const bare = folded(block.text.slice(0, longestHeading));
  return (
    annexHeadings.test(bare) ||
    kindsNamed(bare).includes("management-response") ||
    /\btemplates?\b|\bmodeles?\b|\bplantillas?\b|\bmodelos?\b/.test(bare)
  );
};

/** @param isCover nothing but headings and short lines stand before it */
function opened(
  block: Block,
  parent: Section,
  title: string | null,
  isSilent: boolean,
  isCover: boolean,
): Section {
  const heading = printedHeading(block);
  const bare = folded(heading);
  const level = Math.max(block.level ?? 1, parent.level + 0.1);
  const words = heading.split(/\s+/).length;
  const item = namedItem(block.text);
  const told = isSilent ? [] : item === null ? kindsAnnounced(heading) : [item.kind];
  const isForward = !isSilent && told.length === 0 && !holdsItems(parent) && forwardHeadings.test(bare);
  const names: readonly PassageKind[] = isForward ? ["recommendation"] : told;
  // A text without a title of its own may have been named after its first chapter.
  const isChapter = words <= chapterWords && names.length > 0;
  const isTitle =
    title !== null &&
    !isChapter &&
    (folded(title) === bare || (isCover && block.page === 1 && folded(title).includes(bare)));
  const isSummary = summaryHeadings.test(bare);
  const asks = askingHeadings.test(bare) && !names.some((kind) => kind === "finding" || kind === "method");
  const isEarlier = earlierHeadings.test(bare) && !names.includes("management-response");
  const isForeign = parent.isForeign === true || (item === null && (asks || isEarlier));
  const isAnnex = annexHeadings.test(bare);
  const named = isTitle || isForeign ? [] : names;
  const isOutside =
    isForeign ||
    contentsHeadings.test(bare) ||
    (named.length === 0 &&
      (isTitle ||
        isSummary ||
        outsideHeadings.test(bare) ||
        (item === null && aboutTheEvaluation.test(bare))));
  // “Recommendation 3” under “Recommendations” is one of its items, not a chapter of its own.
  const isItem = item !== null && parent.kinds.includes(item.kind);
  return {
    heading,
    level,
    kinds: isItem ? parent.kinds : named.length > 0 ? named : isOutside ? [] : parent.kinds,
    own: named.length > 0 && !isItem,
    inSummary: isSummary || parent.inSummary,
    parent,
    isForeign,
    isAnnex,
    isItem: item !== null,
    isSummary,
    isForward,
    ...(isSummary ? { told: new Set<PassageKind>() } : {}),
  };
}

/** True where the section's kinds come as items. */
export const holdsItems = (section: Section): boolean => section.kinds.some((kind) => itemKinds.has(kind));
