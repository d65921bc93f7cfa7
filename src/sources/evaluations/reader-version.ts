/**
 * Version of the rules that turn a report into passages. Raised whenever a report may read differently; a
 * stored reading carries the version it was made with.
 */
export const readerVersion = "evaluations-5";
