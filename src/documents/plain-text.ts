// Bytes of a text file to its text, lines and blocks.

import { codePointsOf, type Span } from "#kernel";
import { blocksOfLines } from "./blocks-of-lines.ts";
import { decodeText } from "./decoded-text.ts";
import type { ReadDocument } from "./document.ts";
import { markFurniture } from "./furniture.ts";
import { languageOfText } from "./language-of-text.ts";
import { linesOfText } from "./lines.ts";

/** A plain text read: the text is the file as given, decoded. */
export function readPlainText(bytes: Uint8Array): ReadDocument {
  const { text, warnings } = decodeText(bytes);
  const points = codePointsOf(text);
  const { lines, pageStarts } = linesOfText(text);
  const read = blocksOfLines(text, points, pageStarts.length > 1 ? markFurniture(lines) : lines);
  const pageSpans = pageStarts.map((start, i): Span => {
    const next = pageStarts[i + 1];
    return [points.toCodePoint(start), next === undefined ? points.length : points.toCodePoint(next - 1)];
  });
  return {
    format: "text",
    language: languageOfText(text),
    title: titleOf(read.blocks),
    pages: pageStarts.length > 0 ? pageStarts.length : null,
    text,
    pageSpans,
    blocks: read.blocks,
    tables: read.tables,
    warnings: [...warnings, ...read.warnings],
  };
}

const longestTitle = 300;

const bareHeading = (text: string) => text.slice(0, longestTitle).replace(/^[►▶#\s*]+|[\s*]+$/gu, "");

/**
 * Titles are headings before the first paragraph of running text; a numbered first section is none. Where a
 * long paragraph comes before all headings (a note on the text, a disclaimer), the first heading is the title.
 */
export function titleOf(blocks: ReadDocument["blocks"]): string | null {
  let best: string | null = null;
  for (const block of blocks) {
    if (block.kind === "heading") {
      if (block.number !== undefined) break;
      const bare = bareHeading(block.text);
      if (best === null || bare.length > best.length) best = bare;
    } else if (block.kind === "paragraph" && block.text.length > 200) break;
  }
  if (best !== null) return best;
  const first = blocks.find(({ kind }) => kind === "heading");
  return first === undefined || first.number !== undefined ? null : bareHeading(first.text);
}
