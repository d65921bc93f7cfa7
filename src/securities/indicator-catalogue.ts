// The catalogue of indicators: what each measures, in which unit, and how it is known. Its data stand in
// `definitions/indicators.json`; this file reads and checks them.

import { failAll, type Localised, languages, ok, type Result } from "#kernel";
import {
  type Findings,
  identifier,
  localised,
  newFindings,
  oneOf,
  printed,
  readObject,
  required,
  text,
  truth,
} from "./json-fields.ts";
import {
  type FormId,
  formIds,
  type IndicatorRole,
  indicatorRoles,
  type SecurityLevel,
  securityLevels,
} from "./security-terms.ts";

/** How it is known that an indicator belongs to its form. */
export type IndicatorEvidence =
  | { readonly tag: "seen"; readonly note: string | null }
  /** From memory: to be verified before publication. */
  | { readonly tag: "memory"; readonly confidence: "high" | "medium" | "low"; readonly note: string | null };

export type Indicator = {
  readonly id: string;
  /** In all four languages. */
  readonly label: Localised;
  readonly form: FormId;
  readonly level: SecurityLevel;
  readonly group: IndicatorRole;
  /** `mixed`: 0 where the thing does not exist, else a quantity. */
  readonly type: "binary" | "ratio" | "mixed";
  readonly direction: 1 | -1;
  /** Unit code, see `Quantity`. */
  readonly unit: string;
  readonly evidence: IndicatorEvidence;
};

export type IndicatorCatalogue = {
  readonly id: string;
  readonly version: string;
  readonly reconstruction: boolean;
  readonly evidence: string | null;
  readonly indicators: readonly Indicator[];
};

const catalogueKeys = ["id", "version", "reconstruction", "evidence", "indicators"] as const;
const indicatorKeys = [
  "id",
  "label",
  "form",
  "level",
  "group",
  "type",
  "direction",
  "unit",
  "evidence",
] as const;

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

function readIndicator(entry: unknown, at: string, findings: Findings): Indicator | null {
  const object = readObject(entry, at, "an indicator", indicatorKeys, findings);
  if (object === null) return null;
  const id = required(identifier, '"ISI_O_POV"')(object, "id", at, findings);
  const label = required(localised, '{ "en": …, "fr": …, "es": …, "pt": … }')(object, "label", at, findings);
  const missing = label === null ? [] : languages.filter((language) => label[language] === undefined);
  if (missing.length > 0)
    findings.report(
      "securities.field-missing",
      `${at}.label`,
      `The label of ${id ?? at} is missing in ${missing.join(", ")}. Readers of these languages would see another one; add it.`,
    );
  const form = required(oneOf(formIds), '"income"')(object, "form", at, findings);
  const level = required(oneOf(securityLevels), '"national"')(object, "level", at, findings);
  const group = required(oneOf(indicatorRoles), '"input"')(object, "group", at, findings);
  const type = required(oneOf(["binary", "ratio", "mixed"]), '"ratio"')(object, "type", at, findings);
  const direction = required(oneOf([1, -1]), "1")(object, "direction", at, findings);
  const unit = required(text(), '"PT"')(object, "unit", at, findings);
  const evidence = readEvidence(object["evidence"], `${at}.evidence`, findings);
  if (!id || !label || !form || !level || !group || !type || !direction || !unit || !evidence) return null;
  return { id, label, form, level, group, type, direction, unit, evidence };
}

function readEvidence(json: unknown, at: string, findings: Findings): IndicatorEvidence | null {
  const object = readObject(json, at, "the evidence", ["tag", "confidence", "note"], findings);
  if (object === null) return null;
  const note = text()(object, "note", at, findings);
  const tag = required(oneOf(["seen", "memory"]), '"seen"')(object, "tag", at, findings);
  if (tag !== "memory") return tag === null ? null : { tag, note };
  const confidence = required(oneOf(["high", "medium", "low"]), '"medium"')(
    object,
    "confidence",
    at,
    findings,
  );
  return confidence === null ? null : { tag, confidence, note };
}
