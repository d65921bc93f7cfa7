// How a PDF is set: the type of its body, the sizes and fonts of its headings, and whether its tags are to be
// believed. Known once all pages are there, asked for every line.

import { beginsLower, endsSentence, readMarker } from "./markers.ts";
import type { ContentRole } from "./pdf-structure.ts";
import type { PageLine } from "./pdf-words.ts";

export type Style = {
  readonly size: number;
  readonly font: string;
  /** Usual distance of baselines, in type sizes. */
  readonly leading: number;
  /** Fonts in which headings are set; at the start of a line of ordinary size they set labels. */
  readonly headingFonts: ReadonlySet<string>;
  /** Sizes above the body's, largest first. */
  readonly headingSizes: readonly number[];
  /** The smallest type of headings tagged as level 1, 2 and so on; empty where tags are not to be believed. */
  readonly taggedSizes: readonly (readonly [level: number, size: number])[];
  /** The elements tagged as headings that can be such. */
  readonly taggedTitles: ReadonlySet<ContentRole>;
  /** Paragraphs are where the tags say. */
  readonly hasTaggedParagraphs: boolean;
  /** All is set in one type, as by typewriters and under scanned pages: type tells no heading from text. */
  readonly isOneType: boolean;
};

export const rounded = (size: number) => Math.round(size * 2) / 2;

export function styleOf(pages: readonly (readonly PageLine[])[]): Style {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const lines of pages)
    for (const line of lines) {
      const size = rounded(line.size);
      sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
      if (line.oneFont) fonts.set(line.firstFont, (fonts.get(line.firstFont) ?? 0) + line.text.length);
    }
  const most = <K>(map: Map<K, number>, none: K): K => {
    let best = none;
    let count = -1;
    for (const [key, value] of map) if (value > count) [best, count] = [key, value];
    return best;
  };
  const size = most(sizes, 10);
  const steps = new Map<number, number>();
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      if (rounded(a.size) !== size || rounded(b.size) !== size || Math.abs(a.x - b.x) > 2) continue;
      const step = Math.round(((a.y - b.y) / size) * 20) / 20;
      if (step > 0.8 && step < 3) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  const headingSizes = recurringSizes(pages, size);
  const font = most(fonts, "");
  const headingFonts = new Set<string>();
  for (const lines of pages)
    for (const line of lines)
      if (line.oneFont && line.firstFont !== font && rounded(line.size) >= size * 1.12)
        headingFonts.add(line.firstFont);
  return {
    size,
    font,
    leading: leadingOf(steps),
    headingFonts,
    headingSizes,
    ...taggedHeadings(pages),
    hasTaggedParagraphs: hasTaggedParagraphs(pages),
    isOneType: isOneType(pages, size, font),
  };
}

/** Share of the letters that may stand in other type where all counts as set in one. */
const otherShare = 0.01;

function isOneType(pages: readonly (readonly PageLine[])[], size: number, font: string): boolean {
  let all = 0;
  let other = 0;
  for (const lines of pages)
    for (const line of lines) {
      all += line.text.length;
      const isOther = !line.oneFont || line.firstFont !== font || Math.abs(rounded(line.size) - size) > 0.5;
      if (isOther || line.role?.kind === "heading") other += line.text.length;
    }
  return other <= all * otherShare;
}

/** Share of the most frequent distance that the distance of lines within paragraphs has at least. */
const leadingShare = 0.4;

/**
 * The smallest of the frequent distances: where paragraphs are short, the space between them can be more
 * frequent than the one within them.
 */
function leadingOf(steps: ReadonlyMap<number, number>): number {
  const counted = [...steps]
    .map(([step, count]) => ({
      step,
      count,
      // A distance that falls between two of the rounded ones is both.
      near: [...steps].reduce((sum, [other, n]) => sum + (Math.abs(other - step) < 0.06 ? n : 0), 0),
    }))
    .sort((a, b) => a.step - b.step);
  const most = Math.max(...counted.map(({ near }) => near));
  const first = counted.findIndex(({ near }) => near >= most * leadingShare);
  // Of the distances that are nearly the same, the one that is most frequent.
  const lowest = counted[first]?.step ?? usual.step;
  const same = counted.filter(({ step }) => step >= lowest && step < lowest + 0.12);
  return same.reduce((best, one) => (one.count > best.count ? one : best), same[0] ?? usual).step;
}

const usual = { step: 1.25, count: 0 };

