import { failAll, type Localised, languages, ok, problem, type Result } from "#kernel";
import { type StudyKind, studyKinds } from "#records";
import { formOfSecurity } from "../forms-of-security.ts";
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
} from "../json-fields.ts";
import { type FormId, formIds, type IndicatorRole, indicatorRoles } from "../security-terms.ts";
import type {
  MicroForm,
  MicroIndexDefinition,
  MicroItem,
  MicroStep,
  MicroStructure,
} from "./micro-definition.ts";
import { readItem, readMissingCodes, readRowsWith } from "./read-micro-item.ts";

const sharedKeys = [
  "id",
  "version",
  "title",
  "note",
  "kind",
  "file",
  "universe",
  "reconstruction",
  "evidence",
  "form",
  "missing",
  "deficitBelow",
] as const;
const definitionKeys = [...sharedKeys, "groupWeights", "forms", "combined", "steps", "cumulative"] as const;

/**
 * A micro-level index from parsed JSON: an index of persons or establishments by form of security and group of
 * items, or by steps such as those of the Human Development Enterprise; or everything that is wrong with it.
 *
 * Defaults: weight 1 of items and steps; groups 1 for inputs and processes, 2 for outcomes; in the combined
 * index 2 for income and representation, 1 for the others; at least two thirds of the items of a group
 * answered; a deficit below 0.5.
 *
 * Cost: linear in the number of items.
 *
 * @param json what `JSON.parse` gave for the file
 * @param file its name, for messages
 * @returns the definition with every default filled in, or problems `securities.*` with `at.file` and
 *   `at.field`, for example `forms[2].items[0].recode`
 * @limits Whether columns and codes are those of a study is known with its dictionary alone: `checkMicroIndex`
 *   says that.
 * @source docs/methods/micro-indexes.md
 * @example
 * readMicroIndex({}, "pss.json").problems.map((problem) => problem.at.field)
 * // => ["id", "version", "title", "kind", "file", "reconstruction", "forms"]
 */
export function readMicroIndex(json: unknown, file: string): Result<MicroIndexDefinition> {
  const findings = newFindings();
  const definition = readDefinition(json, findings);
  if (findings.problems.length === 0 && definition !== null) return ok(definition);
  return failAll(findings.problems.map(({ code, message, at }) => problem(code, message, { file, ...at })));
}

function readDefinition(json: unknown, findings: Findings): MicroIndexDefinition | null {
  const root = readObject(json, "", "a micro-level index", definitionKeys, findings);
  if (root === null) return null;
  const id = required(identifier, '"pss"')(root, "id", "", findings);
  const version = required(text('a version is a text, such as "1".'), '"1"')(root, "version", "", findings);
  const title = inAllLanguages(root, "title", "", findings);
  const note = root["note"] === undefined ? null : inAllLanguages(root, "note", "", findings);
  const kind = required(oneOf(studyKinds), '"people"')(root, "kind", "", findings);
  const file = required(identifier, '"persons"')(root, "file", "", findings);
  const reconstruction = required(truth, "true")(root, "reconstruction", "", findings);
  const evidence = text()(root, "evidence", "", findings);
  if (reconstruction === true && root["evidence"] === undefined)
    findings.report(
      "securities.field-missing",
      "evidence",
      'The index is called a reconstruction, and nothing says of what and how far. Write in "evidence" what was seen, what is from memory and what was decided.',
    );
  const universe = readRowsWith(root["universe"], "universe", "of whom the index is", findings);
  const missing = readMissing(root, findings);
  const deficitBelow = number(
    (level) => level > 0 && level <= 1,
    "the level of a score below which there is a deficit lies above 0 and at most at 1.",
  )(root, "deficitBelow", "", findings);
  const structure = readStructure(root, findings);
  const form = oneOf(formIds)(root, "form", "", findings);
  if (form !== null && structure?.of === "forms")
    findings.report(
      "securities.field-invalid",
      "form",
      '"form" stands at an index of several forms. Each of them is named in "forms"; take it out.',
    );
  if (!id || !version || !title || !kind || !file || reconstruction === null || !structure) return null;
  return {
    ...{ id, version, title, note, kind: kind as StudyKind, file, reconstruction, evidence, form },
    universe,
    ...missing,
    deficitBelow: deficitBelow ?? 0.5,
    structure,
  };
}

