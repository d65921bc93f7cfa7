// Looking at changes of the registry, and taking them back.

import { permission } from "#access";
import { fail, ok, problem, type Sha256 } from "#kernel";
import type { Actor } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import { shownEvaluation } from "../read-registry.ts";
import { mayReadSource } from "../readable.ts";
import type { RouteUseCase } from "../use-case.ts";
import { fieldChanges } from "./field-changes.ts";

/** Records of a change shown one by one; a change of thousands is summed up by its counts. */
const shownAtMost = 500;

export const evaluationVersions: RouteUseCase<"evaluationVersions"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "evaluation.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const all = await catalogue.changes.versions(id);
  // An earlier version may have been read from a source that is kept from the actor, the newest from an open one.
  const readable = await Promise.all(
    all.map(({ record }) => mayReadSource(catalogue, actor, record.provenance.source)),
  );
  const versions = all.filter((_, index) => readable[index]);
  if (!readable[0])
    return fail(problem("app.not-found", `There is no evaluation "${id}", and there never was one here.`));
  return ok(
    versions.map(({ version, record, recordedAt, supersededAt }, index) => ({
      version,
      recordedAt,
      supersededAt,
      changes: fieldChanges(versions[index + 1]?.record ?? null, record),
      evaluation: shownEvaluation(record),
    })),
  );
};

export const listChanges: RouteUseCase<"listChanges"> = async (effects, actor, { limit, offset }) => {
  const allowed = permission(actor, "evaluation.edit");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const { total, changes } = await catalogue.changes.list({ limit, offset });
  const shown = [];
  for (const { detail: _, ...one } of changes) shown.push(await readable(catalogue, actor, one));
  return ok({ total, changes: shown });
};

/** A change that came from a file kept from the reader is there, and says nothing of the file. */
const readable = async <
  T extends { readonly id: string; readonly title: string; readonly source: Sha256 | null },
>(
  catalogue: Catalogue,
  actor: Actor,
  one: T,
): Promise<T> =>
  one.source === null || (await mayReadSource(catalogue, actor, one.source))
    ? one
    : { ...one, title: one.id, source: null };

export const change: RouteUseCase<"change"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "evaluation.edit");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  const found = await catalogue.changes.byId(id);
  if (!found)
    return fail(problem("app.not-found", `There is no change "${id}". The list of changes has them all.`));
  const records = [];
  for (const item of found.items.slice(0, shownAtMost)) {
    const versions = await catalogue.changes.versions(item.evaluation);
    const at = (number: number | null) => versions.find(({ version }) => version === number)?.record ?? null;
    const [before, after] = [at(item.before), at(item.after)];
    const source = (after ?? before)?.provenance.source;
    if (!source || !(await mayReadSource(catalogue, actor, source))) continue;
    records.push({
      id: item.evaluation,
      title: (after ?? before)?.title ?? null,
      before: item.before,
      after: item.after,
      changes: fieldChanges(before, after),
    });
  }
  const { detail: _, ...told } = found.change;
  const shown = await readable(catalogue, actor, told);
  return ok({ change: { ...shown, items: found.items.length, undoneBy: found.undoneBy }, records });
};

export const undoChange: RouteUseCase<"undoChange"> = (effects, actor, { id, reason }) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "evaluation.edit");
    if (!allowed.ok) return allowed;
    const found = await catalogue.changes.byId(id);
    if (!found)
      return fail(problem("app.not-found", `There is no change "${id}". The list of changes has them all.`));
    const undone = await catalogue.changes.undo(id, {
      title: found.change.title,
      detail: { reason },
      at: effects.now(),
      by: actor.id,
    });
    if (!undone.ok) return undone;
    const { change: made, ...counts } = undone.value;
    await catalogue.audit.append(
      auditEntry(effects, actor, "evaluation.undo", `change:${id}`, { change: made.id, reason, ...counts }),
    );
    return ok({ change: made.id, ...counts });
  });
