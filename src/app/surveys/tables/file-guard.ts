// The decision on every cell of a file of an edition: made once, at the first question, and the same for all askers.

import { fail, ok, problem, type Result } from "#kernel";
import type { StudyEdition, StudyFile, StudyKind, StudyVariable } from "#records";
import { type Protection, protectionToJson, readProtection, stateOfCells } from "#statistics";
import type { Store } from "#store";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import { keptOnly } from "../../kept-source.ts";
import type { CellGuard } from "./cell-guard.ts";
import { protectedApart } from "./protect-thread.ts";
import { canDominate, casesTask, openedVariables, valuesTask } from "./protection-task.ts";
import { fileData } from "./table-data.ts";

/** Changes with what is decided on: a decision by older rules is not taken for one by these. */
const decisionVersion = "tables-1";

type About = {
  readonly kind: StudyKind;
  readonly edition: StudyEdition;
  readonly file: StudyFile;
  /** Editions that were published before, oldest first. */
  readonly earlier: readonly StudyEdition[];
};

/** Decisions made or being made: two who ask at once wait for the same one. */
const decisions = new WeakMap<Store, Map<string, Promise<Result<Protection>>>>();

/**
 * What of a file whoever does not see the rows may see.
 *
 * @param earlier editions that were published before, oldest first: what is withheld in them is withheld here
 * @param numeric the variable that is measured, where one is
 */
export async function fileGuard(
  effects: Effects,
  kind: StudyKind,
  edition: StudyEdition,
  file: StudyFile,
  earlier: readonly StudyEdition[],
  numeric: StudyVariable | null = null,
): Promise<Result<CellGuard>> {
  const about = { kind, edition, file, earlier };
  const cases = await decisionOn(effects, about, null);
  if (!cases.ok || numeric === null)
    return cases.ok ? ok(guardOf(edition.minimumCases, [cases.value], null)) : cases;
  const values = await decisionOn(effects, about, numeric);
  if (!values.ok) return values;
  const all = [values.value];
  // Of values that an earlier edition withheld none is shown; that of cases is part of this decision on cases.
  const before = previous(about);
  if (before !== null) {
    const old = before.edition.variables.find(
      (one) => one.name === numeric.name && one.file === numeric.file && one.kind === "numeric",
    );
    if (old !== undefined && before.file.columns.includes(old.name)) {
      const decided = await decisionOn(effects, before, old);
      if (!decided.ok) return decided;
      all.push(decided.value);
    }
  }
  const measured = canDominate(kind, file) ? numeric.name : null;
  return ok(guardOf(edition.minimumCases, [cases.value], { name: numeric.name, decisions: all, measured }));
}

type Values = {
  readonly name: string;
  readonly decisions: readonly Protection[];
  /** What the cells are measured as in the decision; `null`: as cases. */
  readonly measured: string | null;
};

/** Decisions as tables ask them, cell by cell. */
export function guardOf(
  minimumCases: number,
  cases: readonly Protection[],
  values: Values | null,
): CellGuard {
  const ofCases = cases.map((one) => stateOfCells(one));
  const ofValues = values?.decisions.map((one) => stateOfCells(one)) ?? [];
  return {
    minimumCases,
    stateOf(levels, value) {
      if (value !== null && value !== values?.name) return "small";
      const cell = Object.fromEntries(levels);
      const own = ofValues.map((of, at) => {
        const state = of(cell, values!.measured);
        // An earlier edition may not have had the group at all.
        return at > 0 && state === null ? "empty" : (state ?? of(cell));
      });
      const found = ofCases.map((of) => of(cell));
      // What is withheld of all cases is not even said to be empty among those with a value.
      const states = value === null ? found : [...own, ...found];
      // Which cells are small and which stay back for their sake is not told: it narrows a guess.
      if (states.some((state) => state !== "open" && state !== "empty")) return "small";
      return states[0] === "open" ? "open" : "empty";
    },
  };
}

