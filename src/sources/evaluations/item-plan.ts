// How the items of a chapter are marked, and by that what each block in it is: an item, part of the item
// before it, or neither. A chapter marks its items in one way: by name (“Recommendation 3”), by sub-headings,
// by a list, by numbered paragraphs, or not at all.

import type { Block } from "#documents";
import type { Language } from "#kernel";
import type { PassageKind } from "#records";
import { announcerOf, followedByList, itemKindOf, passesBy } from "./announcers.ts";
import { fieldAtStart } from "./form-fields.ts";
import { countsFromOne, isItemHeading } from "./group-headings.ts";
import type { Role } from "./item-role.ts";
import { itemKinds } from "./kind-words.data.ts";
import { isLeadIn, kindAnnounced } from "./lead-in.ts";
import { leadingParagraphs } from "./leading-paragraphs.ts";
import { namedItem } from "./named-item.ts";
import { normativeWord } from "./normative.ts";
import { proseRole, settleProse } from "./prose-roles.ts";
import { isProse } from "./prose-shape.ts";
import type { Answers } from "./recurring-answers.ts";
import type { Section } from "./sections.ts";

export type PlanContext = {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly language: Language | null;
  /** Answers below recommendations: no items themselves. */
  readonly answers: Answers;
  /** Tables that give items themselves, by position of their block. */
  readonly tablesWithItems: ReadonlySet<number>;
};

const aside: Role = { is: "aside" };
const part: Role = { is: "part" };

/** The roles of the blocks in chapters whose kinds come as items, by position. */
export function itemPlan(context: PlanContext): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  const chapters = new Map<Section, number[]>();
  for (const [i, block] of context.blocks.entries()) {
    if (passesBy(block)) continue;
    const section = context.sections[i]!;
    const owner = announcerOf(section);
    if (owner === null || section.isForeign || itemKindOf(section) === null) continue;
    const known = chapters.get(owner);
    if (known === undefined) chapters.set(owner, [i]);
    else known.push(i);
  }
  for (const [owner, positions] of chapters)
    for (const [at, role] of chapterRoles(owner, positions, context)) roles.set(at, role);
  return roles;
}

function chapterRoles(
  owner: Section,
  positions: readonly number[],
  context: PlanContext,
): ReadonlyMap<number, Role> {
  const { blocks, sections, language } = context;
  const kind = itemKindOf(owner)!;
  const inChapter = positions.filter((at) => blocks[at]!.kind !== "heading" || !sections[at]!.own);
  const isNamed = (at: number) =>
    blocks[at]!.kind !== "table" &&
    itemKinds.has(namedItem(blocks[at]!.text, owner.kinds)?.kind ?? "background");
  const isMixed = owner.kinds.some((other) => !itemKinds.has(other));
  if (owner.isItem === true || inChapter.some(isNamed))
    return namedRoles(inChapter, isNamed, isMixed, owner.isItem === true);
  const headings = inChapter.filter(
    (at) => blocks[at]!.kind === "heading" && isItemHeading(blocks[at]!, kind, language),
  );
  const filled = withParagraphsBetween(headings, inChapter, blocks);
  if (filled !== null) return headingRoles(inChapter, filled, kind, owner, blocks);
  if (headings.length >= 2 && countsFromOne(headings.map((at) => blocks[at]!.number)))
    return headingRoles(inChapter, new Set(headings), kind, owner, blocks);
  const roles = new Map<number, Role>();
  const bySection = new Map<Section, number[]>();
  for (const at of inChapter) {
    const known = bySection.get(sections[at]!);
    if (known === undefined) bySection.set(sections[at]!, [at]);
    else known.push(at);
  }
  const hasTable = inChapter.some((at) => context.tablesWithItems.has(at));
  for (const [section, positionsOf] of bySection) {
    // Running text over sub-headings that hold lists leads to them.
    const isOverLists =
      section === owner &&
      [...bySection].some(
        ([other, at]) => other !== owner && at.some((i) => blocks[i]!.kind === "list-item"),
      );
    for (const [at, role] of sectionRoles(positionsOf, owner, kind, hasTable || isOverLists, context))
      roles.set(at, role);
  }
  return roles;
}

/**
 * Everything behind a name belongs to it; what stands before the first name leads to it, or is running text of
 * the chapter's other kind (“Conclusions and recommendations”).
 */
function namedRoles(
  positions: readonly number[],
  isNamed: (at: number) => boolean,
  isMixed: boolean,
  isOpen: boolean,
): Map<number, Role> {
  const roles = new Map<number, Role>();
  let open = isOpen;
  for (const at of positions) {
    // The name itself is read by the walk.
    if (isNamed(at)) open = true;
    else if (open || !isMixed) roles.set(at, open ? part : aside);
  }
  return roles;
}

/**
 * Items of which some came as headings and others as numbered paragraphs: together they count from 1 without a
 * gap, the headings alone do not.
 */
