// Choosing a passage by keyboard: by word, sentence or paragraph, made longer and shorter. Pure: texts in,
// spans of the document out.

import { type CodePoints, codePointsOf, type Language, type Span } from "#kernel";

export const textUnits = ["word", "sentence", "paragraph"] as const;
export type TextUnit = (typeof textUnits)[number];

/** A block of the report as it is read: its text, and where each part of it stands in the document. */
export type Paragraph = { readonly text: string; readonly spans: readonly Span[] };

/** A place: the paragraph, and the UTF-16 unit in its text. */
export type Place = { readonly paragraph: number; readonly at: number };
export type Passage = { readonly from: Place; readonly to: Place };

/** The blocks that can be chosen from, in reading order. */
export function paragraphsOf(
  points: CodePoints,
  blocks: readonly { readonly kind: string; readonly spans: readonly Span[] }[],
): readonly Paragraph[] {
  return blocks
    .filter(({ kind, spans }) => kind !== "page-furniture" && spans.length > 0)
    .map(({ spans }) => ({ spans, text: spans.map(([from, to]) => points.slice(from, to)).join(" ") }));
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: Language | null, granularity: "word" | "sentence"): Intl.Segmenter {
  const key = `${language ?? ""} ${granularity}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language ?? undefined, { granularity });
  segmenters.set(key, known);
  return known;
}

type Unit = readonly [number, number];

/** The units of a paragraph, without the blanks around them. */
export function unitsOf(text: string, unit: TextUnit, language: Language | null): readonly Unit[] {
  if (unit === "paragraph") return trimmed(text, 0, text.length);
  const units: Unit[] = [];
  for (const { index, segment, isWordLike } of segmenter(language, unit).segment(text))
    if (unit === "sentence" || isWordLike) units.push(...trimmed(text, index, index + segment.length));
  return units;
}

function trimmed(text: string, from: number, to: number): readonly Unit[] {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? "")) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? "")) end--;
  return end > start ? [[start, end]] : [];
}

const isBefore = (a: Place, b: Place): boolean =>
  a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.at < b.at);

/** The next unit that begins at or after a place, or the last that ends at or before it. */
function unitFrom(
  paragraphs: readonly Paragraph[],
  place: Place,
  unit: TextUnit,
  step: 1 | -1,
  language: Language | null,
): Passage | null {
  for (let p = place.paragraph; p >= 0 && p < paragraphs.length; p += step) {
    const all = unitsOf(paragraphs[p]?.text ?? "", unit, language);
    const found =
      step > 0
        ? all.find(([from]) => p !== place.paragraph || from >= place.at)
        : all.findLast(([, to]) => p !== place.paragraph || to <= place.at);
    if (found) return { from: { paragraph: p, at: found[0] }, to: { paragraph: p, at: found[1] } };
  }
  return null;
}

/**
 * The passage after a step: the next or the former unit, or, where `extend`, the same passage longer or
 * shorter by one. Without a passage the first unit from `start` on.
 */
export function stepPassage(
  paragraphs: readonly Paragraph[],
  passage: Passage | null,
  unit: TextUnit,
  step: 1 | -1,
  extend: boolean,
  language: Language | null,
  start: Place = { paragraph: 0, at: 0 },
): Passage | null {
  if (passage === null) return unitFrom(paragraphs, start, unit, 1, language);
  const { from, to } = passage;
  if (!extend) return unitFrom(paragraphs, step > 0 ? to : from, unit, step, language) ?? passage;
  if (step > 0) {
    const next = unitFrom(paragraphs, to, unit, 1, language);
    return next ? { from, to: next.to } : passage;
  }
  const last = unitFrom(paragraphs, to, unit, -1, language);
  const shorter = last && unitFrom(paragraphs, last.from, unit, -1, language);
  if (shorter && isBefore(from, shorter.to)) return { from, to: shorter.to };
  const before = unitFrom(paragraphs, from, unit, -1, language);
  return before ? { from: before.from, to } : passage;
}

/** The spans of a passage in the document, from paragraph to paragraph. */
export function spansOfPassage(paragraphs: readonly Paragraph[], { from, to }: Passage): readonly Span[] {
  const found: Span[] = [];
  for (let p = from.paragraph; p <= to.paragraph; p++) {
    const paragraph = paragraphs[p];
    if (!paragraph) continue;
    const points = codePointsOf(paragraph.text);
    const start = p === from.paragraph ? points.toCodePoint(from.at) : 0;
    const end = p === to.paragraph ? points.toCodePoint(to.at) : points.length;
    let at = 0;
    for (const [begin, stop] of paragraph.spans) {
      const length = stop - begin;
      const cut: Span = [begin + Math.max(0, start - at), begin + Math.min(length, end - at)];
      if (cut[1] > cut[0]) found.push(cut);
      // A blank joins the parts of a block that was broken.
      at += length + 1;
    }
  }
  return found;
}

/** The passage that spans of the document make, so that it can be made longer by keyboard. */
export function passageOfSpans(paragraphs: readonly Paragraph[], spans: readonly Span[]): Passage | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return null;
  const from = placeOf(paragraphs, first[0]);
  const to = placeOf(paragraphs, last[1] - 1);
  if (!from || !to) return null;
  const text = paragraphs[to.paragraph]?.text ?? "";
  const wide = (text.codePointAt(to.at) ?? 0) > 0xffff;
  return { from, to: { paragraph: to.paragraph, at: to.at + (wide ? 2 : 1) } };
}

function placeOf(paragraphs: readonly Paragraph[], point: number): Place | null {
  for (const [p, { spans, text }] of paragraphs.entries()) {
    let at = 0;
    for (const [from, to] of spans) {
      if (from <= point && point < to)
        return { paragraph: p, at: codePointsOf(text).toUtf16(at + point - from) };
      at += to - from + 1;
    }
  }
  return null;
}
