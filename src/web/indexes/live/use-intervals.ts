import { useEffect, useMemo, useRef, useState } from "react";
import { type Problem, problem } from "#kernel";
import type { WebProblemCode } from "../../problems.ts";
import type { RankInterval } from "../run-scores.ts";
import type { IntervalsAnswer, IntervalsMessage } from "./intervals-worker.ts";
import type { RunInputs } from "./live-index.ts";

/** How long the hand rests before the intervals are asked for: between two keys held down it does not. */
const restMs = 120;

const unexpected: WebProblemCode = "web.unexpected";
const none: readonly Problem[] = [];

/**
 * The rank intervals of what is shown, computed beside the page: first of few replicates, within half a second
 * of the last change, then of all.
 *
 * @param key names the question: the same key, the same answer
 * @param definition made when it is asked for, with everything set as the visitor has it
 */
export function useIntervals({
  key,
  definition,
  inputs,
  node,
  period,
  isWanted,
}: {
  readonly key: string;
  readonly definition: () => unknown;
  readonly inputs: RunInputs;
  readonly node: string;
  readonly period: string | null;
  readonly isWanted: boolean;
}): {
  /** Null until the first answer. */
  readonly byArea: ReadonlyMap<string, RankInterval> | null;
  /** Recomputations they rest on, null until the first answer, and how many it will be. */
  readonly replicates: number | null;
  readonly of: number;
  readonly problems: readonly Problem[];
} {
  const worker = useRef<Worker | null>(null);
  const [answer, setAnswer] = useState<IntervalsAnswer | null>(null);
  const [failure, setFailure] = useState<readonly Problem[]>(none);
  // The worker begins with the bench, so that the first question waits for nothing but its answer.
  useEffect(() => {
    const made = new Worker(new URL("./intervals-worker.ts", import.meta.url), { type: "module" });
    made.onmessage = ({ data }: MessageEvent<IntervalsAnswer>) => setAnswer(data);
    // A worker that cannot be fetched or breaks would leave "being computed" standing for ever.
    made.onerror = ({ message }) => setFailure([problem(unexpected, message || "The worker did not start.")]);
    made.postMessage({ inputs } satisfies IntervalsMessage);
    worker.current = made;
    return () => {
      made.terminate();
      worker.current = null;
    };
  }, [inputs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!isWanted) return;
    const wait = setTimeout(() => {
      const message: IntervalsMessage = { asked: { key, definition: definition(), node, period } };
      worker.current?.postMessage(message);
    }, restMs);
    return () => clearTimeout(wait);
  }, [key, isWanted, inputs]);
  const fitting = answer?.key === key ? answer : null;
  const byArea = useMemo(
    () => fitting && new Map(fitting.ranks.map(([area, low, high]) => [area, { low, high }])),
    [fitting],
  );
  return {
    byArea,
    replicates: fitting?.replicates ?? null,
    of: fitting?.of ?? 0,
    problems: failure.length > 0 ? failure : (fitting?.problems ?? none),
  };
}
