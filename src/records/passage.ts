import type { Language, Sha256, Span } from "#kernel";

/** Kinds of passage, in the words of evaluation offices, as `socle read` prints them. */
export const passageKinds = [
  "finding",
  "conclusion",
  "recommendation",
  "management-response",
  "lesson-learned",
  "good-practice",
  "what-works",
  "success-factor",
  "challenge",
  "limitation",
  "method",
  "background",
  "inventory-entry",
] as const;
export type PassageKind = (typeof passageKinds)[number];

/** A stretch of a report that says one thing; the spans slice the text of its document exactly. */
export type Passage = {
  readonly id: string;
  readonly source: Sha256;
  readonly kind: PassageKind;
  /** Normalised label such as `(a)`, and what is printed where it differs, such as `(@`. */
  readonly label: string | null;
  readonly printedLabel: string | null;
  readonly paragraph: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
  readonly language: Language | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Why it was taken for this kind, in one sentence. */
  readonly reason: string;
};

export type BlockKind = "heading" | "paragraph" | "list-item" | "table" | "footnote" | "page-furniture";

/** A block of a document in reading order, as `socle read` prints it. */
export type TextBlock = {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly number?: string;
  readonly label?: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
};

/** One reading of a source: its text, blocks and how it was read. A new reading supersedes, never overwrites. */
export type DocumentReading = {
  readonly source: Sha256;
  readonly readerVersion: string;
  readonly format: "text" | "pdf" | "docx" | "html";
  readonly language: Language | null;
  readonly title: string | null;
  readonly pages: number | null;
  readonly text: string;
  readonly blocks: readonly TextBlock[];
};

/**
 * The short, lasting name of a passage: sixteen digits of the source's hash, then the first and the last
 * code point of its spans. Reading the same file again gives the same name to the same place.
 *
 * @example
 * passageId("0f".repeat(32) as Sha256, [[10, 20], [30, 44]]) // => "0f0f0f0f0f0f0f0f-10-44"
 */
export function passageId(source: Sha256 | string, spans: readonly Span[]): string {
  const first = spans[0];
  const last = spans[spans.length - 1];
  if (first === undefined || last === undefined)
    throw new Error("passageId: a passage has at least one span");
  return `${source.slice(0, 16)}-${first[0]}-${last[1]}`;
}
