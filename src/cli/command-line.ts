// The form of a command of `bin/socle`. One table holds them all; help, completion and the reference are
// made from it.

import type { Problem, Result } from "#kernel";
import type { Progress } from "#store";
import type { CliProblemCode } from "./problems.ts";

export type OptionForm = {
  /** `text` takes a value, `number` a whole number from 0, `flag` none, `texts` may be repeated. */
  readonly takes: "text" | "texts" | "number" | "flag";
  /** What stands for the value in the help, for example `FILE`. */
  readonly value?: string;
  readonly meaning: string;
  readonly choices?: readonly string[];
  /** Without it the call is wrong. */
  readonly needed?: true;
};

export type Given = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
};

/** What a command leaves: the document for `--json`, the words for people, or problems. */
export type Answer = {
  readonly json: unknown;
  readonly text: string /** 1 where the work found a difference. */;
  readonly status?: 0 | 1;
};

export type Work = { readonly progress: Progress; readonly signal: AbortSignal };

export type CommandLine = {
  /** One or two words, for example `index run`. */
  readonly name: string;
  readonly summary: string;
  /** The words after the name, for example `FILE`; a trailing `...` takes one or more. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, OptionForm>>;
  readonly examples: readonly string[];
  /** For completion: values an operand can take, by its place. */
  readonly operandChoices?: Readonly<Record<number, readonly string[]>>;
  run(given: Given, work: Work): Promise<Result<Answer>>;
};

export const neededOptions = ({ options }: Pick<CommandLine, "options">): readonly string[] =>
  Object.keys(options).filter((name) => options[name]?.needed);

/** A wrong call: told with the usage, exit status 2. */
export const usageCode: CliProblemCode = "cli.usage";

export const isUsage = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === usageCode);

export const text = (given: Given, option: string): string | undefined => {
  const value = given.options[option];
  return typeof value === "string" ? value : undefined;
};
/** A whole number from 0, as the call was checked to have. */
export const number = (given: Given, option: string): number | undefined => {
  const value = text(given, option);
  return value === undefined ? undefined : Number(value);
};
export const texts = (given: Given, option: string): readonly string[] => {
  const value = given.options[option];
  return Array.isArray(value) ? value : [];
};
export const flag = (given: Given, option: string): boolean => given.options[option] === true;
