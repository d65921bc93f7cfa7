// Who may keep and take out what was searched.

import type { ActionRule } from "./action-rule.ts";

export const searchActions = {
  "search.save": {
    allowed: ["member", "correspondent", "analyst", "reviewer", "custodian", "manager", "administrator"],
    does: "keep searches under a name, list and remove their own",
    because: "A list of one's own needs an account to belong to; the address of a search needs none.",
  },
  "search.read": {
    allowed: "everyone",
    does: "open a saved search by its address",
    because:
      "Whoever was handed the address was meant to have it, and it shows only what they may read anyway.",
  },
  "evaluation.download": {
    allowed: "everyone",
    does: "download the results of a search",
    because: "What may be read may be taken along, with its query, date, licence and citation.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
