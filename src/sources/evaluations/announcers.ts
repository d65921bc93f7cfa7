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

/** For each announcing section, the kinds of running text whose passages name themselves there (“Finding 4.”). */
export function kindsNamedIn(
  blocks: readonly Block[],
  sections: readonly Section[],
): ReadonlyMap<Section, ReadonlySet<PassageKind>> {
  const found = new Map<Section, Set<PassageKind>>();
  for (const [i, block] of blocks.entries()) {
    const owner = announcerOf(sections[i]!);
    if (owner === null || block.kind === "table" || passesBy(block)) continue;
    const named = namedItem(block.text, owner.kinds);
    if (named === null) continue;
    // A chapter may hold chapters of its own kind: “2. Findings”, “2.1 Findings on relevance”.
    for (let at: Section | null = owner; at !== null; at = at.parent) {
      const known = found.get(at);
      if (known === undefined) found.set(at, new Set([named.kind]));
      else known.add(named.kind);
    }
  }
  return found;
}

/** True where the next block of the text is a list item. */
export function followedByList(blocks: readonly Block[], at: number): boolean {
  let i = at + 1;
  while (i < blocks.length && passesBy(blocks[i]!)) i++;
  return blocks[i]?.kind === "list-item";
}

/** Kinds of items that a chapter names by initials at least twice, such as “R1.” and “R2.” */
export function codedKinds(blocks: readonly Block[], sections: readonly Section[]): readonly PassageKind[] {
  const counts = new Map<PassageKind, number>();
  for (const [i, block] of blocks.entries()) {
    const kinds = sections[i]!.kinds;
    if (block.kind === "table" || passesBy(block) || namedItem(block.text) !== null) continue;
    const named = namedItem(block.text, kinds);
    if (named !== null && itemKinds.has(named.kind))
      counts.set(named.kind, (counts.get(named.kind) ?? 0) + 1);
  }
  return [...counts].flatMap(([kind, count]) => (count >= 2 ? [kind] : []));
}
