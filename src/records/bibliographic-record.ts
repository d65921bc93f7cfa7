// A reference as the formats of reference managers hold it (RIS, BibTeX, CSL-JSON): what they all can say,
// and what only some say as tags of their own.

export const bibliographicTypes = [
  "report",
  "article",
  "book",
  "chapter",
  "conference-paper",
  "thesis",
  "web-page",
  "dataset",
  "unpublished",
  "other",
] as const;
export type BibliographicType = (typeof bibliographicTypes)[number];

/** A tag that no field stands for, under the name it had. */
export type ForeignTag = { readonly tag: string; readonly value: string };

/** Texts are one line each, without blanks at the ends. Null or an empty list = the source does not say. */
export type BibliographicRecord = {
  readonly type: BibliographicType;
  /** How the source calls the record in citations; no key of ours. */
  readonly key: string | null;
  readonly title: string | null;
  /** `Family, Given` for persons, the name without a comma for organisations. */
  readonly authors: readonly string[];
  readonly year: number | null;
  /** ISO: year, year and month, or day. Where it is given, so is the year. */
  readonly date: string | null;
  readonly abstract: string | null;
  /** As printed: a code or a name. */
  readonly language: string | null;
  /** Without an address before it. */
  readonly doi: string | null;
  readonly urls: readonly string[];
  readonly publisher: string | null;
  readonly place: string | null;
  /** Journal or book it is part of. */
  readonly container: string | null;
  readonly series: string | null;
  /** Of a report or of an issue. */
  readonly number: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  readonly keywords: readonly string[];
  readonly notes: readonly string[];
  readonly foreignTags: readonly ForeignTag[];
};

/** A reference of which nothing is known yet. */
export const emptyBibliographicRecord: BibliographicRecord = {
  type: "other",
  key: null,
  title: null,
  authors: [],
  year: null,
  date: null,
  abstract: null,
  language: null,
  doi: null,
  urls: [],
  publisher: null,
  place: null,
  container: null,
  series: null,
  number: null,
  volume: null,
  pages: null,
  keywords: [],
  notes: [],
  foreignTags: [],
};
