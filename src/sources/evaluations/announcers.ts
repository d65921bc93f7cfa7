// Which kinds of passage the headings above a block announce, and whether they come as items there.

import type { Block } from "#documents";
import type { PassageKind } from "#records";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import type { Section } from "./sections.ts";

/** Notes and running heads stand between the blocks of the text without being part of it. */
export const passesBy = (block: Block): boolean =>
  block.kind === "footnote" || block.kind === "page-furniture";

/** The first kind in force that comes as items. */
export function itemKindOf(section: Section): PassageKind | null {
  return section.kinds.find((kind) => itemKinds.has(kind)) ?? null;
}

/** The heading that announced the kinds in force. */
export function announcerOf(section: Section): Section | null {
  let at: Section | null = section;
  while (at !== null && !at.own) at = at.parent;
  return at;
}

/** Sections that hold list items or, failing these, numbered paragraphs. */
export function announcersWithItems(
  blocks: readonly Block[],
  sections: readonly Section[],
): Map<Section, "listed" | "numbered"> {
  const found = new Map<Section, "listed" | "numbered">();
  for (const [i, block] of blocks.entries()) {
    const section = sections[i]!;
    const owner = announcerOf(section);
    if (owner === null) continue;
    const isNamed =
      block.kind !== "table" && !passesBy(block) && namedItem(block.text, section.kinds) !== null;
    if (block.kind === "list-item" || isNamed) found.set(owner, "listed");
    else if (block.kind === "paragraph" && block.number !== undefined && !found.has(owner))
      found.set(owner, "numbered");
  }
  return found;
}

/** True where the next block of the text is a list item. */
export function followedByList(blocks: readonly Block[], at: number): boolean {
  let i = at + 1;
  while (i < blocks.length && passesBy(blocks[i]!)) i++;
  return blocks[i]?.kind === "list-item";
}
