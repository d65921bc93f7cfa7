// The thread behind `order-thread.ts`: holds prepared stacks, and ranks one request after the other.

import { parentPort } from "node:worker_threads";
import { criteriaScores } from "#reviews";
import { prepareRanking, type RankedText, type Ranking } from "#statistics";
import type { OrderAnswer, OrderRequest, Ranked } from "./order-thread.ts";
import { reasonsFor } from "./reasons.ts";

type Stack = { readonly texts: RankedText[]; ranking: Ranking | null };
const stacks = new Map<number, Stack>();

const stackOf = (number: number): Stack => {
  const known = stacks.get(number);
  if (known) return known;
  const made: Stack = { texts: [], ranking: null };
  stacks.set(number, made);
  return made;
};

const inOrder = (scores: Float64Array): Ranked => ({
  order: Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b),
  scores,
});

const answer = (ask: number, value: OrderAnswer["value"]) =>
  parentPort?.postMessage({ ask, value } satisfies OrderAnswer);

parentPort?.on("message", (request: OrderRequest) => {
  const stack = stackOf(request.stack);
  switch (request.op) {
    case "texts":
      stack.texts.push(...request.texts);
      return;
    case "drop":
      stacks.delete(request.stack);
      return;
    case "criteria":
      return answer(
        request.ask,
        inOrder(
          criteriaScores(
            request.criteria,
            stack.texts.map(({ title, abstract }) => `${title} ${abstract}`),
          ),
        ),
      );
    case "rank": {
      stack.ranking ??= prepareRanking(stack.texts, request.model);
      const { order, scores } = stack.ranking.rank(request.judgements);
      return answer(request.ask, { order, scores });
    }
    case "why": {
      stack.ranking ??= prepareRanking(stack.texts, request.model);
      const standing = stack.ranking.rank(request.judgements);
      return answer(request.ask, reasonsFor(stack.ranking, standing, request.judgements, request.record));
    }
  }
});
