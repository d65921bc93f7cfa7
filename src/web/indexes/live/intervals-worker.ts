// Computes how sure the ranks of a changed index are, beside the page, so that sliders never wait for it.
// A first answer comes of few replicates and says so; the same replicates and more make the next. A newer
// question stops the older one.

import { type Problem, problem } from "#kernel";
import {
  compileIndex,
  type RankUncertainty,
  readIndexDefinition,
  standardUncertaintyPlan,
  startUncertainty,
} from "#securities";
import type { WebProblemCode } from "../../problems.ts";
import { gridOfInputs, groupsOfInputs, type RunInputs } from "./live-index.ts";

/** The observations come once, before the first question. */
export type IntervalsMessage = { readonly inputs: RunInputs } | { readonly asked: IntervalsAsked };

export type IntervalsAsked = {
  readonly key: string;
  /** With everything set as the visitor has it. */
  readonly definition: unknown;
  readonly node: string;
  readonly period: string | null;
};

export type IntervalsAnswer = {
  readonly key: string;
  /** Made so far, and in the end. */
  readonly replicates: number;
  readonly of: number;
  readonly ranks: readonly (readonly [area: string, low: number, high: number])[];
  readonly problems: readonly Problem[];
};

const unexpected: WebProblemCode = "web.unexpected";
const replicates = 500;
/** Enough for both ends of an interval not to be the outermost replicate. */
const first = 80;
const seed = 1;
/** Milliseconds after which a newer question is looked for. */
const slice = 25;

let prepared: {
  readonly grid: ReturnType<typeof gridOfInputs>;
  readonly groups: ReturnType<typeof groupsOfInputs>;
} | null = null;
let newest: IntervalsAsked | null = null;

const answer = (given: IntervalsAnswer) => self.postMessage(given);

/** Lets messages in. A timer would wait four milliseconds each time. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

async function work(asked: IntervalsAsked): Promise<void> {
  const { key, node, period } = asked;
  const refuse = (problems: readonly Problem[]) =>
    answer({ key, replicates: 0, of: replicates, ranks: [], problems });
  if (prepared === null) return;
  const definition = readIndexDefinition(asked.definition);
  if (!definition.ok) return refuse(definition.problems);
  const isLast = prepared.grid.periods.at(-1) === period;
  const plan = standardUncertaintyPlan(definition.value, {
    replicates,
    base: 0,
    nodes: [node],
    periods: isLast ? "last" : "all",
    scores: "last",
  });
  const started = startUncertainty(
    compileIndex(definition.value, prepared.grid, prepared.groups),
    plan,
    seed,
  );
  if (!started.ok) return refuse(started.problems);
  const tell = ({ replicates: made, ranks }: { replicates: number; ranks: readonly RankUncertainty[] }) =>
    answer({
      key,
      replicates: made,
      of: replicates,
      ranks: ranks.flatMap((one) =>
        one.node === node && one.period === period && one.low !== null && one.high !== null
          ? [[one.area, one.low, one.high] as const]
          : [],
      ),
      problems: [],
    });
  const { advance, done, ranksSoFar } = started.value;
  let isFirstTold = false;
  for (let goesOn = true; goesOn; ) {
    const began = performance.now();
    while (goesOn && performance.now() - began < slice) goesOn = advance(4);
    await turn();
    if (newest !== asked) return;
    if (!isFirstTold && goesOn && done() >= first) {
      isFirstTold = true;
      tell(ranksSoFar());
    }
  }
  tell(ranksSoFar());
}

self.onmessage = ({ data }: MessageEvent<IntervalsMessage>) => {
  if ("inputs" in data) {
    prepared = { grid: gridOfInputs(data.inputs), groups: groupsOfInputs(data.inputs) };
    return;
  }
  newest = data.asked;
  const { asked } = data;
  // What breaks in a promise tells nobody outside of a worker unless it is sent.
  work(asked).catch((error: unknown) =>
    answer({
      key: asked.key,
      replicates: 0,
      of: replicates,
      ranks: [],
      problems: [problem(unexpected, error instanceof Error ? error.message : String(error))],
    }),
  );
};
