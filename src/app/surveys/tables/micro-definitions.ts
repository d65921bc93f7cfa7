// Which indexes the data of an edition can give, and how they are shown.

import type { z } from "zod";
import type { MicroDefinitionShape } from "#contract";
import { fail, ok, problem, type Result } from "#kernel";
import type { Study, StudyEdition, StudyFile, StudyVariable } from "#records";
import { checkMicroIndex, microLines, readMicroIndex } from "#securities";
import type { StoredStudyIndex } from "#store";
import type { Effects } from "../../effects.ts";
import { variablesOf } from "./check-question.ts";
import { type ReadyMicroIndex, readyMicroIndexes } from "./ready-micro-indexes.ts";

type Shown = z.output<typeof MicroDefinitionShape>;

/** An index with the file it is computed on. */
export type UsableIndex = ReadyMicroIndex & {
  readonly file: StudyFile;
  readonly dictionary: readonly StudyVariable[];
};

/** A definition that was added; `null` where it no longer is what definitions are. */
export function addedIndex({ id, version, record, recordSha256 }: StoredStudyIndex): ReadyMicroIndex | null {
  const read = readMicroIndex(record, id);
  return read.ok
    ? { definition: read.value, version: String(version), sha256: recordSha256, json: record }
    : null;
}

/** Those that come with Socle, then those that were added, each in its newest version. */
export async function knownIndexes({ store }: Pick<Effects, "store">): Promise<readonly ReadyMicroIndex[]> {
  const added = await store.catalogue.studies.indexes();
  return [...readyMicroIndexes, ...added.map(addedIndex).filter((one) => one !== null)];
}

/** An index on the file it asks for; `null` where the edition has no such file, the problems where variables are not. */
export function fittedIndex(
  ready: ReadyMicroIndex,
  study: Study,
  edition: StudyEdition,
): Result<UsableIndex> | null {
  const { definition } = ready;
  const file = edition.files.find(({ name }) => name === definition.file);
  if (definition.kind !== study.kind || file === undefined) return null;
  const dictionary = [...variablesOf(edition, file).values()];
  const fits = checkMicroIndex(definition, dictionary);
  return fits.ok ? ok({ ...ready, file, dictionary }) : fits;
}

/** The indexes that fit: of the study's kind, with a file of that name and every variable they ask for. */
export async function usableIndexes(
  effects: Pick<Effects, "store">,
  study: Study,
  edition: StudyEdition,
): Promise<readonly UsableIndex[]> {
  return (await knownIndexes(effects)).flatMap((ready) => {
    const fitted = fittedIndex(ready, study, edition);
    return fitted?.ok ? [fitted.value] : [];
  });
}

/** One of them by name. */
export async function usableIndex(
  effects: Pick<Effects, "store">,
  study: Study,
  edition: StudyEdition,
  id: string,
): Promise<Result<UsableIndex>> {
  const all = await usableIndexes(effects, study, edition);
  const found = all.find(({ definition }) => definition.id === id);
  return found
    ? ok(found)
    : fail(
        problem(
          "survey.definition-unknown",
          `The data of ${study.id} give no index "${id.slice(0, 100)}". ${
            all.length === 0
              ? "No definition fits its dictionary: each asks for variables by their names."
              : `They give ${all.map(({ definition }) => `"${definition.id}"`).join(", ")}.`
          }`,
          { field: "definition" },
        ),
      );
}

/** A definition as readers see it, item by item. */
export function shownDefinition({ definition, version, dictionary }: UsableIndex): Shown {
  const { id, title, file, reconstruction, note, structure } = definition;
  return {
    ...{ id, version, title, file, reconstruction, note },
    kind: structure.of === "steps" && structure.cumulative ? "ladder" : "index",
    lines: microLines(definition, dictionary).map(({ part, label, variable, recode, weight, evidence }) => ({
      ...{ part, label, variable, recode, weight, evidence },
    })),
  };
}
