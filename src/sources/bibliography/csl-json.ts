// CSL-JSON, both ways.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { BibliographicRecord, ForeignTag } from "#records";
import { cslTypes } from "./entry-types.data.ts";
import { typeTable } from "./entry-types.ts";
import { jsonElements } from "./json-elements.ts";
import {
  type BibliographyReading,
  isMadeKey,
  isoDate,
  keywordsOf,
  keywordText,
  madeKey,
  normalRecord,
  type SkippedLine,
} from "./reading.ts";

const types = /* @__PURE__ */ typeTable(cslTypes, /^[a-z][a-z0-9-]*$/);

type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Single texts of an item; the collection is the series, the container the journal or book. */
const single: Readonly<Record<string, keyof BibliographicRecord>> = {
  title: "title",
  abstract: "abstract",
  language: "language",
  DOI: "doi",
  publisher: "publisher",
  "publisher-place": "place",
  "container-title": "container",
  "collection-title": "series",
  volume: "volume",
  page: "pages",
};

/** The records of a CSL-JSON text: an array of items, or an object that holds one. A broken item is skipped. */
export function readCslJson(text: string, file: string): Result<BibliographyReading> {
  const elements = jsonElements(text);
  if (elements === null)
    return fail(
      problem(
        "sources.bibliography-format-unknown",
        `${file} is JSON without a list of references. Write an array of CSL items.`,
        { file },
      ),
    );
  const skipped: SkippedLine[] = [];
  const problems: Problem[] = [];
  const records: BibliographicRecord[] = [];
  const lines: number[] = [];
  for (const { value, line, text: raw, why } of elements) {
    if (isItem(value) && (typeof value["type"] === "string" || typeof value["title"] === "string")) {
      records.push(recordOf(value));
      lines.push(line);
    } else
      skipped.push({
        line,
        text: raw.slice(0, 200),
        why: why ?? "it is no item: neither a type nor a title stands in it",
      });
  }
  return ok({ format: "csl-json", records, lines, skipped, problems });
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : null;

function nameOf(value: unknown): string | null {
  if (!isItem(value)) return textOf(value);
  const part = (name: string) => textOf(value[name]) ?? "";
  if (part("literal") !== "") return part("literal");
  const prefix = [part("dropping-particle"), part("non-dropping-particle")].filter((word) => word !== "");
  const family = [...prefix, part("family")].join(" ").trim();
  const given = [part("given"), part("suffix")].filter((word) => word !== "").join(", ");
  return family === "" ? given || null : given === "" ? family : `${family}, ${given}`;
}

function dateOf(value: unknown): { readonly date: string | null; readonly year: number | null } {
  const none = { date: null, year: null };
  if (!isItem(value)) return none;
  const parts: unknown = Array.isArray(value["date-parts"]) ? value["date-parts"][0] : undefined;
  const [year, month, day] = Array.isArray(parts)
    ? parts.map((part) => String(part))
    : (
        /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(textOf(value["raw"]) ?? textOf(value["literal"]) ?? "") ??
        []
      ).slice(1);
  const date = year === undefined ? null : isoDate(year, month, day);
  if (date === null) return none;
  // A year alone is the year; that a date is known to the year only is said by `custom`.
  return { date: date.length === 4 ? null : date, year: Number(date.slice(0, 4)) };
}

const customName = "socle";

function recordOf(item: Item): BibliographicRecord {
  const custom =
    isItem(item["custom"]) && isItem(item["custom"][customName]) ? item["custom"][customName] : {};
  const found: Record<string, unknown> = {};
  const foreign: ForeignTag[] = [];
  for (const [name, value] of Object.entries(item)) {
    if (known.has(name)) continue;
    const text = textOf(value);
    const field = single[name];
    if (field !== undefined && text !== null) found[field] = text;
    else if (name === "custom" && isItem(value)) {
      for (const [inner, of] of Object.entries(value))
        if (inner !== customName)
          foreign.push({ tag: `custom.${inner}`, value: textOf(of) ?? JSON.stringify(of) });
    } else if (value !== null && value !== undefined)
      foreign.push({ tag: name, value: text ?? JSON.stringify(value) });
  }
  const word = textOf(item["type"]) ?? "";
  const { type, isFirst } = types.read(word);
  const key = textOf(item["id"]);
  const issued = dateOf(item["issued"]);
  const list = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.flatMap((entry) => textOf(entry) ?? []) : [];
  const tags = Array.isArray(custom["foreignTags"]) ? custom["foreignTags"] : [];
  return normalRecord({
    ...found,
    type,
    key: key === null || isMadeKey(key) ? null : key,
    authors: Array.isArray(item["author"]) ? item["author"].flatMap((name) => nameOf(name) ?? []) : [],
    number: textOf(item["number"]) ?? textOf(item["issue"]),
    year: typeof custom["year"] === "number" ? custom["year"] : issued.year,
    date: textOf(custom["date"]) ?? issued.date,
    urls: [...(textOf(item["URL"]) === null ? [] : [textOf(item["URL"])!]), ...list(custom["urls"])],
    keywords: keywordsOf(textOf(item["keyword"]) ?? ""),
    notes: (textOf(item["note"]) ?? "").split("\n"),
    foreignTags: [
      ...(isFirst || word === "" ? [] : [{ tag: "type", value: word }]),
      ...foreign,
      ...tags.flatMap((tag) =>
        isItem(tag) && typeof tag["tag"] === "string" && typeof tag["value"] === "string"
          ? [{ tag: tag["tag"], value: tag["value"] }]
          : [],
      ),
    ],
  });
}

const known: ReadonlySet<string> = new Set([
  "type",
  "id",
  "author",
  "issued",
  "URL",
  "keyword",
  "note",
  "number",
  "issue",
]);

function authorOf(name: string): Readonly<Record<string, string>> {
  const at = name.indexOf(", ");
  return at === -1 ? { literal: name } : { family: name.slice(0, at), given: name.slice(at + 2) };
}

/** References as CSL-JSON; what the format has no place for stands under `custom`, as it provides. */
export function writeCslJson(records: readonly BibliographicRecord[]): string {
  return `${JSON.stringify(records.map(itemOf), null, 2)}\n`;
}

function itemOf(given: BibliographicRecord, position: number): Readonly<Record<string, unknown>> {
  const record = normalRecord(given);
  const own = types.kept(record, "type");
  const parts = (record.date ?? (record.year === null ? null : String(record.year)))?.split("-").map(Number);
  const isOtherYear = record.date !== null && record.year !== Number(record.date.slice(0, 4));
  const tags = record.foreignTags.filter((tag) => tag !== own);
  const custom = {
    ...(record.date !== null && record.date.length === 4 ? { date: record.date } : {}),
    ...(isOtherYear && record.year !== null ? { year: record.year } : {}),
    ...(record.urls.length > 1 ? { urls: record.urls.slice(1) } : {}),
    ...(tags.length > 0 ? { foreignTags: tags } : {}),
  };
  const texts = Object.entries(single).flatMap(([name, field]) => {
    const value = record[field];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return {
    id: record.key ?? madeKey(position),
    type: own?.value ?? types.write(record.type),
    ...Object.fromEntries(texts),
    ...(record.authors.length > 0 ? { author: record.authors.map(authorOf) } : {}),
    ...(parts === undefined ? {} : { issued: { "date-parts": [parts] } }),
    ...(record.number === null ? {} : { [record.type === "article" ? "issue" : "number"]: record.number }),
    ...(record.urls.length > 0 ? { URL: record.urls[0] } : {}),
    ...(record.keywords.length > 0 ? { keyword: keywordText(record.keywords) } : {}),
    ...(record.notes.length > 0 ? { note: record.notes.join("\n") } : {}),
    ...(Object.keys(custom).length > 0 ? { custom: { [customName]: custom } } : {}),
  };
}
