// Checks a DOCX package before anything is unfolded, and unfolds only the parts that hold text: pictures,
// fonts, macros and embedded files stay as they are.

import { unzipSync } from "fflate";
import { fail, ok, problem, type Result } from "#kernel";
import type { ReadingLimits } from "./document.ts";

const textParts =
  /^(?:_rels\/\.rels|word\/(?:document\d*|styles\d*|numbering\d*|footnotes\d*|endnotes\d*)\.xml|docProps\/core\.xml)$/;
/** Text compresses five- to twenty-fold; a hundredfold is a bomb unless the part is small. */
const largestRatio = 200;
const smallPart = 1_000_000;
const mostParts = 5_000;

type TextParts = {
  /** Contents by name, such as `word/document.xml`. */
  readonly parts: ReadonlyMap<string, string>;
  /** Programs lie in the package; they are not even unfolded. */
  readonly hasMacros: boolean;
};

/** What another ZIP archive is, by a name inside it. */
const others: readonly (readonly [inside: RegExp, what: string])[] = [
  [
    /^xl\/workbook\.(?:xml|bin)$/,
    "a spreadsheet. Give it where tables are imported, or save its text as DOCX or PDF",
  ],
  [/^ppt\/presentation\.xml$/, "a set of slides. Save it as PDF and read that"],
  [/^content\.xml$/, "an OpenDocument file. Save it as DOCX or PDF and read that"],
  [/^META-INF\/container\.xml$/, "an electronic book. Save it as PDF or HTML and read that"],
];

/** The parts with text, or why the package is refused. */
export function textPartsOf(bytes: Uint8Array, name: string, limits: ReadingLimits): Result<TextParts> {
  const at = { file: name };
  let total = 0;
  let bomb: string | null = null;
  const names: string[] = [];
  try {
    // First pass: the directory only; the filter refuses every part, so nothing is unfolded.
    unzipSync(bytes, {
      filter: ({ name: part, size, originalSize }) => {
        names.push(part);
        if (!textParts.test(part)) return false;
        total += originalSize;
        if (originalSize > smallPart && originalSize > size * largestRatio) bomb = part;
        return false;
      },
    });
  } catch {
    return fail(damaged(name));
  }
  if (!names.some((part) => /^word\/document\d*\.xml$/.test(part))) {
    const other = others.find(([inside]) => names.some((part) => inside.test(part)))?.[1];
    return fail(
      problem(
        "documents.format-unknown",
        other === undefined
          ? `${name} is a ZIP archive without a Word document inside. Give the document itself, as DOCX, PDF, HTML or plain text.`
          : `${name} is ${other}.`,
        at,
      ),
    );
  }
  if (bomb !== null || total > limits.maxUnpackedBytes || names.length > mostParts)
    return fail(
      problem(
        "documents.unfolds-too-large",
        `${name} unfolds to ${total} bytes in ${names.length} parts${bomb === null ? "" : ` (${bomb} more than ${largestRatio}-fold)`}; the limit is ${limits.maxUnpackedBytes}. It was not opened.`,
        at,
      ),
    );
  try {
    // Each part is unfolded into a buffer of the announced size, so a directory that lies cannot exceed it.
    const unfolded = unzipSync(bytes, { filter: ({ name: part }) => textParts.test(part) });
    return ok({
      parts: new Map(Object.entries(unfolded).map(([part, content]) => [part, decodeXml(content)])),
      hasMacros: names.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part)),
    });
  } catch {
    return fail(damaged(name));
  }
}

/** XML is UTF-8, or UTF-16 with a mark. */
function decodeXml(content: Uint8Array): string {
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  return new TextDecoder(isWide ? (content[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(content);
}

const damaged = (name: string) =>
  problem(
    "documents.damaged",
    `${name} begins like a DOCX, but its package cannot be read. It may have been cut off while downloading.`,
    { file: name },
  );
