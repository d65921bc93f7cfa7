// How a program counted the positions of its selections. The format says code points; programs count UTF-16 units
// or bytes as well, take a line end of two characters for one or the other way, count a byte order mark, or mean
// the last character where the format means the place behind it. Told by the texts that selections name.

import { codePointsOf } from "#kernel";

const units = ["code-points", "utf-16-units", "bytes"] as const;
/** As they stand; a carriage return with a line feed as one; a line feed alone as two. */
const lineEnds = ["as-they-are", "two-as-one", "one-as-two"] as const;

export type PositionCount = {
  readonly unit: (typeof units)[number];
  readonly lineEnd: (typeof lineEnds)[number];
  /** Added before anything else: -1 where a byte order mark was counted. */
  readonly shift: 0 | -1;
  /** Whether the end is the last character itself. */
  readonly isEndInclusive: boolean;
};

export const asTheFormatSays: PositionCount = {
  unit: "code-points",
  lineEnd: "as-they-are",
  shift: 0,
  isEndInclusive: false,
};

/** All ways of counting, the format's own first, the odder the later. */
export const positionCounts: readonly PositionCount[] = [0, -1]
  .flatMap((shift) =>
    [false, true].flatMap((isEndInclusive) =>
      lineEnds.flatMap((lineEnd) =>
        units.map((unit): PositionCount => ({ unit, lineEnd, shift: shift as 0 | -1, isEndInclusive })),
      ),
    ),
  )
  .toSorted((a, b) => oddness(a) - oddness(b));

function oddness(count: PositionCount): number {
  return (
    units.indexOf(count.unit) +
    (count.lineEnd === "as-they-are" ? 0 : 1) +
    (count.shift === 0 ? 0 : 2) +
    (count.isEndInclusive ? 2 : 0)
  );
}

/** Turns a position into one in UTF-16 units of the text; null where it lies outside. */
export type PositionMap = (position: number) => number | null;

const lengthOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1;
};

const bytesOf = (text: string, at: number, length: number): number => {
  if (length === 2) return 4;
  const code = text.charCodeAt(at);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
};

/** A map for one text and one way of counting: a table of where each counted place lies. */
export function positionMap(text: string, count: PositionCount): PositionMap {
  if (count.unit === "utf-16-units" && count.lineEnd === "as-they-are")
    return (position) => within(position + count.shift, text.length);
  // No way of counting gives a unit of the text more than three places.
  const places = new Int32Array(text.length * 3 + 1);
  let counted = 0;
  let at = 0;
  const step = (width: number, length: number) => {
    // A place inside a character counts as its beginning.
    places.fill(at, counted, counted + width);
    counted += width;
    at += length;
  };
  while (at < text.length) {
    const length = lengthOf(text, at);
    const isPair = text[at] === "\r" && text[at + 1] === "\n";
    const isBare = text[at] === "\n" && text[at - 1] !== "\r";
    if (isPair && count.lineEnd === "two-as-one") step(1, 2);
    else if (isBare && count.lineEnd === "one-as-two") step(2, 1);
    else
      step(
        count.unit === "code-points" ? 1 : count.unit === "utf-16-units" ? length : bytesOf(text, at, length),
        length,
      );
  }
  places[counted] = text.length;
  return (position) => {
    const place = position + count.shift;
    return place >= 0 && place <= counted ? places[place]! : null;
  };
}

const within = (position: number, length: number): number | null =>
  position >= 0 && position <= length ? position : null;

/** A selection as the file has it, with the text it names, if any. */
export type PrintedSelection = {
  readonly start: number;
  readonly end: number;
  readonly quote: string | null;
};

const folded = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** What a quote holds of the text; programs cut it off with dots. */
function quoteOf(quote: string): { readonly words: string; readonly isCut: boolean } {
  const words = folded(quote);
  const cut = words.replace(/(?:\.\.\.|…)$/, "").trim();
  return { words: cut, isCut: cut !== words };
}

