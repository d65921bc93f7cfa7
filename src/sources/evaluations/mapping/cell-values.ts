// One printed value to a value of a record: years, dates, money, links, symbols, targets, languages, areas.
// Each answers null for what it cannot read; nothing is guessed.

import { type DateOrder, dateOfDayNumber, dateOfText, type WorkbookCell } from "#documents";
import { type Area, findArea, type Language } from "#kernel";
import type { EvaluationLink, Money, ProjectSymbol } from "#records";
import { currencyCodes, currencySpellings, scaleSpellings } from "../facts/currencies.data.ts";
import { folded } from "../folded.ts";
import { isPlaceholderSymbol, symbolParts } from "../project-symbol.ts";
import { languageNames, otherLanguageNames } from "./languages-named.data.ts";

/**
 * A year from 1900 to 2099, as four digits, with a nought behind the point, or as the year of a date.
 *
 * @example
 * yearOfText("2016.0") // => 2016
 * yearOfText("FY2016") // => 2016
 * yearOfText("16") // => null
 */
export function yearOfText(text: string): number | null {
  const match =
    /^(?:FY\s?)?((?:19|20)\d\d)(?:\.0+)?$/i.exec(text.trim()) ??
    /^((?:19|20)\d\d)-\d\d(?:-\d\d)?(?:T.*)?$/.exec(text.trim());
  return match === null ? null : Number(match[1]);
}

export type ReadDate =
  | { readonly state: "read"; readonly date: string }
  | { readonly state: "placeholder" | "unread" };

/** Days that programs write where they know none: the zero of Unix, of spreadsheets and of databases. */
const placeholderDates: ReadonlySet<string> = new Set([
  "1970-01-01",
  "1969-12-31",
  "1900-01-01",
  "1899-12-30",
  "1899-12-31",
  "1904-01-01",
  "9999-12-31",
  "2099-12-31",
]);

/** The date of a cell: a date cell, a day number, or a text. */
export function dateOfCell(cell: WorkbookCell, order: DateOrder | null): ReadDate {
  const placed = (date: string | null): ReadDate =>
    date === null
      ? { state: "unread" }
      : placeholderDates.has(date)
        ? { state: "placeholder" }
        : { state: "read", date };
  if (cell.kind === "date") return placed(cell.text.slice(0, 10));
  const year = yearOfText(cell.text);
  if (year !== null && /^\D*\d{4}(?:\.0+)?$/.test(cell.text)) return { state: "read", date: String(year) };
  if (/^\d{5}(?:\.\d+)?$/.test(cell.text)) return placed(dateOfDayNumber(Number(cell.text)));
  if (/^(?:0{1,4}[-/]0{1,2}[-/]0{1,4}|0001-01-01).*$/.test(cell.text)) return { state: "placeholder" };
  return placed(dateOfText(cell.text, order)?.date ?? null);
}

