// Dates written as text: ISO, with figures in either order, with month names in four languages.

export type DateOrder = "day-first" | "month-first";

export type TextDate = {
  /** `2019-07-31`, `2019-07` or `2019`, as exact as the text. */
  readonly date: string;
  /** True where day and month could be told apart by the order given only. */
  readonly byOrder: boolean;
};

/** Beginnings of month names, without accents, in English, French, Spanish and Portuguese. */
const monthBeginnings: readonly (readonly string[])[] = [
  ["jan", "ene"],
  ["feb", "fev"],
  ["mar"],
  ["apr", "avr", "abr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aou", "ago"],
  ["sep", "set"],
  ["oct", "out"],
  ["nov"],
  ["dec", "dez", "dic"],
];

const monthNames: ReadonlySet<string> = new Set(
  (
    "january february march april may june july august september october november december " +
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre " +
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre " +
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro " +
    "jan feb fev ene mar apr avr abr may mai jun jul juil aug aou ago sep sept set oct out nov dec dez dic " +
    "janv fevr juin"
  ).split(" "),
);

function monthOf(word: string): number | null {
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/, "");
  if (!monthNames.has(bare)) return null;
  const at = monthBeginnings.findIndex((beginnings) => beginnings.some((first) => bare.startsWith(first)));
  return at === -1 ? null : at + 1;
}

function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

const yearMonth = (year: number, month: number): string | null =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : null;

/** Two figures for a year: up to 49 is of this century. */
const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 50 ? 2000 : 1900) : Number(text);

const weekday = /^\p{L}{2,13}\.?,? +(?=\d|\p{L})/u;
const time = /[T ,–-]+\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?(?:Z|\s*[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a date as text: `2019-07-31`, `31/07/2019`, `07/31/2019`, `31.7.19`, `31 July 2019`, `July 31, 2019`,
 * `julio de 2019`, `2019`; a weekday before and a time behind it are left out.
 *
 * @param order which of day and month comes first where both could be either; null = such a date is not read
 * @returns null for what is no date
 * @example
 * dateOfText("31/07/2019", null)?.date // => "2019-07-31"
 * dateOfText("03/04/2019", "month-first") // => { date: "2019-03-04", byOrder: true }
 * dateOfText("03/04/2019", null) // => null
 * dateOfText("1.º de agosto de 2019", null)?.date // => "2019-08-01"
 */
export function dateOfText(text: string, order: DateOrder | null): TextDate | null {
  const whole = text.trim().replace(/\s+/g, " ");
  if (whole.length > 60) return null;
  const sure = (date: string | null) => (date === null ? null : { date, byOrder: false });
  const bare = whole.replace(time, "");
  const iso = /^([12]\d{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(bare);
  if (iso) {
    const [, year = "", month, day] = iso;
    if (month === undefined) return sure(year);
    return sure(
      day === undefined ? yearMonth(+year, +month) : calendarDate(Number(year), Number(month), Number(day)),
    );
  }
  const dated = monthOf(bare.split(/[ .,]/)[0] ?? "") === null ? bare.replace(weekday, "") : bare;
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(dated);
  if (figures) return dateOfFigures(+figures[1]!, +figures[2]!, fullYear(figures[3]!), order);
  const month = /^(\d{1,2})[-/]([12]\d{3})$/.exec(dated);
  if (month) return sure(yearMonth(+month[2]!, +month[1]!));
  return sure(dateOfWords(dated));
}

function dateOfFigures(
  first: number,
  second: number,
  year: number,
  order: DateOrder | null,
): TextDate | null {
  const dayFirst = calendarDate(year, second, first);
  const monthFirst = calendarDate(year, first, second);
  if (dayFirst === monthFirst) return dayFirst === null ? null : { date: dayFirst, byOrder: false };
  if (dayFirst === null || monthFirst === null) return { date: (dayFirst ?? monthFirst)!, byOrder: false };
  if (order === null) return null;
  return { date: order === "day-first" ? dayFirst : monthFirst, byOrder: true };
}

const dayText = "(\\d{1,2})(?:st|nd|rd|th|er|\\.?[ºª°])?\\.?";
const link = "(?:[ -]|,? (?:of|de|del|d')? ?)";
const wordForms = [
  [
    new RegExp(`^${dayText}${link}(\\p{L}+)\\.?(?:[ ,-]|,? (?:of|de|del) )+(\\d{4}|\\d{2})$`, "iu"),
    [3, 2, 1],
  ],
  [new RegExp(`^(\\p{L}+)\\.? ${dayText},? (\\d{4})$`, "iu"), [3, 1, 2]],
  [/^(\p{L}+)\.?(?:[ ,-]|,? (?:of|de|del) )+(\d{4})$/iu, [2, 1, 0]],
  [/^([12]\d{3})[ -](\p{L}+)[ -](\d{1,2})$/u, [1, 2, 3]],
] as const;

function dateOfWords(text: string): string | null {
  for (const [form, [year, month, day]] of wordForms) {
    const match = form.exec(text);
    if (match === null) continue;
    const found = monthOf(match[month] ?? "");
    if (found === null) continue;
    const inYear = fullYear(match[year] ?? "");
    return day === 0 ? yearMonth(inYear, found) : calendarDate(inYear, found, Number(match[day]));
  }
  return null;
}

/**
 * Which of day and month comes first in a column of dates: as far as a figure above 12 tells. `mixed` where
 * some dates can only be the one and some only the other.
 *
 * @example
 * dateOrderOf(["01/15/2026", "02/03/2026"]) // => "month-first"
 * dateOrderOf(["01/02/2026"]) // => null
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | "mixed" | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const match = /(?:^|\s)(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/.exec(text.slice(0, 60));
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    else if (Number(match[2]) > 12) monthFirst = true;
  }
  return dayFirst && monthFirst ? "mixed" : dayFirst ? "day-first" : monthFirst ? "month-first" : null;
}

/**
 * The date of a spreadsheet's day number, where a column of dates holds plain numbers; null outside 1900 to 2099.
 * In the 1900 system day 60 is 29 February 1900, which never was: all later days are one too high.
 *
 * @example
 * dateOfDayNumber(43831) // => "2020-01-01"
 * dateOfDayNumber(42369, 1904) // => "2020-01-01"
 */
export function dateOfDayNumber(day: number, system: 1900 | 1904 = 1900): string | null {
  const whole = Math.floor(day) + (system === 1904 ? 1462 : 0);
  if (!Number.isFinite(day) || whole < 61 || whole > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30) + whole * 86_400_000).toISOString().slice(0, 10);
}
