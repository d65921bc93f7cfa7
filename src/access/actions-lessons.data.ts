// Who may read and who may change lessons learned and good practices, and take records out for other catalogues.

import type { ActionRule } from "./action-rule.ts";

export const lessonActions = {
  "lesson.read": {
    allowed: "everyone",
    does: "read lessons learned and good practices",
    because: "Lessons are learned by those who can find them.",
  },
  "lesson.edit": {
    allowed: ["reviewer", "manager", "administrator"],
    does: "describe and confirm lessons and good practices",
    because: "What a lesson is about is a judgement on the report, and it is kept with a name.",
  },
  "record.harvest": {
    allowed: "everyone",
    does: "cite records, and harvest the public ones",
    because: "Evidence is used where other catalogues and search engines can show the way to it.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
