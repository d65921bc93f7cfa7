// RIS and MEDLINE as lines with tags: records, tags and values, with what belongs to no record. The formats
// are written by hundreds of programs, so nothing but a tag in its place is relied upon.

import type { SkippedLine } from "./reading.ts";

export type TaggedValue = { readonly tag: string; readonly value: string; readonly line: number };
export type TaggedRecord = { readonly line: number; readonly values: readonly TaggedValue[] };
export type TaggedLines = {
  readonly records: readonly TaggedRecord[];
  readonly skipped: readonly SkippedLine[];
  /** Lines of records that had no end of their own. */
  readonly unended: readonly number[];
};

/** A record while its lines are being read. */
export type OpenRecord = { line: number; values: { tag: string; value: string; line: number }[] };

/** A line as a message shows it. */
export const shownLine = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

export const betweenRecords = "it stands between two references";

/** As the format has it: two blanks before the hyphen. More blanks and tabs change nothing. */
const strict = /^\ufeff?([A-Z][A-Z0-9])(?: {2,4}|[ \t]*\t[ \t]*)-(?:[ \t](.*))?$/;
/** As it also comes: small letters, lines moved in, one blank or none on either side of the hyphen. */
const loose = /^\ufeff?[ \t]*([A-Za-z][A-Za-z0-9])[ \t]{0,4}-[ \t]*(.*)$/;
/** The first line of a record in either form. */
const begins = /^\ufeff?[ \t]*(TY)[ \t]{0,4}-[ \t]*(.*)$/i;

/**
 * Records of a RIS text. `ER` ends a record only where nothing stands behind it, so that a line of an abstract
 * that begins with ER ends nothing; a new `TY` ends a record that has no end. A line without a tag goes on
 * with the value before it, and outside of a record it is skipped. Whether tags are looked for strictly or
 * loosely is told by the first line of each record: files glued together from several programs hold both.
 */
export function risLines(text: string): TaggedLines {
  const lines = text.split(/\r\n?|\n/);
  const records: OpenRecord[] = [];
  const skipped: SkippedLine[] = [];
  const unended: number[] = [];
  let open: OpenRecord | null = null;
  let form = lines.some((line) => strict.test(line)) ? strict : loose;
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    const type = typeOf(raw);
    if (type !== null) {
      if (open !== null) unended.push(open.line);
      form = strict.test(raw) ? strict : loose;
      open = { line, values: [{ tag: "TY", value: type, line }] };
      records.push(open);
      continue;
    }
    const match = form.exec(raw);
    const tag = match?.[1]?.toUpperCase();
    const value = (match?.[2] ?? "").trim();
    if (tag === "ER" && (value === "" ? endsHere(lines, i, form) : isFollowedByRecord(lines, i))) {
      if (value !== "")
        skipped.push({ line, text: shownLine(raw), why: "it stands behind the end of a reference" });
      else if (open === null) skipped.push({ line, text: shownLine(raw), why: "it ends no reference" });
      open = null;
    } else if (tag === "ER" && value === "" && open !== null)
      skipped.push({
        line,
        text: shownLine(raw),
        why: "it ends no reference: fields of the same one follow",
      });
    else if (open !== null) {
      const last = open.values.at(-1)!;
      if (tag !== undefined && tag !== "ER") open.values.push({ tag, value, line });
      else if (isVendorLine(raw) && isFollowedByRecord(lines, i))
        skipped.push({ line, text: shownLine(raw), why: betweenRecords });
      else if (raw.trim() !== "" && last.tag !== "TY") last.value = `${last.value} ${raw.trim()}`;
      else if (raw.trim() !== "")
        skipped.push({ line, text: shownLine(raw), why: "it stands before the first tag of a reference" });
    } else if (tag !== undefined && startsRecord.has(tag) && value !== "") {
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (raw.replace("\ufeff", "").trim() !== "")
      skipped.push({ line, text: shownLine(raw), why: betweenRecords });
  }
  if (open !== null) unended.push(open.line);
  return { records, skipped, unended };
}

/** The type on the first line of a record. Loosely written, `ty - so` may be words of a text: a known word is asked for. */
function typeOf(raw: string): string | null {
  const match = begins.exec(raw);
  if (match === null) return null;
  const type = match[2]!.trim();
  const isLarge = match[1] === "TY" && /^[A-Z]+$/.test(type);
  return strict.test(raw) || isLarge || knownType.test(type) ? type : null;
}
const knownType =
  /^(?:jour|ejour|jfull|mgzn|news|abst|inpr|rprt|govdoc|book|ebook|edbook|chap|echap|cpaper|conf|thes|elec|blog|web|data|dbase|aggr|unpb|manscpt|gen)$/i;

/** Tags with which a record whose type is missing begins. */
const startsRecord: ReadonlySet<string> = new Set([
  ..."TI T1 AU A1 ID AN DO DB PY Y1 AB T2 JO JF UR".split(" "),
]);

/** What hosts print before a record; where the end of the one before is missing it would go on with its text. */
const isVendorLine = (line: string): boolean =>
  /^\s*(?:(?:Record|Provider|Database|Content|Source|Accession)\b[^:]*:|Record \d+ of \d+|<?\d+\.?>?\s*$)/i.test(
    line,
  );

const isBlank = (line: string): boolean => line.trim() === "";

/** Without words behind it ER is the end, unless the next line goes on with a tag that begins no record. */
function endsHere(lines: readonly string[], at: number, form: RegExp): boolean {
  const next = lines[at + 1] ?? "";
  const tag = isBlank(next) ? undefined : form.exec(next)?.[1]?.toUpperCase();
  return tag === undefined || tag === "TY" || tag === "ER" || startsRecord.has(tag);
}

/** With words behind ER it is the end only if the next record or the end of the file follows. */
function isFollowedByRecord(lines: readonly string[], at: number): boolean {
  for (let i = at + 1; i < lines.length; i++) {
    const next = lines[i]!;
    if (!isBlank(next)) return typeOf(next) !== null;
  }
  return true;
}

const medlineTag = /^\ufeff?([A-Z]{2,4}) *- ?(.*)$/;

/**
 * Records of a MEDLINE text: each begins with its PMID, or, where programs leave that out, with the first tag
 * behind an empty line; lines that begin with blanks go on.
 */
export function medlineLines(text: string): TaggedLines {
  const records: OpenRecord[] = [];
  const skipped: SkippedLine[] = [];
  let open: OpenRecord | null = null;
  let isApart = true;
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = i + 1;
    const match = medlineTag.exec(raw);
    const tag = match?.[1];
    const value = (match?.[2] ?? "").trim();
    const isOwn = tag !== undefined && (tag === "PMID" || (isApart && beginsMedline.has(tag)));
    // A PMID behind the first tags of a record that began without one belongs to it.
    const belongs =
      tag === "PMID" && !isApart && open !== null && !open.values.some((one) => one.tag === tag);
    if (isOwn && !belongs) {
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (isBlank(raw)) {
      isApart = true;
      continue;
    } else if (open === null) skipped.push({ line, text: shownLine(raw), why: betweenRecords });
    else if (tag !== undefined) open.values.push({ tag, value, line });
    else {
      const last = open.values.at(-1)!;
      last.value = `${last.value} ${raw.trim()}`;
    }
    isApart = false;
  }
  return { records, skipped, unended: [] };
}

/** Behind an empty line these begin a record; others may go on with one that was torn apart. */
const beginsMedline: ReadonlySet<string> = new Set(["OWN", "STAT", "TI", "UI", "AN", "VN", "DB"]);
