// Screening: what people are shown, and what it comes to.

import { ownDecisions, reviewScreening, screeningQueue, whyRanked } from "./read-queue.ts";
import {
  screenedRecord,
  screeningAgreement,
  screeningConflicts,
  screeningDecisions,
  screeningProgress,
} from "./read-screening.ts";

export const screeningUseCases = {
  reviewScreening,
  screeningQueue,
  ownDecisions,
  screenedRecord,
  whyRanked,
  screeningConflicts,
  screeningProgress,
  screeningAgreement,
  screeningDecisions,
} as const;
