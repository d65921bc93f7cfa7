// Who may take part in reviews. What a member may do in one is decided by their part in it.

import type { ActionRule } from "./action-rule.ts";

export const reviewActions = {
  "review.read": {
    allowed: "everyone",
    does: "read published reviews",
    because: "A review is published to be read and checked; before that, its members alone see it.",
  },
  "review.begin": {
    allowed: ["analyst", "reviewer", "manager", "administrator"],
    does: "begin reviews",
    because: "Whoever begins a review leads it, and answers for who takes part.",
  },
  "review.act": {
    allowed: ["member", "correspondent", "analyst", "reviewer", "custodian", "manager", "administrator"],
    does: "take part in reviews",
    because: "Every decision of a review bears the name of a member, so one must be known.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
