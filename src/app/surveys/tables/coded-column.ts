// Columns as the dictionary reads them: codes that are answers, and everything else as no answer.

import { fail, type Localised, ok, problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import type { SurveyColumn } from "#statistics";

export type CodedLevel = { readonly code: string; readonly label: Localised };

/** A categorical variable over the rows of a file: places among its levels, −1 where there is no answer. */
export type CodedVariable = {
  readonly variable: StudyVariable;
  readonly levels: readonly CodedLevel[];
  readonly codes: Int32Array;
};

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** `02` and `2` are one code where a file holds numbers. */
const numberText = (code: string): string => (decimal.test(code.trim()) ? String(Number(code)) : code.trim());

/**
 * The codes of a categorical variable in the order of the dictionary. Codes that say why there is no answer, and
 * empty cells, are −1; codes that the dictionary does not know follow as levels that are called by their code.
 */
export function codedVariable(variable: StudyVariable, column: SurveyColumn): CodedVariable {
  const levels: CodedLevel[] = variable.categories
    .filter(({ missing }) => missing === null)
    .map(({ code, label }) => ({ code, label }));
  const textOf = column.kind === "number" ? numberText : (code: string) => code.trim();
  const placeOf = new Map<string, number>();
  for (const { code, missing } of variable.categories) if (missing !== null) placeOf.set(textOf(code), -1);
  for (const [place, { code }] of levels.entries()) placeOf.set(textOf(code), place);
  const place = (text: string): number => {
    const known = placeOf.get(text);
    if (known !== undefined) return known;
    if (text === "") return -1;
    placeOf.set(text, levels.length);
    return levels.push({ code: text, label: { en: text } }) - 1;
  };
  if (column.kind === "category") {
    const places = column.levels.map((level) => place(level.trim()));
    return { variable, levels, codes: column.codes.map((code) => (code < 0 ? -1 : places[code]!)) };
  }
  const codes = new Int32Array(column.values.length);
  const byValue = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const value = column.values[row]!;
    if (Number.isNaN(value)) {
      codes[row] = -1;
      continue;
    }
    let found = byValue.get(value);
    if (found === undefined) {
      found = place(String(value));
      byValue.set(value, found);
    }
    codes[row] = found;
  }
  return { variable, levels, codes };
}

/** The values of a numeric variable, NaN where there is none; codes of the dictionary are no values. */
export function numericValues(variable: StudyVariable, column: SurveyColumn): Result<Float64Array> {
  const absent = new Set(variable.categories.map(({ code }) => numberText(code)));
  if (column.kind === "number")
    return ok(
      absent.size === 0
        ? column.values
        : column.values.map((value) => (absent.has(String(value)) ? Number.NaN : value)),
    );
  const odd: string[] = [];
  const values = column.levels.map((level) => {
    const text = level.trim();
    if (text === "" || absent.has(text) || absent.has(numberText(text))) return Number.NaN;
    if (decimal.test(text)) return Number(text);
    odd.push(text);
    return Number.NaN;
  });
  if (odd.length > 0)
    return fail(
      problem(
        "survey.column-not-numbers",
        `Variable "${variable.name}" is declared as numeric and holds texts that are no numbers and no codes of its dictionary: ${odd
          .slice(0, 5)
          .map((text) => `"${text}"`)
          .join(", ")}. Declare them as codes, or correct the rows, in a new edition.`,
        { column: variable.name },
      ),
    );
  return ok(Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : values[code]!)));
}
