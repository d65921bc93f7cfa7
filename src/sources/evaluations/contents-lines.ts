// The lines of a table of contents: they name chapters and are none.

import type { Block } from "#documents";
import { folded } from "./folded.ts";
import { contentsHeadings } from "./kind-words.data.ts";

const leaders = /(?:\.{3,}|…+|(?:\. ){3,}|·{3,}|_{4,})\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*(?:$|\s\S)/i;
const pageAtEnd = /\p{L}[^.!?]*?[\s.]\s*(\d{1,3})$/u;
const longestEntry = 160;
/** So many lines in a row that end on rising page numbers are a table of contents without its heading. */
const fewestEntries = 4;

const isText = ({ kind }: Block) => kind === "heading" || kind === "paragraph" || kind === "list-item";
const entryOf = ({ text }: Block) =>
  folded(text)
    .replace(/[\s.…·_]*\d{1,3}$/, "")
    .replace(/^[\W\d]+/, "")
    .trim();

/** Positions of the blocks that belong to a table of contents, its heading not included. */
export function contentsLines(blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [i, block] of blocks.entries())
    if (isText(block) && leaders.test(block.text.slice(0, 2_000))) found.add(i);
  for (const [i, block] of blocks.entries())
    if (isText(block) && contentsHeadings.test(folded(block.text.slice(0, 60))))
      for (const at of entriesAfter(blocks, i)) found.add(at);
  for (const at of risingRuns(blocks)) found.add(at);
  return found;
}

/** The short lines after “Contents”, up to the first that repeats one of them: there the text begins. */
function entriesAfter(blocks: readonly Block[], heading: number): readonly number[] {
  const entries: number[] = [];
  let paged = 0;
  const seen = new Set<string>();
  for (let i = heading + 1; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind === "page-furniture" || block.kind === "footnote" || block.kind === "table") continue;
    const isEntry = leaders.test(block.text.slice(0, 2_000)) || pageAtEnd.test(block.text);
    if (!isEntry && (block.text.length > longestEntry || /[.;!?]$/.test(block.text))) break;
    const entry = entryOf(block);
    if (!isEntry && (seen.has(entry) || (block.kind === "heading" && paged >= 3))) break;
    if (isEntry) paged++;
    seen.add(entry);
    entries.push(i);
  }
  const later = new Set(
    blocks
      .slice((entries.at(-1) ?? heading) + 1)
      .map((block) => (block.text.length > longestEntry ? "" : entryOf(block))),
  );
  // Without page numbers only lines that come again are entries; the rest may be the first chapter.
  const lastSure = entries.findLastIndex(
    (at) =>
      pageAtEnd.test(blocks[at]!.text) || leaders.test(blocks[at]!.text) || later.has(entryOf(blocks[at]!)),
  );
  return entries.slice(0, lastSure + 1);
}

function* risingRuns(blocks: readonly Block[]): Generator<number> {
  let run: number[] = [];
  let page = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind === "page-furniture") continue;
    const match =
      block !== undefined && isText(block) && block.text.length <= longestEntry
        ? pageAtEnd.exec(block.text)
        : null;
    const next = match === null ? null : Number(match[1]);
    if (next !== null && next >= page) {
      run.push(i);
      page = next;
      continue;
    }
    // “Lesson 1”, “Lesson 2”: numbered names are no page numbers; pages rise by more than one somewhere.
    if (run.length >= fewestEntries && page > run.length) yield* run;
    run = next === null ? [] : [i];
    page = next ?? 0;
  }
}
