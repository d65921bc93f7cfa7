// A piece of a document's text in which words can be looked for and whose every letter knows its place.

import type { CodePoints, Span } from "#kernel";

/** `text`, `bare` and the places have one entry for each UTF-16 unit, so that an index means the same in all. */
export type Stretch = {
  /** Composed letters; white space is one blank, `\n` at a line end, `\t` for a gap inside a line. */
  readonly text: string;
  /** The same in lower case without accents. */
  readonly bare: string;
  /** Code point of each unit in the document's text. */
  readonly points: readonly number[];
  /** Which span of the block each unit belongs to. */
  readonly parts: readonly number[];
};

const ligatures: Readonly<Record<string, string>> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl" };

/** One letter without accent in lower case; what would change its length stays as it is. */
function bareLetter(letter: string): string {
  if (letter < "\u0080") return letter.toLowerCase();
  if ("’‘`´ʼ".includes(letter)) return "'";
  if ("‐‑‒–—−".includes(letter)) return "-";
  const base = letter
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return base.length === letter.length ? base : letter;
}

/** Lower case without accents, unit by unit. */
export const bareText = (text: string): string => Array.from(text, bareLetter).join("");

/** What stands at the spans. Words broken at line ends are joined where `shown`, the text for reading, joins them. */
export function stretchOf(points: CodePoints, spans: readonly Span[], shown: string): Stretch {
  let text = "";
  const places: number[] = [];
  const parts: number[] = [];
  const push = (letters: string, place: number, part: number) => {
    for (let i = 0; i < letters.length; i++) {
      places.push(place);
      parts.push(part);
    }
    text += letters;
  };
  for (const [part, [start, end]] of spans.entries()) {
    const raw = points.slice(start, end);
    if (part > 0 && text !== "" && !/\s$/.test(text)) push("\n", start, part);
    let at = start;
    for (const [piece] of raw.matchAll(/\s+|\u00ad|\P{M}\p{M}*|\p{M}+/gsu)) {
      const here = at;
      at += [...piece].length;
      if (piece === "\u00ad") continue;
      if (/^\s/.test(piece)) {
        const white = /[\n\r\f]/.test(piece) ? "\n" : piece.length > 1 || piece === "\t" ? "\t" : " ";
        if (text !== "" && !/\s$/.test(text)) push(white, here, part);
        continue;
      }
      const letter = ligatures[piece] ?? (piece.length > 1 ? piece.normalize("NFC") : piece);
      push(letter, here, part);
    }
  }
  return mended({ text, bare: "", points: places, parts }, shown);
}

function mended(stretch: Stretch, shown: string): Stretch {
  const broken = [...stretch.text.matchAll(/(?<=(\p{L}{1,40}))[-‐] ?\n(?=(\p{Ll}\p{L}{0,40}))/gu)].filter(
    ([, left, right]) => !shown.includes(`${left}-${right}`),
  );
  if (broken.length === 0) return { ...stretch, bare: bareText(stretch.text) };
  let text = "";
  const points: number[] = [];
  const parts: number[] = [];
  let from = 0;
  const keep = (until: number) => {
    text += stretch.text.slice(from, until);
    for (let i = from; i < until; i++) {
      points.push(stretch.points[i]!);
      parts.push(stretch.parts[i]!);
    }
  };
  for (const match of broken) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(stretch.text.length);
  return { text, bare: bareText(text), points, parts };
}

/** The part from one index to another, blanks at its ends left out. */
export function cut(stretch: Stretch, from: number, to = stretch.text.length): Stretch {
  let [start, end] = [Math.max(0, from), Math.min(to, stretch.text.length)];
  while (start < end && /\s/.test(stretch.text[start]!)) start++;
  while (end > start && /\s/.test(stretch.text[end - 1]!)) end--;
  return {
    text: stretch.text.slice(start, end),
    bare: stretch.bare.slice(start, end),
    points: stretch.points.slice(start, end),
    parts: stretch.parts.slice(start, end),
  };
}

/** One span for each unbroken stretch of the document. */
export function spansOf({ points, parts }: Stretch): readonly Span[] {
  const spans: [number, number][] = [];
  for (const [i, point] of points.entries()) {
    const last = spans[spans.length - 1];
    if (last && parts[i] === parts[i - 1] && point >= last[0]) last[1] = Math.max(last[1], point + 1);
    else spans.push([point, point + 1]);
  }
  return spans;
}

/** For reading and as a value: one line. */
export const oneLine = ({ text }: Stretch): string => text.replace(/\s+/g, " ").trim();

/** Several stretches as one, a line end between them. */
export function joined(stretches: readonly Stretch[]): Stretch {
  const [first, ...rest] = stretches;
  if (first === undefined) return { text: "", bare: "", points: [], parts: [] };
  let { text, bare } = first;
  const points = [...first.points];
  const parts = [...first.parts];
  for (const next of rest) {
    const part = (parts[parts.length - 1] ?? 0) + 1;
    const base = next.parts[0] ?? 0;
    if (next.text === "") continue;
    text += `\n${next.text}`;
    bare += `\n${next.bare}`;
    points.push(next.points[0]!, ...next.points);
    parts.push(part, ...next.parts.map((own) => own - base + part));
  }
  return { text, bare, points, parts };
}

const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|mme|mlle|dr|dra|prof|sr|sra|srta|st|ste|no|nos|art|cf|vs|ltd|inc|e\.g|i\.e|n|p|pp|u\.s|ee|eng|[a-z])$/;

/** The sentences of a stretch. */
export function sentencesOf(stretch: Stretch): readonly Stretch[] {
  const sentences: Stretch[] = [];
  let from = 0;
  for (const match of stretch.text.matchAll(/[.!?…]["”»)]*\s+(?=["“«(¿¡]*[\p{Lu}\d])/gu)) {
    if (
      match[0].startsWith(".") &&
      abbreviation.test(stretch.bare.slice(Math.max(from, match.index - 8), match.index))
    )
      continue;
    sentences.push(cut(stretch, from, match.index + match[0].length));
    from = match.index + match[0].length;
  }
  sentences.push(cut(stretch, from));
  return sentences.filter(({ text }) => text !== "");
}
