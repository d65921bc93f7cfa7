// Rows of surveys: written once as Parquet, then read by column. The door inside `store`.

export { openMicrodata } from "./open-microdata.ts";
export { microdataProblems } from "./problems.ts";
