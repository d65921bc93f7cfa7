import type { Resampling } from "./bootstrap.ts";
import { type SpanCodings, type SpanFigure, spanFigure } from "./span-codings.ts";

/** Of one document and code: disagreement, characters coded and characters rated, over the coders present. */
type Tally = { readonly apart: number; readonly inside: number; readonly rated: number };

/**
 * Krippendorff's nominal alpha of coded text with each character as a unit: does it lie inside the code or
 * not, by the coders who have read the document.
 *
 * Formula: for a code, `α = 1 − Dₒ/Dₑ` with `Dₒ = Σ l·2d(m − d)/(m − 1)` over stretches of l characters inside of
 * which d of m coders have used it, and `Dₑ = 2·N₁N₀/(N − 1)` from the characters in and outside of it. For all
 * codes together `1 − Σ Dₒ / Σ Dₑ`. Stretches are found from the ends of the spans.
 *
 * Cost: spans, whatever the length of the text.
 *
 * @param codings from `spanCodings`
 * @param resampling number of bootstrap replicates over documents, level and seed
 * @returns alpha of all codes and of each; undefined for a code that nobody or everybody has put on everything
 * @limits Long spans weigh more than short ones, and where a span is cut counts little; `unitizingAlpha` weighs
 *   boundaries.
 * @source Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, with characters as units
 * @example
 * characterAlpha(spanCodings([{ length: 4, coders: [[{ from: 0, to: 2, code: "k" }], [{ from: 0, to: 2, code: "k" }]] }]).value).value // => 1
 */
export function characterAlpha(codings: SpanCodings, resampling: Resampling = {}): SpanFigure {
  const usable = [...codings.documents.keys()].filter(
    (d) => codings.documents[d]!.spans.filter((spans) => spans !== null).length >= 2,
  );
  const tallies = codings.codes.map((_, code) => codings.documents.map((__, d) => tally(codings, d, code)));
  return spanFigure(
    codings,
    usable,
    (code, weights) => {
      let observed = 0;
      let inside = 0;
      let rated = 0;
      for (let d = 0; d < weights.length; d++) {
        const one = tallies[code]![d]!;
        observed += weights[d]! * one.apart;
        inside += weights[d]! * one.inside;
        rated += weights[d]! * one.rated;
      }
      return { observed, expected: rated > 1 ? (2 * inside * (rated - inside)) / (rated - 1) : 0 };
    },
    resampling,
  );
}

function tally(codings: SpanCodings, d: number, code: number): Tally {
  const { length, spans } = codings.documents[d]!;
  const present = spans.filter((by) => by !== null).map((by) => by[code] ?? []);
  const coders = present.length;
  if (coders < 2) return { apart: 0, inside: 0, rated: 0 };
  const steps = present.flatMap((ends) => ends.map((at, i) => ({ at, by: i % 2 === 0 ? 1 : -1 })));
  steps.sort((a, b) => a.at - b.at);
  let apart = 0;
  let inside = 0;
  let depth = 0;
  let last = 0;
  for (const { at, by } of steps) {
    const stretch = at - last;
    apart += (stretch * 2 * depth * (coders - depth)) / (coders - 1);
    inside += stretch * depth;
    depth += by;
    last = at;
  }
  return { apart, inside, rated: length * coders };
}