const shortestQuote = 3;

/** Two for the very text, one for its beginning, none for anything else. */
function agreement(text: string, start: number, end: number, quote: string): number {
  const found = folded(text.slice(start, end));
  const { words, isCut } = quoteOf(quote);
  if (words.length < shortestQuote) return 0;
  if (found === words && !isCut) return 2;
  return (isCut || words.length >= 20) && found.startsWith(words) ? 1 : 0;
}

/**
 * How the positions of a project were counted: the way under which clearly most selections hold the text they
 * name; else the format's own. Without a text to go by, the format's own, or UTF-16 units where only those fit.
 *
 * @returns the way, how many selections agree under it and under the format's own, and how many name a text
 */
export function countingOf(
  sources: readonly { readonly text: string; readonly selections: readonly PrintedSelection[] }[],
): {
  readonly count: PositionCount;
  readonly agreeing: number;
  readonly agreeingAsSaid: number;
  readonly named: number;
} {
  // Only names that are words of the text tell anything: "Quote 3" does not.
  const telling = sources.map(({ text, selections }) => {
    const whole = folded(text);
    return {
      text,
      selections: selections
        .filter(
          ({ quote }) =>
            quote !== null &&
            quoteOf(quote).words.length >= shortestQuote &&
            whole.includes(quoteOf(quote).words),
        )
        .slice(0, mostTold),
    };
  });
  const named = telling.reduce((sum, { selections }) => sum + selections.length, 0);
  let best = { count: asTheFormatSays, score: -1, agreeing: 0 };
  let agreeingAsSaid = 0;
  for (const count of named === 0 ? [] : positionCounts) {
    let score = 0;
    let agreeing = 0;
    for (const { text, selections } of telling) {
      if (selections.length === 0) continue;
      const map = positionMap(text, count);
      for (const { start, end, quote } of selections) {
        const from = map(start);
        const to = map(count.isEndInclusive ? end + 1 : end);
        const found = from === null || to === null ? 0 : agreement(text, from, to, quote!);
        score += found;
        if (found > 0) agreeing++;
      }
    }
    if (count === positionCounts[0]) agreeingAsSaid = agreeing;
    if (agreeing === named && score === named * 2) return { count, agreeing, agreeingAsSaid, named };
    if (score > best.score) best = { count, score, agreeing };
  }
  // A label that stands in the text by chance must not move everything: the other way has to be clearly better.
  const isClear = best.agreeing * 2 >= named && best.agreeing >= agreeingAsSaid * 1.5;
  if (named > 0)
    return isClear
      ? { count: best.count, agreeing: best.agreeing, agreeingAsSaid, named }
      : { count: asTheFormatSays, agreeing: agreeingAsSaid, agreeingAsSaid, named };
  const onlyUnits = sources.some(({ text, selections }) => {
    const { length } = codePointsOf(text);
    return selections.some(({ end }) => end > length && end <= text.length);
  });
  return {
    count: onlyUnits ? { ...asTheFormatSays, unit: "utf-16-units" } : asTheFormatSays,
    agreeing: 0,
    agreeingAsSaid: 0,
    named: 0,
  };
}

/** Selections looked at of one text; more tell nothing new. */
const mostTold = 200;

/** In words, for the report. */
export function countingWords({ unit, lineEnd, shift, isEndInclusive }: PositionCount): string {
  const words = [
    { "code-points": "characters", "utf-16-units": "UTF-16 units", bytes: "bytes of UTF-8" }[unit],
    ...(lineEnd === "two-as-one" ? ["a line end of two characters as one"] : []),
    ...(lineEnd === "one-as-two" ? ["each line end as two characters"] : []),
    ...(shift === -1 ? ["with the byte order mark"] : []),
    ...(isEndInclusive ? ["up to and including the end"] : []),
  ];
  return words.join(", ");
}
