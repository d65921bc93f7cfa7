// Reads the fields of JSON that people write by hand, and collects everything that is wrong with them.
// Knows texts, numbers and lists; knows nothing of indexes.

import { type Localised, languages, type Problem, problem } from "#kernel";
import { nearestWord } from "./nearest-word.ts";
import type { SecuritiesProblemCode } from "./problems.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** What was found wrong so far; `field` is a path such as `nodes[3].weight`. */
export type Findings = {
  readonly problems: Problem[];
  report(code: SecuritiesProblemCode, field: string, message: string): void;
};

export function newFindings(): Findings {
  const problems: Problem[] = [];
  return {
    problems,
    report: (code, field, message) =>
      problems.push(problem(code, message, field === "" ? undefined : { field })),
  };
}

/** A value as it stands in the file, short enough for a message. */
export function printed(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export const listed = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");

const pathOf = (at: string, key: string): string => (at === "" ? key : `${at}.${key}`);

/** The object, after refusing every key that is not known; `null` where there is no object. */
export function readObject(
  json: unknown,
  at: string,
  what: string,
  known: readonly string[],
  findings: Findings,
): JsonObject | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    findings.report(
      "securities.not-an-object",
      at,
      `${what} is ${printed(json)}, not a JSON object. Write it as { ${known.slice(0, 2).join(": …, ")}: …, … }.`,
    );
    return null;
  }
  for (const key of Object.keys(json)) {
    if (known.includes(key)) continue;
    const near = nearestWord(key, known);
    findings.report(
      "securities.unknown-key",
      pathOf(at, key),
      `"${key.slice(0, 60)}" is not a key of ${what}${near ? `; the nearest known key is "${near}"` : ""}. Correct or remove it: a setting that is not understood would be lost without a word. Known keys: ${known.join(", ")}.`,
    );
  }
  return json as JsonObject;
}

/** A field of an object by key; `null` when it is absent and may be, or when it is wrong. */
export type FieldReader<T> = (object: JsonObject, key: string, at: string, findings: Findings) => T | null;

const absent = (object: JsonObject, key: string) => !Object.hasOwn(object, key) || object[key] === undefined;

/** Makes a field compulsory: its absence is a problem that says what to write. */
export const required =
  <T>(read: FieldReader<T>, example: string): FieldReader<T> =>
  (object, key, at, findings) => {
    if (absent(object, key)) {
      findings.report(
        "securities.field-missing",
        pathOf(at, key),
        `"${key}" is not given${at === "" ? "" : ` in ${at}`} and has no default. Write for example "${key}": ${example}.`,
      );
      return null;
    }
    return read(object, key, at, findings);
  };

const field =
  <T>(accepts: (value: unknown) => T | null, rule: string): FieldReader<T> =>
  (object, key, at, findings) => {
    if (absent(object, key)) return null;
    const value = accepts(object[key]);
    if (value === null)
      findings.report(
        "securities.field-invalid",
        pathOf(at, key),
        `"${key}" is ${printed(object[key])}; ${rule}`,
      );
    return value;
  };

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

export const text = (rule = "write a text that is not empty.") =>
  field<string>((value) => (isText(value) ? value : null), rule);

/** An id: no blanks around it, because "I1 " would never meet the "I1" of the data. */
export const identifier = field<string>(
  (value) => (isText(value) && value === value.trim() && value.length <= 200 ? value : null),
  "an id is a text of 1 to 200 characters without blanks around it.",
);

export const truth = field<boolean>(
  (value) => (typeof value === "boolean" ? value : null),
  "write true or false.",
);

export const number = (holds: (value: number) => boolean, rule: string) =>
  field<number>(
    (value) => (typeof value === "number" && Number.isFinite(value) && holds(value) ? value : null),
    rule,
  );

export const oneOf = <const T extends string | number>(words: readonly T[], why = "") =>
  field<T>(
    (value) => (words.includes(value as T) ? (value as T) : null),
    `write ${words.length === 1 ? "" : "one of "}${words.map((word) => JSON.stringify(word)).join(", ")}.${why}`,
  );

/** A title: one text, taken as English, or an object of texts by language with at least English. */
export const localised = field<Localised>((value) => {
  if (isText(value)) return { en: value };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const known = entries.every(
    ([key, word]) => (languages as readonly string[]).includes(key) && isText(word),
  );
  return known && Object.hasOwn(value, "en") ? (Object.fromEntries(entries) as Localised) : null;
}, `write one text, or texts by language: { "en": …, "fr": …, "es": …, "pt": … } with at least "en".`);
