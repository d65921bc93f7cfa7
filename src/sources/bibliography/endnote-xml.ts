// EndNote XML, both ways.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { BibliographicRecord } from "#records";
import { endnoteTypeNumbers, endnoteTypes } from "./entry-types.data.ts";
import { phraseTypes } from "./entry-types.ts";
import { escaped, type MarkupValue, markupValues, unescaped } from "./markup-values.ts";
import {
  type BibliographyReading,
  isoDate,
  keywordText,
  normalRecord,
  packedTag,
  type SkippedLine,
  unpackedTag,
} from "./reading.ts";
import { monthOf, recordDraft, type SingleField, yearIn } from "./record-draft.ts";
import { shownLine } from "./tagged-lines.ts";

const types = /* @__PURE__ */ phraseTypes(endnoteTypes);
const typeOfNumber: ReadonlyMap<string, string> = new Map(
  Object.entries(endnoteTypeNumbers).map(([type, number]) => [
    String(number),
    types.write(type as BibliographicRecord["type"]),
  ]),
);

/** Runs of one style are parts of a text, not texts. */
const transparent: ReadonlySet<string> = new Set(["style"]);

type Chunk = { readonly text: string; readonly line: number; readonly isWhole: boolean };

/** Each record with its line; what stands between two of them, without tags, is told. */
function chunksOf(text: string): {
  readonly chunks: readonly Chunk[];
  readonly skipped: readonly SkippedLine[];
} {
  const chunks: Chunk[] = [];
  const skipped: SkippedLine[] = [];
  const begin = /<record(?=[\s>])[^>]*>/gi;
  let line = 1;
  let counted = 0;
  const lineAt = (at: number): number => {
    for (let i = text.indexOf("\n", counted); i !== -1 && i < at; i = text.indexOf("\n", i + 1)) line++;
    counted = at;
    return line;
  };
  const between = (from: number, to: number) => {
    const words = unescaped(text.slice(from, to).replace(/<!--[\s\S]*?-->|<[^<>]*>/g, " ")).trim();
    if (words !== "" && words !== "\ufeff")
      skipped.push({ line: lineAt(from), text: shownLine(words), why: "it stands between two references" });
  };
  let behind = 0;
  let list = text.indexOf("</records>");
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    between(behind, match.index);
    const start = begin.lastIndex;
    const end = text.indexOf("</record>", start);
    if (list !== -1 && list < start) list = text.indexOf("</records>", start);
    begin.lastIndex = start;
    const next = begin.exec(text)?.index ?? -1;
    const stops = [end, list, next].filter((stop) => stop !== -1);
    const stop = stops.length === 0 ? text.length : Math.min(...stops);
    chunks.push({ text: text.slice(start, stop), line: lineAt(match.index), isWhole: stop === end });
    behind = stop === end ? stop + "</record>".length : stop;
    begin.lastIndex = behind;
  }
  between(behind, text.length);
  return { chunks, skipped };
}

/** The references of an EndNote XML text. A file that declares entities is refused: none needs them. */
export function readEndnoteXml(text: string, file: string): Result<BibliographyReading> {
  if (/<!ENTITY/i.test(text))
    return fail(
      problem(
        "sources.bibliography-entities-refused",
        `${file} declares entities, which EndNote never does and attacks use to fill a machine. It was not read. Export the references anew.`,
        { file },
      ),
    );
  const { chunks, skipped } = chunksOf(text);
  const problems: Problem[] = chunks
    .filter(({ isWhole }) => !isWhole)
    .map(({ line }) =>
      problem(
        "sources.bibliography-repaired",
        `The reference that begins in line ${line} of ${file} is not closed; it was taken to go up to the next one. Check its last fields.`,
        { file, line },
      ),
    );
  return ok({
    format: "endnote-xml",
    records: chunks.map((chunk) => recordOf(markupValues(chunk.text, transparent))),
    lines: chunks.map(({ line }) => line),
    skipped,
    problems,
  });
}

const single: Readonly<Record<string, SingleField>> = {
  "titles title": "title",
  abstract: "abstract",
  language: "language",
  "electronic-resource-num": "doi",
  publisher: "publisher",
  "pub-location": "place",
  "periodical full-title": "container",
  "titles secondary-title": "container",
  "titles tertiary-title": "series",
  number: "number",
  volume: "volume",
  pages: "pages",
  label: "key",
};

/** Of the program and its library, not of the reference. */
const ownAffairs: ReadonlySet<string> = new Set([
  "database",
  "source-app",
  "rec-number",
  "foreign-keys key",
  "ref-type",
]);
const packed = "research-notes";

