// Downloads with their README: a release or slice, or an index run.

export { downloadRelease } from "./download-release.ts";
export { downloadRun } from "./download-run.ts";
