import { fail, ok, problem, type Result } from "#kernel";
import { type IndexDefinition, type IndexObservation, standardUncertaintyPlan } from "#securities";
import { compiledOver, type Intervals } from "../indexes/uncertainty.ts";
import { uncertaintyApart } from "../indexes/uncertainty-thread.ts";

/** Runs of the index with something set otherwise: enough for the ends of an interval of a page. */
const replicates = 1_000;
/** The page's intervals are the same each time it is opened. */
const seed = 20_241_122;

export type IntervalOfRow = (row: string, period: string | null) => Intervals;

/**
 * How sure the score and rank of each row are, by the plan that stored runs are analysed by.
 */
export async function intervalsOfRows(
  definition: IndexDefinition,
  observations: readonly IndexObservation[],
): Promise<Result<IntervalOfRow>> {
  const compiled = compiledOver(definition, observations);
  if (!compiled.ok) return compiled;
  const root = definition.nodes.find(({ parent }) => parent === null)!.id;
  const plan = standardUncertaintyPlan(definition, { replicates, base: 0, nodes: [root] });
  const found = await uncertaintyApart(compiled.value, plan, seed);
  if (found === null) return fail(problem("app.stopped", "Stopped before the end."));
  if (!found.ok) return found;
  const key = (row: string, period: string | null) => `${row}/${period}`;
  const byRow = <T extends { readonly area: string; readonly period: string | null; readonly node: string }>(
    list: readonly T[],
  ) => new Map(list.filter(({ node }) => node === root).map((one) => [key(one.area, one.period), one]));
  const ranks = byRow(found.value.ranks);
  const scores = byRow(found.value.scores);
  return ok((row, period) => {
    const rank = ranks.get(key(row, period));
    // With an indicator left out, a row may have a rank that it has not by the definition.
    if (rank === undefined || rank.rank === null)
      return { rankLow: null, rankHigh: null, scoreLow: null, scoreHigh: null };
    const score = scores.get(key(row, period));
    return {
      rankLow: rank.low,
      rankHigh: rank.high,
      scoreLow: score?.low ?? null,
      scoreHigh: score?.high ?? null,
    };
  });
}
