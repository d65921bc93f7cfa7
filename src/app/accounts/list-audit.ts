import { permission } from "#access";
import { ok } from "#kernel";
import type { Actor, AuditEntry } from "#records";
import type { RouteUseCase } from "../use-case.ts";

type Numbered = AuditEntry & { readonly number: number };

/** Entries about people rather than data; custodians answer for data and do not see them. */
const aboutPeople = /^(account|session|link)\./;
const sees = (actor: Actor, entry: AuditEntry) =>
  actor.role !== "custodian" || !aboutPeople.test(entry.action);

/** The audit, newest first; `before` goes on where the last page ended. */
export const listAudit: RouteUseCase<"listAudit"> = async (effects, actor, input) => {
  const allowed = permission(actor, "audit.read");
  if (!allowed.ok) return allowed;
  const seen: Numbered[] = [];
  let before = input.before ?? null;
  // A page may consist of entries the actor does not see: read on until it is full or the audit ends.
  while (seen.length < input.limit) {
    const page = await effects.store.catalogue.audit.list({ before, limit: input.limit });
    seen.push(...page.filter((entry) => sees(actor, entry)));
    const last = page.at(-1);
    if (last === undefined || page.length < input.limit) break;
    before = last.number;
  }
  return ok(
    seen.slice(0, input.limit).map((entry) => ({
      number: entry.number,
      action: entry.action,
      actor: entry.actor,
      resource: entry.resource,
      at: entry.at,
      detail: { ...entry.detail },
    })),
  );
};
