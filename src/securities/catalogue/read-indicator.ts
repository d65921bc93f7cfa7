// One indicator from JSON that people write by hand.

import { type Localised, languages } from "#kernel";
import {
  type Findings,
  identifier,
  type JsonObject,
  localised,
  oneOf,
  printed,
  readObject,
  required,
  text,
} from "../json-fields.ts";
import { formIds, indicatorRoles, securityLevels } from "../security-terms.ts";
import {
  type DocumentationEntry,
  type DocumentationHeading,
  documentationHeadings,
  type Indicator,
  type IndicatorDocumentation,
  type IndicatorEvidence,
  indicatorTransformations,
  indicatorTypes,
  type SourceOfIndicator,
} from "./indicator.ts";

const indicatorKeys = [
  "id",
  "label",
  "form",
  "level",
  "group",
  "type",
  "direction",
  "unit",
  "scale",
  "transformation",
  "sources",
  "breakdowns",
  "documentation",
  "evidence",
] as const;

/** An indicator, or `null` after its faults were reported. */
export function readIndicator(entry: unknown, at: string, findings: Findings): Indicator | null {
  const object = readObject(entry, at, "an indicator", indicatorKeys, findings);
  if (object === null) return null;
  const before = findings.problems.length;
  const id = required(identifier, '"ISI_O_POV"')(object, "id", at, findings);
  const label = required(localised, '{ "en": …, "fr": …, "es": …, "pt": … }')(object, "label", at, findings);
  everyLanguage(label, `${at}.label`, `The label of ${id ?? at}`, findings);
  const form = required(oneOf(formIds), '"income"')(object, "form", at, findings);
  const level = required(oneOf(securityLevels), '"national"')(object, "level", at, findings);
  const group = required(oneOf(indicatorRoles), '"input"')(object, "group", at, findings);
  const type = required(oneOf(indicatorTypes), '"ratio"')(object, "type", at, findings);
  const direction = required(oneOf([1, -1]), "1")(object, "direction", at, findings);
  const unit = required(text(), '"PT"')(object, "unit", at, findings);
  const scale = readScale(object["scale"], `${at}.scale`, findings);
  const transformation = oneOf(indicatorTransformations)(object, "transformation", at, findings);
  const sources = readSources(object["sources"], `${at}.sources`, findings);
  const breakdowns = readBreakdowns(object["breakdowns"], `${at}.breakdowns`, findings);
  const documentation = readDocumentation(object["documentation"], `${at}.documentation`, findings);
  const evidence = readEvidence(object["evidence"], `${at}.evidence`, findings);
  if (findings.problems.length > before) return null;
  if (!id || !label || !form || !level || !group || !type || !direction || !unit || !evidence) return null;
  return {
    ...{ id, label, form, level, group, type, direction, unit },
    ...{ scale, transformation, sources, breakdowns, documentation, evidence },
  };
}

function everyLanguage(words: Localised | null, at: string, what: string, findings: Findings) {
  const missing = words === null ? [] : languages.filter((language) => words[language] === undefined);
  if (missing.length > 0)
    findings.report(
      "securities.field-missing",
      at,
      `${what} is missing in ${missing.join(", ")}. Readers of these languages would see another one; add it.`,
    );
}

function readScale(json: unknown, at: string, findings: Findings): Indicator["scale"] {
  if (json === undefined || json === null) return null;
  if (Array.isArray(json) && json.length === 2 && json.every(Number.isFinite) && json[0] < json[1])
    return [json[0], json[1]];
  findings.report(
    "securities.field-invalid",
    at,
    `"scale" is ${printed(json)}; write the least and the greatest value that can be, such as [0, 100], or leave it out.`,
  );
  return null;
}

const sourceKeys = ["agency", "series"] as const;

function readSources(json: unknown, at: string, findings: Findings): readonly SourceOfIndicator[] {
  const sources: SourceOfIndicator[] = [];
  for (const [i, entry] of listOf(json, at, "sources, best first", findings).entries()) {
    const object = readObject(entry, `${at}[${i}]`, "a source", sourceKeys, findings);
    const agency = object && required(identifier, '"World Bank"')(object, "agency", `${at}[${i}]`, findings);
    const series = object && identifier(object, "series", `${at}[${i}]`, findings);
    if (agency) sources.push({ agency, series: series === agency ? null : series });
  }
  return sources;
}

function readBreakdowns(json: unknown, at: string, findings: Findings): readonly string[] {
  const found = listOf(json, at, "dimensions", findings);
  const dimensions = found.filter((one): one is string => typeof one === "string" && one.trim() === one);
  if (dimensions.length < found.length || new Set(dimensions).size < found.length)
    findings.report(
      "securities.field-invalid",
      at,
      `"breakdowns" is ${printed(json)}; write names of dimensions, each once, such as ["sex", "age"].`,
    );
  // Women and men are asked for before anything else, wherever they are asked for.
  return [...dimensions.filter((one) => one === "sex"), ...dimensions.filter((one) => one !== "sex")];
}

function listOf(json: unknown, at: string, what: string, findings: Findings): readonly unknown[] {
  if (json === undefined || json === null) return [];
  if (Array.isArray(json)) return json;
  findings.report("securities.field-invalid", at, `${printed(json)} is no list of ${what}.`);
  return [];
}

function readDocumentation(json: unknown, at: string, findings: Findings): IndicatorDocumentation {
  if (json === undefined || json === null) return {};
  const object = readObject(json, at, "a documentation", documentationHeadings, findings);
  const entries: Partial<Record<DocumentationHeading, DocumentationEntry>> = {};
  for (const heading of documentationHeadings) {
    if (object?.[heading] === undefined) continue;
    const entry = readEntry(object[heading], `${at}.${heading}`, findings);
    if (entry === null) continue;
    if (heading === "definition" || heading === "unit")
      everyLanguage(entry.text, `${at}.${heading}.text`, `The text of "${heading}"`, findings);
    entries[heading] = entry;
  }
  return entries;
}

function readEntry(json: unknown, at: string, findings: Findings): DocumentationEntry | null {
  const object: JsonObject | null = readObject(json, at, "a heading", ["text", "by"], findings);
  if (object === null) return null;
  const words = required(localised, '{ "en": …, "fr": …, "es": …, "pt": … }')(object, "text", at, findings);
  const by = required(oneOf(["ours", "source"]), '"source"')(object, "by", at, findings);
  return words && by ? { text: words, by } : null;
}

function readEvidence(json: unknown, at: string, findings: Findings): IndicatorEvidence | null {
  const object = readObject(json, at, "the evidence", ["tag", "confidence", "note"], findings);
  if (object === null) return null;
  const note = text()(object, "note", at, findings);
  const tag = required(oneOf(["seen", "memory", "own"]), '"seen"')(object, "tag", at, findings);
  if (tag !== "memory") return tag === null ? null : { tag, note };
  const confidence = required(oneOf(["high", "medium", "low"]), '"medium"')(
    object,
    "confidence",
    at,
    findings,
  );
  return confidence === null ? null : { tag, confidence, note };
}
