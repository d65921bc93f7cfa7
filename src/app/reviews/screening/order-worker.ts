// The thread behind `order-thread.ts`: holds prepared stacks, and ranks one request after the other.

import { parentPort } from "node:worker_threads";
import { defaultRankingModel, prepareRanking, type RankedText, type Ranking, whyRanked } from "#statistics";
import type { OrderAnswer, OrderRequest } from "./order-thread.ts";

type Stack = { readonly texts: RankedText[]; ranking: Ranking | null };
const stacks = new Map<number, Stack>();
const mostReasons = 8;

const stackOf = (number: number): Stack => {
  const known = stacks.get(number);
  if (known) return known;
  const made: Stack = { texts: [], ranking: null };
  stacks.set(number, made);
  return made;
};

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
    case "rank":
    case "why": {
      stack.ranking ??= prepareRanking(stack.texts, defaultRankingModel, request.criteria);
      const standing = stack.ranking.rank(request.judgements);
      if (request.op === "why")
        return answer(request.ask, whyRanked(stack.ranking, standing, request.record, mostReasons));
      const { basis, order, scores } = standing;
      return answer(request.ask, { basis, order, scores });
    }
  }
});
