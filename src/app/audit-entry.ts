import type { Actor, AuditEntry } from "#records";
import type { Effects } from "./effects.ts";

/** The audit line of a change, to be appended in the transaction that makes the change. */
export const auditEntry = (
  effects: Effects,
  actor: Actor,
  action: string,
  resource: string,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({ action, actor: actor.id, resource, at: effects.now(), detail });
