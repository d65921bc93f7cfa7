// References in three styles, written from their published rules for reports and data sets. Pure: a record, an
// address and a day in, words out. Names without a comma are organisations or stand as they are printed; they
// are never turned round, because nobody can tell a family name from the outside.

import type { Language } from "#kernel";
import type { BibliographicRecord } from "#records";
import { citationWords, shortMonths } from "./citation-words.data.ts";

export const citationStyles = ["apa", "chicago", "vancouver"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** A stretch of a reference; titles of reports stand in italics where the style has them so. */
export type CitationPart = { readonly text: string; readonly italic: boolean };

export type Cited = {
  readonly reference: BibliographicRecord;
  /** Where it is read here. */
  readonly address: string;
  /** ISO day on which it was looked at. */
  readonly accessed: string;
  /** Of the fixed words. */
  readonly language: Language;
};

type Name = { readonly family: string; readonly given: string | null };

/** `Family, Given` is a person; what has no comma is taken as it stands. */
function nameOf(author: string): Name {
  const at = author.indexOf(",");
  const given = at === -1 ? "" : author.slice(at + 1).trim();
  return given === ""
    ? { family: author.replace(/,\s*$/, ""), given: null }
    : { family: author.slice(0, at).trim(), given };
}

/** `Jean-Paul Luc` as `J.-P. L.`, or as `JPL` without marks. */
const initialsOf = (given: string, mark: "." | ""): string =>
  given
    .split(/\s+/)
    .map((word) =>
      word
        .split("-")
        .map((part) => `${[...part][0]?.toUpperCase() ?? ""}${mark}`)
        .join(mark === "" ? "" : "-"),
    )
    .join(mark === "" ? "" : " ");

const says = (language: Language) => (key: keyof typeof citationWords) => citationWords[key][language];
const ended = (text: string) => (/[.?!…]$/.test(text) ? text : `${text}.`);
const part = (text: string, italic = false): CitationPart => ({ text, italic });

/** Neighbours of one kind joined, and nothing empty. */
const joined = (parts: readonly CitationPart[]): readonly CitationPart[] =>
  parts.reduce<CitationPart[]>((done, one) => {
    const last = done.at(-1);
    if (one.text === "") return done;
    if (last?.italic === one.italic) done[done.length - 1] = part(last.text + one.text, one.italic);
    else done.push(one);
    return done;
  }, []);

const pagesOf = ({ reference, language }: Cited): string | null => {
  const { pages } = reference;
  if (pages === null) return null;
  return `${says(language)(/[-–,]/.test(pages) ? "pages" : "page")} ${pages.replace("-", "–")}`;
};

/** `(Report No. 12, p. 4)`, `(Version 2)`, or nothing. */
function bracketOf(cited: Cited): string {
  const say = says(cited.language);
  const { reference } = cited;
  const number =
    reference.number === null
      ? null
      : `${say(reference.type === "dataset" ? "version" : "reportNumber")} ${reference.number}`;
  const inside = [number, pagesOf(cited)].filter((one) => one !== null).join(", ");
  return inside === "" ? "" : ` (${inside})`;
}

/**
 * APA, seventh edition: author-date, title in italics, publisher left out where it is the author.
 *
 * @source Publication Manual of the American Psychological Association, 7th ed. (2020), chapters 9 and 10.4, 10.9
 */
function apa(cited: Cited): readonly CitationPart[] {
  const { reference, address, language } = cited;
  const say = says(language);
  const names = reference.authors
    .map(nameOf)
    .map(({ family, given }) => (given === null ? family : `${family}, ${initialsOf(given, ".")}`));
  const shown = names.length > 20 ? [...names.slice(0, 19), `… ${names.at(-1)}`] : names;
  const authors =
    names.length > 20
      ? shown.join(", ")
      : shown.length < 2
        ? (shown[0] ?? "")
        : `${shown.slice(0, -1).join(", ")}, ${say("ampersand")} ${shown.at(-1)}`;
  const author = authors || reference.publisher || "";
  const publisher = reference.publisher === author ? null : reference.publisher;
  const date = ` (${reference.year ?? say("undated")}). `;
  const title = reference.title ?? say("untitled");
  const form = reference.type === "dataset" ? ` [${say("dataSet")}]` : "";
  const close = (behind: string) => (behind === "" && /[?!…]$/.test(title) ? " " : ". ");
  const behind = `${bracketOf(cited)}${form}`;
  const rest = `${publisher === null ? "" : `${ended(publisher)} `}${address}`;
  return author === ""
    ? [part(title, true), part(`${behind}${close(behind).trim()}${date}`), part(rest)]
    : [part(`${ended(author)}${date}`), part(title, true), part(`${behind}${close(behind)}`), part(rest)];
}

/**
 * Chicago Manual of Style, author-date: first name turned round, all names up to ten, title in italics.
 *
 * @source The Chicago Manual of Style, 17th ed. (2017), 14.76, 15.6 to 15.9, 15.34, 15.44
 */
function chicago(cited: Cited): readonly CitationPart[] {
  const { reference, address, language } = cited;
  const say = says(language);
  const names = reference.authors
    .map(nameOf)
    .map(({ family, given }, i) =>
      given === null ? family : i === 0 ? `${family}, ${given}` : `${given} ${family}`,
    );
  const many = names.length > 10;
  const shown = many ? names.slice(0, 7) : names;
  const authors = many
    ? `${shown.join(", ")}, et al.`
    : shown.length < 2
      ? (shown[0] ?? "")
      : `${shown.slice(0, -1).join(", ")}, ${say("and")} ${shown.at(-1)}`;
  const author = authors || reference.publisher || "";
  const date = `${ended(String(reference.year ?? say("undated")))} `;
  const title = reference.title ?? say("untitled");
  const pages = reference.pages === null ? "" : `, ${reference.pages.replace("-", "–")}`;
  const number =
    reference.number === null
      ? ""
      : `${ended(`${say(reference.type === "dataset" ? "version" : "reportNumber")} ${reference.number}`)} `;
  const form = reference.type === "dataset" ? `${ended(say("dataSet"))} ` : "";
  const publisher = [reference.place, reference.publisher].filter((one) => one !== null).join(": ");
  const close = pages === "" && /[?!…]$/.test(title) ? " " : `${pages}. `;
  const rest = `${form}${number}${publisher === "" ? "" : `${ended(publisher)} `}${ended(address)}`;
  return author === ""
    ? [part(title, true), part(`${close}${date}`), part(rest)]
    : [part(`${ended(author)} ${date}`), part(title, true), part(close), part(rest)];
}

/**
 * Vancouver, as the United States National Library of Medicine writes reports and data sets on the Internet: no
 * italics, up to six names, the day it was looked at; what is unknown says so in brackets.
 *
 * @source Citing Medicine, 2nd ed. (National Library of Medicine, 2007–), chapters 5, 22 and 23
 */
function vancouver(cited: Cited): readonly CitationPart[] {
  const { reference, address, language } = cited;
  const say = says(language);
  const names = reference.authors
    .map(nameOf)
    .map(({ family, given }) => (given === null ? family : `${family} ${initialsOf(given, "")}`));
  const authors = names.length > 6 ? `${names.slice(0, 6).join(", ")}, et al.` : names.join(", ");
  const title = reference.title ?? say("untitled");
  const form =
    reference.type === "dataset" ? `${say("dataSet").toLowerCase()} / ${say("internet")}` : say("internet");
  const imprint = `${reference.place ?? `[${say("placeUnknown")}]`}: ${
    reference.publisher ?? `[${say("publisherUnknown")}]`
  }; ${reference.year ?? `[${say("dateUnknown")}]`}`;
  const number =
    reference.number === null
      ? ""
      : `${ended(`${say(reference.type === "dataset" ? "version" : "reportNumber")}${reference.type === "dataset" ? " " : ": "}${reference.number}`)} `;
  const pages = pagesOf(cited);
  return [
    part(
      [
        authors === "" ? "" : `${ended(authors)} `,
        `${title} [${form}]. `,
        `${imprint} [${say("cited")} ${dayOf(cited.accessed, language)}]. `,
        number,
        pages === null ? "" : `${ended(pages)} `,
        `${say("available")} ${address}`,
      ].join(""),
    ),
  ];
}

/** `2026 Nov 22` in English, the day first elsewhere. */
function dayOf(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-");
  const name = shortMonths[language][Number(month) - 1] ?? month;
  return language === "en" ? `${year} ${name} ${Number(day)}` : `${Number(day)} ${name} ${year}`;
}

const writers: Readonly<Record<CitationStyle, (cited: Cited) => readonly CitationPart[]>> = {
  apa,
  chicago,
  vancouver,
};

/** A reference in a style, in stretches with and without italics. */
export const cite = (style: CitationStyle, cited: Cited): readonly CitationPart[] =>
  joined(writers[style](cited));

/** The same as one line of plain text. */
export const citeAsText = (style: CitationStyle, cited: Cited): string =>
  cite(style, cited)
    .map(({ text }) => text)
    .join("");
