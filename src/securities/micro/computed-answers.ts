// Answers computed row by row from several columns: shares, sums, what is left to 1, how far from 1.

import type { MissingReason } from "#kernel";
import type { StudyVariable } from "#records";
import type { AnswerColumn, Answers } from "./item-answers.ts";
import { missingCodesOf, newTally } from "./item-answers.ts";
import type { MicroExpression, MicroRecode } from "./micro-definition.ts";

/** A number of each row, NaN where there is none, and the reason why. */
type Numbers = {
  value(row: number): number;
  why(row: number): MissingReason;
};

export type ColumnLookup = (name: string) => {
  readonly column: AnswerColumn;
  readonly variable: StudyVariable | undefined;
};

/** Names of the columns that an answer is computed from. */
export const columnsOfAnswer = (answer: MicroExpression): readonly string[] => {
  switch (answer.op) {
    case "variable":
      return [answer.name];
    case "share":
      return [...columnsOfAnswer(answer.part), ...columnsOfAnswer(answer.of)];
    case "sum":
      return answer.of.flatMap(columnsOfAnswer);
    default:
      return columnsOfAnswer(answer.of);
  }
};

/** Answers computed from columns of numbers and laid on a line. */
export function computedAnswers(
  answer: MicroExpression,
  recode: MicroRecode & { readonly method: "linear" },
  missingCodes: readonly Readonly<Record<string, MissingReason>>[],
  lookup: ColumnLookup,
  { asked, empty }: { readonly asked: (row: number) => boolean; readonly empty: MissingReason },
): Answers {
  const numbers = numbersOf(answer, missingCodes, lookup);
  const range = recode.to - recode.from;
  const whyAt = (row: number): MissingReason => {
    if (!asked(row)) return "not-asked";
    const reason = numbers.why(row);
    return reason === "missing" ? empty : reason;
  };
  return {
    fill(scores, inside) {
      const tally = newTally();
      const beyond = { count: 0, row: -1 };
      for (let row = 0; row < scores.length; row++) {
        if (inside !== null && inside[row] === 0) {
          scores[row] = Number.NaN;
          continue;
        }
        let score = (numbers.value(row) - recode.from) / range;
        if (Number.isNaN(score)) tally.add(whyAt(row), 1);
        else tally.answered += 1;
        if (score < 0 || score > 1) {
          if (beyond.count++ === 0) beyond.row = row;
          score = score < 0 ? 0 : 1;
        }
        scores[row] = score;
      }
      if (beyond.count > 0 && !recode.cut)
        tally.fault({ kind: "beyond-limits", value: String(numbers.value(beyond.row)), ...beyond });
      return tally.result();
    },
    at(row) {
      const score = (numbers.value(row) - recode.from) / range;
      return Number.isNaN(score)
        ? { score: null, missing: whyAt(row) }
        : { score: Math.min(1, Math.max(0, score)) };
    },
  };
}

function numbersOf(
  answer: MicroExpression,
  missingCodes: readonly Readonly<Record<string, MissingReason>>[],
  lookup: ColumnLookup,
): Numbers {
  const of = (part: MicroExpression) => numbersOf(part, missingCodes, lookup);
  switch (answer.op) {
    case "variable": {
      const { column, variable } = lookup(answer.name);
      return numbersOfColumn(column, missingCodesOf(variable, ...missingCodes));
    }
    case "share": {
      const [part, whole] = [of(answer.part), of(answer.of)];
      return {
        value(row) {
          const base = whole.value(row);
          // Of nothing there is no share.
          return base > 0 ? part.value(row) / base : Number.NaN;
        },
        why: (row) =>
          Number.isNaN(whole.value(row))
            ? whole.why(row)
            : whole.value(row) > 0
              ? part.why(row)
              : "not-applicable",
      };
    }
    case "sum": {
      const parts = answer.of.map(of);
      return {
        value(row) {
          let sum = 0;
          for (const part of parts) sum += part.value(row);
          return sum;
        },
        why: (row) => (parts.find((part) => Number.isNaN(part.value(row))) ?? parts[0]!).why(row),
      };
    }
    case "one-minus": {
      const inner = of(answer.of);
      return { value: (row) => 1 - inner.value(row), why: inner.why };
    }
    case "difference-to-one": {
      const inner = of(answer.of);
      return { value: (row) => Math.abs(1 - inner.value(row)), why: inner.why };
    }
  }
}

function numbersOfColumn(column: AnswerColumn, missing: ReadonlyMap<string, MissingReason>): Numbers {
  if (column.kind === "category") {
    const numbers = column.levels.map((level) =>
      missing.has(level) || level.trim() === "" ? Number.NaN : Number(level),
    );
    return {
      value: (row) => numbers[column.codes[row]!] ?? Number.NaN,
      why: (row) => missing.get(column.levels[column.codes[row]!] ?? "") ?? "missing",
    };
  }
  const reasons = new Map([...missing].map(([code, reason]) => [Number(code), reason]));
  const { values } = column;
  return {
    value: (row) => (reasons.size > 0 && reasons.has(values[row]!) ? Number.NaN : values[row]!),
    why: (row) => reasons.get(values[row]!) ?? "missing",
  };
}
