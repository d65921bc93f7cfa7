// REFI-QDA, the exchange format of programs for qualitative analysis: codebooks (.qdc) and projects (.qdpx), both ways.

export { qdaGuid } from "./guid.ts";
export { qdaProblems } from "./problems.ts";
export { type QdaLimits, qdaLimits } from "./qda-archive.ts";
export {
  allQdaCodes,
  emptyQdaProject,
  type QdaCase,
  type QdaCode,
  type QdaCodebook,
  type QdaCoding,
  type QdaDirection,
  type QdaLink,
  type QdaMade,
  type QdaProject,
  type QdaSelection,
  type QdaSet,
  type QdaText,
  type QdaUser,
  type QdaValue,
  type QdaVariable,
  type QdaVariableType,
  qdaNotMade,
} from "./qda-project.ts";
export { type QdaReading, readRefiQda } from "./read-refi-qda.ts";
export { type WrittenQda, writeQdc } from "./write-codebook.ts";
export { writeQdpx } from "./write-project.ts";
