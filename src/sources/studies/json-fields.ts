// Fields of JSON that people write by hand: each is read by what it may hold, an object by its table of
// fields, and everything that is wrong is collected with its path. Knows nothing of studies.

import { type Localised, languages, type Problem, problem, visibleText } from "#kernel";
import { nearestName } from "../nearest-name.ts";
import type { StudiesProblemCode } from "./problems.ts";

/** What was found wrong so far. */
export type Findings = {
  readonly file: string;
  readonly problems: Problem[];
};

export function report(findings: Findings, code: StudiesProblemCode, field: string, message: string): void {
  findings.problems.push(
    problem(code, message, field === "" ? { file: findings.file } : { file: findings.file, field }),
  );
}

/** The value, or `undefined` after a problem was told. */
export type Reader<T> = (value: unknown, at: string, findings: Findings) => T | undefined;

/** A field of an object: it must be there, unless it has a value otherwise or may lack. */
export type Field<T> = { readonly read: Reader<T>; readonly otherwise?: T; readonly mayLack?: true };
type Fields = Readonly<Record<string, Field<unknown>>>;
type Read<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export const needed = <T>(read: Reader<T>): Field<T> => ({ read });
export const otherwise = <T>(read: Reader<T>, value: T): Field<T> => ({ read, otherwise: value });
/** Left out of the object where the file does not have it. */
export const lacking = <T>(read: Reader<T>): Field<T> => ({ read, mayLack: true });

/** A value as it stands in the file, short enough for a message. */
export function printed(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = jsonOf(value) ?? "nested too deep to be shown";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `null` where it is nested so deep that writing it would break off. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return null;
  }
}

const wrong = (findings: Findings, at: string, value: unknown, rule: string): undefined => {
  report(
    findings,
    "studies.field-invalid",
    at,
    `${at === "" ? "The file" : at} is ${printed(value)}. ${rule} Nothing was imported.`,
  );
  return undefined;
};

export const holding =
  <T>(fits: (value: unknown) => value is T, rule: string): Reader<T> =>
  (value, at, findings) =>
    fits(value) ? value : wrong(findings, at, value, rule);

/** Longer texts belong into a document. */
const longestText = 20_000;
const longestObject = 100_000;

export const text: Reader<string> = (value, at, findings) => {
  if (typeof value !== "string") return wrong(findings, at, value, "Write a text between quotation marks.");
  const shown = visibleText(value).trim();
  if (shown === "") return wrong(findings, at, value, "Write a text, or leave the field out.");
  if (shown.length > longestText)
    return wrong(
      findings,
      at,
      value,
      `It has ${shown.length} characters; the limit is ${longestText}. Shorten it, and add the long text as a document.`,
    );
  return shown;
};

/** A code as data files have it: a text, or a number written without quotation marks. */
export const code: Reader<string> = (value, at, findings) =>
  typeof value === "number" && Number.isFinite(value) ? String(value) : text(value, at, findings);

export const truth = holding(
  (value): value is boolean => typeof value === "boolean",
  "Write true or false, without quotation marks.",
);

export const number = (fits: (value: number) => boolean, rule: string): Reader<number> =>
  holding(
    (value): value is number => typeof value === "number" && Number.isFinite(value) && fits(value),
    rule,
  );

export const year = number(
  (value) => Number.isInteger(value) && value >= 1900 && value <= 2100,
  "Write a year from 1900 to 2100, as a number of four digits.",
);

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, at, findings) =>
    value === null ? null : read(value, at, findings);

export const oneOf =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (value, at, findings) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const near = typeof value === "string" ? nearestName(value, words) : null;
    report(
      findings,
      "studies.word-unknown",
      at,
      `${at} is ${printed(value)}, which is none of its words${near === null ? "" : `; the nearest is "${near}"`}. Write one of ${words.map((word) => `"${word}"`).join(", ")}. Nothing was imported.`,
    );
    return undefined;
  };

/** Faults of one list named one by one; a list of thousands that is wrong throughout has one fault. */
const namedFaults = 50;

