import type { Judgement, Ranking, Standing } from "#statistics";
import type { Reasons } from "./order-thread.ts";

const mostTerms = 8;
const mostNearest = 3;
const noSecondWord = 0xffffffff;

/**
 * Why a record stands where it stands: the terms that lift it most, each with what it adds to the score, and
 * the included records whose words are most like its own (cosine of the rows of terms).
 */
export function reasonsFor(
  { rows }: Ranking,
  { scores, fit }: Standing,
  judgements: readonly Judgement[],
  record: number,
): Reasons {
  const own = new Map<number, number>();
  for (let k = rows.starts[record] ?? 0; k < (rows.starts[record + 1] ?? 0); k++)
    own.set(rows.columns[k] ?? 0, rows.values[k] ?? 0);
  const termOf = (column: number) => {
    const second = rows.seconds[column] ?? noSecondWord;
    const first = rows.words[rows.firsts[column] ?? 0] ?? "";
    return second === noSecondWord ? first : `${first} ${rows.words[second] ?? ""}`;
  };
  const weights = fit?.solution.weights;
  const terms = [...own]
    .map(([column, value]) => ({ term: termOf(column), weight: value * (weights?.[column] ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms);
  const nearest = judgements
    .filter((one) => one.relevant && one.record !== record)
    .map((one) => {
      let likeness = 0;
      for (let k = rows.starts[one.record] ?? 0; k < (rows.starts[one.record + 1] ?? 0); k++)
        likeness += (own.get(rows.columns[k] ?? 0) ?? 0) * (rows.values[k] ?? 0);
      return { record: one.record, likeness };
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.record - b.record)
    .slice(0, mostNearest);
  return { score: scores[record] ?? 0, terms, nearest };
}
