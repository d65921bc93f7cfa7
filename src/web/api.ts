// The API as React sees it: reading is `useApi(routes.x, input)`, changing something is `useApiAction`.

import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type CallInput, type CallReply, createClient, type Route, routes } from "#contract";
import { type Problem, problem } from "#kernel";
import type { WebProblemCode } from "./problems.ts";

const client = createClient((...call) => fetch(...call));

/** Carries the problems of an answer through the query cache, which knows failures as thrown only. */
class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message ?? "");
    this.problems = problems;
  }
}

const unexpected: WebProblemCode = "web.unexpected";

const problemsOf = (error: unknown): readonly Problem[] =>
  error === null || error === undefined
    ? []
    : error instanceof Refusal
      ? error.problems
      : [problem(unexpected, error instanceof Error ? error.message : String(error))];

/** Calls a route outside of React; throws nothing but an aborted request. */
export const callApi = client;

async function answerOf<R extends Route>(route: R, input: CallInput<R>): Promise<CallReply<R>> {
  const answer = await client(route, input);
  if (!answer.ok) throw new Refusal(answer.problems);
  return answer.value;
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // A refusal will be the same the next time; only a silent server is asked again.
        retry: (failures, error) =>
          failures < 2 && problemsOf(error).some((p) => p.code === "contract.unreachable"),
        retryDelay: 800,
      },
    },
  });

export type Answer<T> = {
  readonly value: T | undefined;
  /** Empty unless the call failed. */
  readonly problems: readonly Problem[];
  /** Nothing to show yet. */
  readonly pending: boolean;
  /** Something older is shown while the newer is fetched. */
  readonly refreshing: boolean;
  again(): void;
};

/**
 * Reads a route. `keep` shows the former answer while the next is fetched (filters, pages of a table);
 * `when: false` waits.
 */
export function useApi<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: { readonly keep?: boolean; readonly when?: boolean } = {},
): Answer<CallReply<R>> {
  const query = useQuery<unknown>({
    queryKey: [route.operationId, input],
    queryFn: ({ signal }): Promise<unknown> => answerOf(route, { ...input, signal }),
    enabled: options.when ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
  return {
    value: query.data as CallReply<R> | undefined,
    problems: problemsOf(query.error),
    pending: query.isPending,
    refreshing: query.isPlaceholderData || (query.isFetching && !query.isPending),
    again: () => void query.refetch(),
  };
}

export type Action<R extends Route> = {
  /** Gives the answer, or null when there were problems (they then stand in `problems`). */
  run(input: CallInput<R>): Promise<CallReply<R> | null>;
  readonly value: CallReply<R> | undefined;
  readonly problems: readonly Problem[];
  readonly running: boolean;
  clear(): void;
};

/** Changes something through a route; afterwards everything shown is asked for again. */
export function useApiAction<R extends Route>(route: R): Action<R> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: CallInput<R>) => answerOf(route, input),
    onSuccess: () => queries.invalidateQueries(),
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => null),
    value: mutation.data,
    problems: problemsOf(mutation.error),
    running: mutation.isPending,
    clear: () => mutation.reset(),
  };
}

/** Who is signed in; `may(route)` says whether the present actor may take its action. */
export function useSession() {
  const answer = useApi(routes.session, {});
  const may = (route: Pick<Route, "action">) => answer.value?.may.includes(route.action) ?? false;
  return { ...answer, account: answer.value?.account ?? null, role: answer.value?.role ?? "visitor", may };
}
