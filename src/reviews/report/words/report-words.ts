// The words of flow, figures and report. They stand here and not with the pages, since DOCX, PDF and the
// hash of an edition are made where no page is.

import type { Language } from "#kernel";
import { type ReportWord, type ReportWords, wordsEn } from "./report-words.en.data.ts";
import { wordsEs } from "./report-words.es.data.ts";
import { wordsFr } from "./report-words.fr.data.ts";
import { wordsPt } from "./report-words.pt.data.ts";

export type { ReportWord } from "./report-words.en.data.ts";

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: wordsEn,
  fr: wordsFr,
  es: wordsEs,
  pt: wordsPt,
};

export type SayInReport = {
  (word: ReportWord, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
  readonly number: (value: number | null, digits?: number) => string;
  /** Of a day, month, year or moment. */
  readonly date: (iso: string | null) => string;
};

/** French: no line begins with one of these. */
const typeset = (text: string, language: Language): string =>
  language === "fr" ? text.replace(/ (?=[:;!?»])/gu, "\u00a0").replace(/« /gu, "«\u00a0") : text;

/** Words, numbers and dates of one language. Days are those of UTC, so that any machine writes the same. */
export function sayIn(language: Language): SayInReport {
  const words = reportWords[language];
  const number = (value: number | null, digits = 0) =>
    value === null
      ? words.notStated
      : value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const say = (word: ReportWord, values: Readonly<Record<string, string | number>> = {}) =>
    typeset(words[word], language).replace(/\{\{(\w+)\}\}/gu, (_, hole: string) => {
      const value = values[hole];
      return typeof value === "number" ? number(value) : (value ?? "");
    });
  const date = (iso: string | null) => {
    if (iso === null) return words.notStated;
    const form: Intl.DateTimeFormatOptions =
      iso.length === 4
        ? { year: "numeric" }
        : iso.length === 7
          ? { year: "numeric", month: "long" }
          : { dateStyle: "long" };
    const moment = new Date(iso);
    return Number.isNaN(moment.getTime())
      ? iso
      : new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(moment);
  };
  return Object.assign(say, { language, number, date });
}
