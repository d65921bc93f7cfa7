// Bytes of a delimited or JSON file to text, with the encoding found and what was lost.

import { type Problem, problem } from "#kernel";
import type { WorkbookProblemCode } from "./workbook-problems.ts";

export type DecodedText = {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly Problem[];
};

const sampleBytes = 4_096;

/** UTF-16 without a byte order mark: in Latin scripts every second byte is zero. */
function silentUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++;
  const [even, odd] = zeros as [number, number];
  const most = sample.length / 2;
  if (odd > most * 0.6 && even < most * 0.1) return "utf-16le";
  if (even > most * 0.6 && odd < most * 0.1) return "utf-16be";
  return null;
}

const lineAt = (text: string, position: number): number => {
  let line = 1;
  for (let i = text.indexOf("\n"); i !== -1 && i < position; i = text.indexOf("\n", i + 1)) line++;
  return line;
};

/** Letters of more than one byte that are right, and bytes that are none: which of the two prevails. */
function mostlyUtf8(text: string): { readonly lost: number; readonly prevails: boolean } {
  let lost = 0;
  let right = 0;
  for (const char of text) {
    if (char === "\ufffd") lost++;
    else if (char > "\u007f") right++;
  }
  return { lost, prevails: right > lost * 2 };
}

/**
 * Text of bytes: UTF-8 with or without byte order mark, UTF-16 in both orders with or without one, else
 * Windows-1252, which is said. A file that is UTF-8 but for a few bytes stays UTF-8: read as Windows-1252,
 * all its accents would be wrong for the sake of those few.
 */
export function decodeTable(bytes: Uint8Array, file: string): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const utf16 = marked ?? silentUtf16(bytes);
  if (utf16 !== null)
    return {
      text: new TextDecoder(utf16).decode(bytes),
      encoding: utf16,
      problems: marked === null ? [guessed(file, "UTF-16 without a byte order mark")] : [],
    };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", problems: [] };
  } catch {
    const lenient = new TextDecoder("utf-8").decode(bytes);
    const { lost, prevails } = mostlyUtf8(lenient);
    if (prevails) {
      const line = lineAt(lenient, lenient.indexOf("\ufffd"));
      const code: WorkbookProblemCode = "documents.table-letters-lost";
      return {
        text: lenient,
        encoding: "utf-8",
        problems: [
          problem(
            code,
            `${file} is UTF-8 but for ${lost} places that are no text, the first in line ${line}. The letters there are lost and shown as \ufffd; correct them in the source.`,
            { file, line },
          ),
        ],
      };
    }
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      encoding: "windows-1252",
      problems: [guessed(file, "Windows-1252, the usual encoding of older spreadsheets")],
    };
  }
}

function guessed(file: string, encoding: string): Problem {
  const code: WorkbookProblemCode = "documents.table-encoding-guessed";
  return problem(
    code,
    `${file} is not valid UTF-8 and was read as ${encoding}. Accented letters and quotation marks may be wrong; look at a few, or save the file as UTF-8 to be sure.`,
    { file },
  );
}
