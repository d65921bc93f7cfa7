// A dictionary proposed from the columns of the files: what each probably is, and why. A proposal only; what a
// person declares comes before it (merge-variables.ts).

import type { Language, Localised, MissingReason } from "#kernel";
import type { StudyVariable, VariableCategory, VariableKind } from "#records";
import { type CountedColumn, isListed } from "./counted-column.ts";
import type { DeclaredFile } from "./declared-data.ts";
import { folded, missingMeaning } from "./missing-meaning.ts";
import { declaredKind, type KindReason, probableKind, wordsOf } from "./variable-kind.ts";
import { conceptsByName } from "./variable-names.data.ts";

/** Why a code was taken for no answer. */
export type MissingFinding = {
  readonly code: string;
  readonly missing: MissingReason;
  /** Its label says so, or the file marks the code as missing. */
  readonly why: "label" | "marked-in-file";
  /** The label, `null` where there is none. */
  readonly label: string | null;
};

export type ProposedVariable = {
  readonly variable: StudyVariable;
  readonly column: CountedColumn;
  readonly why: KindReason;
  readonly missing: readonly MissingFinding[];
  /** The concept's name is the column's, or there is none. */
  readonly conceptByName: boolean;
};

/** Tables by more levels than this are proposed to nobody. */
const mostLevels = 12;

export type ProposalOptions = {
  /** Declared files: their keys, parents and designs tell what columns are. */
  readonly files?: readonly Pick<DeclaredFile, "name" | "key" | "parent" | "design">[];
  /** Language of the labels that the files brought; English unless told. */
  readonly language?: Language;
};

/** A label in the language of the file; English always exists, and is the same until somebody translates it. */
export const labelled = (text: string, language: Language): Localised =>
  language === "en" ? { en: text } : { en: text, [language]: text };

/**
 * A dictionary proposed from columns: kind, label, categories, missing codes, concept and use in tables of
 * each, with the reason.
 *
 * *Kinds*, the first that holds: what keys and designs declare; named values make categories; a name made of
 * words such as id, phone, name an identifier; numbers called weight, positive and not all whole, a weight;
 * stratum, psu, cluster and the like design; values of which no two are alike (30 rows or more) an identifier;
 * numbers called age, size, income and the like numeric; at most 12 whole numbers up to 99, or 30 texts that
 * stand in two rows on the average, categories; the rest numeric, or text.
 * *Missing codes* are recognised only where a label says so in one of four languages, or the file marks the
 * code: 9 and 99 by themselves are numbers. *For tables* are categorical variables with 2 to 12 levels.
 *
 * @param columns in the order of the files
 * @returns a proposal for each column, in the same order; nothing is left out
 * @limits A proposal: a person looks at it before anything is published.
 */
export function proposeVariables(
  columns: readonly CountedColumn[],
  options: ProposalOptions = {},
): readonly ProposedVariable[] {
  const files = new Map((options.files ?? []).map((file) => [file.name, file] as const));
  return columns.map((column) => {
    const [kind, why] = declaredKind(column.name, files.get(column.file)) ?? probableKind(column);
    return proposedAs(column, kind, why, options.language ?? "en");
  });
}

/** A column as a variable of a kind that is known already. */
export function proposedAs(
  column: CountedColumn,
  kind: VariableKind,
  why: KindReason,
  language: Language = "en",
): ProposedVariable {
  const missing = missingCodesOf(column);
  const categories = categoriesOf(column, kind, missing, language);
  const concept = kind === "categorical" ? conceptOf(column.name) : null;
  return {
    column,
    why,
    missing,
    conceptByName: concept !== null,
    variable: {
      file: column.file,
      name: column.name,
      label: labelled(column.label?.trim() || column.name, language),
      kind,
      concept,
      question: null,
      universe: null,
      unit: null,
      categories,
      place: null,
      forTables: mayServeTables(kind, categories) && (isListed(column) || column.valueLabels.length > 0),
      note: null,
    },
  };
}

/** Categorical, with few levels but more than one. */
export function mayServeTables(kind: VariableKind, categories: readonly VariableCategory[]): boolean {
  const levels = categories.filter(({ missing }) => missing === null).length;
  return kind === "categorical" && levels >= 2 && levels <= mostLevels;
}

function missingCodesOf(column: CountedColumn): readonly MissingFinding[] {
  const labels = new Map(column.valueLabels.map(({ code, label }) => [code, label] as const));
  const found: MissingFinding[] = [];
  for (const code of new Set([...labels.keys(), ...column.missingCodes])) {
    const label = labels.get(code) ?? null;
    const missing = label === null ? null : missingMeaning(label);
    if (missing !== null) found.push({ code, missing, why: "label", label });
    else if (column.missingCodes.includes(code))
      found.push({ code, missing: "missing", why: "marked-in-file", label });
  }
  // Texts that are their own labels: a cell that says "Refused".
  if (column.holds === "text")
    for (const { code } of column.values) {
      const missing = labels.has(code) ? null : missingMeaning(code);
      if (missing !== null) found.push({ code, missing, why: "label", label: code });
    }
  return found;
}

/** The labelled values in the order of the file, then those without label, as they stand. */
function categoriesOf(
  column: CountedColumn,
  kind: VariableKind,
  missing: readonly MissingFinding[],
  language: Language,
): readonly VariableCategory[] {
  if (kind !== "categorical" && kind !== "numeric") return [];
  const reasons = new Map(missing.map((each) => [each.code, each.missing] as const));
  const labels = new Map(column.valueLabels.map(({ code, label }) => [code, label] as const));
  const unlabelled = column.values.map(({ code }) => code).filter((code) => !labels.has(code));
  const codes =
    kind === "numeric"
      ? [...reasons.keys()]
      : [...labels.keys(), ...inOrder(unlabelled, column.holds), ...reasons.keys()];
  return [...new Set(codes)].map((code) => ({
    code,
    label: labelled(labels.get(code)?.trim() || code, language),
    missing: reasons.get(code) ?? null,
  }));
}

function inOrder(codes: readonly string[], holds: CountedColumn["holds"]): readonly string[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return codes.toSorted(holds === "number" ? (a, b) => Number(a) - Number(b) || byText(a, b) : byText);
}

function conceptOf(name: string): string | null {
  const spoken = [folded(name), wordsOf(name).join(" ")];
  for (const [concept, names] of Object.entries(conceptsByName))
    if (names.some((each) => spoken.includes(each))) return concept;
  return null;
}
