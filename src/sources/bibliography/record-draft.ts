// A reference while its fields come in one by one: the first value of a field counts, a further one is kept as
// a foreign tag, so that nothing is lost.

import type { BibliographicRecord, BibliographicType, ForeignTag } from "#records";
import { keywordsOf, normalRecord } from "./reading.ts";

/** Fields of one text. */
export type SingleField =
  | "key"
  | "title"
  | "abstract"
  | "language"
  | "doi"
  | "publisher"
  | "place"
  | "container"
  | "series"
  | "number"
  | "volume"
  | "pages";

export type RecordDraft = {
  set(field: SingleField, value: string, tag: string): void;
  author(name: string): void;
  keywords(text: string): void;
  url(text: string): void;
  note(text: string): void;
  foreign(tag: string, value: string): void;
  has(field: SingleField): boolean;
  finished(rest: {
    readonly type: BibliographicType;
    readonly year: number | null;
    readonly date: string | null;
    /** A word for the type that is not the usual one; written again from there. */
    readonly typeTag?: ForeignTag | null;
  }): BibliographicRecord;
};

export function recordDraft(): RecordDraft {
  const single = new Map<SingleField, string>();
  const authors: string[] = [];
  const keywords: string[] = [];
  const urls: string[] = [];
  const notes: string[] = [];
  const foreign: ForeignTag[] = [];
  return {
    set(field, value, tag) {
      const text = value.trim();
      if (text === "") return;
      if (!single.has(field)) single.set(field, text);
      else if (single.get(field) !== text) foreign.push({ tag, value: text });
    },
    author: (name) => authors.push(name),
    keywords: (text) => keywords.push(...keywordsOf(text)),
    url: (text) => urls.push(...text.split(/\s*;\s*(?=https?:)|\s+/)),
    note: (text) => notes.push(text),
    foreign: (tag, value) => foreign.push({ tag, value }),
    has: (field) => single.has(field),
    finished: ({ type, year, date, typeTag }) =>
      normalRecord({
        ...Object.fromEntries(single),
        type,
        year,
        date,
        authors,
        keywords,
        urls,
        notes,
        foreignTags: [...(typeTag ? [typeTag] : []), ...foreign],
      }),
  };
}

const monthNames: readonly (readonly string[])[] = [
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "janv fev mars avr mai juin juil aout sept oct nov dec",
  "ene feb mar abr may jun jul ago sep oct nov dic",
  "jan fev mar abr mai jun jul ago set out nov dez",
].map((list) => list.split(" "));

/** The number of a month by its name in the four languages or its number, or null. */
export function monthOf(text: string): number | null {
  const word = text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : null;
  for (const names of monthNames) {
    const at = names.findIndex((name) => word.startsWith(name));
    if (at !== -1) return at + 1;
  }
  return null;
}

/** The first year in a text, such as `c2019` or `2019 Jul 3`. */
export function yearIn(text: string): number | null {
  const match = /(?<!\d)([12]\d{3})(?!\d)/.exec(text);
  return match === null ? null : Number(match[1]);
}
