// The catalogue of surveys: studies, editions of their data, dictionaries, questionnaires, the rows for those who may
// have them. Who may see which is asked in `../visible-studies.ts` and nowhere else.

import { actOnEdition } from "./act-on-edition.ts";
import { addQuestionnaire } from "./add-questionnaire.ts";
import { addEdition, checkEdition } from "./check-edition.ts";
import { describeStudy } from "./describe-study.ts";
import { downloadStudyDdi } from "./download-ddi.ts";
import { downloadMicrodata } from "./download-microdata.ts";
import { downloadQuestionnaire } from "./download-questionnaire.ts";
import { listStudies } from "./list-studies.ts";
import { study } from "./read-study.ts";
import { readStudyDdi } from "./read-study-ddi.ts";
import { searchVariables, studyVariable, studyVariables } from "./read-variables.ts";
import { uploadMicrodata } from "./upload-microdata.ts";

export const studyCatalogueUseCases = {
  actOnEdition,
  addEdition,
  addQuestionnaire,
  checkEdition,
  describeStudy,
  downloadMicrodata,
  downloadQuestionnaire,
  downloadStudyDdi,
  listStudies,
  readStudyDdi,
  searchVariables,
  study,
  studyVariable,
  studyVariables,
  uploadMicrodata,
};
