import { codePointsOf, type Sha256, type Span } from "#kernel";
import type { Anchor, DocumentReading, Passage } from "#records";

/** The report of a record as it is read now. */
export type ReadReport = {
  readonly record: string;
  readonly source: Sha256;
  readonly textVersion: number;
  readonly reading: DocumentReading;
  readonly passages: readonly Passage[];
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The place of some words in a report, however its lines are broken: blanks of the words stand for any blanks
 * of the text.
 *
 * @returns null where the report does not have them
 */
export function findPlace(report: ReadReport, words: string): Anchor | null {
  const { record, source, textVersion, reading, passages } = report;
  const pattern = words.trim().split(/\s+/u).map(escaped).join("\\s+");
  const found = new RegExp(pattern, "u").exec(reading.text);
  if (!found) return null;
  const points = codePointsOf(reading.text);
  const span: Span = [points.toCodePoint(found.index), points.toCodePoint(found.index + found[0].length)];
  const covers = ({ spans }: { readonly spans: readonly Span[] }) =>
    spans.some(([from, to]) => from <= span[0] && span[0] < to);
  const whole = passages.find(({ spans }) => spans.some(([from, to]) => from <= span[0] && span[1] <= to));
  return {
    record,
    source,
    textVersion,
    spans: [span],
    quote: points.slice(...span),
    page: reading.blocks.find(covers)?.page ?? null,
    passage: whole?.id ?? null,
  };
}
