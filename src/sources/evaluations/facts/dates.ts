// Dates and periods in the words of four languages, as ISO 8601.

import type { DateText } from "./evaluation-facts.ts";
import { cut, type Stretch } from "./stretch.ts";

export type PrintedDate = {
  readonly value: DateText;
  readonly at: Stretch;
  readonly start: number;
  readonly end: number;
};

const months: readonly (readonly string[])[] = [
  ["january", "janvier", "enero", "janeiro", "jan", "janv", "ene"],
  ["february", "fevrier", "febrero", "fevereiro", "feb", "fev", "fevr"],
  ["march", "mars", "marzo", "marco", "mar"],
  ["april", "avril", "abril", "apr", "avr", "abr"],
  ["may", "mai", "mayo", "maio"],
  ["june", "juin", "junio", "junho", "jun"],
  ["july", "juillet", "julio", "julho", "jul", "juil"],
  ["august", "aout", "agosto", "aug", "ago"],
  ["september", "septembre", "septiembre", "setiembre", "setembro", "sept", "sep", "set"],
  ["october", "octobre", "octubre", "outubro", "oct", "out"],
  ["november", "novembre", "noviembre", "novembro", "nov"],
  ["december", "decembre", "diciembre", "dezembro", "dec", "dic", "dez"],
];

