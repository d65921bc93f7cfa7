// What commands on the store share: asking it, and the words of the answer.

import { ok, type Result } from "#kernel";
import type { Answer } from "../command-line.ts";
import type { workOnStore as WorkOnStore } from "../store-work.ts";

/** Loaded when it is needed: help, completion and wrong calls answer without store and engines. */
export const workOnStore: typeof WorkOnStore = async (...asked) =>
  (await import("../store-work.ts")).workOnStore(...asked);

/** Only what was given, so that the defaults of the route hold. */
export const present = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export const said = <T>(result: Result<unknown>, words: (value: T) => string): Result<Answer> =>
  result.ok ? ok({ json: result.value, text: words(result.value as T) }) : result;
