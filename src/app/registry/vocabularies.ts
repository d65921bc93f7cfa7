// The lists of terms: reading them, and making a new version of one.

import { permission } from "#access";
import { fail, failAll, ok, type Problem, problem } from "#kernel";
import type { StoredVocabulary, Vocabulary } from "#records";
import type { Catalogue } from "#store";
import { auditEntry } from "../audit-entry.ts";
import type { RouteUseCase } from "../use-case.ts";
import { readyVocabularies } from "./ready-vocabularies.ts";

const shown = (vocabulary: StoredVocabulary) => ({
  ...vocabulary,
  terms: vocabulary.terms.map((term) => ({ ...term })),
});

/** A list as it comes with Socle is version 1; versions made here stand on top of it. */
const shipped = (ready: Vocabulary): StoredVocabulary => ({
  ...ready,
  version: 1,
  recordedAt: "2026-11-22T00:00:00Z",
  recordedBy: "socle",
});

/** Every version of a list, newest first; empty where there is no such list. */
async function versionsOf(catalogue: Catalogue, id: string): Promise<readonly StoredVocabulary[]> {
  const stored = await catalogue.vocabularies.versions(id);
  const ready = readyVocabularies.find((one) => one.id === id);
  return stored.length > 0 || ready === undefined ? stored : [shipped(ready)];
}

/** The lists of terms as they stand: those changed here, and those that come with Socle. */
export async function standingVocabularies(catalogue: Catalogue): Promise<readonly StoredVocabulary[]> {
  const stored = await catalogue.vocabularies.list();
  const changed = new Set(stored.map(({ id }) => id));
  const untouched = readyVocabularies.filter(({ id }) => !changed.has(id)).map(shipped);
  return [...stored, ...untouched].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const listVocabularies: RouteUseCase<"listVocabularies"> = async (effects, actor) => {
  const allowed = permission(actor, "vocabulary.read");
  if (!allowed.ok) return allowed;
  return ok((await standingVocabularies(effects.store.catalogue)).map(shown));
};

export const vocabulary: RouteUseCase<"vocabulary"> = async (effects, actor, { id }) => {
  const allowed = permission(actor, "vocabulary.read");
  if (!allowed.ok) return allowed;
  const versions = await versionsOf(effects.store.catalogue, id);
  return versions.length > 0
    ? ok(versions.map(shown))
    : fail(
        problem(
          "app.not-found",
          `There is no list of terms "${id}". The page of vocabularies names them all.`,
        ),
      );
};

/**
 * A new version of a list. Codes stay: a term that records may use is retired, never taken away, and in a
 * fixed list codes are neither added nor retired, because reading and records depend on them.
 */
export const changeVocabulary: RouteUseCase<"changeVocabulary"> = (effects, actor, input) =>
  effects.store.transaction(async (catalogue) => {
    const allowed = permission(actor, "vocabulary.change");
    if (!allowed.ok) return allowed;
    const known = await versionsOf(catalogue, input.id);
    const standing = known[0];
    if (!standing)
      return fail(
        problem(
          "app.not-found",
          `There is no list of terms "${input.id}". The page of vocabularies names them all.`,
        ),
      );
    if (standing.version !== input.version)
      return fail(
        problem(
          "app.record-changed",
          `The list "${input.id}" was changed since you looked at it: version ${input.version} was seen, version ${standing.version} stands. Look at it again, then repeat your change. Nothing was changed.`,
        ),
      );
    const problems = termProblems(standing, input.terms);
    if (problems.length > 0) return failAll(problems);
    const next = {
      id: input.id,
      title: input.title,
      isFixed: standing.isFixed,
      terms: input.terms,
    } as Vocabulary;
    // The list that came with Socle is kept as version 1 the first time it is changed.
    if (standing.recordedBy === "socle") {
      const { version: _, recordedAt, recordedBy, ...ready } = standing;
      await catalogue.vocabularies.put(ready, recordedAt, recordedBy);
    }
    await catalogue.vocabularies.put(next, effects.now(), actor.id);
    const made = (await catalogue.vocabularies.versions(input.id))[0] as StoredVocabulary;
    await catalogue.audit.append(
      auditEntry(effects, actor, "vocabulary.change", `vocabulary:${input.id}`, {
        from: standing.version,
        to: made.version,
      }),
    );
    return ok(shown(made));
  });

function termProblems(
  standing: Vocabulary,
  terms: readonly { readonly code: string; readonly broader: string | null; readonly isRetired: boolean }[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (code: string, message: string) =>
    problems.push(problem("app.vocabulary-invalid", `${message} Nothing was changed.`, { field: code }));
  const codes = new Set<string>();
  for (const { code } of terms) {
    if (codes.has(code)) wrong(code, `The code "${code}" stands twice in the list; each term has one code.`);
    codes.add(code);
  }
  for (const { code, broader } of terms)
    if (broader !== null && (broader === code || !codes.has(broader)))
      wrong(
        code,
        `The term "${code}" is said to fall under "${broader}", which is no other term of the list.`,
      );
  const broaderOf = new Map(terms.map(({ code, broader }) => [code, broader]));
  for (const { code, broader } of terms) {
    if (broader === code) continue; // told above
    const above = new Set<string>();
    let next = broader;
    while (next !== null && next !== code && !above.has(next)) {
      above.add(next);
      next = broaderOf.get(next) ?? null;
    }
    if (next === code)
      wrong(code, `The term "${code}" falls under itself by way of ${[...above].join(", ")}.`);
  }
  for (const { code } of standing.terms)
    if (!codes.has(code))
      wrong(code, `The term "${code}" is missing. Records may use it: retire it instead of taking it away.`);
  if (standing.isFixed) {
    const known = new Set(standing.terms.map(({ code }) => code));
    for (const { code, isRetired } of terms) {
      if (!known.has(code))
        wrong(
          code,
          `"${code}" cannot be added: the codes of this list are fixed, only its words may change.`,
        );
      if (isRetired)
        wrong(
          code,
          `"${code}" cannot be retired: the codes of this list are fixed, only its words may change.`,
        );
    }
  }
  return problems;
}
