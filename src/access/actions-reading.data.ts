// What concerns the reading of reports and its correction.

import type { ActionRule } from "./action-rule.ts";

export const readingActions = {
  "document.correct": {
    allowed: ["reviewer", "manager", "administrator"],
    does: "correct what was read from reports",
    because: "Passages are quoted, so they are decided on by those who check what was read.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
