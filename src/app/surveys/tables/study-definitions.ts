// Indexes of persons and enterprises that an institution defines over the variables of its own surveys.

import { permission } from "#access";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { Actor } from "#records";
import { type MicroIndexDefinition, readMicroIndex } from "#securities";
import { auditEntry } from "../../audit-entry.ts";
import { canonicalJson, sha256Of } from "../../canonical-json.ts";
import type { Effects } from "../../effects.ts";
import type { RouteUseCase } from "../../use-case.ts";
import { mayPrepare, visibleStudies } from "../visible-studies.ts";
import { addedIndex, fittedIndex } from "./micro-definitions.ts";
import { type ReadyMicroIndex, readyMicroIndexes } from "./ready-micro-indexes.ts";

const shipped = (id: string): ReadyMicroIndex | null =>
  readyMicroIndexes.find(({ definition }) => definition.id === id) ?? null;

/** Of how many studies it is said why a definition does not fit them. */
const explained = 3;

/** The studies whose newest published data give an index; of none, why not. */
async function studiesThatFit(
  effects: Effects,
  actor: Actor,
  index: ReadyMicroIndex,
): Promise<{ readonly fits: readonly string[]; readonly warnings: readonly Problem[] }> {
  const fits: string[] = [];
  const unfit: Problem[][] = [];
  for (const { stored, editions } of await visibleStudies(effects, actor)) {
    const newest = editions.find(({ state }) => state === "published");
    const fitted = newest && fittedIndex(index, stored.record, newest.edition);
    if (fitted?.ok) fits.push(stored.id);
    else if (fitted)
      unfit.push(
        fitted.problems.map(({ code, message, at }) => problem(code, `${stored.id}: ${message}`, at)),
      );
  }
  if (fits.length > 0) return { fits, warnings: [] };
  const { kind, file } = index.definition;
  const none = problem(
    "survey.definition-unfit",
    unfit.length === 0
      ? `No published study of kind "${kind}" has a file "${file}". The definition is kept and waits for one; where a name is wrong, correct it and add the definition again.`
      : `No published study has all its variables. The definition is kept and waits for one; where a name is wrong, correct it and add the definition again.`,
  );
  return { fits, warnings: [none, ...unfit.slice(0, explained).flat()] };
}

const isShippedId = (id: string): Result<never> =>
  fail(
    problem(
      "survey.definition-shipped",
      `"${id}" comes with Socle, and who cites it means that definition. Give yours an id of its own, such as "${id}-own". Nothing was added.`,
      { field: "id" },
    ),
  );

/** Adds a definition, or a new version of one; the same again changes nothing. */
export const addStudyIndex: RouteUseCase<"addStudyIndex"> = async (effects, actor, input) => {
  const allowed = permission(actor, "study.change");
  if (!allowed.ok) return allowed;
  const read = readMicroIndex(input.definition, "the definition");
  if (!read.ok) return read;
  const { id } = read.value;
  if (shipped(id) !== null) return isShippedId(id);
  const recordSha256 = sha256Of(canonicalJson(input.definition));
  const outcome = await effects.store.transaction(async (catalogue) => {
    const kept = await catalogue.studies.addIndex({
      ...{ id, record: input.definition, recordSha256, reason: input.reason },
      recordedAt: effects.now(),
      recordedBy: actor.id,
    });
    if (kept.changed)
      await catalogue.audit.append(
        auditEntry(effects, actor, "study.change", `study-index:${id}`, {
          version: kept.version,
          reason: input.reason,
        }),
      );
    return ok(kept);
  });
  if (!outcome.ok) return outcome;
  const { version, changed } = outcome.value;
  const added = {
    ...{ definition: read.value, version: String(version), sha256: recordSha256 },
    json: input.definition,
  };
  const { fits, warnings } = await studiesThatFit(effects, actor, added);
  return ok({ id, version, changed, fits: [...fits], warnings: [...warnings] });
};

const listed = ({ id, title, kind, file }: MicroIndexDefinition) => ({ id, title, kind, file });

/** Those that come along and those that were added, for whoever brings surveys. */
export const listStudyIndexes: RouteUseCase<"listStudyIndexes"> = async (effects, actor) => {
  const allowed = permission(actor, "study.change");
  if (!allowed.ok) return allowed;
  const added = await effects.store.catalogue.studies.indexes();
  return ok([
    ...readyMicroIndexes.map(({ definition, version, sha256 }) => ({
      ...listed(definition),
      ...{ version, sha256, shipped: true, recordedAt: null, recordedBy: null, reason: null },
    })),
    ...added.flatMap((stored) => {
      const index = addedIndex(stored);
      const { recordedAt, recordedBy, reason } = stored;
      return index === null
        ? []
        : [
            {
              ...listed(index.definition),
              ...{ version: index.version, sha256: index.sha256, shipped: false },
              ...{ recordedAt, recordedBy, reason },
            },
          ];
    }),
  ]);
};

/** One of them for whoever may know of it: a definition names the variables of a study that may still be hidden. */
async function definitionFor(
  effects: Effects,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<ReadyMicroIndex | null> {
  const own = shipped(id);
  if (own !== null) return version === undefined || String(version) === own.version ? own : null;
  const stored = await effects.store.catalogue.studies.index(id, version ?? null);
  const added = stored && addedIndex(stored);
  if (added === null || mayPrepare(actor)) return added;
  return (await studiesThatFit(effects, actor, added)).fits.length > 0 ? added : null;
}

/** A definition as its file has it: to be read, and to begin one's own with. */
export const downloadStudyIndexDefinition: RouteUseCase<"downloadStudyIndexDefinition"> = async (
  effects,
  actor,
  { id, version },
) => {
  const allowed = permission(actor, "study.read");
  if (!allowed.ok) return allowed;
  const found = await definitionFor(effects, actor, id, version);
  if (found === null)
    return fail(
      problem(
        "survey.definition-unknown",
        `There is no definition "${id.slice(0, 100)}"${version === undefined ? "" : ` in version ${version}`} of an index of persons or enterprises. It may be misspelt, or be of a study that is not published yet.`,
        { field: "id" },
      ),
    );
  const text = `${JSON.stringify(found.json, null, 2)}\n`;
  return ok({
    fileName: `${id}.json`,
    mediaType: "application/json; charset=utf-8",
    stream: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
  });
};
