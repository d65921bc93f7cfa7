// Fields of a request that people write by hand: each is checked by what it may hold, an object by its table
// of fields, and everything that is wrong is collected.

import { type Problem, problem } from "#kernel";

/** The value with its defaults, or `undefined` after a problem was told. */
export type Check = (value: unknown, at: string, found: Problem[]) => unknown;

/** What a field holds, and whether it must be there or is filled in. */
export type Field = { readonly check: Check; readonly needed?: true; readonly otherwise?: unknown };
export type Fields = Readonly<Record<string, Field>>;

/** A value as it stands in the request, short enough for a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const wrong = (at: string, value: unknown, rule: string, found: Problem[]): undefined => {
  found.push(
    problem("statistics.survey-request-invalid", `${at || "The request"} is ${shown(value)}. ${rule}`, {
      field: at,
    }),
  );
  return undefined;
};

const holding =
  (fits: (value: unknown) => boolean, rule: string): Check =>
  (value, at, found) =>
    fits(value) ? value : wrong(at, value, rule, found);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

export const text = holding(isText, "Write a text that is not empty.");
export const columnName = holding(isText, "Write the name of a column between quotation marks.");
export const truth = holding((value) => typeof value === "boolean", "Write true or false.");
export const textOrNumber = holding(
  (value) => typeof value === "string" || isNumber(value),
  "Write a text or a number, as it stands in the data.",
);

export const number = (fits: (value: number) => boolean, rule: string): Check =>
  holding((value) => isNumber(value) && fits(value), rule);

export const atLeastZero = number((value) => value >= 0, "Write a number of at least 0.");
export const aboveZero = number((value) => value > 0, "Write a number above 0.");
export const count = number((value) => Number.isInteger(value) && value > 0, "Write a whole number above 0.");

export const oneOf = (words: readonly unknown[]): Check =>
  holding((value) => words.includes(value), `Write one of ${words.map(shown).join(", ")}.`);

/** One of several kinds of value; the rule says all of them. */
export const either =
  (checks: readonly Check[], rule: string): Check =>
  (value, at, found) => {
    for (const check of checks) {
      const tried: Problem[] = [];
      const taken = check(value, at, tried);
      if (tried.length === 0) return taken;
    }
    return wrong(at, value, rule, found);
  };

export const listOf =
  (check: Check, rule: string, fewest = 0, most = Number.POSITIVE_INFINITY): Check =>
  (value, at, found) => {
    if (!Array.isArray(value) || value.length < fewest || value.length > most)
      return wrong(at, value, rule, found);
    return value.map((each, place) => check(each, `${at}[${place}]`, found));
  };

/** An object whose keys are names of the data. */
export const byName =
  (check: Check, rule: string): Check =>
  (value, at, found) => {
    if (!isObject(value)) return wrong(at, value, rule, found);
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, check(each, `${at}.${name}`, found)]),
    );
  };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of known fields; one that is not known is told, because it would be ignored without a word. */
export const objectOf =
  (what: string, fields: Fields): Check =>
  (value, at, found) => {
    if (!isObject(value))
      return wrong(at, value, `${what} is an object: { "${Object.keys(fields)[0]}": …, … }.`, found);
    const path = (name: string) => (at === "" ? name : `${at}.${name}`);
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name)) {
        const near = nearest(name, Object.keys(fields));
        found.push(
          problem(
            "statistics.survey-field-unknown",
            `"${name.slice(0, 60)}" is no field of ${what[0]!.toLowerCase()}${what.slice(1)} and would be ignored without a word. ${near === null ? "Correct it or take it out" : `Did you mean "${near}"`}${near === null ? "." : "?"} The fields are ${Object.keys(fields).join(", ")}.`,
            { field: path(name) },
          ),
        );
      }
    const read: Record<string, unknown> = {};
    for (const [name, { check, needed, otherwise }] of Object.entries(fields)) {
      const given = value[name];
      if (given !== undefined) {
        const taken = check(given, path(name), found);
        if (taken !== undefined) read[name] = taken;
      } else if (needed)
        found.push(
          problem(
            "statistics.survey-field-missing",
            `${what} does not say "${name}", which has no default. Write it.`,
            { field: path(name) },
          ),
        );
      else if (otherwise !== undefined) read[name] = otherwise;
    }
    return read;
  };

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** A known name that differs by case and signs alone, or begins alike. */
const nearest = (name: string, known: readonly string[]): string | null =>
  known.find((other) => bare(other) === bare(name)) ??
  known.find((other) => bare(other).slice(0, 4) === bare(name).slice(0, 4)) ??
  null;
