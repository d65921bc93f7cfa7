// Answers of one column as numbers between 0 and 1, or as reasons why there is none: by a table of the codes
// where answers are codes, on a line where they are numbers.

import type { MissingReason } from "#kernel";
import type { StudyVariable } from "#records";
import type { SurveyTable } from "#statistics";
import type { MicroRecode } from "./micro-definition.ts";

export type AnswerColumn = SurveyTable["columns"] extends ReadonlyMap<string, infer C> ? C : never;

/** An answer that the definition does not provide for: no such code, or beyond the limits. */
export type AnswerFault = {
  readonly kind: "unknown-code" | "beyond-limits";
  /** As the file has it, the first of them. */
  readonly value: string;
  readonly count: number;
  /** Of the first, from 0. */
  readonly row: number;
};

export type AnswerTally = {
  readonly answered: number;
  /** Rows without an answer by reason. */
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
  readonly faults: readonly AnswerFault[];
};

export type Answer = { readonly score: number } | { readonly score: null; readonly missing: MissingReason };

/** The answers to an item, all at once or of one row. */
export type Answers = {
  /**
   * Writes the number of each row, NaN where there is none, and says what was met among the rows inside.
   *
   * @param inside 1 for rows that the index is of; `null`: all
   */
  fill(scores: Float64Array, inside: Uint8Array | null): AnswerTally;
  at(row: number): Answer;
};

export type ColumnOfAnswers = {
  readonly column: AnswerColumn;
  readonly recode: MicroRecode;
  /** Reasons by code, as the file has it. */
  readonly missingCodes: ReadonlyMap<string, MissingReason>;
  /** All codes that the dictionary knows; empty where it does not say. */
  readonly known: ReadonlySet<string>;
  /** Why a cell is empty where the question was put. */
  readonly empty: MissingReason;
  /** Whether the question was put to a row. */
  readonly asked: (row: number) => boolean;
};

/** What a code stands for; `unknown` where nothing provides for it. */
type Meaning = Answer | "unknown" | { readonly beyond: number };

/** Codes that are no answer: those of the dictionary, then of the definition, then of the item, the last one wins. */
export function missingCodesOf(
  variable: StudyVariable | undefined,
  ...stated: readonly Readonly<Record<string, MissingReason>>[]
): ReadonlyMap<string, MissingReason> {
  const codes = new Map<string, MissingReason>();
  for (const { code, missing } of variable?.categories ?? []) if (missing !== null) codes.set(code, missing);
  for (const one of stated) for (const [code, reason] of Object.entries(one)) codes.set(code, reason);
  return codes;
}

/** Answers of one column. */
export function answersOfColumn(given: ColumnOfAnswers): Answers {
  const { column, recode } = given;
  if (column.kind === "category") {
    const meanings = column.levels.map((level) => meaningOf(level, given));
    const { codes } = column;
    // Place 0 is the empty cell.
    return ofPlaces(given, [null, ...meanings], {
      of: (row) => codes[row]! + 1,
      into(places) {
        for (let row = 0; row < places.length; row++) places[row] = codes[row]! + 1;
      },
      text: (row) => column.levels[codes[row]!]!,
    });
  }
  const { values } = column;
  if (recode.method !== "linear") {
    const meanings: (Meaning | null)[] = [null, otherwise(given)];
    const places = new Map<number, number>();
    const provided = recode.method === "codes" ? Object.keys(recode.codes) : recode.codes;
    for (const code of [...given.known, ...provided, ...given.missingCodes.keys()])
      places.set(Number(code), meanings.push(meaningOf(code, given)) - 1);
    return ofPlaces(given, meanings, placesOfNumbers(values, places));
  }
  return onLine(given, values, recode);
}

/** What is said of a code of numbers that nothing names. */
const otherwise = ({ recode, known }: ColumnOfAnswers): Meaning =>
  recode.method === "is" && known.size === 0 ? { score: 0 } : "unknown";