/** Digits with marks for thousands and decimals; which mark is which is told by the last one. */
function numberOf(printed: string): number | null {
  const bare = printed.replace(/[\s'’\u00a0\u202f]/g, "");
  if (!/^-?\d[\d.,]*$/.test(bare)) return null;
  const marks = [...bare.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (last === undefined) return Number(bare);
  const kinds = new Set(marks.map(([mark]) => mark));
  const behind = bare.length - last.index - 1;
  const partsThousands = (kinds.size === 1 && marks.length > 1) || (kinds.size === 1 && behind === 3);
  if (partsThousands) return Number(bare.replace(/[.,]/g, ""));
  return Number(`${bare.slice(0, last.index).replace(/[.,]/g, "")}.${bare.slice(last.index + 1)}`);
}

/**
 * An amount of money: `1200000`, `US$ 1.2 million`, `EUR 300 000`, `1.200.000,50 CHF`.
 *
 * @param currency of the column, for amounts without one of their own
 */
export function moneyOfText(text: string, currency: string | null): Money | null {
  const bare = folded(text).replace(/^(?:approx\.?|ca\.?|about|env\.?)\s+/, "");
  const number = /\d(?:[\d.,'’\u00a0\u202f]|\s(?=\d{3}(?!\d)))*/.exec(bare);
  if (number === null || bare.length > 60) return null;
  const amount = numberOf(number[0].replace(/[.,]+$/, ""));
  if (amount === null) return null;
  const rest = `${bare.slice(0, number.index)} ${bare.slice(number.index + number[0].length)}`;
  let words = rest.trim();
  let zeros = 0;
  for (const { pattern, zeros: found } of scaleSpellings) {
    const scale = new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, "u").exec(words);
    if (scale === null) continue;
    zeros = found;
    words = `${words.slice(0, scale.index)} ${words.slice(scale.index + scale[0].length)}`.trim();
    break;
  }
  words = words.replace(/^(?:de |d'|\.|:)+|[.:\-/]+$/g, "").trim();
  const stated = words === "" ? null : currencyOf(words);
  if (words !== "" && stated === null) return null;
  // "1.200 million" is 1.2 or 1,200 million, as the language has it: not read.
  if (zeros > 0 && /^\d{1,3}[.,]\d{3}$/.test(number[0].replace(/[.,]+$/, ""))) return null;
  return { amount: Number((amount * 10 ** zeros).toFixed(2)), currency: stated ?? currency, printed: text };
}

/**
 * The currency a text names, for columns whose header states it.
 *
 * @example
 * currencyOf("US$") // => "USD"
 */
export function currencyOf(words: string): string | null {
  const bare = folded(words);
  const code = bare.replace(/[()]/g, "").trim().toUpperCase();
  if (currencyCodes.includes(code)) return code;
  for (const { pattern, code: found } of currencySpellings)
    if (new RegExp(`^(?:${pattern})$`).test(bare)) return found;
  return null;
}

/** A project symbol; only the ILO's form is normalised, and INT/00/000/AAA and its like identify nothing. */
export function projectSymbolOf(printed: string): ProjectSymbol {
  const bare = printed
    .toUpperCase()
    .replace(/\s*\/\s*/g, "/")
    .trim();
  const parts = symbolParts(bare);
  const isPlaceholder = parts !== null && isPlaceholderSymbol(parts);
  return { printed, symbol: parts === null || isPlaceholder ? null : bare, isPlaceholder };
}

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

export const linkOf = (printed: string, title: string | null): EvaluationLink => ({
  url: isAddress(printed) ? printed : null,
  printed,
  title,
  sha256: null,
  retrieved: null,
});

/**
 * Targets and goals of the 2030 Agenda named in a text.
 *
 * @example
 * targetsOf("SDG 1.3; Goal 8 (8.b)") // => ["1.3", "8", "8.b"]
 */
export function targetsOf(text: string): readonly string[] {
  const found = [...text.matchAll(/(?<![\d.])(\d{1,2})(?:\.([1-9]\d?|[a-d]))?(?![\d.]*\d)/gi)]
    .filter(([, goal]) => Number(goal) >= 1 && Number(goal) <= 17)
    .map(([, goal, target]) => (target === undefined ? goal! : `${goal}.${target.toLowerCase()}`));
  return [...new Set(found)];
}

const languageByName: ReadonlyMap<string, Language> = /* @__PURE__ */ new Map(
  Object.entries(languageNames).flatMap(([code, names]) =>
    names.split(";").map((name) => [name.trim(), code as Language] as const),
  ),
);
const otherLanguages: ReadonlySet<string> = /* @__PURE__ */ new Set(
  otherLanguageNames.split(";").map((name) => name.trim()),
);

export const languageOfName = (name: string): Language | null => languageByName.get(folded(name)) ?? null;

/** Whether a text names any language, one of the four or not. */
export const namesLanguage = (text: string): boolean =>
  languageByName.has(folded(text)) || otherLanguages.has(folded(text));

/** "Worldwide" and its like are no country, and have no code of a region either. */
export const namesWorld = (text: string): boolean =>
  /^(?:worldwide|world ?wide|global|world|mondial|monde|monde entier|mundial|todo el mundo|mundo|international|interregional|multiple countries|various|several countries)$/.test(
    folded(text),
  );

/** The area a name means, in the forms of registries too: with a note in brackets or an article behind. */
export const areaOfName = (name: string): Area | null => findArea(name) ?? areaWithoutNote(name);

function areaWithoutNote(name: string): Area | null {
  const bare = name.replace(/\s*\((?:the|la|le|el|les|los|las)\)\s*$/i, "").trim();
  return bare === name ? null : findArea(bare);
}
