// Ranks stacks of records in a thread of its own, so that the server answers meanwhile.

import { Worker } from "node:worker_threads";
import type { Judgement, RankedText, RankingReasons, Standing } from "#statistics";

type OfStack = {
  readonly stack: number;
  readonly ask: number;
  /** What the review looks for; the same for all questions about a stack. */
  readonly criteria: string;
  readonly judgements: readonly Judgement[];
};

export type OrderRequest =
  /** In parts, because copying a message holds the server up. */
  | { readonly op: "texts"; readonly stack: number; readonly texts: readonly RankedText[] }
  | ({ readonly op: "rank" } & OfStack)
  | ({ readonly op: "why"; readonly record: number } & OfStack)
  | { readonly op: "drop"; readonly stack: number };

/** Places of the records without judgement, the highest score first; scores by place. */
export type Ranked = Pick<Standing, "basis" | "order" | "scores">;

export type OrderAnswer = { readonly ask: number; readonly value: Ranked | RankingReasons | null };

type Waiting = {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
};
type Asked<O extends OrderRequest["op"]> = Omit<Extract<OrderRequest, { op: O }>, "ask" | "op">;

export type OrderThread = {
  add(stack: number, texts: readonly RankedText[]): void;
  rank(asked: Asked<"rank">): Promise<Ranked>;
  why(asked: Asked<"why">): Promise<RankingReasons | null>;
  drop(stack: number): void;
};

/** A thread that keeps no program from ending, unless somebody waits for it. When it breaks off, whoever waits is told, and `gone` is called. */
export function newOrderThread(gone: () => void): OrderThread {
  const worker = new Worker(new URL("./order-worker.ts", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const fault = (error: Error) => {
    gone();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", fault);
  worker.on("exit", () => fault(new Error("the thread that ranks records broke off")));
  worker.on("message", ({ ask, value }: OrderAnswer) => {
    waiting.get(ask)?.resolve(value as never);
    waiting.delete(ask);
    if (waiting.size === 0) worker.unref();
  });
  // Only now: listening holds the program again.
  worker.unref();
  const send = (request: OrderRequest) => worker.postMessage(request);
  const ask = <T>(request: (number: number) => OrderRequest): Promise<T> =>
    new Promise((resolve, reject) => {
      const number = ++asked;
      waiting.set(number, { resolve, reject });
      worker.ref();
      send(request(number));
    });
  return {
    add: (stack, texts) => send({ op: "texts", stack, texts }),
    rank: (one) => ask((number) => ({ op: "rank", ask: number, ...one })),
    why: (one) => ask((number) => ({ op: "why", ask: number, ...one })),
    drop: (stack) => send({ op: "drop", stack }),
  };
}
