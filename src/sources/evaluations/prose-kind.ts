// The kind of a paragraph of running text: its own wording first, then the heading above it.

import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import {
  aboutLimitations,
  aboutTheEvaluation,
  itemKinds,
  outsideHeadings,
  ownWords,
  speaksOfItself,
} from "./kind-words.data.ts";
import { againstIt } from "./lead-in.ts";
import type { Section } from "./sections.ts";

type ProseKind = { readonly kind: PassageKind; readonly confidence: number; readonly reason: string };

/** Kinds in whose sections a sentence about a lesson or a limit speaks for itself. */
const open: ReadonlySet<PassageKind> = new Set([
  "finding",
  "conclusion",
  "method",
  "background",
  "limitation",
]);

/** What a paragraph begins with stands among so many words. */
const firstWords = 8;

/** The words about limitations at the beginning; steps taken against them are part of the method. */
function limitationsBegun(sentence: string): string | null {
  const start = sentence.split(/\s+/).slice(0, firstWords).join(" ");
  return againstIt.test(start) ? null : (aboutLimitations.exec(start)?.[0] ?? null);
}

/**
 * @param section where it stands
 * @param named kinds whose passages name themselves in that chapter (“Finding 4.”): the text between them
 *   spells them out and is none of its own
 */
export function proseKind(
  text: string,
  section: Section,
  named?: ReadonlySet<PassageKind>,
): ProseKind | null {
  const inSection = section.kinds.find((kind) => !itemKinds.has(kind)) ?? null;
  if (section.kinds.length === 0 && isPlainChapter(section)) return ownKind(text);
  if (inSection === null || !open.has(inSection)) return null;
  // What a paragraph is about stands in its first sentence; later ones mention other things.
  const bare = folded(text).split(/(?<=[.!?])\s+(?=\S)/)[0]!;
  if (speaksOfItself.test(bare)) return null;
  for (const { kind, pattern, within } of ownWords)
    if (kind !== inSection && within.has(inSection) && pattern.test(bare))
      return {
        kind,
        confidence: 0.6,
        reason: `The paragraph itself speaks of it (“${pattern.exec(bare)![0].slice(0, 60)}”).`,
      };
  const begun = inSection === "method" ? limitationsBegun(bare) : null;
  if (begun !== null)
    return {
      kind: "limitation",
      confidence: 0.6,
      reason: `The paragraph begins by speaking of limitations (“${begun}”).`,
    };
  if (named?.has(inSection) || (inSection === "background" && aboutTheEvaluation.test(bare.slice(0, 120))))
    return null;
  return {
    kind: inSection,
    confidence: section.own ? 0.75 : 0.65,
    reason: `Running text under the heading “${section.heading}”${section.own ? "" : ", inside a section of that kind"}.`,
  };
}

/** What a paragraph says of itself under a heading that announces nothing. */
function ownKind(text: string): ProseKind | null {
  const sentence = folded(text).split(/(?<=[.!?])\s+(?=\S)/)[0]!;
  if (speaksOfItself.test(sentence)) return null;
  const own = ownWords.find(({ anywhere, pattern }) => anywhere === true && pattern.test(sentence));
  if (own === undefined) return null;
  return {
    kind: own.kind,
    confidence: 0.55,
    reason: `The paragraph itself speaks of it (“${own.pattern.exec(sentence)![0].slice(0, 60)}”).`,
  };
}

function isPlainChapter(section: Section): boolean {
  if (section.heading === null || section.inSummary) return false;
  for (let at: Section | null = section; at !== null; at = at.parent) if (at.isAnnex) return false;
  return !outsideHeadings.test(folded(section.heading));
}
