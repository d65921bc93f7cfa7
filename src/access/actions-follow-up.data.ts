// Who may do what with recommendations: evaluation drafts and issues, management answers, whoever owns an
// action reports on it, and somebody else verifies.

import type { ActionRule } from "./action-rule.ts";

const evaluationOffice = ["reviewer", "manager", "administrator"] as const;

export const followUpActions = {
  "recommendation.read": {
    allowed: "everyone",
    does: "read recommendations, responses and figures of follow-up",
    because: "Whether advice was heeded is part of what is open to read.",
  },
  "recommendation.draft": {
    allowed: evaluationOffice,
    does: "make, describe and issue recommendations",
    because:
      "A recommendation is the word of the evaluation, so it comes from those who answer for the reading.",
  },
  "recommendation.respond": {
    allowed: ["manager", "administrator"],
    does: "record responses, plan actions, close and reopen",
    because: "A response binds management; those who evaluate do not answer themselves.",
  },
  "recommendation.progress": {
    allowed: ["member", "correspondent", "analyst", "reviewer", "custodian", "manager", "administrator"],
    does: "report progress on their own actions and comment",
    because: "Whoever owns an action knows how it stands; on actions of others managers report.",
  },
  "recommendation.verify": {
    allowed: evaluationOffice,
    does: "verify completed actions",
    because: "Completion counts once somebody else has looked at the evidence.",
  },
  "advice.change": {
    allowed: evaluationOffice,
    does: "look for recurring advice and correct its groups",
    because: "What says the same is a judgement on what was advised, and it is kept with a name.",
  },
  "follow-up.own": {
    allowed: ["member", "correspondent", "analyst", "reviewer", "custodian", "manager", "administrator"],
    does: "see what waits for them and choose their reminders",
    because: "It concerns one person, who must be known.",
  },
  "reminder.send": {
    allowed: ["manager", "administrator"],
    does: "send today's reminders",
    because: "Mail goes out in the name of the installation.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
