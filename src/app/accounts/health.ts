import { ok } from "#kernel";
import type { RouteUseCase } from "../use-case.ts";

/** Whether the server and its stores answer. A catalogue that does not is `degraded`, never an error. */
export const health: RouteUseCase<"health"> = async (effects) => {
  const answers = await effects.store.catalogue.accounts.count().then(
    () => true,
    () => false,
  );
  return ok({
    status: answers ? ("ok" as const) : ("degraded" as const),
    version: effects.codeVersion,
    engine: effects.store.engine,
    uptimeSeconds: Math.round(process.uptime()),
  });
};
