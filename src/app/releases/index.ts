// Releases: taking figures in, checking, publishing and withdrawing them, and what differs between two. Who may see
// which is asked in `visible-releases.ts` and nowhere else.

import { discardRelease, holdRelease, publishRelease, withdrawRelease } from "./act-on-release.ts";
import { answerFinding, checkRelease, stopReleaseCheck } from "./check-release.ts";
import { importObservations } from "./import-observations.ts";
import { latestRelease, listReleases, listSeriesReleases } from "./list-releases.ts";
import { listObservations, release, releaseChecks } from "./read-release.ts";
import { downloadReleaseChanges, releaseChanges } from "./release-changes.ts";
import { listWaitingReleases } from "./waiting-releases.ts";

export { resumeChecks, stopChecks } from "./check-work.ts";

export const releaseUseCases = {
  answerFinding,
  checkRelease,
  discardRelease,
  downloadReleaseChanges,
  holdRelease,
  importObservations,
  latestRelease,
  listObservations,
  listReleases,
  listSeriesReleases,
  listWaitingReleases,
  publishRelease,
  release,
  releaseChanges,
  releaseChecks,
  stopReleaseCheck,
  withdrawRelease,
};
