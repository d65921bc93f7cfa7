// References as BibTeX.

import type { BibliographicRecord } from "#records";
import { bibtexTypes } from "./entry-types.data.ts";
import { typeTable } from "./entry-types.ts";
import { isMadeKey, keywordText, madeKey, normalRecord, packedTag } from "./reading.ts";
import { texOfText } from "./tex-of-text.ts";

const types = /* @__PURE__ */ typeTable(bibtexTypes, /^(?!(?:comment|string|preamble)$)[a-z]+$/);

/** Which field holds the publisher and the container, by the type of entry. */
const publisherField = (type: string): string =>
  type === "techreport" || type === "report"
    ? "institution"
    : type.endsWith("thesis")
      ? "school"
      : "publisher";
const containerField = (type: string): string => (type === "article" ? "journal" : "booktitle");

const safeKey = /^[^\s,={}"#%'()\\~@]+$/;

/**
 * References as BibTeX in UTF-8. What BibTeX has no field for stands in fields that begin with `x-`, which
 * other programs pass over.
 */
export function writeBibtex(records: readonly BibliographicRecord[]): string {
  return records.map(entryOf).join("\n");
}

function nameTex(name: string): string {
  const at = name.indexOf(", ");
  if (at === -1) return `{${texOfText(name)}}`;
  return `{${texOfText(name.slice(0, at))}}, {${texOfText(name.slice(at + 2))}}`;
}

function entryOf(given: BibliographicRecord, position: number): string {
  const record = normalRecord(given);
  const own = types.kept(record, "entrytype");
  const type = own?.value ?? types.write(record.type);
  const isSafe = record.key !== null && safeKey.test(record.key) && !isMadeKey(record.key);
  const lines: string[] = [];
  const put = (name: string, tex: string | null) => {
    if (tex !== null && tex !== "") lines.push(`  ${name} = {${tex}}`);
  };
  const text = (name: string, value: string | number | null) =>
    put(name, value === null ? null : texOfText(String(value)));
  text("title", record.title);
  put("author", record.authors.map(nameTex).join(" and "));
  text("year", record.year);
  text("date", record.date);
  text(containerField(type), record.container);
  text("series", record.series);
  text("volume", record.volume);
  text("number", record.number);
  text("pages", record.pages);
  text(publisherField(type), record.publisher);
  text("address", record.place);
  text("language", record.language);
  put("doi", record.doi);
  for (const [i, url] of record.urls.entries()) put(i === 0 ? "url" : `x-url-${i + 1}`, url);
  text("keywords", record.keywords.length === 0 ? null : keywordText(record.keywords));
  for (const [i, note] of record.notes.entries()) text(i === 0 ? "note" : `x-note-${i + 1}`, note);
  text("abstract", record.abstract);
  if (record.key !== null && !isSafe) text("x-key", record.key);
  for (const [i, tag] of record.foreignTags.filter((tag) => tag !== own).entries())
    text(`x-tag-${i + 1}`, packedTag(tag));
  return `@${type}{${isSafe ? record.key : madeKey(position)},\n${lines.join(",\n")}\n}\n`;
}
