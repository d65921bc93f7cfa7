import type { Problem } from "#kernel";

/**
 * Thrown inside hooks and handlers to end a request with problems; the error handler makes the answer of
 * it. Never leaves the shell.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(problems: readonly Problem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems[0]?.code ?? "refused");
    this.problems = problems;
    this.headers = headers;
  }
}
