// The door of `sources`: one folder a kind, strangers to each other.

export * from "./agencies/index.ts";
export * from "./bibliography/index.ts";
export { tableProblems } from "./delimited-table.ts";
export * from "./evaluations/index.ts";
export * from "./microdata/index.ts";
export * from "./refi-qda/index.ts";
export * from "./standards/index.ts";
export * from "./studies/index.ts";
