// Collects passages while the blocks of a report go by: some take in what follows them.

import type { Block } from "#documents";
import type { Span } from "#kernel";
import type { PassageKind } from "#records";
import { endsOpen, pointsAtList } from "./openness.ts";
import { type Passage, textOfSpans } from "./passage.ts";
import { emptyNotes, fieldsOf, type Notes } from "./passage-notes.ts";
import { rawText, type Slice } from "./raw-text.ts";
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
  /** UTF-16 units where the block's text ends and its fields begin. */
  readonly end?: number;
  /** At most so many blocks follow. */
  readonly longest?: number;
  readonly position?: number;
};

/** A passage before its text is complete. */
export type Draft = Omit<Passage, "text" | "spans" | "fields"> & {
  readonly section: Section;
  readonly spans: Span[];
  readonly notes: Notes;
  /** Level of the heading that it is; 99 where it is none. */
  readonly level: number;
  readonly longest: number;
  /** Blocks taken in after the first. */
  taken: number;
  /** The answer stands beside it, in the row of a table. */
  isAnswered?: true;
  /** A heading alone says too little where its text follows in a template. */
  readonly isHeading: boolean;
};

/** A passage and where it stands, for telling repeats apart. */
export type Placed = {
  readonly passage: Passage;
  readonly section: Section;
  /** Repeated beside its answer, in the row of a table. */
  readonly isAnswered?: true;
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
/** At most so many paragraphs belong to one item; more means its end was not recognised. */
const longestItem = 6;
const longestPlanned = 40;

export class Gathering {
  readonly #slice: Slice;
  readonly #drafts: Draft[] = [];
  #open: Draft | null = null;
  #last: { draft: Draft; position: number } | null = null;

  constructor(slice: Slice) {
    this.#slice = slice;
  }

  /** The finished passages, those without text left out. */
  finished(): readonly Placed[] {
    this.close();
    return this.#drafts.flatMap((draft): readonly Placed[] => {
      if (draft.spans.length === 0) return [];
      const { section, notes, level, longest, taken, isHeading, isAnswered, ...rest } = draft;
      const raw = rawText(draft.spans, this.#slice);
      const fields = fieldsOf(
        draft.kind,
        raw,
        notes,
        draft.kind === "management-response" ? draft.label : null,
      );
      const passage: Passage = {
        ...rest,
        text: textOfSpans(this.#slice, draft.spans),
        ...(fields === undefined ? {} : { fields }),
      };
      return [{ passage, section, ...(isAnswered ? { isAnswered } : {}) }];
    });
  }

  /** The item whose text may still go on. */
  get current(): Draft | null {
    return this.#open;
  }

  /** A passage of one block. */
  add(block: Block, section: Section, finding: Finding): Draft | null {
    this.#open = null;
    this.#last = null;
    const draft = this.#made(block, section, finding);
    if (draft.spans.length === 0) return null;
    this.#drafts.push(draft);
    if (finding.position !== undefined) this.#last = { draft, position: finding.position };
    return draft;
  }

  /** A passage whose text may follow in the next blocks. */
  open(block: Block, section: Section, finding: Finding): Draft {
    this.#last = null;
    const draft = this.#made(block, section, finding);
    this.#drafts.push(draft);
    this.#open = draft;
    return draft;
  }

  /** A passage that stands complete in the cells of a table. */
  put(draft: Draft): Draft {
    this.close();
    this.#drafts.push(draft);
    return draft;
  }

  /** Takes back an item of which only its heading is known: a template says the rest. */
  dropHeadingOf(kind: PassageKind): string | null {
    const draft = this.#drafts.at(-1);
    if (draft === undefined || draft.kind !== kind || draft.taken > 0 || !draft.isHeading) return null;
    this.#drafts.pop();
    this.close();
    return draft.level < 99 ? draft.label : null;
  }

  /** Gives the block to the open item if it belongs there. */
  takes(block: Block, isPart: boolean, end?: number | undefined): boolean {
    const open = this.#open;
    if (open === null) return false;
    if (open.taken >= open.longest) {
      this.#open = null;
      return false;
    }
    const byHeading = open.level < 99 || longKinds.has(open.kind);
    const text = open.spans.length === 0 ? "" : this.#slice(...open.spans[open.spans.length - 1]!);
    const wanted =
      open.spans.length === 0 ||
      (isPart && open.taken < longestPlanned) ||
      (byHeading && open.taken < longestItem) ||
      endsOpen(text) ||
      pointsAtList(text);
    const isListOfIt =
      block.kind === "list-item" &&
      open.taken < longestPlanned &&
      (byHeading || pointsAtList(text) || open.taken > 0);
    if (!wanted && !isListOfIt) {
      this.#open = null;
      return false;
    }
    open.spans.push(...this.#spansOf(block, 0, end));
    open.taken++;
    return true;
  }

  /** A heading, or a field of a response table, closes the open item. */
  close(): void {
    this.#open = null;
    this.#last = null;
  }

  /** List items under a paragraph that leads to them belong to its passage. */
  continueLast(block: Block, position: number): boolean {
    const last = this.#last;
    if (last === null) return false;
    const { draft } = last;
    const text = textOfSpans(this.#slice, draft.spans);
    if ((!pointsAtList(text) && draft.spans.length === 1) || draft.spans.length > longestList) return false;
    draft.spans.push(...block.spans);
    this.#last = { draft, position };
    return true;
  }

  #made(block: Block, section: Section, finding: Finding): Draft {
    return {
      kind: finding.kind,
      label: finding.label,
      printedLabel: finding.printedLabel,
      paragraph: finding.paragraph ?? null,
      heading:
        block.kind === "heading" && section.parent?.heading != null
          ? section.parent.heading
          : section.heading,
      page: block.page,
      confidence: finding.confidence,
      reason: finding.reason,
      section,
      spans: this.#spansOf(block, finding.skip ?? 0, finding.end),
      notes: emptyNotes(),
      level: block.kind === "heading" ? (block.level ?? 1) : 99,
      longest: finding.longest ?? longestPlanned,
      taken: 0,
      isHeading: block.kind === "heading" || (finding.skip ?? 0) > 0,
    };
  }

  #spansOf(block: Block, skip: number, end?: number | undefined): Span[] {
    if (end !== undefined) {
      const raw = rawText(block.spans, this.#slice);
      return [...raw.spansOf(skip, end)];
    }
    if (skip === 0) return [...block.spans];
    const [first, ...rest] = block.spans;
    if (first === undefined) return [];
    // Names are made of letters below the astral planes: units and code points agree.
    const start = first[0] + skip;
    return start < first[1] ? [[start, first[1]], ...rest] : [...rest];
  }
}
