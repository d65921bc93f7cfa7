// Labour standards: lists of Conventions and lists of ratifications, as tables.

export { standardsProblems } from "./problems.ts";
export { readConventions } from "./read-conventions.ts";
export { readRatifications } from "./read-ratifications.ts";