function withParagraphsBetween(
  headings: readonly number[],
  positions: readonly number[],
  blocks: readonly Block[],
): ReadonlySet<number> | null {
  const numberOf = (at: number) => Number(blocks[at]!.number ?? Number.NaN);
  const known = new Set(headings.map(numberOf));
  if (headings.length === 0 || [...known].some((number) => !Number.isInteger(number))) return null;
  const between = positions.filter(
    (at) => blocks[at]!.kind === "paragraph" && Number.isInteger(numberOf(at)) && !known.has(numberOf(at)),
  );
  const all = [...headings, ...between].toSorted((a, b) => a - b);
  return between.length > 0 && all.every((at, i) => numberOf(at) === i + 1) ? new Set(all) : null;
}

function headingRoles(
  positions: readonly number[],
  items: ReadonlySet<number>,
  kind: PassageKind,
  owner: Section,
  blocks: readonly Block[],
): Map<number, Role> {
  const roles = new Map<number, Role>();
  let open = false;
  for (const at of positions) {
    if (items.has(at)) {
      open = true;
      roles.set(at, {
        is: "item",
        kind,
        confidence: 0.85,
        reason: `${blocks[at]!.kind === "heading" ? "Sub-heading" : "Numbered paragraph"} under the heading “${owner.heading}”, with what stands below it.`,
        takes: true,
      });
    } else if (blocks[at]!.kind === "heading") {
      open = false;
      roles.set(at, aside);
    } else roles.set(at, open ? part : aside);
  }
  return roles;
}

/** How a list item or numbered paragraph is marked; null for plain text. */
function markOf(block: Block): string | null {
  if (block.kind === "paragraph") return block.number === undefined ? null : "numbered paragraph";
  if (block.kind !== "list-item") return null;
  const style =
    block.number !== undefined
      ? "number"
      : block.label === undefined
        ? "bullet"
        : /\d/.test(block.label)
          ? "(1)"
          : "(a)";
  return `${block.level ?? 1} ${style}`;
}
const isLabelled = (mark: string) => !mark.endsWith("bullet");

