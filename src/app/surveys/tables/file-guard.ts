// The decision on every cell of a file of an edition: made once, at the first question, and the same for all askers.

import { ok, type Result } from "#kernel";
import type { StudyEdition, StudyFile, StudyKind } from "#records";
import { type Protection, readProtection, stateOfCells } from "#statistics";
import type { Store } from "#store";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { keptOnly } from "../../kept-source.ts";
import type { CellGuard } from "./cell-guard.ts";
import { protectedApart } from "./protect-thread.ts";
import { protectedVariables, protectionPlan } from "./protection-task.ts";
import { fileData } from "./table-data.ts";

type Decision = {
  readonly protection: Protection;
  readonly layerOf: ReadonlyMap<string, string | null>;
};

/** Decisions made or being made: two who ask at once wait for the same one. */
const decisions = new WeakMap<Store, Map<string, Promise<Result<Decision>>>>();

/**
 * What of a file whoever does not see the rows may see.
 *
 * @param earlier editions that were published before, oldest first: what is withheld in them is withheld here
 */
export async function fileGuard(
  effects: Effects,
  kind: StudyKind,
  edition: StudyEdition,
  file: StudyFile,
  earlier: readonly StudyEdition[],
): Promise<Result<CellGuard>> {
  const decided = await decisionOn(effects, kind, edition, file, earlier);
  if (!decided.ok) return decided;
  return ok(guardOf(decided.value, edition.minimumCases));
}

/** A decision as tables ask it, cell by cell. */
export function guardOf({ protection, layerOf }: Decision, minimumCases: number): CellGuard {
  const stateOf = stateOfCells(protection);
  return {
    minimumCases,
    stateOf(levels, value) {
      const layer = value === null ? null : layerOf.get(value);
      if (layer === undefined) return "small";
      const cell = Object.fromEntries(levels);
      const state = stateOf(cell, layer);
      // Which cells are small and which stay back for their sake is not told: it narrows a guess.
      return state === "open" || state === "empty" ? state : "small";
    },
  };
}

function decisionOn(
  effects: Effects,
  kind: StudyKind,
  edition: StudyEdition,
  file: StudyFile,
  earlier: readonly StudyEdition[],
): Promise<Result<Decision>> {
  const known = decisions.get(effects.store) ?? new Map<string, Promise<Result<Decision>>>();
  decisions.set(effects.store, known);
  const key = [edition, ...earlier].map(({ checksum }) => checksum).join(" ");
  const standing = known.get(`${file.name} ${key}`);
  if (standing !== undefined) return standing;
  const made = decide(effects, kind, edition, file, earlier).then(
    (decided) => {
      // What could not be decided is tried again: a file may have been put back.
      if (!decided.ok) known.delete(`${file.name} ${key}`);
      return decided;
    },
    (error: unknown) => {
      known.delete(`${file.name} ${key}`);
      throw error;
    },
  );
  known.set(`${file.name} ${key}`, made);
  return made;
}

async function decide(
  effects: Effects,
  kind: StudyKind,
  edition: StudyEdition,
  file: StudyFile,
  earlier: readonly StudyEdition[],
): Promise<Result<Decision>> {
  const before = earlier.at(-1);
  const old = before?.files.find(({ name }) => name === file.name);
  let handedOn: Protection | null = null;
  if (before !== undefined && old !== undefined) {
    const decided = await decisionOn(effects, kind, before, old, earlier.slice(0, -1));
    if (!decided.ok) return decided;
    handedOn = decided.value.protection;
  }
  const base = `${file.name} ${decisionVersion} ${sha256Of(canonicalJson([edition, ...earlier].map(({ checksum }) => checksum)))}`;
  const kept = await keptDecision(effects, edition, base);
  if (kept !== null) return ok(kept);
  const { opened, numeric } = protectedVariables(edition, file);
  const context = await fileData(
    effects,
    file,
    [...opened, ...numeric].map(({ name }) => name),
  );
  if (!context.ok) return context;
  const plan = protectionPlan(kind, edition, file, context.value.table, context.value, handedOn);
  if (!plan.ok) return plan;
  const protection = await protectedApart(plan.value.task);
  if (!protection.ok) return protection;
  const decision = { protection: protection.value, layerOf: plan.value.layerOf };
  await keep(effects, edition, base, decision);
  return ok(decision);
}

/** Changes with what is decided on: a decision by older rules is not taken for one by these. */
const decisionVersion = "tables-1";

/** A decision that was written down; null where there is none, or none that can be read. */
async function keptDecision(
  { store }: Effects,
  { study, version }: StudyEdition,
  base: string,
): Promise<Decision | null> {
  const file = await store.catalogue.studies.protection(study, version, base);
  const bytes = file && (await store.files.read(file).catch(() => null));
  if (!bytes) return null;
  const { protection, layerOf } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly protection: unknown;
    readonly layerOf: Readonly<Record<string, string | null>>;
  };
  const read = readProtection(JSON.stringify(protection));
  return read.ok ? { protection: read.value, layerOf: new Map(Object.entries(layerOf)) } : null;
}

/** Writes a decision down, so that a server that starts anew has the same one at once. */
async function keep(
  { store, now }: Effects,
  { study, version }: StudyEdition,
  base: string,
  { protection, layerOf }: Decision,
): Promise<void> {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ layerOf: Object.fromEntries(layerOf), protection }),
  );
  const sha256 = sha256Of(bytes);
  await store.files.put(bytes);
  await keptOnly(store.files, sha256, () =>
    store.transaction(async (tx) => {
      await tx.studies.addProtection({ study, version, base, protection: sha256, createdAt: now() });
      return ok(null);
    }),
  );
}
