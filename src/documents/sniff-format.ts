// Which of the four formats a file is, by its first bytes; the name only helps where bytes do not tell.

import { wideEncoding } from "./decoded-text.ts";
import type { DocumentFormat } from "./document.ts";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, i) => bytes[at + i] === byte);

/** Old Word files and encrypted Office files share this container. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What other files are, by their first bytes, and what to do with them. */
const others: readonly (readonly [signature: string, what: string])[] = [
  ["{\\rtf", "a file in Rich Text Format. Save it as DOCX or PDF and read that"],
  ["\x89PNG", "a picture. Run character recognition on it and read the result"],
  ["\xff\xd8\xff", "a picture. Run character recognition on it and read the result"],
  ["GIF8", "a picture. Run character recognition on it and read the result"],
  ["II*\0", "a picture (TIFF). Run character recognition on it and read the result"],
  ["MM\0*", "a picture (TIFF). Run character recognition on it and read the result"],
  ["%!PS", "a PostScript file. Save it as PDF and read that"],
  ["\x1f\x8b", "a compressed file. Unpack it and read what is inside"],
  ["Rar!", "an archive. Unpack it and read what is inside"],
  ["7z\xbc\xaf", "an archive. Unpack it and read what is inside"],
  ["PAR1", "a table in Parquet, no document"],
];

/** What a file is that is none of the four formats, as far as its first bytes tell. */
export function otherFormat(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return others.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

/** Share of control characters that no text has. */
const noise = 0.02;

function isNoise(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8_192);
  let controls = 0;
  // Tabs, ends of lines and pages are text, and so is the escape of old terminals.
  for (const byte of sample)
    if (byte === 0x7f || (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b))
      controls++;
  return controls > sample.length * noise;
}

/** The format, or null for a file that is none of the four. */
export function sniffFormat(bytes: Uint8Array, name: string): DocumentFormat | null {
  // Some programs write a few bytes before the PDF header; readers accept it within the first kilobyte.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "docx";
  if (isCompoundFile(bytes) || otherFormat(bytes) !== null) return null;
  const isWide =
    startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || wideEncoding(bytes) !== null;
  if (!isWide && isNoise(bytes)) return null;
  const words = isWide ? head.replaceAll("\0", "") : head;
  if (
    /^\s*(?:ï»¿|ÿþ|þÿ)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(
      words,
    )
  )
    return "html";
  if (/\.(?:x?html?)$/i.test(name) && /<[a-z!]/i.test(words)) return "html";
  return "text";
}
