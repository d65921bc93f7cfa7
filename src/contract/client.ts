// A typed client of the API, by the same route table the server is built from.

import type { z } from "zod";
import { fail, failAll, type Problem, problem, type Result } from "#kernel";
import type { Route } from "./route.ts";

type Part<K extends string, S> = [Exclude<S, "upload" | "form" | null>] extends [z.ZodType]
  ? [z.input<Exclude<S, "upload" | "form" | null>>] extends [never]
    ? object
    : unknown extends z.input<Exclude<S, "upload" | "form" | null>>
      ? object // an upload: its bytes travel beside the shapes
      : object extends z.input<Exclude<S, "upload" | "form" | null>>
        ? { readonly [P in K]?: z.input<Exclude<S, "upload" | "form" | null>> } // nothing in it must be given
        : { readonly [P in K]: z.input<Exclude<S, "upload" | "form" | null>> }
  : object;

/** What a call needs: path parameters, query, body, as far as the route has them. */
export type CallInput<R extends Route> = Part<"params", R["params"]> &
  Part<"query", R["query"]> &
  Part<"body", R["body"]> & { readonly upload?: Blob; readonly signal?: AbortSignal };
export type CallReply<R extends Route> = z.output<Exclude<R["reply"], "file" | "lines">>;

/** The address of a route with its parameters and query filled in; empty values are left out. */
export function addressOf(
  route: Pick<Route, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    search.set(key, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export type Client = <R extends Route>(route: R, input: CallInput<R>) => Promise<Result<CallReply<R>>>;

/**
 * @param send the `fetch` to use; `base` is put in front of each path, without a trailing slash
 * @returns a function that calls a route and gives its answer or the problems the server tells; a server
 *   that cannot be reached is the problem `contract.unreachable`
 */
export function createClient(send: typeof fetch, base = ""): Client {
  return async (route, input) => {
    const given = input as {
      params?: Record<string, unknown>;
      query?: Record<string, unknown>;
      body?: unknown;
      upload?: Blob;
      signal?: AbortSignal;
    };
    const init: RequestInit = {
      method: route.method,
      credentials: "same-origin",
      headers: { accept: "application/json" },
    };
    if (given.signal) init.signal = given.signal;
    if (route.body === "upload") {
      init.body = given.upload ?? new Blob();
      init.headers = { accept: "application/json", "content-type": "application/octet-stream" };
    } else if (route.body !== null) {
      init.body = JSON.stringify(given.body ?? {});
      init.headers = { accept: "application/json", "content-type": "application/json" };
    }
    let response: Response;
    try {
      response = await send(base + addressOf(route, given.params, given.query), init);
    } catch (error) {
      if (given.signal?.aborted) throw error;
      return fail(
        problem(
          "contract.unreachable",
          "The server does not answer. Check that it is running and that you are connected, then try again.",
        ),
      );
    }
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, value: body as never };
    const problems = (body as { problems?: readonly Problem[] } | null)?.problems;
    if (problems?.length) return failAll(problems);
    return fail(
      problem(
        "contract.answer-unreadable",
        `The server answered with status ${response.status} and no explanation. Try again; if it stays so, tell the administrator.`,
      ),
    );
  };
}
