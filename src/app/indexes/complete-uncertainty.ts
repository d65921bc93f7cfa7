// Analyses that stored runs still lack, made while the server answers already: those of the demonstration, and
// of runs whose making was broken off. Whoever asks for one before its turn waits for that one alone.

import type { Store } from "#store";
import type { Effects } from "../effects.ts";
import { runUncertainty } from "./uncertainty.ts";

type Completing = { readonly abort: AbortController; readonly done: Promise<void> };
const underWay = new WeakMap<Store, Completing>();

/**
 * Makes what is lacking, the newest run first, one after the other. A run that cannot be computed again stays
 * without: its pages say so, and `verify` tells why.
 *
 * @returns when nothing is lacking any more, or when it was stopped
 */
export function completeUncertainty(effects: Effects): Promise<void> {
  const standing = underWay.get(effects.store);
  if (standing) return standing.done;
  const abort = new AbortController();
  const done = makeLacking(effects, abort.signal).finally(() => underWay.delete(effects.store));
  underWay.set(effects.store, { abort, done });
  return done;
}

async function makeLacking(effects: Effects, signal: AbortSignal): Promise<void> {
  const { indexes } = effects.store.catalogue;
  for (const run of await indexes.runs()) {
    if (signal.aborted) return;
    if ((await indexes.uncertainty(run.id)) === null)
      await runUncertainty(effects, run, { signal }).catch(() => undefined);
  }
}

/** At the end of a server, before its store closes: gives up the analysis under way, which keeps nothing. */
export async function stopUncertainty({ store }: Pick<Effects, "store">): Promise<void> {
  const standing = underWay.get(store);
  standing?.abort.abort();
  await standing?.done.catch(() => undefined);
}
