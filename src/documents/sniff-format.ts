// Which of the four formats a file is, by its first bytes; the name only helps where bytes do not tell.

import type { DocumentFormat } from "./document.ts";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, i) => bytes[at + i] === byte);

/** Old Word files and encrypted Office files share this container. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The format, or null for a binary file that is none of the four. */
export function sniffFormat(bytes: Uint8Array, name: string): DocumentFormat | null {
  // Some programs write a few bytes before the PDF header; readers accept it within the first kilobyte.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return "docx";
  if (isCompoundFile(bytes)) return null;
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) return null;
  if (/^\s*(?:ï»¿)?\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(head))
    return "html";
  if (/\.(?:x?html?)$/i.test(name) && /<[a-z!]/i.test(head)) return "html";
  return "text";
}
