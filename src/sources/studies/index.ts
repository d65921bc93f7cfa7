// Studies: what people declare about surveys and their data, and the formats in which others do.

export type { DeclaredFile, DeclaredVariable, EditionDeclaration } from "./declared-data.ts";
export { readEditionDeclaration } from "./edition-declaration.ts";
export { studiesProblems } from "./problems.ts";
export {
  type NamedQuestionnaire,
  readStudyDescription,
  type StudyDescription,
} from "./study-description.ts";
