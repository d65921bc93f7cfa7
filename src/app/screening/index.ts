export { screeningProblems } from "./problems.ts";
export { simulateScreeningFile } from "./simulate-screening-file.ts";