/** A text in each of the four languages. */
function inAllLanguages(object: JsonObject, key: string, at: string, findings: Findings): Localised | null {
  const example = '{ "en": …, "fr": …, "es": …, "pt": … }';
  const words = required(localised, example)(object, key, at, findings);
  const absent = words === null ? [] : languages.filter((language) => words[language] === undefined);
  if (absent.length > 0)
    findings.report(
      "securities.field-missing",
      at === "" ? key : `${at}.${key}`,
      `"${key}" is missing in ${absent.join(", ")}. Readers of these languages would see another one; add it.`,
    );
  return words;
}

function readMissing(root: JsonObject, findings: Findings) {
  if (root["missing"] === undefined) return { minimumShare: null, missingCodes: {} };
  const part = readObject(root["missing"], "missing", '"missing"', ["minimumShare", "codes"], findings) ?? {};
  return {
    minimumShare: number(
      (share) => share >= 0 && share <= 1,
      "a share lies between 0 and 1; leave it out for two thirds.",
    )(part, "minimumShare", "missing", findings),
    missingCodes: readMissingCodes(part, "codes", "missing", findings),
  };
}

function readStructure(root: JsonObject, findings: Findings): MicroStructure | null {
  const [forms, steps] = [root["forms"] !== undefined, root["steps"] !== undefined];
  if (forms === steps) {
    findings.report(
      forms ? "securities.field-invalid" : "securities.field-missing",
      forms ? "steps" : "forms",
      forms
        ? 'An index has "forms" or "steps", and this one has both. Make two definitions of it.'
        : 'An index needs "forms", each with its items, or "steps". Neither is given.',
    );
    return null;
  }
  for (const key of forms ? ["cumulative"] : ["groupWeights", "combined"])
    if (root[key] !== undefined)
      findings.report(
        "securities.field-invalid",
        key,
        `"${key}" belongs to an index of ${forms ? "steps" : "forms"}, and this one is of ${forms ? "forms" : "steps"}; it would be lost without a word. Take it out.`,
      );
  return forms ? readForms(root, findings) : readSteps(root, findings);
}

const above0 = number((value) => value > 0, "a weight is a number above 0; take out what is not to count.");

/** The objects of a list; the list itself is told where it is none. */
function entriesOf(
  json: unknown,
  at: string,
  what: string,
  keys: readonly string[],
  findings: Findings,
): readonly { readonly object: JsonObject; readonly at: string }[] {
  if (!Array.isArray(json) || json.length === 0) {
    findings.report(
      "securities.not-an-object",
      at,
      `"${at}" is ${printed(json)}; write a list with ${what} at least.`,
    );
    return [];
  }
  return json.flatMap((entry, i) => {
    const object = readObject(entry, `${at}[${i}]`, what, keys, findings);
    return object === null ? [] : [{ object, at: `${at}[${i}]` }];
  });
}

/** Tells ids that stand twice. */
function onceEach(
  ids: readonly { readonly id: string | null; readonly at: string }[],
  findings: Findings,
): void {
  const first = new Map<string, string>();
  for (const { id, at } of ids) {
    if (id === null) continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    else
      findings.report(
        "securities.item-duplicate",
        at,
        `"${id}" stands at ${before} and again at ${at}. Scores and answers are told apart by it; rename or remove one of the two.`,
      );
  }
}

