import { failAll, ok, type Result } from "#kernel";
import { quantileTypes } from "#statistics";
import { checkMethods } from "./check-methods.ts";
import {
  type CountryGroupScheme,
  type IndexDefinition,
  type IndexNode,
  weightMethods,
} from "./index-definition.ts";
import { checkTree } from "./index-tree.ts";
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
  text,
  truth,
} from "./json-fields.ts";
import { readAreaGroups } from "./read-area-groups.ts";
import {
  readAggregation,
  readImputation,
  readNormalisation,
  readSteps,
  readTreatment,
  stepKeys,
} from "./read-index-steps.ts";
import { formIds, indicatorRoles, securityLevels } from "./security-terms.ts";

const definitionKeys = [
  "id",
  "version",
  "title",
  "form",
  "level",
  "reconstruction",
  "evidence",
  "nodes",
  "imputation",
  "areaGroups",
  "treatment",
  "normalisation",
  "aggregation",
  "weights",
  "screening",
  "referenceAreas",
  "renormaliseSubIndexes",
  "missing",
  "countryGroups",
  "referencePeriod",
] as const;

const nodeKeys = [
  "id",
  "parent",
  "title",
  "role",
  "weight",
  "direction",
  "aggregation",
  "evidence",
  ...stepKeys,
] as const;

/**
 * An index definition from parsed JSON, or everything that is wrong with it.
 *
 * Meaning: fields with a default may be absent (weight 1, aggregation arithmetic, scale 0 to 1,
 * renormalised sub-indexes, minimum share two thirds, no country groups, reference period none);
 * unknown keys are refused with the nearest known key. The tree may have any depth; ids that repeat,
 * unknown parents, cycles, several roots, indicators with children and nodes without are refused.
 *
 * Cost: linear in the number of nodes.
 *
 * @param json what `JSON.parse` gave for the file
 * @returns the definition with defaults filled in, or problems `securities.*` with `at.field`, for
 *   example `nodes[3].weight`
 * @source docs/guides/numbers.md, section 2
 * @example
 * readIndexDefinition({}).problems.map((problem) => problem.at.field)
 * // => ["id", "version", "title", "nodes"]
 */
export function readIndexDefinition(json: unknown): Result<IndexDefinition> {
  const findings = newFindings();
  const root = readObject(json, "", "an index definition", definitionKeys, findings);
  if (root === null) return failAll(findings.problems);

  const id = required(identifier, '"my-index"')(root, "id", "", findings);
  const version = required(text('a version is a text, such as "1".'), '"1"')(root, "version", "", findings);
  const title = required(localised, '"My index"')(root, "title", "", findings);
  const settings = readSettings(root, findings);
  const nodes = readNodes(root, findings);
  checkTree(nodes, findings);
  if (findings.problems.length === 0) checkMethods(nodes, settings, findings);

  if (findings.problems.length > 0 || id === null || version === null || title === null)
    return failAll(findings.problems);
  return ok({ id, version, title, ...settings, nodes: nodes.map(({ node }) => node) });
}

function readSettings(root: JsonObject, findings: Findings) {
  const minimumShare = readPart(root, "missing", ["minimumShare"], findings, (part, at) =>
    number((share) => share >= 0 && share <= 1, "a share lies between 0 and 1; leave it out for two thirds.")(
      part,
      "minimumShare",
      at,
      findings,
    ),
  );
  return {
    form: oneOf([...formIds, "composite"] as const)(root, "form", "", findings),
    level: oneOf(securityLevels)(root, "level", "", findings),
    reconstruction: truth(root, "reconstruction", "", findings) ?? false,
    evidence: text()(root, "evidence", "", findings),
    imputation: readImputation(root, "imputation", "", findings),
    areaGroups: readAreaGroups(root, findings),
    treatment: readTreatment(root, "treatment", "", findings),
    normalisation: readNormalisation(root, "normalisation", "", findings) ?? standardScale,
    aggregation: readAggregation(root, "aggregation", "", findings) ?? ({ method: "arithmetic" } as const),
    weights: oneOf(weightMethods)(root, "weights", "", findings) ?? ("given" as const),
    screening: readPart(root, "screening", ["minimumShare"], findings, (part, at) => ({
      minimumShare:
        required(
          number((share) => share > 0 && share <= 1, "a share lies above 0 and is at most 1."),
          "0.65",
        )(part, "minimumShare", at, findings) ?? 1,
    })),
    referenceAreas: readAreas(root, findings),
    renormaliseSubIndexes: truth(root, "renormaliseSubIndexes", "", findings) ?? true,
    missing: { minimumShare },
    countryGroups: readCountryGroups(root, findings),
    referencePeriod: text('write a period as the data have it, such as "2019".')(
      root,
      "referencePeriod",
      "",
      findings,
    ),
  };
}

