// Which indexes the data of an edition can give, and how they are shown.

import type { z } from "zod";
import type { MicroDefinitionShape } from "#contract";
import { fail, ok, problem, type Result } from "#kernel";
import type { Study, StudyEdition, StudyFile, StudyVariable } from "#records";
import { checkMicroIndex, type MicroIndexDefinition, microLines } from "#securities";
import { variablesOf } from "./check-question.ts";
import { type ReadyMicroIndex, readyMicroIndexes } from "./ready-micro-indexes.ts";

type Shown = z.output<typeof MicroDefinitionShape>;

/** An index with the file it is computed on. */
export type UsableIndex = ReadyMicroIndex & {
  readonly file: StudyFile;
  readonly dictionary: readonly StudyVariable[];
};

/** The indexes that fit: of the study's kind, with a file of that name and every variable they ask for. */
export const usableIndexes = (study: Study, edition: StudyEdition): readonly UsableIndex[] =>
  readyMicroIndexes.flatMap((ready) => {
    const { definition } = ready;
    const file = edition.files.find(({ name }) => name === definition.file);
    if (definition.kind !== study.kind || file === undefined) return [];
    const dictionary = [...variablesOf(edition, file).values()];
    return checkMicroIndex(definition, dictionary).ok ? [{ ...ready, file, dictionary }] : [];
  });

/** One of them by name. */
export function usableIndex(study: Study, edition: StudyEdition, id: string): Result<UsableIndex> {
  const all = usableIndexes(study, edition);
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
export function shownDefinition(
  definition: MicroIndexDefinition,
  dictionary: readonly StudyVariable[],
): Shown {
  const { id, version, title, file, reconstruction, note, structure } = definition;
  return {
    ...{ id, version, title, file, reconstruction, note },
    kind: structure.of === "steps" && structure.cumulative ? "ladder" : "index",
    lines: microLines(definition, dictionary).map(({ part, label, variable, recode, weight, evidence }) => ({
      ...{ part, label, variable, recode, weight, evidence },
    })),
  };
}