function sectionRoles(
  positions: readonly number[],
  owner: Section,
  kind: PassageKind,
  hasTable: boolean,
  context: PlanContext,
): Map<number, Role> {
  const { blocks, sections, language } = context;
  const roles = new Map<number, Role>();
  const texts = positions.filter((at) => {
    const { kind: of } = blocks[at]!;
    return of === "paragraph" || of === "list-item";
  });
  const heading = sections[positions[0]!]!.heading;
  const announced = announcedLists(texts, context);
  for (const at of positions) roles.set(at, aside);
  const rest = texts.filter(
    (at) => !announced.has(at) && !context.answers.has(at) && fieldAtStart(blocks[at]!.text, true) === null,
  );
  // Where a sentence announces the items, what else stands there leads to them or comments on them.
  const isAnnounced = [...announced.values()].some((role) => role.is === "item" && role.kind === kind);
  const leading =
    kind === "recommendation" && !isAnnounced
      ? leadingParagraphs(rest, blocks, language, (block) => markOf(block)?.endsWith("bullet") === true)
      : new Set<number>();
  const primary = isAnnounced || leading.size > 0 ? null : primaryMark(rest, blocks);
  const mixed = owner.kinds.find((named) => !itemKinds.has(named)) ?? null;

  let open = false;
  let openMark: string | null = null;
  // Paragraphs numbered through the whole report: those that tell nobody what to do lead to the others.
  const told = new Set(rest.filter((at) => normativeWord(blocks[at]!.text, language) !== null));
  const isRunning =
    primary === "numbered paragraph" &&
    kind === "recommendation" &&
    owner.kinds.length === 1 &&
    told.size > 0 &&
    !startsAnew(rest, blocks);
  const isComment = (at: number) => isRunning && !told.has(at);
  const explained = primary === null ? false : areExplained(rest, primary, blocks);
  for (const at of texts) {
    const block = blocks[at]!;
    const list = announced.get(at);
    if (list !== undefined) {
      roles.set(at, list);
      open = list.is === "item" || (list.is === "part" && open);
      openMark = markOf(block);
      continue;
    }
    const mark = markOf(block);
    const text = block.text;
    if (primary !== null && mark === primary && !isComment(at)) {
      const said = kindOfItem(text, kind, owner, mixed, language);
      roles.set(at, {
        is: "item",
        kind: said,
        confidence:
          block.kind === "paragraph"
            ? 0.87
            : block.label === undefined && block.number === undefined
              ? 0.9
              : 0.93,
        reason: `${block.kind === "paragraph" ? "Numbered paragraph" : "Item of a list"} under the heading “${heading}”.`,
        takes: true,
      });
      open = true;
      openMark = mark;
    } else if (mark !== null && primary !== null) {
      // Bullets below a numbered item spell it out.
      if (open && (openMark === primary || openMark === mark)) roles.set(at, part);
    } else if (mark !== null && open) roles.set(at, part);
    else if (primary !== null) {
      const isTorn = /^[\s"“«(]*\p{Ll}/u.test(text) && open;
      const leads = followedByList(blocks, at) || isLeadIn(text);
      const leadsOn = open && !leads && explained && isLabelled(primary);
      roles.set(at, isTorn || leadsOn ? part : aside);
      if (!isTorn && !leadsOn) open = false;
    } else if (!hasTable && !isAnnounced && isProse(block)) {
      const role = proseRole(text, kind, heading, mixed, owner, language, leading.has(at));
      if (role !== null) {
        roles.set(at, role);
        open = true;
        openMark = null;
      } else if (mixed !== null) {
        roles.delete(at);
        open = false;
      } else if (open && !isLeadIn(text)) roles.set(at, part);
    } else if (open && /^[\s"“«(]*\p{Ll}/u.test(text)) roles.set(at, part);
  }
  if (owner.isForward === true) {
    for (const at of texts)
      if (roles.get(at)?.is === "item" && normativeWord(blocks[at]!.text, language) === null)
        roles.set(at, aside);
  } else if (primary === null && !hasTable && !isAnnounced)
    settleProse(texts, roles, blocks, kind, heading, mixed);
  return roles;
}

/** Lists that the sentence before them announces: their items are of its kind, whatever the chapter's is. */
function announcedLists(texts: readonly number[], { blocks }: PlanContext): Map<number, Role> {
  const found = new Map<number, Role>();
  for (const [t, at] of texts.entries()) {
    const block = blocks[at]!;
    if (block.kind !== "paragraph") continue;
    const next = texts[t + 1];
    if (next === undefined) continue;
    const mark = markOf(blocks[next]!);
    if (mark === null || (blocks[next]!.kind === "paragraph" && blocks[next]!.number !== "1")) continue;
    const kind = kindAnnounced(block.text);
    if (kind === null) continue;
    found.set(at, aside);
    for (let n = t + 1; n < texts.length; n++) {
      const item = blocks[texts[n]!]!;
      const own = markOf(item);
      if (own === null) break;
      found.set(
        texts[n]!,
        own === mark
          ? {
              is: "item",
              kind,
              confidence: 0.98,
              reason: `Item of the list announced by “${shortened(block.text)}”.`,
              takes: false,
            }
          : part,
      );
    }
  }
  return found;
}

/** The mark of the items: the first in the chapter, unless numbers from 1 follow bullets that come first. */
function primaryMark(texts: readonly number[], blocks: readonly Block[]): string | null {
  const marks = texts.map((at) => markOf(blocks[at]!));
  const lists = marks.filter((mark) => mark !== null && mark !== "numbered paragraph");
  const isAnew = startsAnew(texts, blocks);
  if (lists.length === 0) return marks.includes("numbered paragraph") ? "numbered paragraph" : null;
  const first = marks.find((mark) => mark !== null && (mark !== "numbered paragraph" || isAnew)) ?? null;
  if (first === null || isLabelled(first)) return first;
  // A paragraph that tells what to do and ends on a colon is an item, and the bullets below spell it out.
  const counted = marks.filter((mark): mark is string => mark !== null && isLabelled(mark));
  const often = counted.find((mark) => counted.filter((other) => other === mark).length >= 2);
  return often !== undefined && (often !== "numbered paragraph" || isAnew) ? often : first;
}

/** True where the numbered paragraphs count from 1, and not on from the chapter before. */
function startsAnew(texts: readonly number[], blocks: readonly Block[]): boolean {
  const first = texts.find((at) => markOf(blocks[at]!) === "numbered paragraph");
  return first !== undefined && /^(?:1|(?:\d+\.){1,2}1)$/.test(blocks[first]!.number ?? "");
}

/** True where most items but the last have a paragraph of their own behind them. */
function areExplained(texts: readonly number[], primary: string, blocks: readonly Block[]): boolean {
  let items = 0;
  let explained = 0;
  for (const [t, at] of texts.entries()) {
    if (markOf(blocks[at]!) !== primary) continue;
    const next = texts[t + 1];
    if (next === undefined) continue;
    items++;
    if (markOf(blocks[next]!) === null) explained++;
  }
  return items > 0 && explained / items >= 0.5;
}

/** In chapters of two kinds, wording decides which one an item is. */
function kindOfItem(
  text: string,
  kind: PassageKind,
  owner: Section,
  mixed: PassageKind | null,
  language: Language | null,
): PassageKind {
  const second = owner.kinds.find((other) => other !== kind && (itemKinds.has(other) || other === mixed));
  if (second === undefined) return kind;
  const tells = normativeWord(text, language) !== null;
  if (kind === "recommendation") return tells ? kind : second;
  if (second === "recommendation") return tells ? second : kind;
  return kind;
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text);
