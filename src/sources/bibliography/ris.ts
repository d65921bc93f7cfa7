// RIS, both ways.

import { type Problem, problem } from "#kernel";
import { type BibliographicRecord, emptyBibliographicRecord, type ForeignTag } from "#records";
import { risTypes } from "./entry-types.data.ts";
import { typeTable } from "./entry-types.ts";
import { type BibliographyReading, isoDate, normalRecord, packedTag, unpackedTag } from "./reading.ts";
import { risLines, type TaggedRecord } from "./tagged-lines.ts";

const types = /* @__PURE__ */ typeTable(risTypes, /^[A-Z0-9]+$/);

/** Tags of single texts; of several for one field the first is written. */
const single: Readonly<Record<string, keyof BibliographicRecord>> = {
  TI: "title",
  T1: "title",
  AB: "abstract",
  LA: "language",
  PB: "publisher",
  CY: "place",
  T2: "container",
  JO: "container",
  JF: "container",
  T3: "series",
  IS: "number",
  VL: "volume",
  ID: "key",
};
const authorTags: ReadonlySet<string> = new Set(["AU", "A1"]);
const addressTags: ReadonlySet<string> = new Set(["UR"]);
/** Carries tags of other formats, as `name: value`. */
const packed = "XT";

const validTag = /^[A-Z][A-Z0-9]$/;
const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(single),
  ...authorTags,
  ...addressTags,
  ...["TY", "ER", "PY", "Y1", "DA", "DO", "KW", "N1", "N2", "SP", "EP", packed],
]);

/** The records of a RIS text, tolerant of what programs make of the format. */
export function readRis(text: string, file: string): BibliographyReading {
  const { records, skipped, unended } = risLines(text);
  const problems: Problem[] = unended.map((line) =>
    problem(
      "sources.bibliography-repaired",
      `The reference that begins in line ${line} of ${file} has no end (ER); it was taken to go up to the next one. Check its last fields.`,
      { file, line },
    ),
  );
  return {
    format: "ris",
    records: records.map(recordOf),
    lines: records.map(({ line }) => line),
    skipped,
    problems,
  };
}

function recordOf({ values }: TaggedRecord): BibliographicRecord {
  const found: { -readonly [K in keyof BibliographicRecord]: BibliographicRecord[K] } = {
    ...emptyBibliographicRecord,
  };
  const lists = {
    authors: [] as string[],
    urls: [] as string[],
    keywords: [] as string[],
    notes: [] as string[],
  };
  const foreign: ForeignTag[] = [];
  let start: string | null = null;
  let end: string | null = null;
  for (const { tag, value } of values) {
    const field = single[tag];
    if (value === "") continue;
    if (tag === "TY") {
      const { type, isFirst } = types.read(value);
      found.type = type;
      if (!isFirst) foreign.push({ tag, value });
    } else if (field !== undefined && found[field] === null) Object.assign(found, { [field]: value });
    else if (authorTags.has(tag)) lists.authors.push(value);
    else if (addressTags.has(tag)) lists.urls.push(...value.split(/\s*;\s*(?=https?:)|\s+/));
    else if (tag === "KW") lists.keywords.push(value);
    else if (tag === "N1") lists.notes.push(value);
    else if (tag === "N2" && found.abstract === null) found.abstract = value;
    else if (tag === "DO" && found.doi === null) found.doi = value;
    else if (tag === "SP" && start === null) start = value;
    else if (tag === "EP" && end === null) end = value;
    else if ((tag === "PY" || tag === "Y1" || tag === "DA") && placed(found, tag, value)) continue;
    else if (tag === packed) foreign.push(unpackedTag(value) ?? { tag, value });
    else foreign.push({ tag, value });
  }
  const pages = start === null ? end : end === null || start.includes("-") ? start : `${start}-${end}`;
  return normalRecord({ ...found, ...lists, pages, foreignTags: foreign });
}

/** A date such as `2019/07/31/` or a year; false where it is neither, or stands there already. */
function placed(found: { year: number | null; date: string | null }, tag: string, value: string): boolean {
  const match = /^([12]\d{3})(?:[/-](\d{0,2})(?:[/-](\d{0,2})(?:[/-].*)?)?)?$/.exec(value.trim());
  const date = match === null ? null : isoDate(match[1]!, match[2], match[3]);
  if (date === null) return false;
  if (tag === "PY" && date.length === 4) {
    if (found.year !== null) return found.year === Number(date);
    found.year = Number(date);
    return true;
  }
  if (found.date !== null) return found.date === date;
  found.date = date;
  found.year ??= tag === "DA" ? null : Number(date.slice(0, 4));
  return true;
}

/** Pages as RIS parts them; a text that is no span stands whole in the first tag. */
const pageTags = (pages: string): readonly ForeignTag[] => {
  const span = /^([^-\s]+)-([^-\s]+)$/.exec(pages);
  return span === null
    ? [{ tag: "SP", value: pages }]
    : [
        { tag: "SP", value: span[1]! },
        { tag: "EP", value: span[2]! },
      ];
};

/**
 * References as RIS, with CRLF as the format has it. What RIS has no tag for goes into `XT` as `name: value`
 * and comes back from there.
 */
export function writeRis(records: readonly BibliographicRecord[]): string {
  return records.map(entryOf).join("\r\n");
}

function entryOf(given: BibliographicRecord): string {
  const record = normalRecord(given);
  const lines: string[] = [];
  const put = (tag: string, value: string | number | null) => {
    if (value !== null) lines.push(`${tag}  - ${value}`);
  };
  const own = types.kept(record, "TY");
  put("TY", own?.value ?? types.write(record.type));
  put("ID", record.key);
  put("TI", record.title);
  for (const author of record.authors) put("AU", author);
  put("PY", record.year);
  put(
    "DA",
    record.date === null
      ? null
      : `${record.date.replaceAll("-", "/")}${"/".repeat(4 - record.date.split("-").length)}`,
  );
  put("T2", record.container);
  put("T3", record.series);
  put("VL", record.volume);
  put("IS", record.number);
  if (record.pages !== null) for (const { tag, value } of pageTags(record.pages)) put(tag, value);
  put("PB", record.publisher);
  put("CY", record.place);
  put("LA", record.language);
  put("DO", record.doi);
  for (const url of record.urls) put("UR", url);
  for (const word of record.keywords) put("KW", word);
  for (const note of record.notes) put("N1", note);
  put("AB", record.abstract);
  for (const tag of record.foreignTags) {
    if (tag === own) continue;
    if (validTag.test(tag.tag) && !reserved.has(tag.tag)) put(tag.tag, tag.value);
    else put(packed, packedTag(tag));
  }
  lines.push("ER  - ", "");
  return lines.join("\r\n");
}
