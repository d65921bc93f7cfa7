import { setTimeout } from "node:timers/promises";
import { ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";

const patienceMs = 3_000;

/**
 * Whether the server and its stores answer. A catalogue that fails, or says nothing for three seconds, is
 * `degraded`, never an error: whoever watches is to be told, not kept waiting.
 */
export const health: RouteUseCase<"health"> = async (effects) => {
  const waited = new AbortController();
  const answers = await Promise.race([
    effects.store.catalogue.accounts.count().then(
      () => true,
      () => false,
    ),
    setTimeout(patienceMs, false, { signal: waited.signal }).catch(() => false),
  ]);
  waited.abort();
  return ok({
    status: answers ? ("ok" as const) : ("degraded" as const),
    version: effects.codeVersion,
    engine: effects.store.engine,
    uptimeSeconds: Math.round(process.uptime()),
  });
};
