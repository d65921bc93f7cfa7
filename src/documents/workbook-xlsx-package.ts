// Checks an XLSX package before anything is unfolded, keeps only the parts that hold cells, and takes out of
// each sheet what makes a reader build huge ranges. Macros, pictures and links to other files never come in.

import { strFromU8, strToU8, unzipSync } from "fflate";
import { fail, ok, problem, type Result } from "#kernel";
import type { WorkbookLimits } from "./workbook.ts";

const neededParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels))$/i;
const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/i;
/** Sheets of repeated numbers compress a hundredfold; a thousandfold is a bomb unless the part is small. */
const largestRatio = 1_000;
const smallPart = 1_000_000;
const mostParts = 20_000;

export type SheetRanges = {
  readonly merged: readonly string[];
  /** First and last column of each hidden stretch. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
};

export type XlsxPackage = {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** By the part's path. */
  readonly ranges: ReadonlyMap<string, SheetRanges>;
};

/** The parts of a workbook that hold cells, or why it is refused. */
export function xlsxPackage(bytes: Uint8Array, name: string, limits: WorkbookLimits): Result<XlsxPackage> {
  const at = { file: name };
  const directory = directoryOf(bytes);
  if (directory === null) return fail(damaged(name));
  if (!directory.names.has("xl/workbook.xml")) return fail(notAWorkbook(name, directory.names));
  const { total, bomb, names } = directory;
  if (bomb !== null || total > limits.unfoldedBytes || names.size > mostParts)
    return fail(
      problem(
        "documents.unfolds-too-large",
        `${name} unfolds to ${total} bytes in ${names.size} parts${bomb === null ? "" : ` (${bomb} more than ${largestRatio}-fold)`}; the limit is ${limits.unfoldedBytes}. It was not opened.`,
        at,
      ),
    );
  let kept: Record<string, Uint8Array>;
  try {
    // Each part is unfolded into a buffer of the announced size, so a directory that lies cannot exceed it.
    kept = unzipSync(bytes, { filter: ({ name: part }) => neededParts.test(part) });
  } catch {
    return fail(damaged(name));
  }
  const ranges = new Map<string, SheetRanges>();
  let cells = 0;
  for (const [part, content] of Object.entries(kept)) {
    const xml = xmlOf(content);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
      return fail(
        problem(
          "documents.entity-refused",
          `${name}: the part ${part} declares a document type or entities, which an XLSX never needs. It was not opened.`,
          at,
        ),
      );
    if (!sheetPart.test(part)) continue;
    const counted = countOf(xml, "<c ") + countOf(xml, "<c>");
    cells += counted;
    const rows = countOf(xml, "<row");
    if (cells > limits.cells || rows > limits.rows + 1)
      return fail(
        problem(
          "documents.table-too-large",
          `${name}: ${rows > limits.rows + 1 ? `the sheet ${part} has ${rows} rows; the limit is ${limits.rows}` : `its sheets have more than ${limits.cells} cells`}. Split the table.`,
          at,
        ),
      );
    ranges.set(part, rangesOf(xml));
    kept[part] = strToU8(thinnedSheet(xml));
  }
  return ok({ parts: kept, ranges });
}

function xmlOf(content: Uint8Array): string {
  const utf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  return utf16
    ? new TextDecoder(content[0] === 0xff ? "utf-16le" : "utf-16be").decode(content)
    : strFromU8(content);
}

function directoryOf(bytes: Uint8Array) {
  let total = 0;
  let bomb: string | null = null;
  const names = new Set<string>();
  try {
    // The filter refuses every part, so nothing is unfolded.
    unzipSync(bytes, {
      filter: ({ name: part, size, originalSize }) => {
        names.add(part);
        if (!neededParts.test(part)) return false;
        total += originalSize;
        if (originalSize > smallPart && originalSize > size * largestRatio) bomb = part;
        return false;
      },
    });
  } catch {
    return null;
  }
  return { total, bomb: bomb as string | null, names };
}

function countOf(text: string, piece: string): number {
  let count = 0;
  for (let i = text.indexOf(piece); i !== -1; i = text.indexOf(piece, i + piece.length)) count++;
  return count;
}

function rangesOf(xml: string): SheetRanges {
  const merged = [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+(?::[A-Z]+\d+)?)"/g)].map(
    ([, ref = ""]) => ref,
  );
  const hiddenColumns = [...xml.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].flatMap(([col]) => {
    const [min, max] = [/\smin="(\d+)"/.exec(col)?.[1], /\smax="(\d+)"/.exec(col)?.[1]];
    return min !== undefined && max !== undefined && /\shidden="(?:1|true)"/.test(col)
      ? [[Number(min), Number(max)] as const]
      : [];
  });
  return { merged, hiddenColumns };
}

/** Only cells and links of single cells: merged ranges, validations and the like may span a whole sheet. */
function thinnedSheet(given: string): string {
  // Some programs write every element with a prefix of its own.
  const prefix = /<(\w+):worksheet[\s>]/.exec(given)?.[1];
  const xml = prefix === undefined ? given : given.replaceAll(new RegExp(`<(/?)${prefix}:`, "g"), "<$1");
  const from = xml.indexOf("<sheetData");
  const to = xml.indexOf("</sheetData>");
  const data = from === -1 || to < from ? "<sheetData/>" : xml.slice(from, to + "</sheetData>".length);
  const links = [...xml.slice(Math.max(to, 0)).matchAll(/<hyperlink\s[^>]*>/g)]
    .map(([link]) => (link.endsWith("/>") ? link : `${link.slice(0, -1)}/>`))
    .filter((link) => /\sref="[A-Z]+\d+"/.test(link) && /\sr:id="/.test(link));
  const found = links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${data}${found}</worksheet>`;
}

function notAWorkbook(name: string, names: ReadonlySet<string>) {
  const kind = names.has("word/document.xml")
    ? "a Word document"
    : names.has("content.xml")
      ? "an OpenDocument file"
      : "a ZIP archive without a workbook inside";
  return problem(
    "documents.table-format-unknown",
    `${name} is ${kind}. Save the table as XLSX or as CSV in UTF-8 and give that.`,
    { file: name },
  );
}

const damaged = (name: string) =>
  problem(
    "documents.damaged",
    `${name} begins like an XLSX, but its package cannot be read. It may have been cut off while downloading.`,
    { file: name },
  );