const monthNumber = new Map(months.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const monthWord = `(?:${[...monthNumber.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const year = "(?:19|20)\\d\\d";
const day = "(?:[0-3]?\\d)(?:st|nd|rd|th|er|º|°|ro|o)?";

/** Each gives year, month, day of its match; order matters, the fullest first. */
const shapes: readonly {
  readonly source: string;
  readonly read: (g: RegExpExecArray, dayFirst: boolean | null) => Parts;
}[] = [
  {
    source: `(${year})-(\\d\\d)-(\\d\\d)`,
    read: (g) => [+g[1]!, +g[2]!, +g[3]!],
  },
  {
    source: `(${day})[\\s-](?:de\\s|of\\s)?(${monthWord})\\.?,?[\\s-](?:de\\s|del\\s)?(${year})`,
    read: (g) => [+g[3]!, monthNumber.get(g[2]!)!, Number.parseInt(g[1]!, 10)],
  },
  {
    source: `(${monthWord})\\.?\\s(${day}),?\\s(${year})`,
    read: (g) => [+g[3]!, monthNumber.get(g[1]!)!, Number.parseInt(g[2]!, 10)],
  },
  {
    source: `(${monthWord})\\.?,?[\\s-](?:de\\s|del\\s)?(${year})`,
    read: (g) => [+g[2]!, monthNumber.get(g[1]!)!, null],
  },
  { source: `(\\d{1,2})([./-])(\\d{1,2})[./-](${year})`, read: dayMonthYear },
  { source: `(0?[1-9]|1[0-2])[/-](${year})`, read: (g) => [+g[2]!, +g[1]!, null] },
  { source: `(${year})-(0[1-9]|1[0-2])`, read: (g) => [+g[1]!, +g[2]!, null] },
  { source: `(${year})`, read: (g) => [+g[1]!, null, null] },
];

type Parts = readonly [year: number, month: number | null, day: number | null];

/** 03/04/2021 is two dates: where nothing tells the order, only the year is sure. */
function dayMonthYear(g: RegExpExecArray, dayFirst: boolean | null): Parts {
  const [first, second, of] = [+g[1]!, +g[3]!, +g[4]!];
  const inOrder = first > 12 || g[2] === "." || first === second ? true : second > 12 ? false : dayFirst;
  if (inOrder === null) return [of, null, null];
  return inOrder ? [of, second, first] : [of, first, second];
}

/** Another date of the same text tells the order by a number above twelve. */
function orderShown(bare: string): boolean | null {
  for (const [, first, second] of bare.matchAll(/(?<!\d)(\d\d?)[/-](\d\d?)[/-](?:19|20)\d\d/g)) {
    if (+first! > 12) return true;
    if (+second! > 12) return false;
  }
  return null;
}

const two = (n: number) => String(n).padStart(2, "0");

function isoOf([ofYear, month, ofDay]: Parts): DateText | null {
  if (month === null) return String(ofYear);
  if (month < 1 || month > 12) return null;
  if (ofDay === null) return `${ofYear}-${two(month)}`;
  const last = new Date(Date.UTC(ofYear, month, 0)).getUTCDate();
  return ofDay >= 1 && ofDay <= last ? `${ofYear}-${two(month)}-${two(ofDay)}` : null;
}

const any = shapes.map(({ source }) => source.replace(/\((?!\?)/g, "(?:")).join("|");
const single = new RegExp(`(?<![\\d.\\p{L}])(?:${any})(?!\\d)`, "gu");
const readers = shapes.map(({ source, read }) => ({ pattern: new RegExp(`^(?:${source})$`), read }));
const between =
  /^[\s,]*(?:-|\/|to|until|through|till|and|a|au|jusqu'a|jusqu'en|al?|hasta|ate|y|e|et)\s*(?:the |le |el |o |l')?$/;

/** A beginning without a year of its own: `March to June 2021`, `12 - 24 March 2021`, `3 May - 4 June 2021`. */
const openStart = new RegExp(
  `(?<![\\p{L}\\d])(?:(${day})(?:\\s(?:de\\s)?(${monthWord})\\.?)?|(${monthWord})\\.?(?:\\s(${day}))?)\\s?(?:-|/|to|until|and|a|au|al|et|y|e|hasta|ate)\\s?(?:le |el |o )?$`,
  "u",
);
/** An end of two digits: `2019-21`. */
const shortEnd = /^\s?[-/]\s?(\d\d)(?![\d/-])/;

function readOne(text: string, dayFirst: boolean | null): Parts | null {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text);
    if (match) return read(match, dayFirst);
  }
  return null;
}

/**
 * All dates and periods in a stretch, each the widest that the print allows.
 *
 * @param dayFirst how the language orders 03/04/2021; null where it does not tell
 */
export function datesIn(stretch: Stretch, dayFirst: boolean | null = null): readonly PrintedDate[] {
  const bare = stretch.bare.replace(/[\n\t]/g, " ");
  const order = orderShown(bare) ?? dayFirst;
  type Point = { readonly parts: Parts; start: number; end: number };
  const all = [...bare.matchAll(single)].flatMap((match): readonly Point[] => {
    const parts = readOne(match[0], order);
    return parts && isoOf(parts) ? [{ parts, start: match.index, end: match.index + match[0].length }] : [];
  });
  const dates: PrintedDate[] = [];
  const add = (value: DateText, start: number, end: number) =>
    dates.push({ value, at: cut(stretch, start, end), start, end });
  for (let i = 0; i < all.length; i++) {
    const first = all[i]!;
    const second = all[i + 1];
    const from = isoOf(first.parts)!;
    if (second && between.test(bare.slice(first.end, second.start))) {
      const to = isoOf(second.parts)!;
      if (from.slice(0, 4) <= to.slice(0, 4) && !(from.slice(0, to.length) > to)) {
        add(from === to ? from : `${from}/${to}`, first.start, second.end);
        i++;
        continue;
      }
    }
    const short = first.parts[1] === null ? shortEnd.exec(bare.slice(first.end)) : null;
    if (short) {
      const to = Number(from.slice(0, 2) + short[1]!);
      if (to > first.parts[0]) {
        add(`${from}/${to}`, first.start, first.end + short[0].length);
        continue;
      }
    }
    const opened =
      first.parts[1] === null ? null : openStart.exec(bare.slice(Math.max(0, first.start - 40), first.start));
    if (opened) {
      const month = opened[2] ?? opened[3];
      const days = opened[1] ?? opened[4];
      const begin = isoOf([
        first.parts[0],
        month === undefined ? first.parts[1] : monthNumber.get(month)!,
        days === undefined ? null : Number.parseInt(days, 10),
      ]);
      // The day before a month is a beginning only where the end has a day too.
      if (begin !== null && begin < from && (days === undefined || first.parts[2] !== null)) {
        add(`${begin}/${from}`, first.start - opened[0].length, first.end);
        continue;
      }
    }
    add(from, first.start, first.end);
  }
  return dates;
}

/** Months that a value spans; a single month or day counts one, a single year twelve. */
export function monthsSpanned(value: DateText): number {
  const [from = "", to = from] = value.split("/");
  const month = (text: string, missing: number) =>
    +text.slice(0, 4) * 12 + (text.length > 4 ? +text.slice(5, 7) : missing);
  return month(to, 12) - month(from, 1) + 1;
}
