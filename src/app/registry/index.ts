// Changing the registry of evaluations: edits, changes taken back, vocabularies, duplicates, projects. Other
// use cases of `app` come in by this door.

import { change, evaluationVersions, listChanges, undoChange } from "./changes.ts";
import { decideDuplicates, listDuplicates } from "./duplicates.ts";
import { editEvaluations } from "./edit-evaluations.ts";
import { importTable, previewTable } from "./import-table.ts";
import { listProjects, project } from "./projects.ts";
import { draftTable, dropTable, listMappings, openTable, proposeMapping } from "./table-drafts.ts";
import { changeVocabulary, listVocabularies, vocabulary } from "./vocabularies.ts";

/** Use cases behind routes, by the names of the routes. */
export const registryUseCases = {
  evaluationVersions,
  editEvaluations,
  listChanges,
  change,
  undoChange,
  listVocabularies,
  vocabulary,
  changeVocabulary,
  listDuplicates,
  decideDuplicates,
  listProjects,
  project,
  openTable,
  draftTable,
  proposeMapping,
  previewTable,
  importTable,
  dropTable,
  listMappings,
} as const;
