// Collects passages while the blocks of a report go by: some take in what follows them.

import type { Block } from "#documents";
import type { Span } from "#kernel";
import type { PassageKind } from "#records";
import { endsOpen, pointsAtList } from "./openness.ts";
import { type Passage, textOfSpans } from "./passage.ts";
import type { Section } from "./sections.ts";

export type Finding = {
  readonly kind: PassageKind;
  readonly label: string | null;
  readonly printedLabel: string | null;
  readonly paragraph?: string | null;
  readonly confidence: number;
  readonly reason: string;
  /** UTF-16 units of the block that belong to its name, not to its text. */
  readonly skip?: number;
  readonly position?: number;
};

/** Kinds whose items run over several paragraphs, up to the next item or heading. */
const longKinds: ReadonlySet<PassageKind> = new Set([
  "recommendation",
  "management-response",
  "conclusion",
  "lesson-learned",
  "good-practice",
]);

/** A list longer than this belongs to no sentence. */
const longestList = 100;

type Open = { passage: Omit<Passage, "text">; spans: Span[]; level: number; paragraphs: number };

/** At most so many paragraphs belong to one named item; more means its end was not recognised. */
const longestItem = 6;

export class Gathering {
  readonly #slice: (start: number, end: number) => string;
  readonly #passages: Passage[] = [];
  #open: Open | null = null;
  #last: { index: number; position: number } | null = null;

  constructor(slice: (start: number, end: number) => string) {
    this.#slice = slice;
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  /** A passage of one block. */
  add(block: Block, section: Section, finding: Finding): void {
    this.#finish();
    const spans = this.#spansOf(block, finding.skip ?? 0);
    if (spans.length === 0) return;
    this.#passages.push(this.#made(block, section, finding, spans));
    this.#last =
      finding.position === undefined
        ? null
        : { index: this.#passages.length - 1, position: finding.position };
  }

  /** A passage that names itself: its text may follow in the next blocks. */
  open(block: Block, section: Section, finding: Finding): void {
    this.#finish();
    const spans = this.#spansOf(block, finding.skip ?? 0);
    const { text: _, ...passage } = this.#made(block, section, finding, spans);
    this.#open = { passage, spans, level: block.kind === "heading" ? (block.level ?? 1) : 99, paragraphs: 0 };
  }

  /** Gives the block to the open item if it belongs there. */
  takes(block: Block): boolean {
    const open = this.#open;
    if (open === null) return false;
    const byHeading = open.level < 99 || longKinds.has(open.passage.kind);
    const text = open.spans.length === 0 ? "" : this.#slice(...open.spans[open.spans.length - 1]!);
    const wanted =
      open.spans.length === 0 ||
      (byHeading && open.paragraphs < longestItem) ||
      endsOpen(text) ||
      pointsAtList(text);
    const isListOfIt =
      block.kind === "list-item" &&
      open.paragraphs < 30 &&
      (byHeading || pointsAtList(text) || open.paragraphs > 0);
    if (!wanted && !isListOfIt) {
      this.#finish();
      return false;
    }
    open.spans.push(...block.spans);
    open.paragraphs++;
    return true;
  }

  /** A heading, or a field of a response table, closes the open item. */
  close(): void {
    this.#finish();
    this.#last = null;
  }

  /** List items under a paragraph that leads to them belong to its passage. */
  continueLast(block: Block, position: number): void {
    const last = this.#last;
    if (last === null) return;
    const passage = this.#passages[last.index]!;
    if ((!pointsAtList(passage.text) && passage.spans.length === 1) || passage.spans.length > longestList)
      return;
    const spans = [...passage.spans, ...block.spans];
    this.#passages[last.index] = { ...passage, spans, text: textOfSpans(this.#slice, spans) };
    this.#last = { index: last.index, position };
  }

  isLeadIn(block: Block): boolean {
    return pointsAtList(block.text);
  }

  #made(block: Block, section: Section, finding: Finding, spans: readonly Span[]): Passage {
    return {
      kind: finding.kind,
      label: finding.label,
      printedLabel: finding.printedLabel,
      paragraph: finding.paragraph ?? null,
      heading:
        block.kind === "heading" && section.parent?.heading != null
          ? section.parent.heading
          : section.heading,
      text: textOfSpans(this.#slice, spans),
      spans,
      page: block.page,
      confidence: finding.confidence,
      reason: finding.reason,
    };
  }

  #spansOf(block: Block, skip: number): Span[] {
    if (skip === 0) return [...block.spans];
    const [first, ...rest] = block.spans;
    if (first === undefined) return [];
    // Names are made of letters below the astral planes: units and code points agree.
    const start = first[0] + skip;
    return start < first[1] ? [[start, first[1]], ...rest] : [...rest];
  }

  #finish(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || open.spans.length === 0) return;
    this.#passages.push({ ...open.passage, spans: open.spans, text: textOfSpans(this.#slice, open.spans) });
    this.#last = null;
  }
}
