// Where the found words stand in a text. PostgreSQL marks them, with the same stemming that found them;
// the marks are turned into ranges here.

import { type RawBuilder, sql } from "kysely";

/** Private-use characters as marks; where a text holds them itself they are blanked before marking. */
const open = "\uE000";
const close = "\uE001";

/**
 * SQL that marks the found words of a text under one configuration. `<` and `>` are swapped for look-alikes
 * first, because the headline function replaces what looks like a tag, which would shift every position.
 */
export const markedText = (configuration: string, text: RawBuilder<unknown>, query: RawBuilder<unknown>) =>
  sql`ts_headline(${sql.lit(configuration)}::regconfig,
    translate(normalize(${text}), ${`<>${open}${close}`}, '‹›  '), ${query},
    ${`HighlightAll=true, StartSel=${open}, StopSel=${close}`})`;

/** The ranges between marks, in code points of the text without marks. */
export function rangesOfMarks(marked: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  let position = 0;
  let start = 0;
  for (const character of marked) {
    if (character === open) start = position;
    else if (character === close) {
      if (position > start) ranges.push([start, position]);
    } else position++;
  }
  return ranges;
}

/** Ranges of several markings as one ordered list without overlaps; ranges that only touch stay apart. */
export function unitedRanges(
  ...lists: readonly (readonly (readonly [number, number])[])[]
): readonly (readonly [number, number])[] {
  const united: [number, number][] = [];
  for (const [start, end] of lists.flat().sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = united.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}

/**
 * Ranges found in the composed form (NFC) of a text, as ranges of the text itself. Reports cut out of PDF
 * files often hold letters and accents as two characters; the index knows them as one.
 */
export function rangesInOriginal(
  text: string,
  ranges: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  if (text.normalize("NFC") === text) return ranges;
  const starts: number[] = [];
  let position = 0;
  for (const [cluster] of text.matchAll(/[^\p{M}]?\p{M}*/gu)) {
    for (const _ of cluster.normalize("NFC")) starts.push(position);
    position += [...cluster].length;
  }
  starts.push(position);
  return ranges.map(([start, end]) => [starts[start] ?? position, starts[end] ?? position] as const);
}
