import { type CallInput, type CallReply, routes } from "#contract";
import { type Problem, problem } from "#kernel";
import { useApiAction, useSession } from "../api.ts";

type Sent = NonNullable<CallInput<typeof routes.actOnReview>["body"]>;
export type Act = Sent["acts"][number]["act"];

/** A key that no other act has; sent again with the same key, an act counts once. */
export const newKey = (): string => crypto.randomUUID();

/**
 * Does things in a review, all or none; afterwards everything shown is asked for again. `problems` are those
 * of the acts that were refused, or of the call.
 */
export function useActs(id: string) {
  const action = useApiAction(routes.actOnReview);
  const { account } = useSession();
  const record = async (...acts: readonly Act[]): Promise<CallReply<typeof routes.actOnReview> | null> =>
    action.run({
      params: { id },
      body: {
        acts: acts.map((act) => ({ key: newKey(), act })),
        together: true,
        // A page left open must not act in the name of who signed in elsewhere meanwhile.
        ...(account && { account: account.id }),
      },
    });
  const problems: readonly Problem[] = action.problems.map(({ code, message }) => problem(code, message));
  return { record, problems, running: action.running, clear: action.clear };
}
