import { type Interval, percentileIntervals, type Resampling } from "./bootstrap.ts";
import type { SpanCodings } from "./span-codings.ts";

export type OverlapOptions = Resampling & {
  /** Which two coders; the first two unless said otherwise. */
  readonly coders?: readonly [number, number];
  /** Least share of the joint stretch that two spans have to have in common; a half unless said otherwise. */
  readonly threshold?: number;
};

export type OverlapMeasured = {
  /** `2 · matched / (spans of one + spans of the other)`; null where neither has any. */
  readonly spanF1: number | null;
  /** The same over characters; null where neither has any. */
  readonly characterF1: number | null;
  readonly matched: number;
  readonly spans: readonly [number, number];
  readonly documents: number;
  readonly spanInterval: Interval | null;
  readonly characterInterval: Interval | null;
};

export type OverlapFigure = OverlapMeasured & {
  readonly codes: readonly (OverlapMeasured & { readonly code: string })[];
};

type Counts = {
  readonly matched: number;
  readonly first: number;
  readonly second: number;
  readonly shared: number;
  readonly covered: number;
};

/**
 * How far the spans of two coders overlap: F1 of spans that match and of characters.
 *
 * Formula: `F1 = 2a / (n₁ + n₂)`. For spans, a counts pairs of the same code that have at least the threshold of
 * their joint stretch in common, each span in one pair at most, the best overlaps first; for characters, a counts
 * characters that both have put under the code. It is the same whichever coder is called first.
 *
 * @param codings from `spanCodings`
 * @param options which two coders, threshold, replicates over documents, level and seed
 * @returns both figures with their counts and intervals, for all codes together and for each; null where
 *   neither coder has used the code. Only documents both have coded count
 * @limits Nothing is taken off for chance; read it beside `unitizingAlpha` or `characterAlpha`.
 * @source Hripcsak and Rothschild (2005), Journal of the American Medical Informatics Association 12(3)
 * @example
 * spanOverlap(spanCodings([{ length: 9, coders: [[{ from: 0, to: 4, code: "k" }], [{ from: 0, to: 3, code: "k" }]] }]).value).spanF1 // => 1
 */
export function spanOverlap(codings: SpanCodings, options: OverlapOptions = {}): OverlapFigure {
  const [one, two] = options.coders ?? [0, 1];
  const threshold = options.threshold ?? 0.5;
  const usable = [...codings.documents.keys()].filter(
    (d) => codings.documents[d]!.spans[one] && codings.documents[d]!.spans[two],
  );
  const counts = codings.codes.map((_, code) =>
    usable.map((d) => {
      const { spans } = codings.documents[d]!;
      return compared(spans[one]?.[code] ?? [], spans[two]?.[code] ?? [], threshold);
    }),
  );
  const places = [...codings.codes.keys()];
  const questions = [places, ...places.map((code) => [code])];
  const summed = (codes: readonly number[], weights: Float64Array | null) => {
    const sum = { matched: 0, first: 0, second: 0, shared: 0, covered: 0 };
    for (const code of codes)
      for (let d = 0; d < usable.length; d++) {
        const count = counts[code]![d]!;
        const weight = weights ? weights[d]! : 1;
        sum.matched += weight * count.matched;
        sum.first += weight * count.first;
        sum.second += weight * count.second;
        sum.shared += weight * count.shared;
        sum.covered += weight * count.covered;
      }
    return sum;
  };
  const draw = (weights: Float64Array, random: () => number) => {
    weights.fill(0);
    for (let i = 0; i < usable.length; i++) weights[Math.floor(random() * usable.length)]!++;
  };
  const intervals =
    usable.length < 2
      ? []
      : percentileIntervals(
          usable.length,
          draw,
          questions.flatMap((codes) => [
            (weights: Float64Array) => spanF1(summed(codes, weights)),
            (weights: Float64Array) => characterF1(summed(codes, weights)),
          ]),
          options,
        );
  const answers = questions.map((codes, at): OverlapMeasured => {
    const sum = summed(codes, null);
    return {
      spanF1: spanF1(sum),
      characterF1: characterF1(sum),
      matched: sum.matched,
      spans: [sum.first, sum.second],
      documents: usable.length,
      spanInterval: intervals[2 * at] ?? null,
      characterInterval: intervals[2 * at + 1] ?? null,
    };
  });
  return { ...answers[0]!, codes: codings.codes.map((code, at) => ({ code, ...answers[at + 1]! })) };
}

const spanF1 = ({ matched, first, second }: Counts) =>
  first + second > 0 ? (2 * matched) / (first + second) : null;

const characterF1 = ({ shared, covered }: Counts) => (covered > 0 ? (2 * shared) / covered : null);

function compared(one: readonly number[], two: readonly number[], threshold: number): Counts {
  const pairs: { readonly i: number; readonly j: number; readonly share: number }[] = [];
  let shared = 0;
  let first = 0;
  for (let i = 0; i < one.length; i += 2) {
    while (first < two.length && two[first + 1]! <= one[i]!) first += 2;
    for (let j = first; j < two.length && two[j]! < one[i + 1]!; j += 2) {
      const common = Math.min(one[i + 1]!, two[j + 1]!) - Math.max(one[i]!, two[j]!);
      const joint = Math.max(one[i + 1]!, two[j + 1]!) - Math.min(one[i]!, two[j]!);
      shared += common;
      if (common / joint >= threshold) pairs.push({ i, j, share: common / joint });
    }
  }
  pairs.sort((a, b) => b.share - a.share || a.i - b.i || a.j - b.j);
  const taken = [new Set<number>(), new Set<number>()] as const;
  let matched = 0;
  for (const { i, j } of pairs) {
    if (taken[0].has(i) || taken[1].has(j)) continue;
    taken[0].add(i);
    taken[1].add(j);
    matched++;
  }
  return {
    matched,
    first: one.length / 2,
    second: two.length / 2,
    shared,
    covered: covered(one) + covered(two),
  };
}

function covered(ends: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < ends.length; i += 2) sum += ends[i + 1]! - ends[i]!;
  return sum;
}
