import { failAll, missingReasons, ok, type Result } from "#kernel";
import { analysisUnits, questionAngles, type StudyDesign, securityDimensions, variableKinds } from "#records";
import { tellContradictions } from "./declaration-faults.ts";
import type { DeclaredFile, DeclaredVariable, EditionDeclaration } from "./declared-data.ts";
import {
  anyObject,
  byName,
  code,
  type Field,
  type Findings,
  holding,
  isObject,
  lacking,
  listOf,
  localised,
  needed,
  number,
  objectOf,
  oneOf,
  orNull,
  otherwise,
  type Reader,
  text,
  truth,
} from "./json-fields.ts";

/** Fewer cases, and one respondent of a cell would know the answers of the other. */
const fewestCases = 3;
const usualCases = 10;

const name = holding(
  (value): value is string => typeof value === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(value),
  'Write a short name in small letters, digits and hyphens, such as "persons".',
);
const columns = listOf(text, "names of columns");
const singleUnits: readonly StudyDesign["singleUnit"][] = [
  "fail",
  "remove",
  "certainty",
  "adjust",
  "average",
];

const design: Reader<StudyDesign> = objectOf("the design", {
  clusters: otherwise(columns, []),
  strata: otherwise(listOf(orNull(text), "names of columns, with null for a stage without strata"), []),
  weights: otherwise(
    holding(
      (value): value is string | number | null =>
        value === null ||
        (typeof value === "string" && value.trim() !== "") ||
        (typeof value === "number" && Number.isFinite(value) && value > 0),
      "Write the name of the column of weights, one weight above 0 for all, or null where the population counts give them.",
    ),
    null,
  ),
  fpc: otherwise(columns, []),
  nested: otherwise(truth, false),
  singleUnit: otherwise(oneOf(singleUnits), "fail"),
  replicates: otherwise(orNull(anyObject) as Reader<unknown>, null),
});

const everyRow: StudyDesign = {
  clusters: [],
  strata: [],
  weights: null,
  fpc: [],
  nested: false,
  singleUnit: "fail",
  replicates: null,
};

/** A file of rows, as declarations and our own DDI have it. */
export const declaredFile: Reader<DeclaredFile> = objectOf("a file", {
  name: needed(name),
  unit: needed(oneOf(analysisUnits)),
  file: needed(text),
  key: otherwise(columns, []),
  parent: otherwise(
    orNull(objectOf("parent", { file: needed(name), by: needed(listOf(text, "names of columns", 1)) })),
    null,
  ),
  design: otherwise(design, everyRow),
  knownTotals: otherwise(
    listOf(
      objectOf("a known total", {
        label: needed(text),
        where: otherwise(byName(code, 'Write the value taken by column, such as { "sex": "2" }.'), {}),
        total: needed(number((value) => value > 0, "Write a number above 0.")),
        source: needed(text),
      }),
      "known totals",
    ),
    [],
  ),
});

const place = objectOf("the place of a question", {
  dimension: needed(oneOf(securityDimensions)),
  angle: needed(oneOf(questionAngles)),
  nature: needed(oneOf(["objective", "subjective"] as const)),
});

const categories = listOf(
  objectOf("a category", {
    code: needed(code),
    label: needed(localised),
    missing: otherwise(orNull(oneOf(missingReasons)), null),
  }),
  "categories",
);

const variable = objectOf("a variable", {
  file: needed(name),
  name: needed(text),
  label: lacking(localised),
  kind: lacking(oneOf(variableKinds)),
  concept: lacking(orNull(name)),
  question: lacking(orNull(localised)),
  universe: lacking(orNull(localised)),
  unit: lacking(orNull(text)),
  categories: lacking(categories),
  place: lacking(orNull(place)),
  forTables: lacking(truth),
  note: lacking(orNull(localised)),
} satisfies { readonly [F in keyof Required<DeclaredVariable>]: Field<DeclaredVariable[F]> });

const declaration = objectOf("the declaration of data", {
  state: needed(oneOf(["raw", "edited"] as const)),
  from: otherwise(
    orNull(
      number(
        (value) => Number.isInteger(value) && value >= 1,
        "Write the number of the version these data were made from, or null where it is not kept here.",
      ),
    ),
    null,
  ),
  changes: otherwise(listOf(objectOf("a change", { what: needed(text), why: needed(text) }), "changes"), []),
  files: needed(listOf(declaredFile, "files", 1)),
  variables: otherwise(listOf(variable as Reader<DeclaredVariable>, "variables"), []),
  minimumCases: otherwise(
    number(
      (value) => Number.isInteger(value) && value >= fewestCases && value <= 1000,
      `Write a whole number from ${fewestCases} to 1000: cells of tables with fewer cases are withheld. With fewer than ${fewestCases}, one respondent of a cell would know the answer of the other.`,
    ),
    usualCases,
  ),
});

/**
 * What a person declares about the data of a study, out of parsed JSON, with every default filled in, or
 * everything that is wrong with it at once.
 *
 * `state` and `files` must be there, of each file `name`, `unit` and `file`; of each variable `file` (the name
 * of a declared file) and `name`. Of a variable nothing else needs to be said: what is left out is proposed
 * from the data (`proposeVariables`) and put together by `mergeVariables`. Defaults: `from` null, no changes,
 * no key, no parent, every row drawn by itself, no known totals, `minimumCases` 10. A design is written as in a
 * survey request; whether its columns are there is known with the data, and its `replicates` are checked when
 * the design is laid out.
 *
 * @param json what `JSON.parse` gave
 * @param file name of the file, for problems
 * @returns the declaration, or problems with the path of each field, for example `files[1].parent.by`: fields
 *   missing, unknown (with the nearest), of the wrong kind, out of range; names given twice; a parent that is
 *   not declared, leads in a circle or has another key; data called edited from a version without saying what was
 *   changed; a variable opened for tables that is not categorical
 */
export function readEditionDeclaration(json: unknown, file: string): Result<EditionDeclaration> {
  const findings: Findings = { file, problems: [] };
  const read = declaration(json, "", findings) as EditionDeclaration | undefined;
  if (read !== undefined && isObject(json)) tellContradictions(read, findings);
  return findings.problems.length > 0 || read === undefined ? failAll(findings.problems) : ok(read);
}
