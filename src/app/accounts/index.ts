// Accounts, sessions, one-time links, the audit and the state of the server. Other use cases of `app` come
// in by this door.

import { changeAccount } from "./change-account.ts";
import { createAccount } from "./create-account.ts";
import { createAccountLink } from "./create-account-link.ts";
import { health } from "./health.ts";
import { listAccounts } from "./list-accounts.ts";
import { listAudit } from "./list-audit.ts";
import { readLink } from "./read-link.ts";
import { session } from "./session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { useLink } from "./use-link.ts";

export { createFirstLink } from "./links.ts";
export { accountsProblems } from "./problems.ts";
export { actorOfToken, hasIssuedSession, sessionHours, startSession } from "./sessions.ts";

/** Use cases behind routes, by the names of the routes. */
export const accountUseCases = {
  health,
  session,
  signIn,
  signOut,
  readLink,
  useLink,
  listAccounts,
  createAccount,
  createAccountLink,
  changeAccount,
  listAudit,
} as const;
