// Bytes to references: which format it is, and what the whole file says.

import { decodeTable } from "#documents";
import { fail, ok, problem, type Result } from "#kernel";
import { readCslJson } from "./csl-json.ts";
import { readMedline } from "./medline.ts";
import type { BibliographyFormat, BibliographyReading } from "./reading.ts";
import { readRis } from "./ris.ts";

/** Bytes; a hundred thousand references with abstracts are a third of it. */
const largest = 500_000_000;

/** RIS before MEDLINE: notes of RIS may name a PMID, but no MEDLINE file has a TY. */
function formatOf(text: string): BibliographyFormat | null {
  if (/^\ufeff?\s*[[{]\s*[{"\]}]/.test(text)) return "csl-json";
  if (/^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/m.test(text) && !/^TY {1,3}- /m.test(text)) return "bibtex";
  if (/^\ufeff?TY {0,3}-/m.test(text)) return "ris";
  if (/^\ufeff?PMID *- ?\d/m.test(text)) return "medline";
  if (/^\ufeff?(?:TI|T1|AU|A1) {1,2}- /m.test(text)) return "ris";
  return null;
}

/**
 * Reads references from RIS, MEDLINE, BibTeX or CSL-JSON, by what stands in the file, whatever its name. No
 * reference is lost because something beside it is broken: what can be read is kept, what belongs to no
 * reference is listed with its line, tags that no field stands for are kept as they are.
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
  const at = { file: name };
  if (bytes.length > largest)
    return fail(
      problem(
        "sources.bibliography-too-large",
        `${name} has ${bytes.length} bytes; the limit for references is ${largest}. Split the export into parts.`,
        at,
      ),
    );
  const { text, problems } = decodeTable(bytes, name);
  const format = formatOf(text);
  if (format === null)
    return fail(
      problem(
        text.trim() === "" ? "sources.bibliography-empty" : "sources.bibliography-format-unknown",
        text.trim() === ""
          ? `${name} holds nothing. Check that it was saved or downloaded completely.`
          : `${name} is none of RIS, MEDLINE, BibTeX and CSL-JSON. Export the references anew in one of these.`,
        at,
      ),
    );
  const read = await readAs(format, text, name);
  if (!read.ok) return read;
  const { records, skipped } = read.value;
  if (records.length === 0)
    return fail(
      problem(
        "sources.bibliography-empty",
        `${name} looks like ${format} and holds no reference${skipped.length === 0 ? "" : `; ${skipped.length} lines belong to none, the first is line ${skipped[0]!.line}`}. Check that it is the file you meant.`,
        at,
      ),
    );
  const told =
    skipped.length === 0
      ? []
      : [
          problem(
            "sources.bibliography-lines-skipped",
            `${skipped.length} line${skipped.length === 1 ? "" : "s"} of ${name} belong${skipped.length === 1 ? "s" : ""} to no reference, the first is line ${skipped[0]!.line}: "${skipped[0]!.text.slice(0, 60)}". Each is listed with its reason.`,
            { ...at, line: skipped[0]!.line },
          ),
        ];
  return ok({ ...read.value, problems: [...problems, ...read.value.problems, ...told] });
}

async function readAs(
  format: BibliographyFormat,
  text: string,
  name: string,
): Promise<Result<BibliographyReading>> {
  switch (format) {
    case "ris":
      return ok(readRis(text, name));
    case "medline":
      return ok(readMedline(text));
    case "bibtex":
      // Brings a parser of TeX along, which is heavy: loaded when the first such file comes.
      return ok((await import("./read-bibtex.ts")).readBibtex(text, name));
    case "csl-json":
      return readCslJson(text, name);
  }
}
