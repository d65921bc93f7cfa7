import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Result } from "#kernel";
import {
  analyseUncertainty,
  type CompiledIndex,
  type IndexDefinition,
  type ObservationGrid,
  type RunUncertainty,
  type UncertaintyPlan,
} from "#securities";
import type { Work } from "../use-case.ts";

export type UncertaintyRequest = {
  readonly definition: IndexDefinition;
  readonly grid: ObservationGrid;
  readonly groups: CompiledIndex["context"]["groups"];
  readonly plan: UncertaintyPlan;
  readonly seed: number;
};

export type UncertaintyAnswer =
  | { readonly done: number; readonly total: number }
  | { readonly found: Result<RunUncertainty> | null };

/** Steps of arithmetic that are done here in slices in about the time in which a thread starts. */
const fewSteps = 20_000_000;

/**
 * How sure the ranks of an index are, without holding up the server: in slices where there is little to do,
 * else in a thread of its own.
 *
 * @param few steps up to which it is done in slices here
 * @returns the uncertainty, its problems, or `null` where the signal stopped it
 */
export function uncertaintyApart(
  index: CompiledIndex,
  plan: UncertaintyPlan,
  seed: number,
  work: Work = {},
  few = fewSteps,
): Promise<Result<RunUncertainty> | null> {
  const { definition, grid, context } = index;
  const { progress, signal } = work;
  const onProgress = (done: number, total: number) =>
    progress?.({ label: "uncertainty", done, total, unit: "runs" });
  const cells = grid.areas.length * grid.periods.length;
  const steps = cells * definition.nodes.length * (plan.replicates + 7 * plan.base);
  if (steps <= few)
    return analyseUncertainty(index, plan, seed, {
      clock: () => performance.now(),
      pause: () => nextTurn(),
      onProgress,
      ...(signal && { signal }),
    });
  const request: UncertaintyRequest = { definition, grid, groups: context.groups, plan, seed };
  const worker = new Worker(new URL("./uncertainty-worker.ts", import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    const stop = () => {
      resolve(null);
      worker.terminate().catch(reject);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (answer: UncertaintyAnswer) => {
      if ("done" in answer) return onProgress(answer.done, answer.total);
      signal?.removeEventListener("abort", stop);
      resolve(answer.found);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The analysis of an index ended with code ${code}.`));
    });
  });
}
