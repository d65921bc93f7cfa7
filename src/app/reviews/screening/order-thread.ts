// Ranks stacks of records in a thread of its own, so that the server answers meanwhile.

import { Worker } from "node:worker_threads";
import type { Criterion } from "#records";
import type { Judgement, RankedText, RankingModel } from "#statistics";

export type OrderRequest =
  /** In parts, because copying a message holds the server up. */
  | { readonly op: "texts"; readonly stack: number; readonly texts: readonly RankedText[] }
  | {
      readonly op: "criteria";
      readonly stack: number;
      readonly ask: number;
      readonly criteria: readonly Criterion[];
    }
  | {
      readonly op: "rank";
      readonly stack: number;
      readonly ask: number;
      readonly model: RankingModel;
      readonly judgements: readonly Judgement[];
    }
  | {
      readonly op: "why";
      readonly stack: number;
      readonly ask: number;
      readonly model: RankingModel;
      readonly judgements: readonly Judgement[];
      readonly record: number;
    }
  | { readonly op: "drop"; readonly stack: number };

/** Places of records, the highest score first; scores by place. */
export type Ranked = { readonly order: Uint32Array; readonly scores: Float64Array };

export type Reasons = {
  readonly score: number;
  /** What each term adds to the score, the most first. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Included records most like it: place and likeness from 0 to 1. */
  readonly nearest: readonly { readonly record: number; readonly likeness: number }[];
};

export type OrderAnswer = { readonly ask: number; readonly value: Ranked | Reasons };

type Waiting = {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
};
type Asked<O extends OrderRequest["op"]> = Omit<Extract<OrderRequest, { op: O }>, "ask" | "op">;

export type OrderThread = {
  add(stack: number, texts: readonly RankedText[]): void;
  criteria(asked: Asked<"criteria">): Promise<Ranked>;
  rank(asked: Asked<"rank">): Promise<Ranked>;
  why(asked: Asked<"why">): Promise<Reasons>;
  drop(stack: number): void;
};

/** A thread that keeps no program from ending. When it breaks off, whoever waits is told, and `gone` is called. */
export function newOrderThread(gone: () => void): OrderThread {
  const worker = new Worker(new URL("./order-worker.ts", import.meta.url));
  worker.unref();
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
  });
  const send = (request: OrderRequest) => worker.postMessage(request);
  const ask = <T>(request: (number: number) => OrderRequest): Promise<T> =>
    new Promise((resolve, reject) => {
      const number = ++asked;
      waiting.set(number, { resolve, reject });
      send(request(number));
    });
  return {
    add: (stack, texts) => send({ op: "texts", stack, texts }),
    criteria: (one) => ask((number) => ({ op: "criteria", ask: number, ...one })),
    rank: (one) => ask((number) => ({ op: "rank", ask: number, ...one })),
    why: (one) => ask((number) => ({ op: "why", ask: number, ...one })),
    drop: (stack) => send({ op: "drop", stack }),
  };
}