export const listOf =
  <T>(read: Reader<T>, what: string, fewest = 0): Reader<readonly T[]> =>
  (value, at, findings) => {
    if (!Array.isArray(value) || value.length < fewest)
      return wrong(
        findings,
        at,
        value,
        `Write a list of ${what} between square brackets${fewest > 0 ? `, with at least ${fewest === 1 ? "one" : fewest}` : ""}.`,
      );
    const before = findings.problems.length;
    const items: T[] = [];
    for (const [place, each] of value.entries()) {
      if (findings.problems.length - before >= namedFaults) {
        report(
          findings,
          "studies.field-invalid",
          at,
          `${at} has more than ${namedFaults} faults; those from item ${place + 1} of ${value.length} on are not listed. Correct the first ones and try again.`,
        );
        break;
      }
      const item = read(each, `${at}[${place}]`, findings);
      if (item !== undefined) items.push(item);
    }
    return items;
  };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object whose keys are names of the data. */
export const byName =
  <T>(read: Reader<T>, rule: string): Reader<Readonly<Record<string, T>>> =>
  (value, at, findings) => {
    if (!isObject(value)) return wrong(findings, at, value, rule);
    const pairs = Object.entries(value).map(
      ([name, each]) => [name, read(each, `${at}.${name}`, findings)] as const,
    );
    return Object.fromEntries(pairs.filter((pair): pair is [string, T & {}] => pair[1] !== undefined));
  };

/** Any object that is no larger than people write, kept as it is: others say whether it holds. */
export const anyObject = holding(
  (value): value is Readonly<Record<string, unknown>> =>
    isObject(value) && (jsonOf(value)?.length ?? Number.POSITIVE_INFINITY) <= longestObject,
  "Write an object between braces, or null.",
);

/** An object of known fields; one that is not known is told, because it would be lost without a word. */
export const objectOf =
  <F extends Fields>(what: string, fields: F): Reader<Read<F>> =>
  (value, at, findings) => {
    const names = Object.keys(fields);
    if (!isObject(value)) return wrong(findings, at, value, `${what} is an object: { "${names[0]}": …, … }.`);
    const path = (name: string) => (at === "" ? name : `${at}.${name}`);
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(fields, name)) continue;
      const near = nearestName(name, names);
      report(
        findings,
        "studies.field-unknown",
        path(name.slice(0, 60)),
        `"${name.slice(0, 60)}" is no field of ${what}${near === null ? "" : `; the nearest is "${near}"`}. What it says would be lost without a word; correct it or take it out. The fields are ${names.join(", ")}. Nothing was imported.`,
      );
    }
    const read: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if (given !== undefined) {
        const taken = field.read(given, path(name), findings);
        if (taken !== undefined) read[name] = taken;
      } else if (Object.hasOwn(field, "otherwise")) read[name] = field.otherwise;
      else if (!field.mayLack)
        report(
          findings,
          "studies.field-missing",
          path(name),
          `${what} does not say "${name}", which has no default. Write it. Nothing was imported.`,
        );
    }
    // Where a field is not there, a problem was told, and what is read is not used.
    return read as Read<F>;
  };

/** A text in up to four languages; a bare text is English. */
export const localised: Reader<Localised> = (value, at, findings) => {
  if (typeof value === "string") {
    const en = text(value, at, findings);
    return en === undefined ? undefined : { en };
  }
  if (!isObject(value))
    return wrong(
      findings,
      at,
      value,
      'Write a text, or a text for each language: { "en": …, "fr": …, "es": …, "pt": … }.',
    );
  return inLanguages(value, at, findings);
};

const languageFields = Object.fromEntries(
  languages.map((language) => [language, language === "en" ? needed(text) : lacking(text)]),
);
const inLanguages = objectOf(
  "a text in languages",
  languageFields as Record<"en", Field<string>> & Record<string, Field<string>>,
) as Reader<Localised>;

/** Each name once; the second is told with the place of the first. Names that are not there are not compared. */
export function tellRepeated(
  names: readonly string[],
  path: (index: number) => string,
  why: string,
  findings: Findings,
): void {
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    if (!name) continue;
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    else
      report(
        findings,
        "studies.repeated",
        path(index),
        `${path(index)} is "${name.slice(0, 60)}", as is ${path(before)}. ${why} Nothing was imported.`,
      );
  }
}