function meaningOf(code: string, given: ColumnOfAnswers): Meaning {
  const { recode, missingCodes, known } = given;
  const missing = missingCodes.get(code);
  if (missing !== undefined) return { score: null, missing };
  switch (recode.method) {
    case "codes":
      return Object.hasOwn(recode.codes, code) ? { score: recode.codes[code]! } : "unknown";
    case "is":
      if (recode.codes.includes(code)) return { score: 1 };
      return known.size === 0 || known.has(code) ? { score: 0 } : "unknown";
    case "linear": {
      const value = code.trim() === "" ? Number.NaN : Number(code);
      if (!Number.isFinite(value)) return "unknown";
      const score = (value - recode.from) / (recode.to - recode.from);
      return score < 0 ? { beyond: 0 } : score > 1 ? { beyond: 1 } : { score };
    }
  }
}

/** Where the answers of a column stand among the meanings: 0 the empty cell. */
type Places = {
  of(row: number): number;
  /** All at once, in one loop over the column. */
  into(places: Int32Array): void;
  text(row: number): string;
};

/** Places of numbers among codes: by a table where they are whole and close together; 1 is any other number. */
function placesOfNumbers(values: Float64Array, known: ReadonlyMap<number, number>): Places {
  const codes = [...known.keys()];
  const low = Math.min(...codes);
  const span = Math.max(...codes) - low + 1;
  const text = (row: number) => String(values[row]);
  if (!codes.every(Number.isInteger) || span > 65_536) {
    const of = (row: number) => (Number.isNaN(values[row]!) ? 0 : (known.get(values[row]!) ?? 1));
    return {
      of,
      into(places) {
        for (let row = 0; row < places.length; row++) places[row] = of(row);
      },
      text,
    };
  }
  const table = new Int32Array(span).fill(1);
  for (const [code, place] of known) table[code - low] = place;
  const into = (places: Int32Array, from = 0) => {
    for (let at = 0; at < places.length; at++) {
      const value = values[from + at]!;
      const code = value - low;
      // Of a number that is no code, or none at all, the table has no entry.
      places[at] = table[code] ?? (Number.isNaN(value) ? 0 : 1);
    }
  };
  return {
    of(row) {
      const place = new Int32Array(1);
      into(place, row);
      return place[0]!;
    },
    into,
    text,
  };
}

function ofPlaces(
  given: ColumnOfAnswers,
  meanings: readonly (Meaning | null)[],
  { of, into, text }: Places,
): Answers {
  const scoreOf = Float64Array.from(meanings, (meaning) =>
    meaning === null || meaning === "unknown"
      ? Number.NaN
      : "beyond" in meaning
        ? meaning.beyond
        : (meaning.score ?? Number.NaN),
  );
  return {
    fill(scores, inside) {
      const counts = new Int32Array(meanings.length);
      const first = new Int32Array(meanings.length).fill(-1);
      const places = new Int32Array(scores.length);
      into(places);
      for (let row = 0; row < scores.length; row++) {
        if (inside !== null && inside[row] === 0) {
          scores[row] = Number.NaN;
          continue;
        }
        const at = places[row]!;
        scores[row] = scoreOf[at]!;
        if (counts[at]!++ === 0) first[at] = row;
      }
      const tally = newTally();
      for (const [at, meaning] of meanings.entries()) {
        const count = counts[at]!;
        if (count === 0) continue;
        if (meaning === null)
          emptyCells(tally, given, count, (row) => inside?.[row] !== 0 && places[row] === 0, scores.length);
        else if (meaning === "unknown") {
          tally.add("missing", count);
          tally.fault({ kind: "unknown-code", value: text(first[at]!), count, row: first[at]! });
        } else if ("beyond" in meaning) {
          tally.answered += count;
          if (!isCut(given.recode))
            tally.fault({ kind: "beyond-limits", value: text(first[at]!), count, row: first[at]! });
        } else if (meaning.score === null) tally.add(meaning.missing, count);
        else tally.answered += count;
      }
      return tally.result();
    },
    at(row) {
      const meaning = meanings[of(row)]!;
      if (meaning === null) return { score: null, missing: emptyAt(given, row) };
      if (meaning === "unknown") return { score: null, missing: "missing" };
      return "beyond" in meaning ? { score: meaning.beyond } : meaning;
    },
  };
}