function recordOf(values: readonly MarkupValue[]): BibliographicRecord {
  const draft = recordDraft();
  let year: number | null = null;
  let date: string | null = null;
  let word = "";
  const number = values.find(({ path }) => path === "rec-number")?.text;
  const own = values.find(({ path }) => path === "label")?.text;
  for (const { path, text, attributes } of values) {
    const field = single[path];
    if (path === "ref-type")
      word = unescaped(/name\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? "") || (typeOfNumber.get(text) ?? "");
    else if (ownAffairs.has(path)) continue;
    else if (field !== undefined) draft.set(field, text, path.replace(" ", "."));
    else if (path === "contributors authors author") draft.author(text);
    else if (path === "keywords keyword") draft.keywords(text);
    else if (path.startsWith("urls ") && path.endsWith(" url")) draft.url(text);
    else if (path === "notes") for (const note of text.split(/[\r\n]+/)) draft.note(note);
    else if (path === "dates year" && year === null && yearIn(text) !== null) year = yearIn(text);
    else if (path === "dates pub-dates date" && date === null) {
      date = dateOf(text, year);
      if (date === null) draft.foreign("dates.pub-date", text);
    } else if (path === packed)
      for (const line of text.split(/[\r\n]+/)) {
        const tag = unpackedTag(line);
        if (tag === null) draft.foreign(packed, line);
        else draft.foreign(tag.tag, tag.value);
      }
    else draft.foreign(path.replaceAll(" ", "."), text);
  }
  // Without a label the number of the library is all there is to call it by.
  if (own === undefined && number !== undefined && !isMadeNumber(values))
    draft.set("key", number, "rec-number");
  const { type, isFirst } = types.read(word);
  return draft.finished({
    type,
    year,
    date,
    typeTag: isFirst || word === "" ? null : { tag: "ref-type", value: word },
  });
}

const ownApp = "Socle";
/** Files written here number their records for the format's sake only. */
const isMadeNumber = (values: readonly MarkupValue[]): boolean =>
  values.some(({ path, text }) => path === "source-app" && text === ownApp);

/** EndNote keeps a day as "Jul 31", beside the year; a whole date is read as well. */
function dateOf(text: string, year: number | null): string | null {
  const whole = /^([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(text);
  if (whole !== null) return isoDate(whole[1]!, whole[2], whole[3]);
  const stated = yearIn(text) ?? year;
  const word = /\p{L}{3,}/u.exec(text)?.[0];
  const month = word === undefined ? null : monthOf(word);
  if (stated === null || month === null) return null;
  return isoDate(String(stated), String(month), /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1]);
}

/** References as EndNote XML. What it has no element for stands in its research notes as `name: value`. */
export function writeEndnoteXml(records: readonly BibliographicRecord[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.map(entryOf).join("")}</records></xml>\n`;
}

function entryOf(given: BibliographicRecord, position: number): string {
  const record = normalRecord(given);
  const own = types.kept(record, "ref-type");
  const element = (name: string, text: string | number | null): string =>
    text === null || text === "" ? "" : `<${name}>${escaped(String(text))}</${name}>`;
  const group = (name: string, inner: string): string => (inner === "" ? "" : `<${name}>${inner}</${name}>`);
  const all = (name: string, texts: readonly string[]): string =>
    texts.map((text) => element(name, text)).join("");
  const word = own?.value ?? types.write(record.type);
  const tags = record.foreignTags.filter((tag) => tag !== own);
  const parts = [
    element("source-app", ownApp),
    element("rec-number", position + 1),
    `<ref-type name="${escaped(word)}">${endnoteTypeNumbers[record.type]}</ref-type>`,
    group("contributors", group("authors", all("author", record.authors))),
    group(
      "titles",
      element("title", record.title) +
        element("secondary-title", record.container) +
        element("tertiary-title", record.series),
    ),
    element("pages", record.pages),
    element("volume", record.volume),
    element("number", record.number),
    group(
      "keywords",
      all(
        "keyword",
        record.keywords.map((keyword) => (keyword.includes(",") ? keywordText([keyword]) : keyword)),
      ),
    ),
    group("dates", element("year", record.year) + group("pub-dates", element("date", record.date))),
    element("pub-location", record.place),
    element("publisher", record.publisher),
    element("label", record.key),
    element("electronic-resource-num", record.doi),
    element("abstract", record.abstract),
    element("notes", record.notes.join("\n")),
    element(packed, tags.map(packedTag).join("\n")),
    group("urls", group("related-urls", all("url", record.urls))),
    element("language", record.language),
  ];
  return `<record>${parts.join("")}</record>\n`;
}
