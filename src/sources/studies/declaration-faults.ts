import { nearestName } from "../nearest-name.ts";
import type { DeclaredFile, DeclaredVariable, EditionDeclaration } from "./declared-data.ts";
import { type Findings, report, tellRepeated } from "./json-fields.ts";

/**
 * What cannot be true together in a declaration of data. Fields that were told to be wrong are not there, and
 * nothing more is said of them.
 */
export function tellContradictions(declared: Partial<EditionDeclaration>, findings: Findings): void {
  const { state, from, changes, files = [], variables = [] } = declared;
  const tell = (field: string, message: string) =>
    report(findings, "studies.contradiction", field, `${message} Nothing was imported.`);
  if (state === "raw" && typeof from === "number")
    tell(
      "from",
      `state is "raw", and from says that the data were made from version ${from}. Data that were made from others are edited; write "edited", or leave from out.`,
    );
  if (state === "raw" && changes !== undefined && changes.length > 0)
    tell(
      "changes",
      `state is "raw", and ${changes.length} changes are told. Data that were changed are edited; write "edited", or take the changes out.`,
    );
  if (state === "edited" && typeof from === "number" && changes?.length === 0)
    tell(
      "changes",
      `state is "edited" from version ${from}, and changes is empty. Readers compare the two versions; say what was changed, and why.`,
    );
  tellRepeated(
    files.map((file) => file.name),
    (at) => `files[${at}].name`,
    "Requests could not tell the two apart; rename one.",
    findings,
  );
  tellRepeated(
    files.map((file) => file.file),
    (at) => `files[${at}].file`,
    "The rows would be counted twice; take one out.",
    findings,
  );
  for (const [at, file] of files.entries()) tellParent(file, `files[${at}]`, files, findings);
  tellRepeated(
    variables.map(({ file, name }) => (file === undefined || name === undefined ? "" : `${file}.${name}`)),
    (at) => `variables[${at}]`,
    "Which one counts cannot be guessed; take one out.",
    findings,
  );
  for (const [at, variable] of variables.entries())
    tellVariable(variable, `variables[${at}]`, files, findings);
}

const suggestion = (name: string, names: readonly string[]) => {
  const near = nearestName(name, names);
  return near === null
    ? `The files declared are ${names.slice(0, 20).join(", ") || "none"}.`
    : `Did you mean "${near}"?`;
};

function tellParent(
  file: DeclaredFile,
  at: string,
  files: readonly DeclaredFile[],
  findings: Findings,
): void {
  if (file.key !== undefined) tellRepeated(file.key, (i) => `${at}.key[${i}]`, "Take one out.", findings);
  const { parent } = file;
  if (!parent) return;
  const tell = (field: string, message: string) =>
    report(findings, "studies.contradiction", `${at}.${field}`, `${message} Nothing was imported.`);
  if (file.unit === "household" || file.unit === "establishment")
    tell(
      "parent",
      `${at} has rows of the unit ${file.unit}, which lies in no other; persons lie in households, workers in establishments. Correct the unit, or take parent out.`,
    );
  const above = files.find(({ name }) => name === parent.file);
  if (parent.file === undefined) return;
  if (above === undefined) {
    const names = files.map(({ name }) => name).filter((name) => name !== undefined);
    report(
      findings,
      "studies.file-not-declared",
      `${at}.parent.file`,
      `${at}.parent.file is "${parent.file}", which no file is called, so its rows would be joined to nothing. ${suggestion(parent.file, names)} Nothing was imported.`,
    );
    return;
  }
  if (leadsBack(file, files)) {
    tell(
      "parent.file",
      `${at}.parent.file leads back to "${file.name}" itself. Take one of the parents out.`,
    );
    return;
  }
  if (parent.by !== undefined && above.key !== undefined && parent.by.length !== above.key.length)
    tell(
      "parent.by",
      `${at}.parent.by names ${parent.by.length} columns, and the key of "${above.name}" has ${above.key.length}${above.key.length === 0 ? "" : ` (${above.key.join(", ")})`}. Name a column for each column of that key, in its order, so that each row finds one ${above.unit}.`,
    );
}

function leadsBack(file: DeclaredFile, files: readonly DeclaredFile[]): boolean {
  let above: DeclaredFile | undefined = file;
  for (let steps = 0; steps <= files.length; steps++) {
    const name: string | undefined = above.parent?.file;
    if (name === undefined) return false;
    above = files.find((each) => each.name === name);
    if (above === undefined) return false;
    if (above === file) return true;
  }
  // A circle further up, told at the files that lie in it.
  return false;
}

function tellVariable(
  variable: DeclaredVariable,
  at: string,
  files: readonly DeclaredFile[],
  findings: Findings,
): void {
  const names = files.map(({ name }) => name).filter((name) => name !== undefined);
  if (variable.file !== undefined && !names.includes(variable.file))
    report(
      findings,
      "studies.file-not-declared",
      `${at}.file`,
      `${at}.file is "${variable.file}", which no file is called. ${suggestion(variable.file, names)} Nothing was imported.`,
    );
  if (variable.forTables === true && variable.kind !== undefined && variable.kind !== "categorical")
    report(
      findings,
      "studies.contradiction",
      `${at}.forTables`,
      `${at} ("${variable.name}") is ${variable.kind} and opened for tables, which are laid out by categories only. Write "categorical" with its categories, or take forTables out. Nothing was imported.`,
    );
  if (variable.categories !== undefined)
    tellRepeated(
      variable.categories.map((category) => category.code),
      (i) => `${at}.categories[${i}].code`,
      "An answer would have two names; take one out.",
      findings,
    );
}