function onLine(
  given: ColumnOfAnswers,
  values: Float64Array,
  { from, to, cut }: { readonly from: number; readonly to: number; readonly cut: boolean },
): Answers {
  const none = [...given.missingCodes].map(([code, reason]) => ({ code: Number(code), reason }));
  const codes = Float64Array.from(none, ({ code }) => code);
  const range = to - from;
  return {
    fill(scores, inside) {
      const tally = newTally();
      const withheld = new Int32Array(codes.length);
      const beyond = { count: 0, row: -1 };
      let empty = 0;
      let answered = 0;
      for (let row = 0; row < scores.length; row++) {
        if (inside !== null && inside[row] === 0) {
          scores[row] = Number.NaN;
          continue;
        }
        const value = values[row]!;
        let code = 0;
        while (code < codes.length && codes[code] !== value) code += 1;
        if (code < codes.length) {
          withheld[code]! += 1;
          scores[row] = Number.NaN;
          continue;
        }
        let score = (value - from) / range;
        if (score < 0 || score > 1) {
          if (beyond.count++ === 0) beyond.row = row;
          score = score < 0 ? 0 : 1;
        }
        scores[row] = score;
        if (Number.isNaN(score)) empty += 1;
        else answered += 1;
      }
      tally.answered = answered;
      for (const [at, count] of withheld.entries()) if (count > 0) tally.add(none[at]!.reason, count);
      if (empty > 0)
        emptyCells(
          tally,
          given,
          empty,
          (row) => inside?.[row] !== 0 && Number.isNaN(values[row]!),
          scores.length,
        );
      if (beyond.count > 0 && !cut)
        tally.fault({ kind: "beyond-limits", value: String(values[beyond.row]), ...beyond });
      return tally.result();
    },
    at(row) {
      const value = values[row]!;
      const code = codes.indexOf(value);
      if (code >= 0) return { score: null, missing: none[code]!.reason };
      if (Number.isNaN(value)) return { score: null, missing: emptyAt(given, row) };
      return { score: Math.min(1, Math.max(0, (value - from) / range)) };
    },
  };
}

const isCut = (recode: MicroRecode): boolean => recode.method === "linear" && recode.cut;

/** Why an empty cell is empty: the question was not put to the row, or nothing is known. */
const emptyAt = ({ asked, empty }: Pick<ColumnOfAnswers, "asked" | "empty">, row: number): MissingReason =>
  asked(row) ? empty : "not-asked";

function emptyCells(
  tally: Tally,
  given: ColumnOfAnswers,
  count: number,
  isEmpty: (row: number) => boolean,
  rows: number,
): void {
  if (given.asked === everyone) {
    tally.add(given.empty, count);
    return;
  }
  let notAsked = 0;
  for (let row = 0; row < rows; row++) if (isEmpty(row) && !given.asked(row)) notAsked += 1;
  tally.add("not-asked", notAsked);
  tally.add(given.empty, count - notAsked);
}

/** The question was put to all. */
export const everyone = (): boolean => true;

export type Tally = {
  answered: number;
  add(reason: MissingReason, count: number): void;
  fault(fault: AnswerFault): void;
  result(): AnswerTally;
};

export function newTally(): Tally {
  const missing: Partial<Record<MissingReason, number>> = {};
  const faults: AnswerFault[] = [];
  return {
    answered: 0,
    add(reason, count) {
      if (count > 0) missing[reason] = (missing[reason] ?? 0) + count;
    },
    fault(fault) {
      faults.push(fault);
    },
    result() {
      return { answered: this.answered, missing, faults };
    },
  };
}
