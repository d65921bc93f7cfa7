// The one door for references: any file of any format, with everything that was odd about it.

import { decodeTable, readWorkbook } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { BibliographicRecord } from "#records";
import { formatNames, formatOf, formatsOfName } from "./detect-format.ts";
import { decisionsInNotes, type EarlierDecision } from "./earlier-decision.ts";
import { largestBibliography, noFormat, readTextAs, settled, tooLarge } from "./read-bibliography.ts";
import type { BibliographyFormat, BibliographyReading, SkippedLine } from "./reading.ts";
import { readRecordTable, type TableReading } from "./record-table.ts";

export type ReadReference = {
  readonly record: BibliographicRecord;
  /** Where it begins: the line of a text, the row of a table; 1-based. */
  readonly line: number;
  /** What the file says was decided about it before; empty where it says nothing. */
  readonly earlier: readonly EarlierDecision[];
};

export type ReferencesReading = {
  readonly format: BibliographyFormat;
  /** In the order of the file. */
  readonly records: readonly ReadReference[];
  /** Every line or row that belongs to no reference, with its number and why. */
  readonly skipped: readonly SkippedLine[];
  /** All that is odd about the file and still leaves it readable, each with its place. */
  readonly notices: readonly Problem[];
};

export type ReferencesOptions = {
  /** Most references of one file. */
  readonly most: number;
};

const usual: ReferencesOptions = { most: 1_000_000 };

/** Of a kind of notice so many are told one by one; then their number. */
const toldOneByOne = 100;

/**
 * Reads references from a file of any of eight formats: RIS, MEDLINE, BibTeX, CSL-JSON, EndNote XML and tagged,
 * Web of Science tagged, and tables (CSV, TSV, XLSX, JSON rows) of catalogues and screening programs.
 *
 * The format is told by the content; where the name promises another, a notice says so. No reference is lost
 * because something beside it is broken; every line left out is in `skipped` with its number; tags and columns
 * that no field stands for are kept as foreign tags. Two references with one identifier are both kept and told.
 *
 * @param bytes the file; text in UTF-8, UTF-16 or Windows-1252, or XLSX
 * @param name its name, for messages and for the notice about its format
 * @returns references with their lines and earlier decisions, or why there are none
 * @limits A table needs a column of titles, DOIs or PubMed numbers under a name known in English, French, Spanish
 *   or Portuguese. Dates such as 3/7/2019 stay as they are: which is the day cannot be told.
 */
export async function readReferences(
  bytes: Uint8Array,
  name: string,
  options: Partial<ReferencesOptions> = {},
): Promise<Result<ReferencesReading>> {
  const { most } = { ...usual, ...options };
  if (bytes.length > largestBibliography) return fail(tooLarge(bytes.length, name));
  const read = await readAny(bytes, name);
  if (!read.ok) return read;
  const { records, lines, format, skipped, problems } = read.value;
  if (records.length > most)
    return fail(
      problem(
        "sources.bibliography-too-many",
        `${name} holds ${records.length} references; at most ${most} are taken at once. Split the export into parts.`,
        { file: name },
      ),
    );
  const promised = formatsOfName(name);
  const misnamed =
    promised === null || promised.includes(format)
      ? []
      : [
          problem(
            "sources.bibliography-format-differs",
            `${name} is called like ${formatNames[promised[0]!]}, and what stands in it is ${formatNames[format]}. It was read as that. Give it the right name if it goes on to others.`,
            { file: name },
          ),
        ];
  return ok({
    format,
    records: records.map((record, i) => ({
      record,
      line: lines[i]!,
      earlier: [...(read.value.decisions[i] ?? []), ...decisionsInNotes(record)],
    })),
    skipped,
    notices: [...misnamed, ...problems, ...repeatedKeys(read.value, name), ...textless(read.value, name)],
  });
}

type AnyReading = BibliographyReading & Pick<TableReading, "decisions">;

async function readAny(bytes: Uint8Array, name: string): Promise<Result<AnyReading>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return readTable(bytes, name);
  const { text, problems } = decodeTable(bytes, name);
  const format = formatOf(text);
  // Called a table, and no column is known: its columns are what the message must name.
  if (format === null && text.trim() !== "" && formatsOfName(name)?.includes("table"))
    return readTable(bytes, name);
  if (format === null) return fail(noFormat(text, name));
  if (format === "table") return readTable(bytes, name);
  const read = await readTextAs(format, text, name);
  // JSON without items of CSL may be rows of a table.
  if (format === "csl-json" && (!read.ok || read.value.records.every(isBare))) {
    const table = await readTable(bytes, name);
    if (table.ok) return table;
  }
  if (!read.ok) return read;
  const whole = settled({ ...read.value, problems: [...problems, ...read.value.problems] }, name);
  return whole.ok ? ok({ ...whole.value, decisions: [] }) : whole;
}

/** Nothing but a title came out: the other names of its fields were not those of CSL. */
const isBare = ({ abstract, authors, doi, container, foreignTags }: BibliographicRecord): boolean =>
  abstract === null && authors.length === 0 && doi === null && container === null && foreignTags.length === 0;

async function readTable(bytes: Uint8Array, name: string): Promise<Result<AnyReading>> {
  const workbook = await readWorkbook(bytes, name, {
    bytes: largestBibliography,
    rows: 1_000_000,
    cells: 40_000_000,
    unfoldedBytes: 1_000_000_000,
  });
  if (!workbook.ok) return workbook;
  const read = readRecordTable(workbook.value, name);
  if (!read.ok) return read;
  const whole = settled(
    {
      ...read.value,
      format: "table",
      problems: [...workbook.value.problems, ...read.value.problems],
    },
    name,
  );
  return whole.ok ? ok({ ...whole.value, decisions: read.value.decisions }) : whole;
}

/** Two records of one file with the same identifier of its own: both stay, and the reader is told. */
function repeatedKeys({ records, lines }: BibliographyReading, file: string): readonly Problem[] {
  const first = new Map<string, number>();
  const told: Problem[] = [];
  let more = 0;
  for (const [i, { key }] of records.entries()) {
    if (key === null) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, i);
    else if (told.length < toldOneByOne)
      told.push(
        problem(
          "sources.bibliography-key-repeated",
          `The references in lines ${lines[known]} and ${lines[i]} of ${file} have the same identifier "${key.slice(0, 60)}". Both were kept; look whether they are one.`,
          { file, line: lines[i]! },
        ),
      );
    else more++;
  }
  if (more > 0)
    told.push(
      problem(
        "sources.bibliography-key-repeated",
        `${more} further references of ${file} have an identifier that stands there already. All were kept.`,
        { file },
      ),
    );
  return told;
}

/** References without title, DOI and abstract cannot be judged; they are kept and counted. */
function textless({ records, lines }: BibliographyReading, file: string): readonly Problem[] {
  const bare = records.flatMap(({ title, abstract }, i) =>
    title === null && abstract === null ? [lines[i]!] : [],
  );
  if (bare.length === 0) return [];
  return [
    problem(
      "sources.bibliography-without-text",
      `${bare.length} reference${bare.length === 1 ? "" : "s"} of ${file} ha${bare.length === 1 ? "s" : "ve"} neither title nor abstract, in line ${bare.slice(0, 20).join(", ")}${bare.length > 20 ? " and others" : ""}. They were kept; complete them before anybody judges them.`,
      { file, line: bare[0]! },
    ),
  ];
}
