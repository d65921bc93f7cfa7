// Who coded which stretch of which document. Positions count code points, so that a document of any length
// costs its spans, not its characters.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { type Interval, percentileIntervals, type Resampling } from "./bootstrap.ts";

/** A stretch from code point `from` up to, not including, `to`. */
export type CodedSpan = { readonly from: number; readonly to: number; readonly code: string };

export type CodedDocument = {
  /** Code points of the text. */
  readonly length: number;
  /** One place a coder; null where the coder has not coded this document (an empty list: found nothing). */
  readonly coders: readonly (readonly CodedSpan[] | null)[];
};

export type SpanCodings = {
  readonly codes: readonly string[];
  readonly coders: number;
  readonly documents: readonly {
    readonly length: number;
    /** By coder and code: starts and ends in turn, in order, overlapping spans of one code joined. */
    readonly spans: readonly (readonly (readonly number[])[] | null)[];
  }[];
};

/**
 * Codings of several coders, checked and put in order for the statistics of agreement on spans.
 *
 * Spans of different codes may overlap; overlapping spans of one code by one coder are one span, spans that
 * only touch stay two.
 *
 * @param documents each with its length in code points and the spans of each coder
 * @param codes the codes compared; those that occur, by code point, where none are given
 * @returns the codings, or all of the problems `statistics.span-invalid` and `statistics.ratings-uneven`
 * @limits A code counts with all its spans: parents of a code tree have to be unfolded before.
 * @source docs/methods/agreement.md
 * @example
 * spanCodings([{ length: 9, coders: [[{ from: 0, to: 4, code: "k" }], []] }]).value.codes // => ["k"]
 * spanCodings([{ length: 9, coders: [[{ from: 4, to: 12, code: "k" }], []] }]).ok // => false
 */
export function spanCodings(
  documents: readonly CodedDocument[],
  codes?: readonly string[],
): Result<SpanCodings> {
  const coders = documents[0]?.coders.length ?? 0;
  const problems: Problem[] = [];
  const occurring = new Set<string>();
  for (const [d, document] of documents.entries()) {
    if (document.coders.length !== coders)
      problems.push(
        problem(
          "statistics.ratings-uneven",
          `Document ${d + 1} has ${document.coders.length} places for coders, the first has ${coders}. Each coder needs one place in every document; write null where a coder has not coded it.`,
        ),
      );
    for (const [c, spans] of document.coders.entries())
      for (const { from, to, code } of spans ?? []) {
        occurring.add(code);
        const whole = Number.isInteger(from) && Number.isInteger(to);
        if (!whole || from < 0 || to > document.length || from >= to)
          problems.push(
            problem(
              "statistics.span-invalid",
              `Document ${d + 1}, coder ${c + 1}: the span ${from} to ${to} of "${code}" does not lie in a text of ${document.length} code points or is empty. Positions count code points, not UTF-16 units; correct them before agreement is computed.`,
            ),
          );
      }
  }
  if (problems.length > 0) return failAll(problems);
  const compared = codes ?? [...occurring].sort((a, b) => (a < b ? -1 : 1));
  return ok({
    codes: compared,
    coders,
    documents: documents.map((document) => ({
      length: document.length,
      spans: document.coders.map((spans) => {
        if (spans === null) return null;
        const sorted = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
        return compared.map((code) => joined(sorted.filter((span) => span.code === code)));
      }),
    })),
  });
}

function joined(sorted: readonly CodedSpan[]): readonly number[] {
  const ends: number[] = [];
  for (const { from, to } of sorted) {
    const last = ends.length - 1;
    if (last > 0 && from < ends[last]!) ends[last] = Math.max(ends[last]!, to);
    else ends.push(from, to);
  }
  return ends;
}

/** Why a statistic on spans has no value. */
export const undefinedSpanReasons = {
  "no-pairs": "No document was coded by two coders, so there is nothing to compare.",
  "no-spans": "Nobody has used the code in the documents compared.",
  "all-covered": "Every coder has coded every character; there is nothing to tell apart.",
} as const;
export type UndefinedSpanReason = keyof typeof undefinedSpanReasons;

export type SpanMeasured = {
  readonly value: number | null;
  readonly reason: UndefinedSpanReason | null;
  /** Documents that could be compared. */
  readonly documents: number;
  /** Code points of those documents. */
  readonly characters: number;
  /** Spans of the code or of all codes there, by all coders. */
  readonly spans: number;
};

export type SpanFigure = SpanMeasured & {
  /** Over documents drawn anew; null with fewer than two. */
  readonly interval: Interval | null;
  readonly codes: readonly (SpanMeasured & { readonly code: string; readonly interval: Interval | null })[];
};

/** What is disagreed and what would be by chance, of one code, for one weighting of the documents. */
export type SpanParts = { readonly observed: number; readonly expected: number };

/**
 * Figures of every code and of all together, `1 − Σ observed / Σ expected`, with intervals over documents.
 *
 * @param usable documents that can be compared, by their places
 * @param parts of one code where the documents weigh so much
 */
export function spanFigure(
  codings: SpanCodings,
  usable: readonly number[],
  parts: (code: number, weights: Float64Array) => SpanParts,
  resampling: Resampling,
): SpanFigure {
  const size = codings.documents.length;
  const once = new Float64Array(size);
  for (const d of usable) once[d] = 1;
  const places = [...codings.codes.keys()];
  const ratio = (codes: readonly number[], weights: Float64Array): number | null => {
    let observed = 0;
    let expected = 0;
    for (const code of codes) {
      const part = parts(code, weights);
      observed += part.observed;
      expected += part.expected;
    }
    return expected > 0 ? 1 - observed / expected : null;
  };
  const questions = [places, ...places.map((code) => [code])];
  const draw = (weights: Float64Array, random: () => number) => {
    weights.fill(0);
    for (let i = 0; i < usable.length; i++) weights[usable[Math.floor(random() * usable.length)]!]!++;
  };
  const intervals =
    usable.length < 2
      ? questions.map(() => null)
      : percentileIntervals(
          size,
          draw,
          questions.map((codes) => (weights: Float64Array) => ratio(codes, weights)),
          resampling,
        );
  const characters = usable.reduce((sum, d) => sum + codings.documents[d]!.length, 0);
  const spansOf = (code: number) =>
    usable.reduce(
      (sum, d) =>
        sum + codings.documents[d]!.spans.reduce((all, by) => all + (by?.[code]?.length ?? 0) / 2, 0),
      0,
    );
  const answers = questions.map((codes, at) => {
    const value = usable.length === 0 ? null : ratio(codes, once);
    const spans = codes.reduce((sum, code) => sum + spansOf(code), 0);
    const reason: UndefinedSpanReason | null =
      value !== null ? null : usable.length === 0 ? "no-pairs" : spans === 0 ? "no-spans" : "all-covered";
    return {
      value,
      reason,
      documents: usable.length,
      characters,
      spans,
      interval: value === null ? null : (intervals[at] ?? null),
    };
  });
  return {
    ...answers[0]!,
    codes: codings.codes.map((code, at) => ({ code, ...answers[at + 1]! })),
  };
}