/** The edition published before with the same file. */
function previous({ kind, file, earlier }: About): About | null {
  const edition = earlier.at(-1);
  const old = edition?.files.find(({ name }) => name === file.name);
  return edition === undefined || old === undefined
    ? null
    : { kind, edition, file: old, earlier: earlier.slice(0, -1) };
}

function decisionOn(
  effects: Effects,
  about: About,
  numeric: StudyVariable | null,
): Promise<Result<Protection>> {
  const known = decisions.get(effects.store) ?? new Map<string, Promise<Result<Protection>>>();
  decisions.set(effects.store, known);
  const base = baseOf(about, numeric);
  const standing = known.get(base);
  if (standing !== undefined) return standing;
  const made = decided(effects, about, numeric, base).then(
    (found) => {
      // What could not be decided is tried again: a file may have been put back.
      if (!found.ok) known.delete(base);
      return found;
    },
    (error: unknown) => {
      known.delete(base);
      throw error;
    },
  );
  known.set(base, made);
  return made;
}

/** What a decision rests on: file, variable, rules, and this edition with those before it. */
const baseOf = ({ edition, file, earlier }: About, numeric: StudyVariable | null): string =>
  [
    file.name,
    ...(numeric === null ? [] : [numeric.name]),
    decisionVersion,
    sha256Of(canonicalJson([edition.study, ...[edition, ...earlier].map(({ checksum }) => checksum)])),
  ].join(" ");

async function decided(
  effects: Effects,
  about: About,
  numeric: StudyVariable | null,
  base: string,
): Promise<Result<Protection>> {
  const { kind, edition, file } = about;
  const kept = await keptDecision(effects, edition, base);
  if (kept !== null) return ok(kept);
  const names = openedVariables(edition, file).map(({ name }) => name);
  const context = await fileData(effects, file, numeric === null ? names : [...names, numeric.name]);
  if (!context.ok) return context;
  const { table } = context.value;
  let earlier: Protection | null = null;
  const before = previous(about);
  if (before !== null) {
    const handedOn = await decisionOn(effects, before, null);
    if (!handedOn.ok) return handedOn;
    earlier = handedOn.value;
  }
  const cases = casesTask(edition, file, table, context.value, earlier);
  if (numeric === null) return keep(effects, edition, base, await protectedApart(cases));
  const ofCases = await decisionOn(effects, about, null);
  if (!ofCases.ok) return ofCases;
  const values = valuesTask(kind, file, numeric, table, cases, ofCases.value);
  if (!values.ok || values.value === null) return values.ok ? ofCases : values;
  return keep(effects, edition, base, await protectedApart(values.value));
}

/** A decision that was written down; null where there is none, or none that can be read. */
async function keptDecision(
  { store }: Effects,
  { study, version }: StudyEdition,
  base: string,
): Promise<Protection | null> {
  const file = await store.catalogue.studies.protection(study, version, base);
  const bytes = file && (await store.files.read(file).catch(() => null));
  if (!bytes) return null;
  const read = readProtection(new TextDecoder().decode(bytes));
  return read.ok ? read.value : null;
}

/** Writes a decision down, so that a server that starts anew has the same one at once. */
async function keep(
  { store, now }: Effects,
  { study, version }: StudyEdition,
  base: string,
  made: Result<Protection>,
): Promise<Result<Protection>> {
  if (!made.ok) return made;
  const bytes = new TextEncoder().encode(protectionToJson(made.value));
  const protection = sha256Of(bytes);
  await store.files.put(bytes);
  const kept = await keptOnly(store.files, protection, () =>
    store.transaction(async (tx) => {
      await tx.studies.addProtection({ study, version, base, protection, createdAt: now() });
      return ok(null);
    }),
  );
  return kept.ok ? made : fail(kept.problems[0] ?? problem("app.stopped", "The decision could not be kept."));
}