function readForms(root: JsonObject, findings: Findings): MicroStructure | null {
  const byRole = readWeights(root, "groupWeights", indicatorRoles, findings);
  const combined = root["combined"] === null ? null : readWeights(root, "combined", formIds, findings);
  const ids: { id: string | null; at: string }[] = [];
  const seen: { id: string | null; at: string }[] = [];
  const forms: MicroForm[] = [];
  for (const { object, at } of entriesOf(
    root["forms"],
    "forms",
    "a form",
    ["form", "label", "items", "evidence"],
    findings,
  )) {
    const form = required(oneOf(formIds), '"income"')(object, "form", at, findings);
    seen.push({ id: form, at: `${at}.form` });
    const items = readItems(object["items"], `${at}.items`, true, findings);
    ids.push(...items.map(({ item, at: place }) => ({ id: item.id, at: `${place}.id` })));
    const label = object["label"] === undefined ? null : inAllLanguages(object, "label", at, findings);
    const evidence = text()(object, "evidence", at, findings);
    if (form === null) continue;
    const groups = indicatorRoles.flatMap((role) => {
      const own = items.filter(({ group }) => group === role).map(({ item }) => item);
      return own.length === 0
        ? []
        : [{ role, weight: byRole?.get(role) ?? usualGroupWeight(role), items: own }];
    });
    forms.push({ form, label, groups, weight: combined?.get(form) ?? usualFormWeight(form), evidence });
  }
  onceEach(seen, findings);
  onceEach(ids, findings);
  for (const form of combined?.keys() ?? [])
    if (!forms.some((one) => one.form === form))
      findings.report(
        "securities.field-invalid",
        `combined.${form}`,
        `The combined index weighs "${form}", and the definition has no items of it. Add them, or take the weight out.`,
      );
  return { of: "forms", forms, combined: combined !== null && forms.length > 1 };
}

const usualGroupWeight = (role: IndicatorRole): number => (role === "outcome" ? 2 : 1);
const usualFormWeight = (form: FormId): number => (formOfSecurity(form).basic ? 2 : 1);

/** Weights by name; those that are not given keep their usual value. */
function readWeights<T extends string>(
  root: JsonObject,
  key: string,
  names: readonly T[],
  findings: Findings,
): ReadonlyMap<T, number> {
  const weights = new Map<T, number>();
  if (root[key] === undefined) return weights;
  const object = readObject(root[key], key, `"${key}"`, names, findings) ?? {};
  for (const name of names) {
    const weight = above0(object, name, key, findings);
    if (weight !== null) weights.set(name, weight);
  }
  return weights;
}

function readItems(json: unknown, at: string, grouped: boolean, findings: Findings) {
  const items: { item: MicroItem; group: IndicatorRole | null; at: string }[] = [];
  if (!Array.isArray(json) || json.length === 0) {
    findings.report(
      "securities.not-an-object",
      at,
      `"items" is ${printed(json)}; write a list with an item at least.`,
    );
    return items;
  }
  for (const [i, entry] of json.entries()) {
    const read = readItem(entry, `${at}[${i}]`, grouped, findings);
    if (read !== null) items.push({ ...read, at: `${at}[${i}]` });
  }
  return items;
}

function readSteps(root: JsonObject, findings: Findings): MicroStructure | null {
  const cumulative = required(truth, "true")(root, "cumulative", "", findings);
  const keys = ["id", "label", "weight", "items", "evidence"];
  const ids: { id: string | null; at: string }[] = [];
  const seen: { id: string | null; at: string }[] = [];
  const steps: MicroStep[] = [];
  for (const { object, at } of entriesOf(root["steps"], "steps", "a step", keys, findings)) {
    const id = required(identifier, '"skills"')(object, "id", at, findings);
    seen.push({ id, at: `${at}.id` });
    if (id === "combined")
      findings.report(
        "securities.field-invalid",
        `${at}.id`,
        'A step is called "combined", which is the name of the index of all steps. Give it another id.',
      );
    const label = inAllLanguages(object, "label", at, findings);
    const weight = above0(object, "weight", at, findings) ?? 1;
    const items = readItems(object["items"], `${at}.items`, false, findings);
    ids.push(...items.map(({ item, at: place }) => ({ id: item.id, at: `${place}.id` })));
    const evidence = text()(object, "evidence", at, findings);
    if (id !== null && label !== null)
      steps.push({ id, label, weight, items: items.map(({ item }) => item), evidence });
  }
  onceEach(seen, findings);
  onceEach(ids, findings);
  return cumulative === null ? null : { of: "steps", steps, cumulative };
}
