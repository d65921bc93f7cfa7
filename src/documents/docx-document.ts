// Bytes of a DOCX to a document: the package is checked and thinned out before the converter sees it.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { ReadDocument, ReadingLimits } from "./document.ts";
import { thinnedPackage } from "./docx-package.ts";
import { readMarkup } from "./html-document.ts";

/** Styles that the converter does not map by itself. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
  "p[style-name='heading 9'] => h6:fresh",
];

/** More notes of one kind than this say nothing new. */
const mostNotes = 10;

export async function readDocx(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
): Promise<Result<ReadDocument>> {
  const thinned = thinnedPackage(bytes, name, limits);
  if (!thinned.ok) return thinned;
  const { default: mammoth } = await import("mammoth");
  const packed = thinned.value;
  try {
    // The converter asks for `buffer` under Node and for `arrayBuffer` in a browser.
    const input = { buffer: packed, arrayBuffer: packed.buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const converted = await mammoth.convertToHtml(input, {
      styleMap,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    const notes = new Set(
      converted.messages.map(({ message }) => message).filter((message) => !/image/i.test(message)),
    );
    const warnings: Problem[] = [...notes]
      .slice(0, mostNotes)
      .map((message) => problem("documents.conversion-note", `${name}: ${message}`, { file: name }));
    const read = readMarkup(
      `<!doctype html><html><body>${converted.value}</body></html>`,
      name,
      limits,
      "docx",
      warnings,
    );
    return read.ok ? ok(read.value) : read;
  } catch {
    return fail(
      problem(
        "documents.damaged",
        `${name} is a DOCX whose contents cannot be read. Open it in a word processor and save it again.`,
        { file: name },
      ),
    );
  }
}
