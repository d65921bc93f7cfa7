import { fail, ok, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../../audit-entry.ts";
import type { Effects } from "../../effects.ts";
import { type StandingEdition, standingEdition } from "../visible-studies.ts";
import type { EditionDraft } from "./prepare-edition.ts";

/**
 * Writes an edition down as a draft, inside a transaction that holds the lock of the studies.
 *
 * @param last the newest version when the edition was read: of two who keep one at once the second is told
 * @returns the edition, and whether it was there before: the same data, dictionary and designs are not kept twice
 */
export async function keepEdition(
  effects: Effects,
  actor: Actor,
  catalogue: Catalogue,
  draft: EditionDraft,
  last: number,
): Promise<Result<{ readonly standing: StandingEdition; readonly isNew: boolean }>> {
  const [editions, events] = [
    await catalogue.studies.editions(draft.study),
    await catalogue.studies.events(draft.study),
  ];
  const same = editions
    .map((edition) => standingEdition(edition, events))
    .find(({ edition, state }) => edition.checksum === draft.checksum && state !== "withdrawn");
  if (same !== undefined) return ok({ standing: same, isNew: false });
  const newest = Math.max(0, ...editions.map(({ version }) => version));
  if (newest !== last)
    return fail(
      problem(
        "app.edition-moved-on",
        `Somebody else kept version ${newest} of the data of ${draft.study} while yours was read. Look at it, then keep yours again if it is still wanted. Nothing was kept.`,
      ),
    );
  const edition = { ...draft, version: last + 1, createdAt: effects.now(), createdBy: actor.id };
  const event = {
    study: draft.study,
    version: edition.version,
    act: "drafted",
    at: edition.createdAt,
    by: actor.id,
    reason: null,
  } as const;
  await catalogue.studies.addEdition(edition);
  await catalogue.studies.record(event);
  await catalogue.audit.append(
    auditEntry(effects, actor, "study.edition", `study:${draft.study}`, {
      version: edition.version,
      files: edition.files.map(({ sourceName, rows }) => ({ file: sourceName, rows })),
      state: edition.state,
      from: edition.from,
    }),
  );
  return ok({ standing: standingEdition(edition, [event]), isNew: true });
}

export const superfluous = (version: number) =>
  problem(
    "app.edition-superfluous",
    `The same data with the same dictionary and designs stand already as version ${version}. Nothing was added.`,
  );
