import { STATUS_CODES } from "node:http";
import type { z } from "zod";
import type { ProblemDetails } from "#contract";
import type { Problem } from "#kernel";

export type ProblemBody = z.input<typeof ProblemDetails>;

/** Media type of problem bodies. @source RFC 9457, Problem Details for HTTP APIs */
export const problemMediaType = "application/problem+json; charset=utf-8";

/**
 * Problems as an RFC 9457 body. `type` is a stable name, not a page to fetch; `detail` is the first
 * problem's message; `problems` has them all.
 */
export function problemBody(problems: readonly Problem[], status: number, instance?: string): ProblemBody {
  const [first] = problems;
  const body: ProblemBody = {
    type: `urn:socle:problem:${first?.code ?? "api.failed"}`,
    title: STATUS_CODES[status] ?? "Problem",
    status,
    detail:
      problems.length > 1
        ? `${first?.message ?? ""} (${problems.length} problems in all, listed under "problems".)`
        : (first?.message ?? ""),
    problems: problems.map(({ code, message, at }) =>
      at ? { code, message, at: { ...at } } : { code, message },
    ),
  };
  return instance === undefined ? body : { ...body, instance };
}
