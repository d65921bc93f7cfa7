// A study with an edition in memory: a dictionary and columns, as the store would give them.

import type { Localised, MissingReason, Sha256 } from "#kernel";
import type { Study, StudyDesign, StudyEdition, StudyFile, StudyVariable } from "#records";
import type { SurveyColumn, SurveyTable } from "#statistics";

export const en = (text: string): Localised => ({ en: text });

export const category = (code: string, label = code, missing: MissingReason | null = null) => ({
  code,
  label: en(label),
  missing,
});

export const variable = (
  name: string,
  kind: StudyVariable["kind"],
  more: Partial<StudyVariable> = {},
): StudyVariable => ({
  file: "persons",
  name,
  label: en(`Label of ${name}`),
  kind,
  concept: null,
  question: null,
  universe: null,
  unit: null,
  categories: [],
  place: null,
  forTables: kind === "categorical",
  note: null,
  ...more,
});

const nothing = "0".repeat(64) as Sha256;

export const design = (more: Partial<StudyDesign> = {}): StudyDesign => ({
  clusters: [],
  strata: [],
  weights: 1,
  fpc: [],
  nested: false,
  singleUnit: "fail",
  replicates: null,
  ...more,
});

export const fileAtHand = (
  variables: readonly StudyVariable[],
  rows: number,
  more: Partial<StudyFile> = {},
): StudyFile => ({
  name: "persons",
  unit: "person",
  key: [],
  parent: null,
  design: design(),
  knownTotals: [],
  source: nothing,
  sourceName: "persons.csv",
  data: nothing,
  rows,
  columns: variables.map(({ name }) => name),
  ...more,
});

export const studyAtHand = (more: Partial<Study> = {}): Study => ({
  id: "XAA_2024_TRY_v01_M",
  kind: "people",
  origin: "invented",
  title: en("A study to try with"),
  series: "TRY",
  abstract: null,
  areas: ["XAA"],
  years: { from: 2024, to: 2024 },
  universe: { text: en("Persons of 15 years and over"), ages: { from: 15, to: null } },
  coverage: { class: "national", places: [], note: null },
  analysisUnits: ["person"],
  sampling: { procedure: null, overSampling: null },
  mode: null,
  collection: { from: null, to: null },
  response: { rate: null, note: null },
  weighting: null,
  producers: [{ name: "Office of trials", role: null }],
  funding: [],
  identifiers: [],
  access: { microdata: "restricted", tables: "public", contact: null },
  licence: "CC-BY-4.0",
  citation: { title: "A study to try with", publisher: "Office of trials" },
  caveats: [],
  questionnaires: [],
  ...more,
});

export const editionAtHand = (
  variables: readonly StudyVariable[],
  files: readonly StudyFile[],
  more: Partial<StudyEdition> = {},
): StudyEdition => ({
  study: "XAA_2024_TRY_v01_M",
  version: 1,
  state: "edited",
  from: null,
  changes: [],
  files,
  variables,
  minimumCases: 5,
  checksum: nothing,
  createdAt: "2026-11-01T00:00:00Z",
  createdBy: "ana",
  ...more,
});

export const numbers = (values: readonly number[]): SurveyColumn => ({
  kind: "number",
  values: Float64Array.from(values),
});

export const texts = (values: readonly string[]): SurveyColumn => {
  const levels = [...new Set(values.filter((value) => value !== ""))].sort();
  return { kind: "category", codes: Int32Array.from(values, (value) => levels.indexOf(value)), levels };
};

export const tableAtHand = (columns: Readonly<Record<string, SurveyColumn>>): SurveyTable => {
  const [first] = Object.values(columns);
  const rows = first === undefined ? 0 : first.kind === "number" ? first.values.length : first.codes.length;
  return { rows, columns: new Map(Object.entries(columns)) };
};
