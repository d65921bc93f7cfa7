// Surveys: their catalogue, tables on demand, indexes of persons and enterprises. Other use cases of `app` come in by
// this door.

import { studyCatalogueUseCases } from "./catalogue/index.ts";
import { studyTableUseCases } from "./tables/index.ts";

export { verifyStudies } from "./verify-studies.ts";

export const surveyUseCases = {
  ...studyCatalogueUseCases,
  ...studyTableUseCases,
};
