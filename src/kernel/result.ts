// Expected failures are values. A `Problem` says what is wrong, which value, where, why it matters and
// what to do; the stable `code` is what programs and translations hold on to.

/** Where in a file, request or document a problem sits. */
export type Place = {
  readonly file?: string;
  /** A name in the request or definition, for example `nodes[3].weight`. */
  readonly field?: string;
  readonly sheet?: string;
  /** 1-based, counting the header line, as a spreadsheet shows it. */
  readonly row?: number;
  readonly column?: string;
  readonly line?: number;
  readonly page?: number;
  readonly article?: string;
  /** What stands there, where a program or a page can do something with it: an area to leave out. */
  readonly text?: string;
};

/** An expected failure: `code` is `module.what-is-wrong`, `message` one or more plain sentences. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly at?: Place;
};

export type Result<T, P = readonly Problem[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: P };

/**
 * A success.
 *
 * @example
 * ok(3) // => { ok: true, value: 3 }
 */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/**
 * A failure with one problem or several; never with none.
 *
 * @example
 * fail(problem("a.b", "Why.")) // => { ok: false, problems: [{ code: "a.b", message: "Why." }] }
 */
export const fail = (...problems: readonly [Problem, ...Problem[]]): Result<never> => ({
  ok: false,
  problems,
});

/**
 * A failure carrying a list collected elsewhere; an empty list would be a defect of the caller and throws.
 *
 * @example
 * failAll([problem("a.b", "Why.")]).ok // => false
 */
export function failAll(problems: readonly Problem[]): Result<never> {
  if (problems.length === 0) throw new Error("failAll: a failure needs at least one problem");
  return { ok: false, problems };
}

/**
 * A `Problem` without an absent `at`, so that exact optional types hold.
 *
 * @example
 * problem("a.b", "Why.", { row: 3 }) // => { code: "a.b", message: "Why.", at: { row: 3 } }
 */
export const problem = (code: string, message: string, at?: Place): Problem =>
  at === undefined ? { code, message } : { code, message, at };
