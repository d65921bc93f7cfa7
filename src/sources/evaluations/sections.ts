// Which section each block stands in, and what kinds the headings above it announce.

import type { Block } from "#documents";
import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { kindWords, outsideHeadings, summaryHeadings } from "./kind-words.data.ts";

export type Section = {
  /** The heading as printed, with its number. */
  readonly heading: string | null;
  readonly level: number;
  /** Kinds announced here or, where the heading is silent, by the section around it. */
  readonly kinds: readonly PassageKind[];
  /** True where this heading itself announces them. */
  readonly own: boolean;
  readonly inSummary: boolean;
  readonly parent: Section | null;
};

/** Longer headings are titles or sentences: what they mention they do not announce. */
const announcingWords = 14;

/** “Recommendations”, “Main findings”: a title says more. */
const chapterWords = 3;

/** Kinds that a heading or a sentence names, in the order in which it names them. */
export function kindsNamed(text: string): readonly PassageKind[] {
  const bare = folded(text);
  const named: { kind: PassageKind; at: number }[] = [];
  for (const { kind, announced } of kindWords) {
    const at = bare.search(announced);
    if (at >= 0) named.push({ kind, at });
  }
  return named.sort((a, b) => a.at - b.at).map(({ kind }) => kind);
}

const root: Section = { heading: null, level: 0, kinds: [], own: false, inSummary: false, parent: null };

const longestHeading = 300;

/** The heading as it is printed, number included, arrows and marks left out. */
function printedHeading(block: Block): string {
  const bare = block.text
    .slice(0, longestHeading)
    .replace(/^[►▶➤#\s*]+|[\s*]+$/gu, "")
    .replace(/[⁰¹²³⁴-⁹]+$/u, "");
  return block.printedLabel ? `${block.printedLabel} ${bare}` : bare;
}

/** The section of every block, by position. A heading belongs to the section it opens. */
export function sectionsOf(blocks: readonly Block[], title: string | null): readonly Section[] {
  let current = root;
  const sections: Section[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") {
      const level = block.level ?? 1;
      let parent: Section = current;
      while (parent.parent !== null && parent.level >= level) parent = parent.parent;
      current = opened(block, level, parent, title);
    }
    sections.push(current);
  }
  return sections;
}

function opened(block: Block, level: number, parent: Section, title: string | null): Section {
  const heading = printedHeading(block);
  const bare = folded(heading);
  const words = heading.split(/\s+/).length;
  const names = words > announcingWords ? [] : kindsNamed(heading);
  // A text without a title of its own may have been named after its first chapter.
  const isChapter = words <= chapterWords && names.length > 0;
  const isTitle =
    title !== null &&
    !isChapter &&
    (folded(title) === bare || (block.page === 1 && folded(title).includes(bare)));
  const named = isTitle ? [] : names;
  const isSummary = summaryHeadings.test(bare);
  const isOutside = named.length === 0 && (isTitle || isSummary || outsideHeadings.test(bare));
  return {
    heading,
    level,
    kinds: named.length > 0 ? named : isOutside ? [] : parent.kinds,
    own: named.length > 0,
    inSummary: isSummary || parent.inSummary,
    parent,
  };
}
