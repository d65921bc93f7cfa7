// A rule for choosing values from JSON that people write by hand.

import { failAll, ok, type Result } from "#kernel";
import type { SourceOfIndicator } from "../catalogue/indicator.ts";
import {
  type Findings,
  identifier,
  type JsonObject,
  localised,
  newFindings,
  number,
  oneOf,
  printed,
  readObject,
  required,
} from "../json-fields.ts";
import { orderRules, type SelectionRule, tieRules, type YearCut, yearPreferences } from "./selection-rule.ts";

const ruleKeys = [
  "id",
  "title",
  "years",
  "window",
  "order",
  "prefer",
  "ties",
  "sexes",
  "indicators",
  "sources",
  "without",
  "coverage",
] as const;

/** So many reference years and no more: each makes a value for every indicator and area. */
const mostYears = 100;

const isYear = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1000 && (value as number) <= 2999;
const wholeYears = number(
  (value) => Number.isInteger(value) && value >= 0 && value <= 200,
  "write a whole number of years from 0 to 200.",
);

/**
 * A rule for choosing values from parsed JSON, or everything that is wrong with it.
 *
 * @returns the rule, or problems `securities.*` with `at.field`, such as `window.before`
 * @example
 * readSelectionRule({ id: "mine", title: "Mine", years: [2015] }).ok // => true
 */
export function readSelectionRule(json: unknown): Result<SelectionRule> {
  const findings = newFindings();
  const root = readObject(json, "", "a rule for choosing values", ruleKeys, findings);
  if (root === null) return failAll(findings.problems);
  const id = required(identifier, '"income-2015"')(root, "id", "", findings);
  if (id !== null && !/^[a-z0-9][a-z0-9-]{1,59}$/.test(id))
    findings.report(
      "securities.field-invalid",
      "id",
      `"id" is ${printed(id)}; it becomes the name of a series of releases: 2 to 60 small letters, digits and hyphens, such as "income-2015".`,
    );
  const title = required(localised, '"Income security, 2015"')(root, "title", "", findings);
  const years = readYears(root["years"], findings);
  const window = readPart(root["window"], "window", ["before", "after"], findings);
  const sexes = readTexts(root["sexes"], "sexes", findings) ?? ["T"];
  const rule: SelectionRule = {
    id: id ?? "",
    title: title ?? { en: "" },
    years,
    window: {
      before: (window && wholeYears(window, "before", "window", findings)) ?? 0,
      after: (window && wholeYears(window, "after", "window", findings)) ?? 0,
    },
    order: oneOf(orderRules)(root, "order", "", findings) ?? "source",
    prefer: oneOf(yearPreferences)(root, "prefer", "", findings) ?? "nearest",
    ties: oneOf(tieRules)(root, "ties", "", findings) ?? "later",
    sexes: sexes.length === 0 ? ["T"] : sexes,
    indicators: readTexts(root["indicators"], "indicators", findings),
    sources: readSources(root["sources"], findings),
    without: readWithout(root["without"], findings),
    coverage: readCoverage(root["coverage"], findings),
  };
  return findings.problems.length > 0 ? failAll(findings.problems) : ok(rule);
}

const readPart = (
  json: unknown,
  at: string,
  keys: readonly string[],
  findings: Findings,
): JsonObject | null =>
  json === undefined || json === null ? null : readObject(json, at, `"${at}"`, keys, findings);

function readYears(json: unknown, findings: Findings): readonly number[] {
  const { from, to } = (json ?? {}) as { from?: unknown; to?: unknown };
  const span = !Array.isArray(json) && isYear(from) && isYear(to) && to >= from && to - from < mostYears;
  const years = span ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : json;
  if (Array.isArray(years) && years.length > 0 && years.length <= mostYears && years.every(isYear))
    return [...new Set(years)].sort((a, b) => a - b);
  findings.report(
    "securities.field-invalid",
    "years",
    `"years" is ${printed(json)}; write the reference years, such as [2015], or a span, such as { "from": 2000, "to": 2015 }, at most ${mostYears}.`,
  );
  return [];
}

function readTexts(json: unknown, at: string, findings: Findings): readonly string[] | null {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json) && json.every((one) => typeof one === "string" && one.trim() === one && one !== ""))
    return [...new Set(json as string[])];
  findings.report("securities.field-invalid", at, `"${at}" is ${printed(json)}; write a list of texts.`);
  return null;
}

function readSources(json: unknown, findings: Findings): SelectionRule["sources"] {
  const found = new Map<string, readonly SourceOfIndicator[]>();
  if (json === undefined || json === null) return found;
  if (typeof json !== "object" || Array.isArray(json)) {
    findings.report(
      "securities.field-invalid",
      "sources",
      `"sources" is ${printed(json)}; write an order by indicator, best first, and "*" for all others: { "*": ["ILO", "World Bank"] }.`,
    );
    return found;
  }
  for (const [indicator, list] of Object.entries(json)) {
    const at = `sources.${indicator}`;
    if (!Array.isArray(list) || list.length === 0) {
      findings.report(
        "securities.field-invalid",
        at,
        `The sources of ${indicator} are ${printed(list)}; write a list, best first: names of agencies, or { "agency": …, "series": … } where the agency has another code for it.`,
      );
      continue;
    }
    const order: SourceOfIndicator[] = [];
    for (const [i, entry] of list.entries()) {
      const object =
        typeof entry === "string"
          ? { agency: entry }
          : readObject(entry, `${at}[${i}]`, "a source", ["agency", "series"], findings);
      const agency = object && required(identifier, '"ILO"')(object, "agency", `${at}[${i}]`, findings);
      const series = object && identifier(object, "series", `${at}[${i}]`, findings);
      if (agency) order.push({ agency, series: series ?? null });
    }
    found.set(indicator, order);
  }
  return found;
}

function readWithout(json: unknown, findings: Findings): SelectionRule["without"] {
  const part = readPart(json, "without", ["statuses", "after"], findings);
  const statuses = (part && readTexts(part["statuses"], "without.statuses", findings)) ?? [];
  const cuts = part?.["after"] ?? [];
  const after: YearCut[] = [];
  if (!Array.isArray(cuts))
    findings.report(
      "securities.field-invalid",
      "without.after",
      `"after" is ${printed(cuts)}; write a list such as [{ "year": 2023, "series": "pop" }].`,
    );
  for (const [i, entry] of (Array.isArray(cuts) ? cuts : []).entries()) {
    const at = `without.after[${i}]`;
    const object = readObject(
      entry,
      at,
      "a year after which nothing counts",
      ["year", "agency", "series"],
      findings,
    );
    const year =
      object && required(number(isYear, "write a year, such as 2023."), "2023")(object, "year", at, findings);
    if (object === null || year === null) continue;
    after.push({
      year,
      agency: identifier(object, "agency", at, findings),
      series: identifier(object, "series", at, findings),
    });
  }
  return { statuses, after };
}

function readCoverage(json: unknown, findings: Findings): SelectionRule["coverage"] {
  const part = readPart(json, "coverage", ["minimumShare", "below"], findings);
  if (part === null) return null;
  const share = required(
    number((value) => value > 0 && value <= 1, "write a share above 0 and at most 1."),
    "0.65",
  )(part, "minimumShare", "coverage", findings);
  const below = oneOf(["flag", "leave-out"])(part, "below", "coverage", findings) ?? "flag";
  return share === null ? null : { minimumShare: share, below };
}
