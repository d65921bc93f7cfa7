// `socle screening simulate`: a labelled file played again under a ranking model. Touches no store.

import { fail, failAll, ok, problem, type Result } from "#kernel";
import { type OrderQuality, quantile, type RankingModel, simulateScreening } from "#statistics";
import { labelledRecords } from "./labelled-records.ts";

export type ScreeningSimulation = {
  readonly model: RankingModel;
  /** Ids of the records screened, without the priors. */
  readonly order: readonly string[];
  readonly metrics: OrderQuality;
  readonly timing: {
    readonly vectoriseMs: number;
    readonly retrainMsMedian: number | null;
    readonly retrainMsP95: number | null;
  };
  readonly first: { readonly scores: Readonly<Record<string, number>> };
};

/**
 * Plays a labelled file again under a model, with one answer for the whole.
 *
 * @param given model, priors by id, records a refit (at least 1)
 * @param clock milliseconds that rise
 * @param pause lets other work happen; told how many records are screened, it answers whether to go on
 */
export async function simulateScreeningFile(
  bytes: Uint8Array,
  file: string,
  given: {
    readonly model: RankingModel;
    readonly priors: readonly string[];
    readonly perQuery: number;
  },
  clock: () => number,
  pause: (done: number, total: number) => Promise<boolean>,
): Promise<Result<ScreeningSimulation>> {
  const read = await labelledRecords(bytes, file);
  if (!read.ok) return read;
  const { ids, texts, labels } = read.value;
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const unknown = given.priors.filter((id) => !placeOf.has(id));
  if (unknown.length > 0)
    return failAll(
      unknown.map((id) =>
        problem(
          "screening.prior-unknown",
          `--prior ${id}: no record of ${file} has this record_id. Nothing was simulated.`,
          { file, field: "prior" },
        ),
      ),
    );
  if (!labels.includes(true) || !labels.includes(false))
    return failAll([
      problem(
        "screening.labels-of-one-kind",
        `Every record of ${file} has the same label, so there is nothing to learn and no order to judge. Nothing was simulated.`,
        { file, column: "label_included" },
      ),
    ]);
  const play = simulateScreening(texts, labels, {
    model: given.model,
    priors: given.priors.map((id) => placeOf.get(id)!),
    perQuery: given.perQuery,
    end: null,
    clock,
  });
  let step = play.next();
  for (; !step.done; step = play.next())
    if (!(await pause(step.value, ids.length)))
      return fail(
        problem(
          "screening.stopped",
          `The simulation was stopped after ${step.value} of ${ids.length} records. Nothing was kept.`,
        ),
      );
  const { order, quality, vectoriseMs, retrainMs, first } = step.value;
  const time = (probability: number) => {
    const value = quantile(retrainMs, probability);
    return value.ok ? value.value : null;
  };
  return ok({
    model: given.model,
    order: order.map((place) => ids[place]!),
    metrics: quality,
    timing: { vectoriseMs, retrainMsMedian: time(0.5), retrainMsP95: time(0.95) },
    first: { scores: Object.fromEntries(first.map(([place, score]) => [ids[place]!, score])) },
  });
}
