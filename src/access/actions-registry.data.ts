// Who may change the registry of evaluations and its vocabularies.

import type { ActionRule } from "./action-rule.ts";

export const registryActions = {
  "evaluation.edit": {
    allowed: ["reviewer", "manager", "administrator"],
    does: "change records of the registry, take changes back and decide on duplicates",
    because: "Others cite these records; whoever changes one is named and answers for it.",
  },
  "vocabulary.read": {
    allowed: "everyone",
    does: "read the lists of terms",
    because: "Terms without their meaning cannot be searched or compared.",
  },
  "vocabulary.change": {
    allowed: ["manager", "administrator"],
    does: "change the lists of terms",
    because: "A term stands in thousands of records and in four languages at once.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
