// Tables on demand over the data of studies, and indexes of persons and enterprises from their answers.

import { downloadStudyTable } from "./download-study-table.ts";
import { releaseStudyIndex } from "./release-study-index.ts";
import { addStudyIndex, downloadStudyIndexDefinition, listStudyIndexes } from "./study-definitions.ts";
import { studyIndex, studyIndexes } from "./study-index.ts";
import { studyPool } from "./study-pool.ts";
import { studyTable } from "./study-table.ts";

export const studyTableUseCases = {
  addStudyIndex,
  downloadStudyIndexDefinition,
  downloadStudyTable,
  listStudyIndexes,
  releaseStudyIndex,
  studyIndex,
  studyIndexes,
  studyPool,
  studyTable,
};
