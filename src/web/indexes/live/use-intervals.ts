import { useEffect, useRef, useState } from "react";
import type { Problem } from "#kernel";
import type { RankInterval } from "../run-scores.ts";
import type { IntervalsAnswer, IntervalsAsked } from "./intervals-worker.ts";
import type { RunInputs } from "./live-index.ts";

/** How long the hand rests before the intervals are asked for. */
const restMs = 400;

const none: readonly Problem[] = [];

/**
 * The rank intervals of what is shown, computed beside the page half a second after the last change.
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
  /** Null while they are computed. */
  readonly byArea: ReadonlyMap<string, RankInterval> | null;
  readonly replicates: number;
  readonly isComputing: boolean;
  readonly problems: readonly Problem[];
} {
  const worker = useRef<Worker | null>(null);
  const [answer, setAnswer] = useState<IntervalsAnswer | null>(null);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!isWanted) return;
    const wait = setTimeout(() => {
      if (worker.current === null) {
        worker.current = new Worker(new URL("./intervals-worker.ts", import.meta.url), { type: "module" });
        worker.current.onmessage = ({ data }: MessageEvent<IntervalsAnswer>) => setAnswer(data);
      }
      const asked: IntervalsAsked = { key, definition: definition(), inputs, node, period };
      worker.current.postMessage(asked);
    }, restMs);
    return () => clearTimeout(wait);
  }, [key, isWanted]);
  const fits = answer !== null && answer.key === key;
  return {
    byArea: fits ? new Map(answer.ranks.map(([area, low, high]) => [area, { low, high }])) : null,
    replicates: fits ? answer.replicates : 0,
    isComputing: isWanted && !fits,
    problems: fits ? answer.problems : none,
  };
}
