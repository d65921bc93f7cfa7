// What became of recommendations: their state from events, figures, recurring advice, reminders. Pure.

export { dayAfter, dayIn, daysBetween, isDay } from "./calendar.ts";
export { type ActionFollowUp, isImplemented, isOpen } from "./follow-up-book.ts";
export {
  emptyTally,
  type FollowUpFigure,
  type FollowUpTallied,
  fewest,
  followUpFigure,
} from "./follow-up-figures.ts";
export { type FollowUpState, followUpRow, followUpState } from "./follow-up-state.ts";
export { foreignState, statedVerdict } from "./foreign-status.ts";
export { type NamedPassage, namedPassages } from "./named-passages.ts";
export { type NextStep, nextAction, nextSteps } from "./next-steps.ts";
export { oversightProblems } from "./problems.ts";
export {
  type AdviceOptions,
  type AdviceText,
  adviceOptions,
  putTogether,
  recurringAdvice,
  takenOut,
} from "./recurring-advice.ts";
export {
  type ReminderContent,
  type ReminderLine,
  type ReminderPart,
  reminder,
  reminderParts,
} from "./reminder.ts";
export { readResponseTemplate, type TemplateAction, type TemplateResponse } from "./response-template.ts";
