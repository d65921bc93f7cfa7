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

type Open = { line: number; values: { tag: string; value: string; line: number }[] };

const shown = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

const between = "it stands between two references";

/**
 * Records of a RIS text. `ER` ends a record only where nothing stands behind it, so that a line of an abstract
 * that begins with ER ends nothing; a new `TY` ends a record that has no end. A line without a tag goes on
 * with the value before it, and outside of a record it is skipped.
 */
export function risLines(text: string): TaggedLines {
  const lines = text.split(/\r\n?|\n/);
  // One blank before the hyphen is wrong and common; where two are used, one is part of a sentence.
  const blanks = lines.some((line) => /^TY {2}-/.test(line)) ? " {2}" : "[ \\t]{0,3}";
  const tagged = new RegExp(`^\\ufeff?([A-Z][A-Z0-9])${blanks}-(?:[ \\t](.*))?$`);
  const records: Open[] = [];
  const skipped: SkippedLine[] = [];
  const unended: number[] = [];
  let open: Open | null = null;
  for (const [i, raw] of lines.entries()) {
    const line = i + 1;
    const match = tagged.exec(raw);
    const tag = match?.[1];
    const value = (match?.[2] ?? "").trim();
    if (tag === "TY") {
      if (open !== null) unended.push(open.line);
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (tag === "ER" && (value === "" || endsRecord(lines, i, tagged))) {
      if (value !== "")
        skipped.push({ line, text: shown(raw), why: "it stands behind the end of a reference" });
      else if (open === null) skipped.push({ line, text: shown(raw), why: "it ends no reference" });
      open = null;
    } else if (open !== null) {
      const last = open.values.at(-1)!;
      if (tag !== undefined && tag !== "ER") open.values.push({ tag, value, line });
      else if (raw.trim() !== "") last.value = last.tag === "TY" ? last.value : `${last.value} ${raw.trim()}`;
      if (tag === undefined && raw.trim() !== "" && last.tag === "TY")
        skipped.push({ line, text: shown(raw), why: "it stands before the first tag of a reference" });
    } else if (tag !== undefined && startsRecord.has(tag) && value !== "") {
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (raw.replace("\ufeff", "").trim() !== "")
      skipped.push({ line, text: shown(raw), why: between });
  }
  if (open !== null) unended.push(open.line);
  return { records, skipped, unended };
}

/** Tags with which a record whose type is missing begins. */
const startsRecord: ReadonlySet<string> = new Set(["TI", "T1", "AU", "A1", "ID"]);

/** With words behind ER it is the end only if the next record or the end of the file follows. */
function endsRecord(lines: readonly string[], at: number, tagged: RegExp): boolean {
  for (let i = at + 1; i < lines.length; i++) {
    const next = lines[i]!;
    if (next.trim() === "") continue;
    return tagged.exec(next)?.[1] === "TY";
  }
  return true;
}

/** Records of a MEDLINE text: each begins with its PMID, lines that begin with blanks go on. */
export function medlineLines(text: string): TaggedLines {
  const records: Open[] = [];
  const skipped: SkippedLine[] = [];
  let open: Open | null = null;
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = i + 1;
    const match = /^\ufeff?([A-Z]{2,4}) *- ?(.*)$/.exec(raw);
    const tag = match?.[1];
    const value = (match?.[2] ?? "").trim();
    if (tag === "PMID") {
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (raw.trim() === "") continue;
    else if (open === null) skipped.push({ line, text: shown(raw), why: between });
    else if (tag !== undefined) open.values.push({ tag, value, line });
    else {
      const last = open.values.at(-1)!;
      last.value = `${last.value} ${raw.trim()}`;
    }
  }
  return { records, skipped, unended: [] };
}
