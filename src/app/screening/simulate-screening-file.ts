// `socle screening simulate`: a labelled file played again under a ranking model. Touches no store.

import { fail, failAll, ok, problem, type Result } from "#kernel";
import {
  defaultStoppingAims,
  type OrderQuality,
  quantile,
  type RankingModel,
  type StoppingRuleName,
  type StoppingRun,
  simulateScreening,
  stoppingRules,
} from "#statistics";
import { labelledRecords } from "./labelled-records.ts";

export type ScreeningSimulation = {
  readonly model: RankingModel;
  /** Ids in the order of reading without the priors; with a rule, those read by rank until it stops. */
  readonly order: readonly string[];
  /** Of the whole order, wherever a rule stops. */
  readonly metrics: OrderQuality;
  /** Where the rule stops, priors counted as read; absent where none was asked for. */
  readonly stop?: StoppingRun & {
    readonly rule: StoppingRuleName;
    readonly target: number;
    readonly confidence: number;
  };
  readonly timing: {
    readonly vectoriseMs: number;
    readonly retrainMsMedian: number | null;
    readonly retrainMsP95: number | null;
  };
  readonly first: { readonly scores: Readonly<Record<string, number>> };
};

const isStoppingRule = (name: string): name is StoppingRuleName => Object.hasOwn(stoppingRules, name);

/**
 * Plays a labelled file again under a model, with one answer for the whole.
 *
 * @param given model, priors by id, records a refit (at least 1), what the review looks for, and when to stop
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
    readonly criteria: string;
    /** Name of a stopping rule, or `all`. */
    readonly stop: string;
  },
  clock: () => number,
  pause: (done: number, total: number) => Promise<boolean>,
): Promise<Result<ScreeningSimulation>> {
  const rule = isStoppingRule(given.stop) ? given.stop : null;
  if (rule === null && given.stop !== "all")
    return fail(
      problem(
        "screening.rule-unknown",
        `There is no stopping rule "${given.stop}". The rules are all, ${Object.keys(stoppingRules).join(", ")}. Nothing was simulated.`,
        { field: "stop" },
      ),
    );
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
    criteria: given.criteria,
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
  const { order, quality, labelsInOrder, vectoriseMs, retrainMs, first } = step.value;
  // The rule is asked of the finished order: rules that draw at random promise nothing where the model has
  // learnt from what they drew.
  const stop = rule === null ? null : stoppingRules[rule].simulate(labelsInOrder, defaultStoppingAims);
  const byRank =
    stop === null
      ? order.length
      : Math.max(0, stop.read - stop.readAtRandom - (labels.length - order.length));
  const time = (probability: number) => {
    const value = quantile(retrainMs, probability);
    return value.ok ? value.value : null;
  };
  return ok({
    model: given.model,
    order: order.slice(0, byRank).map((place) => ids[place]!),
    metrics: quality,
    ...(rule !== null && stop !== null && { stop: { rule, ...defaultStoppingAims, ...stop } }),
    timing: { vectoriseMs, retrainMsMedian: time(0.5), retrainMsP95: time(0.95) },
    first: { scores: Object.fromEntries(first.map(([place, score]) => [ids[place]!, score])) },
  });
}
