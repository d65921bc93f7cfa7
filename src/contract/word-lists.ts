// Lists of words that pages know as well as shapes do. Apart from the shapes: a page that needs one of them
// would otherwise bring the whole library of shapes along.

export const searchSorts = ["relevance", "newest", "oldest"] as const;

/** Fields that can be counted; only those asked for are. */
export const evaluationFacetNames = [
  "type",
  "timing",
  "nature",
  "status",
  "region",
  "country",
  "language",
  "year",
  "theme",
  "branch",
  "criterion",
  "sdg",
  "donor",
  "response",
  "origin",
] as const;
export const passageFacetNames = ["kind", ...evaluationFacetNames] as const;

export const searchRooms = ["evaluations", "passages"] as const;

export const searchExportFormats = ["ris", "csv", "xlsx", "json"] as const;

/** Fields of a record that a report can speak of itself. */
export const factFields = [
  "title",
  "printedSymbol",
  "type",
  "timing",
  "nature",
  "countries",
  "region",
  "donor",
  "projectBudget",
  "evaluationBudget",
  "evaluators",
  "manager",
  "commissioningOffice",
  "administrativeUnit",
  "technicalUnit",
  "publishedOn",
  "actualEnd",
  "branches",
  "criteria",
  "sdgTargets",
  "summary",
] as const;
