// What became of recommendations: their state from events, figures, recurring advice, reminders. Pure.

export { dayAfter, dayIn, daysBetween, isDay } from "./calendar.ts";
export { type ActionFollowUp, isImplemented, isOpen } from "./follow-up-book.ts";
export { type FollowUpState, followUpRow, followUpState } from "./follow-up-state.ts";
export { oversightProblems } from "./problems.ts";
