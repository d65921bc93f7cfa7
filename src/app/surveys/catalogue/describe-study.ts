import { permission } from "#access";
import { fail, isInventedAreaCode, ok, type Problem, problem, type Result } from "#kernel";
import { type Actor, accessTiers, microdataTiers, type Study, type StudyQuestionnaire } from "#records";
import { readStudyDescription, type StudyDescription } from "#sources";
import type { Catalogue } from "#store";
import { auditEntry } from "../../audit-entry.ts";
import { canonicalJson } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import type { RouteUseCase } from "../../use-case.ts";

const changed = (field: string, message: string): Result<never> =>
  fail(problem("app.study-changed", `${message} Nothing was changed.`, { field }));

/** What data that are kept rest on. */
function fitsItsData(actor: Actor, before: Study, after: StudyDescription): Result<null> {
  for (const field of ["kind", "origin"] as const)
    if (before[field] !== after[field])
      return changed(
        field,
        `${before.id} is "${before[field]}", and data of it are kept; "${after[field]}" would be another study. Describe that under another id.`,
      );
  // Whoever may change words must not thereby open what persons were promised is closed.
  const opens =
    microdataTiers.indexOf(after.access.microdata) < microdataTiers.indexOf(before.access.microdata)
      ? "access.microdata"
      : accessTiers.indexOf(after.access.tables) < accessTiers.indexOf(before.access.tables)
        ? "access.tables"
        : null;
  if (opens === null || permission(actor, "study.publish").ok) return ok(null);
  return fail(
    problem(
      "access.not-allowed",
      `Data of ${before.id} are kept, and ${opens} would be opened wider than they were taken in. Only custodians, managers and administrators open data that are here. Nothing was changed.`,
      { field: opens },
    ),
  );
}

/**
 * The questionnaires of a description, which names them by their files: those that were brought for this study.
 * Where it names none, those that stand stay.
 */
function questionnairesOf(
  given: StudyDescription,
  standing: readonly StudyQuestionnaire[],
): { readonly kept: readonly StudyQuestionnaire[]; readonly warnings: readonly Problem[] } {
  if (given.questionnaires.length === 0) return { kept: standing, warnings: [] };
  const byName = new Map(standing.map((one) => [one.name, one]));
  const warnings: Problem[] = [];
  const kept = given.questionnaires.flatMap(({ file, language }, at) => {
    const found = byName.get(file);
    if (found !== undefined) return [{ ...found, language: language ?? found.language }];
    warnings.push(
      problem(
        "app.questionnaire-awaited",
        `The description names the questionnaire ${file}, which was not brought yet. Add it to the study; until then it is not listed.`,
        { field: `questionnaires[${at}].file`, file },
      ),
    );
    return [];
  });
  return { kept, warnings };
}

/** Puts a version of a description in the place of the one that stands; the same words again change nothing. */
export async function keepStudy(
  catalogue: Catalogue,
  record: Study,
  about: { readonly reason: string; readonly at: string; readonly by: string },
): Promise<{ readonly version: number; readonly changed: boolean }> {
  const standing = await catalogue.studies.byId(record.id);
  if (standing !== null && canonicalJson(standing.record) === canonicalJson(record))
    return { version: standing.version, changed: false };
  await catalogue.studies.put(record, about);
  return { version: (standing?.version ?? 0) + 1, changed: true };
}

/** A description that can be kept, with all that is wrong where it cannot. */
export function readableDescription(json: unknown): Result<StudyDescription> {
  const read = readStudyDescription(json, "the description");
  if (!read.ok) return read;
  const { areas, origin } = read.value;
  const real = areas.filter((code) => !isInventedAreaCode(code));
  if (origin === "real" || real.length === 0) return read;
  return fail(
    problem(
      "app.study-area-unfit",
      `The study is ${origin}, and ${real.slice(0, 5).join(", ")} ${real.length === 1 ? "is a real area" : "are real areas"}. Readers would take made-up answers for those of people there; use the codes XAA to XZZ. Nothing was changed.`,
      { field: "areas" },
    ),
  );
}

/**
 * Writes a description down, inside a transaction that holds the lock of the studies.
 *
 * @param brought questionnaires that come with it, by the names of their files
 */
export async function keepDescription(
  effects: Effects,
  actor: Actor,
  catalogue: Catalogue,
  given: StudyDescription,
  reason: string,
  brought: readonly StudyQuestionnaire[] = [],
): Promise<
  Result<{ readonly version: number; readonly changed: boolean; readonly warnings: readonly Problem[] }>
> {
  const standing = await catalogue.studies.byId(given.id);
  const hasData = (await catalogue.studies.editions(given.id)).length > 0;
  if (standing !== null && hasData) {
    const fits = fitsItsData(actor, standing.record, given);
    if (!fits.ok) return fits;
  }
  const names = new Set(brought.map(({ name }) => name));
  const earlier = (standing?.record.questionnaires ?? []).filter(({ name }) => !names.has(name));
  const { kept, warnings } = questionnairesOf(given, [...earlier, ...brought]);
  const outcome = await keepStudy(
    catalogue,
    { ...given, questionnaires: kept },
    { reason, at: effects.now(), by: actor.id },
  );
  if (outcome.changed)
    await catalogue.audit.append(
      auditEntry(effects, actor, "study.change", `study:${given.id}`, { version: outcome.version, reason }),
    );
  return ok({ ...outcome, warnings });
}

/** Describes a study, or puts a new version of the description in the place of the one that stands. */
export const describeStudy: RouteUseCase<"describeStudy"> = async (effects, actor, { study, reason }) => {
  const allowed = permission(actor, "study.change");
  if (!allowed.ok) return allowed;
  const read = readableDescription(study);
  if (!read.ok) return read;
  return effects.store.transaction(async (catalogue) => {
    await catalogue.studies.lock();
    const kept = await keepDescription(effects, actor, catalogue, read.value, reason);
    if (!kept.ok) return kept;
    const { version, changed: isNew, warnings } = kept.value;
    return ok({ id: read.value.id, version, changed: isNew, warnings: [...warnings] as Problem[] });
  });
};
