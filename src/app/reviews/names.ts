import type { ReviewState } from "#reviews";

/** The name under which somebody stands in the log. */
export const nameIn = (state: ReviewState, account: string): string =>
  state.members.byAccount.get(account)?.name ?? account;
