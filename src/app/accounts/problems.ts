// Every problem accounts, sessions and one-time links can report, with what it means and what to do.

export const accountsProblems = {
  "accounts.sign-in-failed":
    "No account has this address with this password, or it is disabled; which of the three is not told, so that nobody can find out who has an account. Check both, or ask a manager for a new link.",
  "accounts.link-invalid":
    "The one-time link is unknown, used, replaced by a newer one, or past its time. Ask whoever gave it for a new one; for the first administrator, start the server again.",
  "accounts.administrator-exists":
    "The link to become the first administrator has no effect any more: there is an administrator. Ask them for an account.",
  "accounts.password-too-short": "The password has fewer than 12 characters. Choose a longer one.",
  "accounts.password-too-long": "The password has more than 1,000 characters. Choose a shorter one.",
  "accounts.password-is-address": "The password equals the e-mail address. Choose something else.",
  "accounts.email-invalid": "The e-mail address does not have the form name@organisation.org. Correct it.",
  "accounts.email-taken": "Another account has this address. Change that account, or use another address.",
  "accounts.name-missing": "An account needs a name that colleagues recognise. Write one.",
  "accounts.role-impossible": "Visitor is not a role an account can have. Disable the account instead.",
  "accounts.unknown": "No account has this identifier. Look it up in the list of accounts.",
  "accounts.disabled": "The account is disabled, so a link would be of no use. Enable it first.",
  "accounts.nothing-to-change": "Neither a role nor a state was given. Say what is to change.",
  "accounts.last-administrator":
    "The change would leave no administrator who can sign in. Make somebody else administrator first.",
} as const;

export type AccountsProblemCode = keyof typeof accountsProblems;
