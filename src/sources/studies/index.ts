// Studies: what people declare about surveys and their data, and the formats in which others do.

export type { CountedColumn, CountedValue } from "./counted-column.ts";
export type { DeclaredFile, DeclaredVariable, EditionDeclaration } from "./declared-data.ts";
export { readEditionDeclaration } from "./edition-declaration.ts";
export type { FormQuestion } from "./form-questions.ts";
export { type MergedVariables, mergeVariables } from "./merge-variables.ts";
export { studiesProblems } from "./problems.ts";
export {
  type MissingFinding,
  type ProposalOptions,
  type ProposedVariable,
  proposeVariables,
} from "./propose-variables.ts";
export { type CodebookReading, readCodebook } from "./read-codebook.ts";
export { type DdiReading, type FoundEdition, readDdi } from "./read-ddi.ts";
export type { FoundData, FoundFile } from "./read-ddi-data.ts";
export type { FoundStudy } from "./read-ddi-study.ts";
export { type FormReading, readXlsForm } from "./read-xls-form.ts";
export {
  type NamedQuestionnaire,
  readStudyDescription,
  type StudyDescription,
} from "./study-description.ts";
export { type KindReason, kindReasons } from "./variable-kind.ts";
export type { VariableStatistics } from "./variable-statistics.ts";
export { writeDdi } from "./write-ddi.ts";
