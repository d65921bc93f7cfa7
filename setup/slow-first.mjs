// The order of the test files: the slow ones first, so that the workers come to their end together. Nothing
// may depend on the order; a file that is missing here, or no longer slow, costs a few seconds at the most.

import { BaseSequencer } from "vitest/node";

/** From the slowest on: what took more than ten seconds on two cores. */
const slow = [
  "e2e/web/accessibility",
  "integration/store/kill",
  "e2e/cli/guides",
  "e2e/cli/store",
  "e2e/web/reviews-whole",
  "e2e/cli/review",
  "e2e/cli/with-server",
  "e2e/cli/commands",
  "e2e/web/numbers",
  "e2e/web/surveys",
  "e2e/web/survey-desk",
  "reference/disclosure/attack",
  "integration/surveys/tables/tables",
  "integration/surveys/catalogue",
  "e2e/web/desk",
  "e2e/web/correct",
  "e2e/web/shell",
  "e2e/web/evidence",
  "e2e/web/reviews-screening",
  "e2e/web/reviews-appraisal",
  "e2e/web/reviews-coding",
  "e2e/api/process",
  "e2e/web/lessons",
  "reference/screening/baseline",
  "e2e/cli/read",
  "integration/reading/jobs",
  "e2e/web/registry",
  "integration/store/backup",
  "e2e/web/reviews-synthesis",
  "integration/store/search-language",
  "e2e/web/search",
  "e2e/web/reviews-report",
  "e2e/web/follow-up",
  "e2e/cli/screening",
  "integration/reviews/report",
  "integration/store/schema",
  "e2e/api/tiers",
  "integration/registry/tables",
  "integration/reviews/report-files",
  "reference/references/duplicate-references",
  "integration/store/follow-up",
  "reference/screening/own-model",
  "integration/reading/hostile",
  "integration/lessons/lessons",
  "e2e/cli/index-run",
  "integration/reviews/invented-review",
  "integration/reading/corrections",
  "house/import-rules",
].map((file) => `/test/${file}.test.ts`);

const place = ({ moduleId }) => {
  const found = slow.findIndex((file) => moduleId.endsWith(file));
  return found < 0 ? slow.length : found;
};

export class SlowFirst extends BaseSequencer {
  async sort(files) {
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
