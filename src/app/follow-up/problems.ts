import type { ProblemCatalogue } from "#kernel";

/** Problems of the use cases of follow-up: code → what it means and what to do. */
export const followUpProblems = {
  "follow-up.not-a-recommendation": {
    meaning:
      "A passage of another kind was to become a recommendation without anybody saying so, or is unknown.",
    remedy: "Take the id of a passage that stands; the reading view shows it.",
  },
  "follow-up.not-your-action": {
    meaning: "Somebody reported on an action that belongs to somebody else.",
    remedy: "Ask its owner or a manager to report, or to make you its owner.",
  },
  "follow-up.account-unknown": {
    meaning: "An action was given to an account that does not exist or is closed.",
    remedy: "Take an account from the list, or leave the account out and name the owner in words.",
  },
  "follow-up.day-to-come": {
    meaning: "Something was to be recorded as done on a day that is still to come.",
    remedy: "Give the day on which it happened, or plan an action with a due date.",
  },
  "follow-up.nothing-to-record": {
    meaning: "Nothing was given that could be recorded.",
    remedy: "Give a passage, a text with its report, or at least one step.",
  },
  "follow-up.responses-unreadable": {
    meaning: "A table of responses lacks the columns it cannot do without, or is no table.",
    remedy: "Give a CSV with recommendation (or evaluation and number) and response, as the guide shows.",
  },
  "follow-up.response-unclear": {
    meaning:
      "A row of a table of responses cannot be tied to a recommendation or its response not understood.",
    remedy: "Correct the row, or leave it out of what is confirmed.",
  },
  "follow-up.proposal-stale": {
    meaning: "A confirmed proposal names a recommendation that is not there.",
    remedy: "Ask for the proposals anew.",
  },
  "follow-up.mail-refused": {
    meaning: "The mail server refused a message for good.",
    remedy: "Correct the address of the account, or the sender in SOCLE_MAIL_FROM.",
  },
  "follow-up.mail-postponed": {
    meaning: "The mail server could not be reached or asked to come back later.",
    remedy: "Nothing: the message is tried again. If it stays so, check SOCLE_SMTP_URL.",
  },
  "follow-up.advice-stopped": {
    meaning: "The search for recurring advice was stopped before it was done; the former groups stand.",
    remedy: "Start it again.",
  },
} as const satisfies ProblemCatalogue;
