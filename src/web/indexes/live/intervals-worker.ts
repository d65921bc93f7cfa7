// Computes how sure the ranks of a changed index are, beside the page, so that sliders never wait for it.
// A newer question stops the older one.

import type { Problem } from "#kernel";
import { analyseUncertainty, standardUncertaintyPlan } from "#securities";
import { liveIndex, type RunInputs } from "./live-index.ts";

export type IntervalsAsked = {
  readonly key: string;
  /** With everything set as the visitor has it. */
  readonly definition: unknown;
  readonly inputs: RunInputs;
  readonly node: string;
  readonly period: string | null;
};

export type IntervalsAnswer = {
  readonly key: string;
  readonly replicates: number;
  readonly ranks: readonly (readonly [area: string, low: number, high: number])[];
  readonly problems: readonly Problem[];
};

const replicates = 500;
const seed = 1;

let running: AbortController | null = null;

const answer = (given: IntervalsAnswer) => self.postMessage(given);

self.onmessage = async ({ data }: MessageEvent<IntervalsAsked>) => {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const { key, definition, inputs, node, period } = data;
  const compiled = liveIndex(definition, inputs);
  if (!compiled.ok) return answer({ key, replicates: 0, ranks: [], problems: compiled.problems });
  const isLast = compiled.value.grid.periods.at(-1) === period;
  const plan = standardUncertaintyPlan(compiled.value.definition, {
    replicates,
    base: 0,
    nodes: [node],
    periods: isLast ? "last" : "all",
  });
  const found = await analyseUncertainty(compiled.value, plan, seed, {
    clock: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    signal: mine.signal,
  });
  if (found === null || mine.signal.aborted) return;
  if (!found.ok) return answer({ key, replicates: 0, ranks: [], problems: found.problems });
  answer({
    key,
    replicates: found.value.replicates,
    ranks: found.value.ranks.flatMap((one) =>
      one.node === node && one.period === period && one.low !== null && one.high !== null
        ? [[one.area, one.low, one.high] as const]
        : [],
    ),
    problems: [],
  });
};
