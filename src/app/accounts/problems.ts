// Every problem accounts, sessions and one-time links can report, with what it means and what to do.

import type { ProblemCatalogue } from "#kernel";

export const accountsProblems = {
  "accounts.sign-in-failed": {
    meaning:
      "No account has this address with this password, or it is disabled; which of the three is not told, so that nobody can find out who has an account.",
    remedy: "Check both, or ask a manager for a new link.",
  },
  "accounts.link-invalid": {
    meaning: "The one-time link is unknown, used, replaced by a newer one, or past its time.",
    remedy: "Ask whoever gave it for a new one; for the first administrator, start the server again.",
  },
  "accounts.administrator-exists": {
    meaning: "The link to become the first administrator has no effect any more: there is an administrator.",
    remedy: "Ask them for an account.",
  },
  "accounts.password-too-short": {
    meaning: "The password has fewer than 12 characters.",
    remedy: "Choose a longer one.",
  },
  "accounts.password-too-long": {
    meaning: "The password has more than 1,000 characters.",
    remedy: "Choose a shorter one.",
  },
  "accounts.password-is-address": {
    meaning: "The password equals the e-mail address.",
    remedy: "Choose something else.",
  },
  "accounts.email-invalid": {
    meaning: "The e-mail address does not have the form name@organisation.org.",
    remedy: "Correct it.",
  },
  "accounts.email-taken": {
    meaning: "Another account has this address.",
    remedy: "Change that account, or use another address.",
  },
  "accounts.name-missing": {
    meaning: "An account needs a name that colleagues recognise.",
    remedy: "Write one.",
  },
  "accounts.role-impossible": {
    meaning: "Visitor is not a role an account can have.",
    remedy: "Disable the account instead.",
  },
  "accounts.unknown": {
    meaning: "No account has this identifier.",
    remedy: "Look it up in the list of accounts.",
  },
  "accounts.disabled": {
    meaning: "The account is disabled, so a link would be of no use.",
    remedy: "Enable it first.",
  },
  "accounts.nothing-to-change": {
    meaning: "Neither a role nor a state was given.",
    remedy: "Say what is to change.",
  },
  "accounts.last-administrator": {
    meaning: "The change would leave no administrator who can sign in.",
    remedy: "Make somebody else administrator first.",
  },
} as const satisfies ProblemCatalogue;
