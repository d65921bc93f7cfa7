// Page numbers and running heads that came as paragraphs: they would break lists that run over pages.

import type { Block } from "#documents";
import { folded } from "./folded.ts";
import { fieldAtStart } from "./form-fields.ts";
import { kindsNamed } from "./kinds-named.ts";
import { namedItem } from "./named-item.ts";

const longestHead = 100;
/** On so many pages the same line is a running head. */
const fewestPages = 3;

const lineOf = (block: Block) => folded(block.text).replace(/\d+/g, "#").trim();

/** Positions of paragraphs that hold a page number alone, or stand on page after page. */
export function strayFurniture(blocks: readonly Block[]): ReadonlySet<number> {
  const pages = new Map<string, Set<number>>();
  const candidates = [...blocks.entries()].filter(
    ([, { kind, page, text, number }]) =>
      kind === "paragraph" && page !== null && number === undefined && text.length <= longestHead,
  );
  for (const [, block] of candidates) {
    const line = lineOf(block);
    const known = pages.get(line);
    if (known === undefined) pages.set(line, new Set([block.page!]));
    else known.add(block.page!);
  }
  return new Set(
    candidates.flatMap(([at, block]) => {
      if (/^\W*\d{1,4}\W*$/.test(block.text)) return [at];
      const isOften = pages.get(lineOf(block))!.size >= fewestPages;
      return isOften && isNoForm(block) ? [at] : [];
    }),
  );
}

/** Fields and names come on page after page as well. */
const isNoForm = ({ text }: Block) =>
  fieldAtStart(text, true) === null &&
  namedItem(text) === null &&
  kindsNamed(text).length === 0 &&
  !/:\s*$/.test(text);
