// The fields of a record that a column of a foreign table can fill, and what kind of value each takes.

import {
  branches,
  evaluationCriteria,
  evaluationNatures,
  evaluationRegions,
  evaluationStatuses,
  evaluationTimings,
  evaluationTypes,
  managementResponseStates,
} from "#records";

export type FieldKind =
  | "id"
  | "text"
  | "list"
  | "people"
  | "year"
  | "date"
  | "code"
  | "codes"
  | "countries"
  | "languages"
  | "money"
  | "symbols"
  | "links"
  | "targets";

export type MappingField = {
  readonly kind: FieldKind;
  /** Codes a value must become, for the kinds `code` and `codes`. */
  readonly codes?: readonly string[];
  /** True where two columns may fill one field together. */
  readonly isShared?: true;
};

/** In the order of the mapping page. `title` is the title in the language of the record. */
export const mappingFields = {
  id: { kind: "id" },
  title: { kind: "text" },
  "title.en": { kind: "text" },
  "title.fr": { kind: "text" },
  "title.es": { kind: "text" },
  "title.pt": { kind: "text" },
  year: { kind: "year" },
  publishedOn: { kind: "date" },
  type: { kind: "code", codes: evaluationTypes },
  timing: { kind: "code", codes: evaluationTimings },
  nature: { kind: "code", codes: evaluationNatures },
  status: { kind: "code", codes: evaluationStatuses },
  region: { kind: "code", codes: evaluationRegions },
  countries: { kind: "countries" },
  symbols: { kind: "symbols" },
  projects: { kind: "list" },
  donor: { kind: "list" },
  fundingNote: { kind: "text" },
  projectBudget: { kind: "money" },
  evaluationBudget: { kind: "money" },
  plannedStart: { kind: "date" },
  plannedEnd: { kind: "date" },
  actualStart: { kind: "date" },
  actualEnd: { kind: "date" },
  coversFrom: { kind: "date" },
  coversTo: { kind: "date" },
  commissioningOffice: { kind: "text" },
  manager: { kind: "text" },
  evaluators: { kind: "people" },
  administrativeUnit: { kind: "text" },
  technicalUnit: { kind: "text" },
  themes: { kind: "list", isShared: true },
  populations: { kind: "list" },
  branches: { kind: "codes", codes: branches },
  criteria: { kind: "codes", codes: evaluationCriteria },
  sdgTargets: { kind: "targets" },
  policyOutcome: { kind: "text" },
  countryProgrammeOutcome: { kind: "text" },
  reportLanguages: { kind: "languages" },
  links: { kind: "links", isShared: true },
  linkTitles: { kind: "list" },
  partners: { kind: "list" },
  attributionNote: { kind: "text" },
  qualityRating: { kind: "text" },
  managementResponse: { kind: "code", codes: managementResponseStates },
  summary: { kind: "text" },
} as const satisfies Readonly<Record<string, MappingField>>;

export type MappingFieldId = keyof typeof mappingFields;

export const mappingFieldIds = Object.keys(mappingFields) as readonly MappingFieldId[];

export const fieldOf = (id: MappingFieldId): MappingField => mappingFields[id];

export const isMappingFieldId = (text: string): text is MappingFieldId => Object.hasOwn(mappingFields, text);
