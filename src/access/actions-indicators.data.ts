import type { ActionRule } from "./action-rule.ts";

/** The catalogue of indicators and choosing values. */
export const indicatorActions = {
  "indicator.change": {
    allowed: ["manager", "administrator"],
    does: "add and change indicators of the catalogue",
    because: "Every figure is read by what the catalogue says of it.",
  },
  "selection.read": {
    allowed: "everyone",
    does: "read how values were chosen",
    because: "A chosen figure that cannot be asked why is not evidence.",
  },
  "selection.make": {
    allowed: ["analyst", "manager", "administrator"],
    does: "choose values and decide on single ones",
    because: "Chosen values become a release, made by those who answer for its figures.",
  },
} as const satisfies Readonly<Record<string, ActionRule>>;
