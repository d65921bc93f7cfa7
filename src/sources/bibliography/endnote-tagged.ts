// EndNote's tagged format (ENW), also written by catalogues that call it Refer or BibIX; both ways.

import { type Problem, problem } from "#kernel";
import type { BibliographicRecord } from "#records";
import { endnoteTypes } from "./entry-types.data.ts";
import { phraseTypes } from "./entry-types.ts";
import {
  type BibliographyReading,
  isoDate,
  normalRecord,
  packedTag,
  type SkippedLine,
  unpackedTag,
} from "./reading.ts";
import { monthOf, recordDraft, type SingleField, yearIn } from "./record-draft.ts";
import {
  betweenRecords,
  type OpenRecord,
  shownLine,
  type TaggedLines,
  type TaggedRecord,
} from "./tagged-lines.ts";

const types = /* @__PURE__ */ phraseTypes(endnoteTypes);

const single: Readonly<Record<string, SingleField>> = {
  "%T": "title",
  "%X": "abstract",
  "%G": "language",
  "%R": "doi",
  "%I": "publisher",
  "%C": "place",
  "%J": "container",
  "%B": "container",
  "%S": "series",
  "%N": "number",
  "%V": "volume",
  "%P": "pages",
  "%F": "key",
};

const tagged = /^\ufeff?[ \t]*(%[0-9A-Z@!#$&()*+^><[\]=~?])(?:[ \t]+(.*))?$/i;

/** Lines of values that stand one below the other: each is one more of the same. */
const listed: ReadonlySet<string> = new Set(["%K", "%U", "%A"]);

/** Records of a text in which `%0` begins each, or, where programs leave it out, an empty line parts them. */
export function percentLines(text: string): TaggedLines {
  const records: OpenRecord[] = [];
  const skipped: SkippedLine[] = [];
  const lines = text.split(/\r\n?|\n/);
  const isTyped = lines.some((line) => /^\ufeff?[ \t]*%0/.test(line));
  let open: OpenRecord | null = null;
  let isApart = true;
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    const match = tagged.exec(raw);
    const tag = match?.[1]?.toUpperCase();
    const value = (match?.[2] ?? "").trim();
    if (
      tag !== undefined &&
      (open === null || tag === "%0" || (!isTyped && isApart && open.values.length > 0))
    ) {
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (raw.trim() === "") {
      isApart = true;
      continue;
    } else if (open === null) skipped.push({ line, text: shownLine(raw), why: betweenRecords });
    else if (tag !== undefined) open.values.push({ tag, value, line });
    else {
      const last = open.values.at(-1)!;
      if (listed.has(last.tag) && last.value !== "")
        open.values.push({ tag: last.tag, value: raw.trim(), line });
      else last.value = `${last.value} ${raw.trim()}`.trim();
    }
    isApart = false;
  }
  return { records, skipped, unended: [] };
}

/** The references of an EndNote tagged text. */
export function readEndnoteTagged(text: string, file: string): BibliographyReading {
  const { records, skipped } = percentLines(text);
  const problems: Problem[] = records
    .filter(({ values }) => values[0]!.tag !== "%0")
    .map(({ line }) =>
      problem(
        "sources.bibliography-repaired",
        `The reference that begins in line ${line} of ${file} does not say what it is (%0); its kind was left open. Check where it begins and ends.`,
        { file, line },
      ),
    );
  return {
    format: "endnote-tagged",
    records: records.map(recordOf),
    lines: records.map(({ line }) => line),
    skipped,
    problems,
  };
}

function recordOf({ values }: TaggedRecord): BibliographicRecord {
  const draft = recordDraft();
  let year: number | null = null;
  let date: string | null = null;
  let word = "";
  for (const { tag, value } of values) {
    if (value === "") continue;
    const field = single[tag];
    if (tag === "%0") word = value;
    else if (field !== undefined) draft.set(field, value, tag);
    else if (tag === "%A") draft.author(value);
    else if (tag === "%K") draft.keywords(value);
    else if (tag === "%U") draft.url(value);
    else if (tag === "%Z") draft.note(value);
    else if (tag === "%D" && year === null && yearIn(value) !== null) year = yearIn(value);
    else if (tag === "%8" && date === null && dateOf(value) !== null) date = dateOf(value);
    else if (tag === "%3" && unpackedTag(value) !== null) {
      const { tag: name, value: packed } = unpackedTag(value)!;
      draft.foreign(name, packed);
    } else draft.foreign(tag, value);
  }
  const { type, isFirst } = types.read(word);
  return draft.finished({
    type,
    year,
    date,
    typeTag: isFirst || word === "" ? null : { tag: "%0", value: word },
  });
}

/** `2019-07-31`, `2019/07/31`, `July 31, 2019`, `31 July 2019`; null where the text says less than a month. */
function dateOf(text: string): string | null {
  const year = yearIn(text);
  if (year === null) return null;
  const numbers = /^([12]\d{3})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?$/.exec(text.trim());
  if (numbers !== null) return isoDate(numbers[1]!, numbers[2], numbers[3]);
  const word = /\p{L}{3,}/u.exec(text)?.[0];
  const month = word === undefined ? null : monthOf(word);
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(text)?.[1];
  return month === null ? null : isoDate(String(year), String(month), day);
}

/**
 * References in EndNote's tagged format, with CRLF. What it has no tag for stands in `%3` as `name: value`
 * and comes back from there.
 */
export function writeEndnoteTagged(records: readonly BibliographicRecord[]): string {
  return records.map(entryOf).join("\r\n");
}

function entryOf(given: BibliographicRecord): string {
  const record = normalRecord(given);
  const lines: string[] = [];
  const put = (tag: string, value: string | number | null) => {
    if (value !== null && value !== "") lines.push(`${tag} ${value}`);
  };
  const own = types.kept(record, "%0");
  put("%0", own?.value ?? types.write(record.type));
  put("%F", record.key);
  put("%T", record.title);
  for (const author of record.authors) put("%A", author);
  put("%D", record.year);
  put("%8", record.date);
  put(record.type === "article" ? "%J" : "%B", record.container);
  put("%S", record.series);
  put("%V", record.volume);
  put("%N", record.number);
  put("%P", record.pages);
  put("%I", record.publisher);
  put("%C", record.place);
  put("%G", record.language);
  put("%R", record.doi);
  for (const url of record.urls) put("%U", url);
  for (const keyword of record.keywords) put("%K", keyword.includes(",") ? `${keyword};` : keyword);
  for (const note of record.notes) put("%Z", note);
  put("%X", record.abstract);
  for (const tag of record.foreignTags) if (tag !== own) put("%3", packedTag(tag));
  lines.push("");
  return lines.join("\r\n");
}
