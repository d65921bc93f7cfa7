// The whole state of the pages on surveys as it stands in the address.

import { coverageClasses, questionAngles, securityDimensions, studyKinds, tableStatistics } from "#records";
import {
  addressList,
  addressNumber,
  addressShare,
  addressText,
  addressWord,
  type StateOf,
} from "../address.ts";
import { figureViews } from "../charts/figure-views.ts";

/** What the catalogue lists. */
export const surveyLists = ["studies", "variables"] as const;
export const questionNatures = ["objective", "subjective"] as const;

export const surveysState = {
  list: addressWord(surveyLists),
  q: addressText,
  kind: addressWord(studyKinds),
  area: addressText,
  coverage: addressWord(coverageClasses),
  dimension: addressWord(securityDimensions),
  angle: addressWord(questionAngles),
  nature: addressWord(questionNatures),
  page: addressNumber(2),
};
export type SurveysState = StateOf<typeof surveysState>;

export const studyTabs = [
  "description",
  "dictionary",
  "questionnaires",
  "tables",
  "indexes",
  "microdata",
] as const;

export const studyState = {
  tab: addressWord(studyTabs),
  edition: addressNumber(1),
  /** File of the dictionary, what is looked for in it, and the variable that is open. */
  file: addressText,
  q: addressText,
  variable: addressText,
  page: addressNumber(2),
};
export type StudyState = StateOf<typeof studyState>;

/** What stands beside each estimate. */
export const cellParts = ["interval", "cases", "error", "variation", "quality", "nothing"] as const;
export type CellPart = (typeof cellParts)[number];

export const tableState = {
  edition: addressNumber(1),
  file: addressText,
  statistic: addressWord(tableStatistics),
  variable: addressText,
  rows: addressText,
  columns: addressText,
  subset: addressText,
  only: addressText,
  confidence: addressShare,
  show: addressList(addressWord(cellParts)),
  view: addressWord(figureViews),
  /** The category that the chart draws. */
  level: addressText,
  /** A second study that is laid beside this one. */
  with: addressText,
};
export type TableState = StateOf<typeof tableState>;

export const microStatistics = ["mean", "share-below"] as const;

export const indexState = {
  edition: addressNumber(1),
  by: addressText,
  deficit: addressShare,
  show: addressWord(microStatistics),
  /** Whether the parts of forms and steps are drawn, too. */
  parts: addressWord(["all"]),
  view: addressWord(figureViews),
};
export type IndexState = StateOf<typeof indexState>;

/** The question of a table as the API takes it; without what only the page needs. */
export const tableQuery = (state: TableState) => ({
  ...(state.edition !== undefined && { edition: state.edition }),
  ...(state.file !== undefined && { file: state.file }),
  statistic: state.statistic ?? ("share" as const),
  ...(state.variable !== undefined && { variable: state.variable }),
  ...(state.rows !== undefined && { rows: state.rows }),
  ...(state.columns !== undefined && { columns: state.columns }),
  ...(state.subset !== undefined && state.only !== undefined && { subset: state.subset, only: state.only }),
  ...(state.confidence !== undefined && { confidence: state.confidence }),
});
