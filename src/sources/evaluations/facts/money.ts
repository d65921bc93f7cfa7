// Amounts of money as they are printed: four ways to part thousands, words for millions, signs and codes.

import { currencyCodes, currencySpellings, scaleSpellings } from "./currencies.data.ts";
import type { StatedMoney } from "./evaluation-facts.ts";
import { cut, type Stretch } from "./stretch.ts";

export type PrintedMoney = {
  readonly money: StatedMoney;
  readonly at: Stretch;
  /** UTF-16 indices in the stretch that was searched. */
  readonly start: number;
  readonly end: number;
  /** What had to be assumed; null where the print leaves no doubt. */
  readonly doubt: string | null;
  /** The second reading where the separator can part thousands or decimals. */
  readonly otherwise: StatedMoney | null;
};

const digits = "\\d(?:[\\d.,'’\\u00a0\\u202f]|\\s(?=\\d{3}(?!\\d)))*";
const scales = scaleSpellings.map(({ pattern }) => pattern).join("|");
const words = currencySpellings.map(({ pattern }) => pattern).join("|");
const codes = currencyCodes.map((code) => code.toLowerCase()).join("|");
const unit = `(?:${words}|${codes})`;
const scale = `(?:\\s?(${scales})(?![\\p{L}\\d]))?`;

const before = `(?<![\\p{L}\\d])(${unit})(?:\\s?\\(?(?:${codes})\\)?)?[\\s.:]{0,2}(${digits})${scale}`;
const behind = `(?<![\\p{L}\\d.,])(${digits})${scale}\\s?(?:de |d')?(${unit})(?![\\p{L}\\d])`;
const amount = new RegExp(`${before}|${behind}`, "gu");

/**
 * The decimal digits of a number as printed. A mark that comes twice, or stands before exactly three digits,
 * parts thousands; two kinds of marks: the last parts the decimals.
 *
 * @param hasScale a word for millions follows: then a single mark before three digits can part decimals
 * @param pointParts the language parts thousands by points, decimals by commas
 */
function plainNumber(
  printed: string,
  hasScale: boolean,
  pointParts: boolean,
): { readonly number: string; readonly other: string | null } | null {
  const bare = printed.replace(/[\s'’]/g, "").replace(/[.,]+$/, "");
  const marks = [...bare.matchAll(/[.,]/g)].map(([mark]) => mark);
  if (marks.length === 0) return { number: bare, other: null };
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const whole = bare.replace(/[.,]/g, "");
  const decimal = `${bare.slice(0, last).replace(/[.,]/g, "")}.${bare.slice(last + 1)}`;
  const behindLast = bare.length - last - 1;
  if (new Set(marks).size > 1) {
    // 1,200.50 and 1.200,50; but 1,200.500,00 is no number.
    if (marks.slice(0, -1).includes(marks[marks.length - 1]!)) return null;
    return { number: decimal, other: null };
  }
  if (marks.length > 1) return behindLast === 3 ? { number: whole, other: null } : null;
  if (behindLast !== 3 || bare.startsWith("0")) return { number: decimal, other: null };
  if (!hasScale) return { number: whole, other: null };
  const partsThousands = (bare[last] === ".") === pointParts;
  return partsThousands ? { number: whole, other: decimal } : { number: decimal, other: whole };
}

/** Moves the decimal point without binary rounding: 15.439 by six is 15439000. */
function shifted(number: string, zeros: number): number {
  const [whole = "", fraction = ""] = number.split(".");
  return Number(`${whole}${fraction.padEnd(zeros, "0").slice(0, zeros)}.${fraction.slice(zeros) || "0"}`);
}

function currencyOf(
  spelling: string,
  printed: string,
): { readonly code: string; readonly isBare: boolean } | null {
  for (const { pattern, code, isBare } of currencySpellings)
    if (new RegExp(`^(?:${pattern})$`).test(spelling)) return { code, isBare: isBare ?? false };
  // A code counts in capitals only: `all` and `top` are words.
  return printed === printed.toUpperCase() ? { code: printed, isBare: false } : null;
}

const zerosOf = (word: string | undefined) =>
  word === undefined
    ? 0
    : (scaleSpellings.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(word))?.zeros ?? 0);

/**
 * All amounts of money in a stretch: `US$ 1.2 million`, `1'200'000 CHF`, `2,5 millones de dólares`,
 * `EUR 300 mil`. No position is lost: the amount is in whole units.
 *
 * @param pointParts whether the language of the text parts thousands by points; decides `2.400 millones`
 */
export function moneyIn(stretch: Stretch, pointParts: boolean): readonly PrintedMoney[] {
  return [...stretch.bare.matchAll(amount)].flatMap((match): readonly PrintedMoney[] => {
    const [all, unitBefore, numberBefore, scaleBefore, numberBehind, scaleBehind, unitBehind] = match;
    const spelling = unitBefore ?? unitBehind!;
    const at = match.index + (unitBefore === undefined ? all.length - spelling.length : 0);
    const currency = currencyOf(spelling, stretch.text.slice(at, at + spelling.length));
    const zeros = zerosOf(scaleBefore ?? scaleBehind);
    const printed = numberBefore ?? numberBehind!;
    const read = plainNumber(printed, zeros > 0, pointParts);
    if (currency === null || read === null) return [];
    const end = match.index + all.replace(/[\s.,]+$/, "").length;
    const money = (number: string): StatedMoney => ({
      amount: shifted(number, zeros),
      currency: currency.code,
    });
    const doubts = [
      ...(currency.isBare ? ["a dollar without a country is taken for the United States dollar"] : []),
      ...(/\d\n\d/.test(printed.trim()) ? ["the number goes on over a line end"] : []),
      ...(read.other === null ? [] : [`the mark in “${printed}” can part thousands or decimals`]),
    ];
    return [
      {
        money: money(read.number),
        at: cut(stretch, match.index, end),
        start: match.index,
        end,
        doubt: doubts.length > 0 ? doubts.join("; ") : null,
        otherwise: read.other === null ? null : money(read.other),
      },
    ];
  });
}

/** How much less sure a reading in doubt is. */
const doubtfulShare = 0.9;

/** The readings of a printed amount with their confidence, out of that of the place. */
export function moneyReadings(
  { money, at, doubt, otherwise }: PrintedMoney,
  confidence: number,
  reason: string,
): readonly {
  readonly value: StatedMoney;
  readonly at: Stretch;
  readonly confidence: number;
  readonly reason: string;
}[] {
  if (doubt === null) return [{ value: money, at, confidence, reason }];
  const said = `${reason}; ${doubt}`;
  const first = { value: money, at, confidence: confidence * doubtfulShare, reason: said };
  if (otherwise === null) return [first];
  return [
    first,
    { value: otherwise, at, confidence: confidence * doubtfulShare * doubtfulShare, reason: said },
  ];
}
