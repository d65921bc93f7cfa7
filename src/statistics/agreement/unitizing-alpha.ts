import type { Resampling } from "./bootstrap.ts";
import { type SpanCodings, type SpanFigure, spanFigure } from "./span-codings.ts";

/**
 * Krippendorff's alpha for unitizing: do coders find the same stretches of text, with the same beginnings and
 * ends, and give them the same code?
 *
 * Formula: for a code, `α = 1 − Dₒ/Dₑ`. Dₒ is the mean over pairs of coders of the squared differences δ² of their
 * sections, divided by L²: two overlapping spans differ by the squares of the distances of their beginnings and of
 * their ends, a span that lies wholly in the other's gap by the square of its length. Dₑ is what all possible
 * placements of the spans found would give:
 * `2/L · Σ [(N − 1)/3 · (2l³ − 3l² + l) + l² · Σ (g − l + 1)] / (mL(mL − 1) − Σ l(l − 1))`, sums over the N spans of
 * length l and, inside, over the gaps of length g ≥ l of all m coders. All codes together: `1 − Σ Dₒ / Σ Dₑ`.
 * Documents follow each other on one continuum of length L, gaps end where a document ends, and only documents
 * that every coder has coded are compared.
 *
 * Cost: spans times their logarithm, whatever the length of the text.
 *
 * @param codings from `spanCodings`
 * @param resampling number of bootstrap replicates over documents, level and seed
 * @returns alpha of all codes and of each code, 1 for identical spans, 0 for chance
 * @limits With three coders or more its authors later found that it can behave unexpectedly (Krippendorff and
 *   others, 2016); look at each two, or at `characterAlpha`.
 * @limits Squared lengths: one long span that a coder has missed outweighs many short ones.
 * @source Krippendorff (2004), Content Analysis, 2nd edition, 11.6; Krippendorff (2004), Quality and Quantity 38
 * @example
 * unitizingAlpha(spanCodings([{ length: 9, coders: [[{ from: 0, to: 2, code: "k" }], [{ from: 0, to: 2, code: "k" }]] }]).value).value // => 1
 */
export function unitizingAlpha(codings: SpanCodings, resampling: Resampling = {}): SpanFigure {
  const { coders, documents } = codings;
  const usable =
    coders < 2 ? [] : [...documents.keys()].filter((d) => documents[d]!.spans.every((by) => by !== null));
  const sections = codings.codes.map((_, code) => sectionsOf(codings, usable, code));
  return spanFigure(
    codings,
    usable,
    (code, weights) => {
      const { observed, unitLengths, unitDocuments, gapLengths, gapDocuments } = sections[code]!;
      let length = 0;
      let apart = 0;
      for (const d of usable) {
        length += weights[d]! * documents[d]!.length;
        apart += weights[d]! * observed[d]!;
      }
      let units = 0;
      for (const d of unitDocuments) units += weights[d]!;
      // Longest first: the gaps that a span fits into are those already passed.
      let gap = 0;
      let gaps = 0;
      let room = 0;
      let placements = 0;
      let taken = 0;
      for (let u = 0; u < unitLengths.length; u++) {
        const l = unitLengths[u]!;
        for (; gap < gapLengths.length && gapLengths[gap]! >= l; gap++) {
          gaps += weights[gapDocuments[gap]!]!;
          room += weights[gapDocuments[gap]!]! * gapLengths[gap]!;
        }
        const weight = weights[unitDocuments[u]!]!;
        placements +=
          weight * (((units - 1) / 3) * (2 * l ** 3 - 3 * l * l + l) + l * l * (room - gaps * (l - 1)));
        taken += weight * l * (l - 1);
      }
      if (length === 0) return { observed: 0, expected: 0 };
      const all = coders * length;
      return {
        observed: apart / (coders * (coders - 1) * length * length),
        expected: ((2 / length) * placements) / (all * (all - 1) - taken),
      };
    },
    resampling,
  );
}

type Sections = {
  /** Sum of squared differences of ordered pairs of coders, by document. */
  readonly observed: Float64Array;
  /** Longest first. */
  readonly unitLengths: readonly number[];
  readonly unitDocuments: readonly number[];
  readonly gapLengths: readonly number[];
  readonly gapDocuments: readonly number[];
};

function sectionsOf(codings: SpanCodings, usable: readonly number[], code: number): Sections {
  const observed = new Float64Array(codings.documents.length);
  const units: { readonly length: number; readonly d: number }[] = [];
  const gaps: { readonly length: number; readonly d: number }[] = [];
  for (const d of usable) {
    const { length, spans } = codings.documents[d]!;
    const ends = spans.map((by) => by?.[code] ?? []);
    for (const own of ends) {
      let last = 0;
      for (let i = 0; i < own.length; i += 2) {
        if (own[i]! > last) gaps.push({ length: own[i]! - last, d });
        units.push({ length: own[i + 1]! - own[i]!, d });
        last = own[i + 1]!;
      }
      if (length > last) gaps.push({ length: length - last, d });
    }
    for (const [i, own] of ends.entries())
      for (const [j, other] of ends.entries()) if (i !== j) observed[d]! += differences(own, other);
  }
  const longestFirst = (a: { length: number }, b: { length: number }) => b.length - a.length;
  units.sort(longestFirst);
  gaps.sort(longestFirst);
  return {
    observed,
    unitLengths: units.map((unit) => unit.length),
    unitDocuments: units.map((unit) => unit.d),
    gapLengths: gaps.map((gap) => gap.length),
    gapDocuments: gaps.map((gap) => gap.d),
  };
}

/**
 * Squared differences of the spans of one coder from the sections of another. An overlap is counted again
 * when the two are asked the other way round; a span the other has left out is counted twice here, since the
 * other way round it is a gap that differs from it.
 */
function differences(own: readonly number[], other: readonly number[]): number {
  let sum = 0;
  let first = 0;
  for (let i = 0; i < own.length; i += 2) {
    const from = own[i]!;
    const to = own[i + 1]!;
    while (first < other.length && other[first + 1]! <= from) first += 2;
    let overlaps = false;
    for (let j = first; j < other.length && other[j]! < to; j += 2) {
      overlaps = true;
      sum += (from - other[j]!) ** 2 + (to - other[j + 1]!) ** 2;
    }
    if (!overlaps) sum += 2 * (to - from) ** 2;
  }
  return sum;
}
