// The catalogue of indicators: what each measures, in which unit, and how it is known. Its data stand in
// `definitions/indicators.json`; this file reads and checks them.

import { failAll, ok, type Result } from "#kernel";
import { identifier, newFindings, printed, readObject, required, text, truth } from "../json-fields.ts";
import type { Indicator, IndicatorCatalogue } from "./indicator.ts";
import { readIndicator } from "./read-indicator.ts";

const catalogueKeys = ["id", "version", "reconstruction", "evidence", "indicators"] as const;

/**
 * The indicator catalogue from parsed JSON, or everything that is wrong with it: labels missing in one of
 * the four languages, unknown forms and groups, ids that repeat.
 *
 * @param json what `JSON.parse` gave for the file
 * @returns the catalogue, or problems `securities.*` with `at.field`, such as `indicators[3].unit`
 * @example
 * readIndicatorCatalogue({ id: "mine", version: "1", indicators: [] }).ok // => true
 */
export function readIndicatorCatalogue(json: unknown): Result<IndicatorCatalogue> {
  const findings = newFindings();
  const root = readObject(json, "", "an indicator catalogue", catalogueKeys, findings);
  if (root === null) return failAll(findings.problems);
  const id = required(identifier, '"my-indicators"')(root, "id", "", findings);
  const version = required(text(), '"1"')(root, "version", "", findings);
  const reconstruction = truth(root, "reconstruction", "", findings) ?? false;
  const evidence = text()(root, "evidence", "", findings);
  const list = root["indicators"];
  if (!Array.isArray(list))
    findings.report(
      "securities.field-missing",
      "indicators",
      `"indicators" is ${printed(list)}; a catalogue needs a list of indicators.`,
    );
  const indicators: Indicator[] = [];
  const firstAt = new Map<string, string>();
  for (const [position, entry] of (Array.isArray(list) ? list : []).entries()) {
    const at = `indicators[${position}]`;
    const indicator = readIndicator(entry, at, findings);
    if (indicator === null) continue;
    const first = firstAt.get(indicator.id);
    if (first !== undefined)
      findings.report(
        "securities.indicator-duplicate",
        `${at}.id`,
        `The id "${indicator.id}" stands at ${first} and again at ${at}. Observations are found by id; rename or remove one of the two.`,
      );
    firstAt.set(indicator.id, at);
    indicators.push(indicator);
  }
  if (findings.problems.length > 0 || id === null || version === null) return failAll(findings.problems);
  return ok({ id, version, reconstruction, evidence, indicators });
}
