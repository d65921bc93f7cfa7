// Recommendations, what becomes of them, recurring advice and reminders. Other use cases of `app`, and the
// shells for mail, come in by this door.

import { advice, correctAdvice, createAdvice, listAdvice } from "./advice.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { confirmResponses } from "./confirm-responses.ts";
import { describeRecommendation, draftRecommendations } from "./draft-recommendations.ts";
import { downloadFollowUp, followUpFigures } from "./figures.ts";
import { listRecommendations } from "./list-recommendations.ts";
import { myFollowUp, setReminders } from "./mine.ts";
import { documentResponses, proposeResponses } from "./propose-responses.ts";
import { recommendation } from "./recommendation.ts";
import { sendReminders } from "./send-reminders.ts";
import { issueRecommendation, reportProgress, respondToRecommendation, verifyAction } from "./take-steps.ts";

export { gatherAll, gatherRecommendations } from "./gather-recommendations.ts";
export { followUpProblems } from "./problems.ts";
export { remind } from "./send-reminders.ts";
export { smtpMail } from "./smtp-mail.ts";
export { verifyFollowUp } from "./verify-follow-up.ts";

/** Use cases behind routes, by the names of the routes. */
export const followUpUseCases = {
  listRecommendations,
  recommendation,
  followUpFigures,
  downloadFollowUp,
  listAdvice,
  advice,
  createAdvice,
  correctAdvice,
  myFollowUp,
  setReminders,
  sendReminders,
  draftRecommendations,
  describeRecommendation,
  issueRecommendation,
  respondToRecommendation,
  reportProgress,
  attachEvidence,
  verifyAction,
  proposeResponses,
  documentResponses,
  confirmResponses,
} as const;