/** A part that is an object of its own; `null` when it is not given. */
function readPart<T>(
  root: JsonObject,
  key: string,
  known: readonly string[],
  findings: Findings,
  read: (part: JsonObject, at: string) => T,
): T | null {
  if (!Object.hasOwn(root, key) || root[key] === undefined) return null;
  const part = readObject(root[key], key, `"${key}"`, known, findings);
  return part && read(part, key);
}

const standardScale = { method: "min-max", low: 0, high: 1 } as const;

function readAreas(root: JsonObject, findings: Findings): readonly string[] | null {
  const given = root["referenceAreas"];
  if (given === undefined || given === null) return null;
  const isList = Array.isArray(given) && given.length > 0 && given.every((area) => typeof area === "string");
  if (!isList) {
    findings.report(
      "securities.field-invalid",
      "referenceAreas",
      `"referenceAreas" is ${printed(given)}; write a list of area codes, such as ["KEN", "UGA"], or leave it out to take all areas of the data.`,
    );
    return null;
  }
  const areas = given as readonly string[];
  const repeated = areas.filter((area, i) => areas.indexOf(area) !== i);
  if (repeated.length > 0)
    findings.report(
      "securities.field-invalid",
      "referenceAreas",
      `"referenceAreas" names ${[...new Set(repeated)].map((area) => `"${area}"`).join(", ")} more than once. An area belongs to the set once; take the repetition out.`,
    );
  return areas;
}

function readCountryGroups(root: JsonObject, findings: Findings): CountryGroupScheme | null {
  const known = ["scheme", "probability", "quantileType"];
  return readPart(root, "countryGroups", known, findings, (part, at) => {
    const scheme = required(oneOf(["sesame"]), '"sesame"')(part, "scheme", at, findings);
    const probability = number(
      (share) => share > 0 && share < 1,
      "a probability lies between 0 and 1; write the 60th percentile as 0.6.",
    )(part, "probability", at, findings);
    const quantileType = oneOf(quantileTypes)(part, "quantileType", at, findings);
    return scheme === null
      ? null
      : { scheme, probability: probability ?? 0.6, quantileType: quantileType ?? 7 };
  });
}

function readNodes(root: JsonObject, findings: Findings): readonly { node: IndexNode; at: string }[] {
  const list = root["nodes"];
  if (!Array.isArray(list) || list.length === 0) {
    findings.report(
      list === undefined ? "securities.field-missing" : "securities.not-an-object",
      "nodes",
      `"nodes" is ${printed(list)}; an index needs a list of nodes: the index itself, its sub-indexes and its indicators.`,
    );
    return [];
  }
  const nodes: { node: IndexNode; at: string }[] = [];
  for (const [position, entry] of list.entries()) {
    const at = `nodes[${position}]`;
    const object = readObject(entry, at, "a node", nodeKeys, findings);
    const node = object && readNode(object, at, findings);
    if (node) nodes.push({ node, at });
  }
  return nodes;
}

function readNode(object: JsonObject, at: string, findings: Findings): IndexNode | null {
  const id = required(identifier, '"I1"')(object, "id", at, findings);
  const parent = object["parent"] === null ? null : identifier(object, "parent", at, findings);
  const weight = number(
    (value) => value >= 0,
    "a weight is a number of at least 0; 0 shows a part and does not count it.",
  )(object, "weight", at, findings);
  const given = oneOf([1, -1], " 1 where more is better, -1 where less is.")(
    object,
    "direction",
    at,
    findings,
  );
  // A direction that is wrong still shows that an indicator was meant; one message is enough.
  const direction = given ?? (object["direction"] === undefined ? null : 1);
  const node = {
    parent,
    title: localised(object, "title", at, findings),
    role: oneOf(indicatorRoles)(object, "role", at, findings),
    weight: weight ?? 1,
    direction,
    aggregation: readAggregation(object, "aggregation", at, findings),
    steps: direction === null ? stepsOfNode(object, at, findings) : readSteps(object, at, findings),
    evidence: text()(object, "evidence", at, findings),
  };
  return id === null ? null : { id, ...node };
}

/** A node formed from others has no steps: they are refused where they would be lost without a word. */
function stepsOfNode(object: JsonObject, at: string, findings: Findings): null {
  for (const key of stepKeys)
    if (object[key] !== undefined)
      findings.report(
        "securities.field-invalid",
        `${at}.${key}`,
        `"${key}" stands at a node that has no direction, and only an indicator has steps. Move it to the indicators below, or to the definition itself.`,
      );
  return null;
}
