// The tagged format of Web of Science (CIW, also "plain text"): read only. Tags stand at the line's beginning,
// lines that go on are moved in by three blanks, ER ends a record and EF the file.

import { type Problem, problem } from "#kernel";
import type { BibliographicRecord, BibliographicType } from "#records";
import { documentWords } from "./entry-types.data.ts";
import { type BibliographyReading, isoDate, type SkippedLine } from "./reading.ts";
import { monthOf, recordDraft, type SingleField, yearIn } from "./record-draft.ts";
import {
  betweenRecords,
  type OpenRecord,
  shownLine,
  type TaggedLines,
  type TaggedRecord,
} from "./tagged-lines.ts";

const tagged = /^\ufeff?([A-Z][A-Z0-9])(?:[ \t](.*))?$/;

/** Tags of which each line is one value; lines of all others are one text. */
const listed: ReadonlySet<string> = new Set(["AU", "AF", "BA", "BF", "CA", "GP", "BE", "CR", "C1"]);

/** Records of the text. `PT` begins one; `ER` ends it only where it stands alone. */
export function webOfScienceLines(text: string): TaggedLines {
  const records: OpenRecord[] = [];
  const skipped: SkippedLine[] = [];
  const unended: number[] = [];
  let open: OpenRecord | null = null;
  for (const [i, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = i + 1;
    const match = tagged.exec(raw);
    const tag = match?.[1];
    const value = (match?.[2] ?? "").trim();
    if (tag === "PT") {
      if (open !== null) unended.push(open.line);
      open = { line, values: [{ tag, value, line }] };
      records.push(open);
    } else if (tag === "ER" && value === "") {
      if (open === null) skipped.push({ line, text: shownLine(raw), why: "it ends no reference" });
      open = null;
    } else if (raw.replace("\ufeff", "").trim() === "" || (open === null && isFrame(tag))) {
    } else if (open === null) skipped.push({ line, text: shownLine(raw), why: betweenRecords });
    else if (tag !== undefined && tag !== "ER") open.values.push({ tag, value, line });
    else {
      const last = open.values.at(-1)!;
      if (listed.has(last.tag)) open.values.push({ tag: last.tag, value: raw.trim(), line });
      else last.value = `${last.value} ${raw.trim()}`;
    }
  }
  if (open !== null && open.values.at(-1)!.tag !== "EF") unended.push(open.line);
  return { records, skipped, unended };
}

/** Name and version of the format, and the end of the file. */
const isFrame = (tag: string | undefined): boolean => tag === "FN" || tag === "VR" || tag === "EF";

const single: Readonly<Record<string, SingleField>> = {
  TI: "title",
  AB: "abstract",
  LA: "language",
  DI: "doi",
  PU: "publisher",
  PI: "place",
  SO: "container",
  SE: "series",
  IS: "number",
  VL: "volume",
  UT: "key",
};

/** The references of a Web of Science text. */
export function readWebOfScience(text: string, file: string): BibliographyReading {
  const { records, skipped, unended } = webOfScienceLines(text);
  const problems: Problem[] = unended.map((line) =>
    problem(
      "sources.bibliography-repaired",
      `The reference that begins in line ${line} of ${file} has no end (ER); it was taken to go up to the next one. Check its last fields.`,
      { file, line },
    ),
  );
  return {
    format: "web-of-science",
    records: records.map(recordOf),
    lines: records.map(({ line }) => line),
    skipped,
    problems,
  };
}

/** By the kind of document, else by the kind of publication. */
function typeOf(kind: string, publication: string): BibliographicType {
  const found = documentWords.find(([word]) => word.test(kind))?.[1];
  if (found !== undefined) return found;
  return publication === "B" ? "book" : publication === "J" ? "article" : "other";
}

function recordOf({ values }: TaggedRecord): BibliographicRecord {
  const draft = recordDraft();
  const of = (tag: string) => values.filter((one) => one.tag === tag).map(({ value }) => value);
  const first = (tag: string) => of(tag).find((value) => value !== "") ?? "";
  const full = [...of("AF"), ...of("BF")];
  for (const name of full.length > 0 ? full : [...of("AU"), ...of("BA")]) draft.author(name);
  for (const name of [...of("CA"), ...of("GP")]) draft.author(name);
  for (const { tag, value } of values) {
    const field = single[tag];
    if (value === "" || used.has(tag)) continue;
    if (field !== undefined) draft.set(field, value, tag);
    else if (tag === "DE" || tag === "ID") draft.keywords(`${value};`);
    else draft.foreign(tag, value);
  }
  const [start, end, article] = [first("BP"), first("EP"), first("AR")];
  if (start !== "") draft.set("pages", end === "" || end === start ? start : `${start}-${end}`, "BP");
  else if (end !== "") draft.set("pages", end, "EP");
  if (article !== "") draft.set("pages", article, "AR");
  const year = yearIn(first("PY"));
  const [word = "", day] = first("PD").split(/\s+/);
  const month = monthOf(word.split("-")[0] ?? "");
  return draft.finished({
    type: typeOf(first("DT"), first("PT")),
    year,
    date: year === null || month === null ? null : isoDate(String(year), String(month), day),
  });
}

/** Read above, or said by another tag in full. */
const used: ReadonlySet<string> = new Set("PT AF BF AU BA CA GP BP EP AR PY PD EF".split(" "));
