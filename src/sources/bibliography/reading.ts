// What a reader of references hands over, and the normal form of its texts.

import { type Problem, visibleText } from "#kernel";
import { type BibliographicRecord, emptyBibliographicRecord, type ForeignTag } from "#records";

export const bibliographyFormats = [
  "ris",
  "medline",
  "bibtex",
  "csl-json",
  "endnote-xml",
  "endnote-tagged",
  "web-of-science",
  "table",
] as const;
export type BibliographyFormat = (typeof bibliographyFormats)[number];

export type SkippedLine = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
};

export type BibliographyReading = {
  readonly format: BibliographyFormat;
  readonly records: readonly BibliographicRecord[];
  /** Where each record begins, 1-based; of a table the row. */
  readonly lines: readonly number[];
  readonly skipped: readonly SkippedLine[];
  readonly problems: readonly Problem[];
};

/** One line: the formats know no paragraphs, and RIS ends a value at the line end. */
export const oneLine = (text: string): string => (isPlainLine.test(text) ? text : madeLine(text));

/** Most texts are a line already; looking costs a tenth of making. */
const isPlainLine = /^(?:[!-~\u00c0-\u00ff]+(?: [!-~\u00c0-\u00ff]+)*)?$/;

const madeLine = (text: string): string =>
  // Composed letters and whole characters, so that one text has one form whichever way it came.
  // A control character parts words in damaged exports, so it is a blank before it is nothing.
  visibleText(text.toWellFormed().replace(/[\s\p{Cc}]+/gu, " "))
    .normalize("NFC")
    .replace(/ +/g, " ")
    .trim();

/** Characters that no address may hold go as their codes, so that every format can carry it. */
export const cleanAddress = (text: string): string =>
  oneLine(text).replace(/[\s{}\\^`|<>"]/g, (char) => encodeURIComponent(char));

/** A DOI without the address or the word before it. */
export function cleanDoi(text: string): string {
  const bare = oneLine(text).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)/i, "");
  return bare.replace(/[\s{}\\]/g, "");
}

/** Keywords are parted by semicolons in all formats, so none holds one. */
export const keywordsOf = (text: string): readonly string[] => {
  const parts = text.includes(";") ? text.split(";") : text.split(",");
  return parts.map(oneLine).filter((part) => part !== "");
};

/** Keywords as one text, read back by `keywordsOf`; a last semicolon says that commas part nothing. */
export const keywordText = (keywords: readonly string[]): string =>
  keywords.some((word) => word.includes(",")) ? `${keywords.join("; ")};` : keywords.join(", ");

export const isoDate = (year: string, month?: string, day?: string): string | null => {
  const [y, m, d] = [Number(year), Number(month || 0), Number(day || 0)];
  if (!/^[12]\d{3}$/.test(year) || m > 12 || d > 31) return null;
  if (!(m >= 1)) return year;
  const start = `${y}-${String(m).padStart(2, "0")}`;
  return d >= 1 ? `${start}-${String(d).padStart(2, "0")}` : start;
};

const textOrNull = (text: string | null): string | null => {
  const line = text === null ? "" : oneLine(text);
  return line === "" ? null : line;
};

const texts = (list: readonly string[]): readonly string[] =>
  list.map(oneLine).filter((text, i, all) => text !== "" && all.indexOf(text) === i);

/** What catalogues write where there is no abstract. */
const saysNoAbstract =
  /^[[(]?(?:no abstract(?: (?:is )?available)?|abstract not available|not available|n\/a)[\])]?\.?$/i;

/** One comma with one blank between family and given name, none at the ends. */
const normalName = (name: string): string =>
  oneLine(name)
    .replace(/^[\s,]+|[\s,]+$/g, "")
    .replace(/\s*,\s*/, ", ");

/** A record in normal form: one line each, no blanks at the ends, nothing empty, nothing twice. */
export function normalRecord(given: Partial<BibliographicRecord>): BibliographicRecord {
  const record = { ...emptyBibliographicRecord, ...given };
  const date = record.date;
  const doi = record.doi === null ? "" : cleanDoi(record.doi);
  return {
    type: record.type,
    key: textOrNull(record.key),
    title: textOrNull(record.title),
    authors: texts(record.authors.map(normalName)),
    year: record.year ?? (date === null ? null : Number(date.slice(0, 4))),
    date,
    abstract:
      record.abstract !== null && saysNoAbstract.test(oneLine(record.abstract))
        ? null
        : textOrNull(record.abstract),
    language: textOrNull(record.language),
    doi: doi === "" ? null : doi,
    urls: texts(record.urls.map(cleanAddress)),
    publisher: textOrNull(record.publisher),
    place: textOrNull(record.place),
    container: textOrNull(record.container),
    series: textOrNull(record.series),
    number: textOrNull(record.number),
    volume: textOrNull(record.volume),
    pages: textOrNull(record.pages),
    keywords: texts(record.keywords.flatMap((word) => oneLine(word).split(";"))),
    notes: texts(record.notes),
    foreignTags: record.foreignTags.flatMap(({ tag, value }): readonly ForeignTag[] => {
      const [name, text] = [oneLine(tag).replace(/[\s:]+/g, "-"), oneLine(value)];
      return name === "" || text === "" ? [] : [{ tag: name, value: text }];
    }),
  };
}

/** A foreign tag as one text, for formats where its own name cannot stand. */
export const packedTag = ({ tag, value }: ForeignTag): string => `${tag}: ${value}`;

export function unpackedTag(text: string): ForeignTag | null {
  const match = /^([^\s:]+): (.+)$/s.exec(oneLine(text));
  return match === null ? null : { tag: match[1]!, value: match[2]! };
}

/** Keys made up where a format demands one; read back as none. */
export const madeKey = (position: number): string => `ref-without-key-${position + 1}`;
export const isMadeKey = (key: string): boolean => /^ref-without-key-\d+$/.test(key);