/** Sizes above the body's that head something on at least two pages; covers use others. */
function recurringSizes(pages: readonly (readonly PageLine[])[], body: number): readonly number[] {
  const on = new Map<number, Set<number>>();
  for (const lines of pages)
    for (const line of lines) {
      const size = rounded(line.size);
      if (size < body * 1.12 || !/\p{L}{3}/u.test(line.text)) continue;
      const seen = on.get(size);
      if (seen) seen.add(line.page);
      else on.set(size, new Set([line.page]));
    }
  return [...on]
    .filter(([, seen]) => seen.size >= 2)
    .map(([size]) => size)
    .sort((a, b) => b - a);
}

const leader = /(?:(?:\. ?){4,200}|…{2,})\s*(?:\d{0,4}|[ivxlc]{1,7})$/;

/** Longer elements are paragraphs that were given a heading's style. */
const longestTitle = 200;

/** Whether the words of an element that is tagged as a heading can be one. */
function isTitle(text: string): boolean {
  if (!/\p{L}/u.test(text) || text.length > longestTitle || leader.test(text) || beginsLower(text))
    return false;
  if (readMarker(text)?.style === "bullet") return false;
  return !/[.;,]$/.test(text) || text.split(" ").length < 6;
}

/** Fewer tagged headings are an accident. */
const fewestTagged = 3;
/** Where more of the text is tagged as headings, somebody used their styles for looks. */
const mostTagged = 0.2;

/** The elements that are tagged as headings and can be such, and the smallest type of each level. */
function taggedHeadings(
  pages: readonly (readonly PageLine[])[],
): Pick<Style, "taggedSizes" | "taggedTitles"> {
  const elements = new Map<ContentRole, PageLine[]>();
  let all = 0;
  for (const lines of pages)
    for (const line of lines) {
      all += line.text.length;
      if (line.role?.kind !== "heading" || line.cell) continue;
      const element = elements.get(line.role);
      if (element) element.push(line);
      else elements.set(line.role, [line]);
    }
  const sizes = new Map<number, number>();
  const taggedTitles = new Set<ContentRole>();
  let tagged = 0;
  for (const [role, lines] of elements) {
    const text = lines.map((line) => line.text).join(" ");
    if (role.kind !== "heading" || !isTitle(text)) continue;
    taggedTitles.add(role);
    tagged += text.length;
    const size = Math.min(...lines.map((line) => rounded(line.size)));
    sizes.set(role.level, Math.min(sizes.get(role.level) ?? size, size));
  }
  return taggedTitles.size >= fewestTagged && tagged <= all * mostTagged
    ? { taggedTitles, taggedSizes: [...sizes].sort(([a], [b]) => a - b) }
    : { taggedTitles: new Set(), taggedSizes: [] };
}

/** Share of ends of tagged paragraphs that may stand in the middle of a sentence. */
const tornShare = 0.1;

function hasTaggedParagraphs(pages: readonly (readonly PageLine[])[]): boolean {
  let ends = 0;
  let torn = 0;
  let goesOn = 0;
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      if (a.role?.kind !== "paragraph" || b.role?.kind !== "paragraph") continue;
      if (a.role === b.role) {
        goesOn++;
        continue;
      }
      ends++;
      if (!endsSentence(a.text) && beginsLower(b.text)) torn++;
    }
  return goesOn > 0 && torn <= ends * tornShare;
}

/** The level of the heading that a line is by its tag or else by its type; null for other lines. */
export function headingOf(line: PageLine, style: Style): number | null {
  if (line.role?.kind === "contents" || line.role?.kind === "caption") return null;
  if (style.taggedSizes.length === 0) return headingByType(line, style);
  if (line.role?.kind === "heading") return style.taggedTitles.has(line.role) ? line.role.level : null;
  if (headingByType(line, style) === null) return null;
  const size = rounded(line.size);
  const deepest = style.taggedSizes[style.taggedSizes.length - 1]![0];
  // Larger than the headings of a level and yet not tagged: of that level. Of the body's size: below them all.
  const level = size < style.size * 1.12 ? undefined : style.taggedSizes.find(([, least]) => size >= least);
  return level === undefined ? deepest + 1 : level[0];
}

function headingByType(line: PageLine, style: Style): number | null {
  const size = rounded(line.size);
  if (!/\p{L}/u.test(line.text) || line.text.length > 160 || (line.beside && line.text.length > 60))
    return null;
  const larger = style.headingSizes.findIndex((other) => size >= other);
  if (size >= style.size * 1.12) return larger >= 0 ? larger + 1 : style.headingSizes.length + 1;
  // A whole short line in another font of the same size: a heading below those that are set larger.
  const isOther = line.oneFont && line.firstFont !== style.font && size >= style.size * 0.95;
  if (!isOther || line.beside || line.text.length > 90 || endsSentence(line.text)) return null;
  return /^[\p{Lu}\d¿¡“"«]/u.test(line.text) && !/[,–—-]$/.test(line.text)
    ? style.headingSizes.length + 2
    : null;
}
