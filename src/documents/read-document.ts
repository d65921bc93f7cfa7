// Bytes to a document: checks size and format, then hands over to the reader of the format.

import { fail, ok, problem, type Result } from "#kernel";
import {
  defaultReadingLimits,
  type ReadDocument,
  type ReadingLimits,
  type ReadingOptions,
} from "./document.ts";
import { readPlainText } from "./plain-text.ts";
import { isCompoundFile, otherFormat, sniffFormat } from "./sniff-format.ts";

/**
 * Reads plain text, PDF, DOCX or HTML: the text, and where in it headings, paragraphs with their numbers,
 * list items with their labels, tables, notes and running heads stand.
 *
 * Spans count Unicode code points of `text`, end exclusive. For plain text that is the file as given (a byte
 * order mark is no character of it). Nothing is fetched, run or unpacked to disk; size, pages, unfolded size
 * and nesting have ceilings (`defaultReadingLimits`).
 *
 * @param bytes the file; not changed
 * @param name its name, for messages and where the first bytes do not tell the format
 * @param options limits other than the defaults, the format where it is known, and `onPage` to show progress
 *   and to stop
 * @returns the document, with warnings for what was repaired or guessed; or why it cannot be read
 * @limits Pictures of pages hold no text: character recognition has to come before.
 * @limits Columns and tables of a PDF are concluded from places on the page and can be wrong.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
): Promise<Result<ReadDocument>> {
  const limits: ReadingLimits = limitsOf(options);
  const at = { file: name };
  if (bytes.length === 0)
    return fail(
      problem(
        "documents.empty",
        `${name} holds no bytes. Check that it was saved or downloaded completely.`,
        at,
      ),
    );
  if (bytes.length > limits.maxBytes)
    return fail(
      problem(
        "documents.too-large",
        `${name} has ${bytes.length} bytes; the limit for one document is ${limits.maxBytes}. Split it into parts.`,
        at,
      ),
    );
  const format = options.format ?? sniffFormat(bytes, name);
  if (format === null) return fail(unknownFormat(bytes, name));
  // Before anything is made of it: running out of memory ends the whole program, not this reading alone.
  const lines = format === "text" ? linesIn(bytes) : 0;
  if (lines > mostLines)
    return fail(
      problem(
        "documents.too-much-text",
        `${name} has ${lines} lines; the limit for one text is ${mostLines}. Check that it is a report, or split it into parts.`,
        at,
      ),
    );
  const read = await readAs(format, bytes, name, limits, options.onPage);
  if (!read.ok) return read;
  if (read.value.text.length > limits.maxCharacters)
    return fail(
      problem(
        "documents.too-much-text",
        `${name} gives ${read.value.text.length} characters; the limit is ${limits.maxCharacters}. Split it into parts.`,
        at,
      ),
    );
  if (read.value.text.trim() === "")
    return fail(
      problem(
        "documents.no-text",
        `${name} holds no text. If its pages are pictures, run character recognition on it first.`,
        at,
      ),
    );
  return ok(read.value);
}

/** Ten times the lines of a report of a thousand pages; each costs some 500 bytes while it is read. */
const mostLines = 500_000;
const lineFeed = 0x0a;

function linesIn(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) lines++;
  return lines;
}

function limitsOf(options: ReadingOptions): ReadingLimits {
  const { maxBytes, maxPages, maxCharacters, maxUnpackedBytes, maxDepth } = defaultReadingLimits;
  return {
    maxBytes: options.maxBytes ?? maxBytes,
    maxPages: options.maxPages ?? maxPages,
    maxCharacters: options.maxCharacters ?? maxCharacters,
    maxUnpackedBytes: options.maxUnpackedBytes ?? maxUnpackedBytes,
    maxDepth: options.maxDepth ?? maxDepth,
  };
}

// The readers of the other formats are heavy packages: each is loaded when the first file of its kind comes.
async function readAs(
  format: ReadDocument["format"],
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  onPage: ReadingOptions["onPage"],
): Promise<Result<ReadDocument>> {
  switch (format) {
    case "text":
      return ok(readPlainText(bytes));
    case "pdf":
      return (await import("./pdf-document.ts")).readPdf(bytes, name, limits, onPage);
    case "docx":
      return (await import("./docx-document.ts")).readDocx(bytes, name, limits);
    case "html":
      return (await import("./html-document.ts")).readHtml(bytes, name, limits);
  }
}

function unknownFormat(bytes: Uint8Array, name: string) {
  if (isCompoundFile(bytes))
    return problem(
      "documents.encrypted",
      `${name} is an Office file that is either protected by a password or of the format before 2007 (.doc). Save it as DOCX without a password.`,
      { file: name },
    );
  const other = otherFormat(bytes);
  if (other !== null) return problem("documents.format-unknown", `${name} is ${other}.`, { file: name });
  return problem(
    "documents.format-unknown",
    `${name} is neither plain text, PDF, DOCX nor HTML. Convert it to one of these.`,
    { file: name },
  );
}
