import type { StudyDesign, VariableKind } from "#records";
import { type CountedColumn, isListed } from "./counted-column.ts";
import type { DeclaredFile } from "./declared-data.ts";
import { folded, missingMeaning } from "./missing-meaning.ts";
import { wordsOfKind, wordsOfNumbering, wordsOfPersons, wordsOfQuantity } from "./variable-names.data.ts";

/** Why a column was taken for what it is proposed as. The codes are shown in the reader's language. */
export const kindReasons = [
  "declared-key", // the file's key, or leads to the file above it
  "declared-design",
  "declared-weight",
  "empty", // no row has a value
  "named-as-identifier",
  "all-distinct", // no two rows have the same value
  "named-as-weight", // and positive, and not all whole
  "named-as-design",
  "labelled-values", // the file names the values
  "only-missing-labelled", // the file names only those that are no answer: the others are numbers
  "named-as-quantity",
  "few-codes", // few whole numbers, none of them large
  "few-texts",
  "many-numbers",
  "many-texts",
] as const;
export type KindReason = (typeof kindReasons)[number];

/** Numbers without labels are codes up to so many of them. */
const fewCodes = 12;
const largestCode = 99;
/** Texts are categories up to so many of them, and where each stands in two rows at least on the average. */
const fewTexts = 30;
/** In so many rows chance alone makes no column without a repeated value. */
const rowsForDistinct = 30;
/** Texts with blanks or longer than this are words of people, no names of rows. */
const longestIdentifier = 40;

/** The words of a name: `IDunit` is id and unit, `hh_size2` is hh, size and 2. */
export const wordsOf = (name: string): readonly string[] =>
  folded(name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([A-Z]{2,})([a-z]{2,})/g, "$1 $2"))
    .replace(/(\p{L})(\p{N})/gu, "$1 $2")
    .split(" ");

const hasWord = (texts: readonly string[], words: readonly string[]) =>
  texts.some((text) => words.includes(text));

/** Columns that a declared design speaks of, by the kind that this makes them. */
export function declaredKind(
  name: string,
  file: Pick<DeclaredFile, "key" | "parent" | "design"> | undefined,
): readonly [VariableKind, KindReason] | null {
  if (file === undefined) return null;
  const { key, parent, design } = file;
  if (design.weights === name || replicateColumns(design).includes(name))
    return ["weight", "declared-weight"];
  if ([...design.clusters, ...design.strata, ...design.fpc].includes(name))
    return ["design", "declared-design"];
  return key.includes(name) || parent?.by.includes(name) ? ["identifier", "declared-key"] : null;
}

const replicateColumns = ({ replicates }: StudyDesign): readonly unknown[] => {
  const columns = (replicates as { readonly columns?: unknown } | null)?.columns;
  return Array.isArray(columns) ? columns : [];
};

/** What a column probably is, by what was counted and what its file says of it, and why. */
export function probableKind(column: CountedColumn): readonly [VariableKind, KindReason] {
  const { rows, missing, distinct, values, valueLabels, missingCodes } = column;
  const filled = rows - missing;
  if (filled === 0) return valueLabels.length > 0 ? ["categorical", "labelled-values"] : ["text", "empty"];
  const words = wordsOf(column.name);
  const noAnswer = new Set([
    ...missingCodes,
    ...valueLabels.filter(({ label }) => missingMeaning(label) !== null).map(({ code }) => code),
  ]);
  const labelled = valueLabels.filter(({ code }) => !noAnswer.has(code));
  const named = new Set(labelled.map(({ code }) => code));
  const answers = values.filter(({ code }) => !noAnswer.has(code));
  if (labelled.length > 0 && answers.filter(({ code }) => named.has(code)).length * 2 >= answers.length)
    return ["categorical", "labelled-values"];
  const identifying =
    column.holds === "text" ? [...wordsOfKind.identifier, ...wordsOfPersons] : wordsOfKind.identifier;
  if (hasWord(words, identifying)) return ["identifier", "named-as-identifier"];
  const isDistinct = distinct === filled && filled >= rowsForDistinct;
  return column.holds === "number"
    ? kindOfNumbers(column, words, answers, isDistinct, noAnswer.size > 0)
    : kindOfTexts(column, words, filled, isDistinct);
}

function kindOfNumbers(
  column: CountedColumn,
  words: readonly string[],
  answers: CountedColumn["values"],
  isDistinct: boolean,
  hasMissingLabels: boolean,
): readonly [VariableKind, KindReason] {
  const { whole, min } = column;
  const positive = min !== null && min > 0;
  const isWeight = hasWord(words, wordsOfKind.weight) || /weight|^wgt|^fexp/i.test(column.name);
  if (positive && !whole && isWeight) return ["weight", "named-as-weight"];
  if (whole && hasWord(words, wordsOfKind.design)) return ["design", "named-as-design"];
  const said = [...words, ...(column.label === null ? [] : wordsOf(column.label))];
  const quantities = wordsOfQuantity.filter((word) => !wordsOfNumbering.includes(word));
  if (whole && isDistinct && !hasWord(said, quantities)) return ["identifier", "all-distinct"];
  if (hasMissingLabels) return ["numeric", "only-missing-labelled"];
  if (hasWord(said, wordsOfQuantity)) return ["numeric", "named-as-quantity"];
  const isCode = ({ code }: { readonly code: string }) => /^-?\d+$/.test(code) && Number(code) <= largestCode;
  return whole && isListed(column) && answers.length <= fewCodes && answers.every(isCode)
    ? ["categorical", "few-codes"]
    : ["numeric", "many-numbers"];
}

function kindOfTexts(
  column: CountedColumn,
  words: readonly string[],
  filled: number,
  isDistinct: boolean,
): readonly [VariableKind, KindReason] {
  if (hasWord(words, wordsOfKind.design)) return ["design", "named-as-design"];
  const shortNames = column.values.every(({ code }) => code.length <= longestIdentifier && !/\s/.test(code));
  if (isDistinct && shortNames) return ["identifier", "all-distinct"];
  return isListed(column) && column.values.length <= fewTexts && column.values.length * 2 <= filled
    ? ["categorical", "few-texts"]
    : ["text", "many-texts"];
}
