// Bytes to references: which format it is, and what the whole file says.

import { decodeTable } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { readCslJson } from "./csl-json.ts";
import { formatNames, formatOf } from "./detect-format.ts";
import { readEndnoteTagged } from "./endnote-tagged.ts";
import { readEndnoteXml } from "./endnote-xml.ts";
import { readMedline } from "./medline.ts";
import type { BibliographyFormat, BibliographyReading } from "./reading.ts";
import { readRis } from "./ris.ts";
import { readWebOfScience } from "./web-of-science.ts";

/** Bytes; a hundred thousand references with abstracts are a third of it. */
export const largestBibliography = 500_000_000;

export type TextFormat = Exclude<BibliographyFormat, "table">;

export const tooLarge = (bytes: number, name: string): Problem =>
  problem(
    "sources.bibliography-too-large",
    `${name} has ${bytes} bytes; the limit for references is ${largestBibliography}. Split the export into parts.`,
    { file: name },
  );

export const noFormat = (text: string, name: string): Problem =>
  problem(
    text.trim() === "" ? "sources.bibliography-empty" : "sources.bibliography-format-unknown",
    text.trim() === ""
      ? `${name} holds nothing. Check that it was saved or downloaded completely.`
      : `${name} is none of ${Object.values(formatNames).slice(0, -1).join(", ")}, and no table of references. Export the references anew in one of these.`,
    { file: name },
  );

/** Says that nothing was found, or which lines belong to no reference. */
export function settled(read: BibliographyReading, name: string): Result<BibliographyReading> {
  const { records, skipped, format } = read;
  if (records.length === 0)
    return fail(
      problem(
        "sources.bibliography-empty",
        `${name} looks like ${formatNames[format]} and holds no reference${skipped.length === 0 ? "" : `; ${skipped.length} lines belong to none, the first is line ${skipped[0]!.line}`}. Check that it is the file you meant.`,
        { file: name },
      ),
    );
  if (skipped.length === 0) return ok(read);
  const one = skipped.length === 1;
  const told = problem(
    "sources.bibliography-lines-skipped",
    `${skipped.length} line${one ? "" : "s"} of ${name} belong${one ? "s" : ""} to no reference, the first is line ${skipped[0]!.line}: "${skipped[0]!.text.slice(0, 60)}". Each is listed with its reason.`,
    { file: name, line: skipped[0]!.line },
  );
  return ok({ ...read, problems: [...read.problems, told] });
}

/**
 * Reads references from RIS, MEDLINE, BibTeX, CSL-JSON, EndNote (XML or tagged) or Web of Science's tagged
 * format, by what stands in the file, whatever its name. No reference is lost because something beside it is
 * broken: what can be read is kept, what belongs to no reference is listed with its line, tags that no field
 * stands for are kept as they are. Tables of references are read by `readReferences`.
 *
 * @param bytes the file; UTF-8, UTF-16 or Windows-1252
 * @param name its name, for messages
 * @returns the records in the order of the file, skipped lines, and what was repaired
 * @limits TeX beyond accents, symbols and emphasis (formulas, macros of one's own) is reduced to its letters.
 */
export async function readBibliography(
  bytes: Uint8Array,
  name: string,
): Promise<Result<BibliographyReading>> {
  if (bytes.length > largestBibliography) return fail(tooLarge(bytes.length, name));
  const { text, problems } = decodeTable(bytes, name);
  const format = formatOf(text);
  if (format === null || format === "table") return fail(noFormat(text, name));
  const read = await readTextAs(format, text, name);
  if (!read.ok) return read;
  return settled({ ...read.value, problems: [...problems, ...read.value.problems] }, name);
}

export async function readTextAs(
  format: TextFormat,
  text: string,
  name: string,
): Promise<Result<BibliographyReading>> {
  switch (format) {
    case "ris":
      return ok(readRis(text, name));
    case "medline":
      return ok(readMedline(text));
    case "endnote-tagged":
      return ok(readEndnoteTagged(text, name));
    case "web-of-science":
      return ok(readWebOfScience(text, name));
    case "endnote-xml":
      return readEndnoteXml(text, name);
    case "bibtex":
      // Brings a parser of TeX along, which is heavy: loaded when the first such file comes.
      return ok((await import("./read-bibtex.ts")).readBibtex(text.replace(/\r\n?/g, "\n"), name));
    case "csl-json":
      return readCslJson(text, name);
  }
}
