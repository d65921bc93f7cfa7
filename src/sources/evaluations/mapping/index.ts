// Foreign tables of evaluations by a mapping: proposed, judged row by row, saved, used again.

export { type ApplyContext, applyMapping, type MappingEnd, mappedRows } from "./apply-mapping.ts";
export {
  type BibliographicSource,
  bibliographicToEvaluation,
  evaluationToBibliographic,
} from "./evaluation-bibliography.ts";
export {
  type EvaluationMapping,
  type FieldMapping,
  type FieldProposal,
  type IdBasis,
  type MappingOutcome,
  type MappingProposal,
  mappingVersion,
  type OpenValue,
  type RowOutcome,
  type Separator,
  separators,
  type ValueMapping,
  type ValueProposal,
} from "./mapping.ts";
export { type FieldKind, type MappingField, type MappingFieldId, mappingFields } from "./mapping-fields.ts";
export { type MappingProblemCode, mappingProblems } from "./problems.ts";
export { proposeMapping } from "./propose-mapping.ts";
export { type MappingFit, mappingFits, readMapping } from "./read-mapping.ts";
export type { VocabularyTerms } from "./value-lookup.ts";
