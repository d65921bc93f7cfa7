// Looks for recurring advice in a thread of its own, and tells how far it is.

import { Worker } from "node:worker_threads";
import type { AdviceText } from "#oversight";
import type { AdviceCorrection, AdviceGroup } from "#records";

export type AdviceRequest =
  | { readonly texts: readonly AdviceText[] }
  | { readonly corrections: readonly AdviceCorrection[] };

export type AdviceAnswer =
  | { readonly done: number; readonly total: number }
  | { readonly groups: readonly AdviceGroup[] }
  | { readonly end: true };

export type AdviceSearch = {
  /** Takes some of the recommendations over; in parts, because copying a message holds the program up. */
  add(texts: readonly AdviceText[]): void;
  /** Searches among all that were added; null where it was stopped. */
  groups(
    corrections: readonly AdviceCorrection[],
    progress: (done: number, total: number) => void,
  ): Promise<readonly AdviceGroup[] | null>;
  /** Ends the thread, whatever it is at. */
  end(): Promise<void>;
};

/**
 * A search that has not begun. The groups are those of `recurringAdvice`.
 *
 * @param signal ends the thread at once; `groups` then gives null
 */
export function newAdviceSearch(signal: AbortSignal | undefined): AdviceSearch {
  const worker = new Worker(new URL("./advice-worker.ts", import.meta.url));
  const found: AdviceGroup[] = [];
  let fault: Error | null = null;
  let onFault: ((error: Error) => void) | null = null;
  worker.on("error", (error) => {
    fault = error;
    onFault?.(error);
  });
  const send = (request: AdviceRequest) => worker.postMessage(request);
  return {
    add: (texts) => send({ texts }),
    groups: (corrections, progress) =>
      new Promise((resolve, reject) => {
        const stop = () => resolve(null);
        if (signal?.aborted) return stop();
        if (fault) return reject(fault);
        onFault = reject;
        signal?.addEventListener("abort", stop, { once: true });
        worker.on("exit", () => reject(new Error("the search for recurring advice broke off")));
        worker.on("message", (answer: AdviceAnswer) => {
          if ("done" in answer) return progress(answer.done, answer.total);
          if ("groups" in answer) return void found.push(...answer.groups);
          signal?.removeEventListener("abort", stop);
          resolve(found);
        });
        send({ corrections });
      }),
    async end() {
      await worker.terminate();
    },
  };
}
