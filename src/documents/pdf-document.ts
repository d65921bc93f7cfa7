// Bytes of a PDF to a document. The engine runs without workers, fonts, images, scripts or network.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { blocksOfLines } from "./blocks-of-lines.ts";
import type { ReadDocument, ReadingLimits, ReadingOptions } from "./document.ts";
import { languageOfText } from "./language-of-text.ts";
import { layOut } from "./pdf-layout.ts";
import { readPage } from "./pdf-page.ts";
import { bomb, cutOff, damaged, encrypted, onlyPictures, somePictures, stopped } from "./pdf-problems.ts";
import { hasBomb } from "./pdf-streams.ts";
import { PdfTables } from "./pdf-tables.ts";
import type { PageLine } from "./pdf-words.ts";
import { titleOf } from "./plain-text.ts";
import { unreadableLetters } from "./unreadable-letters.ts";

/** Tags of all pages together; past this, tables are read as lines. */
const mostTags = 3_000_000;

export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: ReadingLimits,
  onPage?: ReadingOptions["onPage"],
): Promise<Result<ReadDocument>> {
  if (hasBomb(bytes, limits.maxUnpackedBytes)) return fail(bomb(name, limits.maxUnpackedBytes));
  const { getDocument, OPS, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({
    // The engine takes possession of the bytes it is given; the caller keeps theirs. Not `slice()`: of
    // Node's Buffer it gives a Buffer over the same memory, which the engine refuses.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    maxImageSize: 1,
  });
  const at = { file: name };
  try {
    const document = await task.promise;
    if (document.numPages > limits.maxPages)
      return fail(
        problem(
          "documents.too-many-pages",
          `${name} has ${document.numPages} pages; the limit is ${limits.maxPages}. Split it into parts.`,
          at,
        ),
      );
    const warnings: Problem[] = [];
    const pages: (readonly PageLine[])[] = [];
    const tables = new PdfTables();
    const budget = { left: mostTags };
    const pictures: number[] = [];
    let characters = 0;
    let unreadable = 0;
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const { lines, isPicture } = await readPage(page, OPS, tables, budget);
        if (isPicture) pictures.push(number);
        for (const line of lines) characters += line.text.length;
        pages.push(lines);
        page.cleanup();
      } catch {
        pages.push([]);
        unreadable++;
        warnings.push(
          problem(
            "documents.page-unreadable",
            `Page ${number} of ${name} could not be read; its text is missing.`,
            {
              file: name,
              page: number,
            },
          ),
        );
      }
      if (characters > limits.maxCharacters) break;
      if (onPage?.(number, document.numPages) === "stop")
        return fail(stopped(name, number, document.numPages));
    }
    if (document.numPages > 0 && unreadable === document.numPages) return fail(damaged(name));
    if (characters === 0 && pictures.length > 0) return fail(onlyPictures(name, document.numPages));
    if (pictures.length > 0) warnings.push(somePictures(name, pictures, document.numPages));
    warnings.push(...unreadableLetters(textsOf(pages), name));
    if (isCutOff(bytes)) warnings.push(cutOff(name, document.numPages));
    tables.finish();
    const { text, points, lines, pageSpans } = layOut(pages);
    const read = blocksOfLines(text, points, lines);
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    return ok({
      format: "pdf",
      language: languageOfText(text),
      title: statedTitle(info) ?? coverTitle(read.blocks) ?? titleOf(read.blocks),
      pages: document.numPages,
      text,
      pageSpans,
      blocks: read.blocks,
      tables: read.tables,
      warnings: [...warnings, ...read.warnings],
    });
  } catch (error) {
    return fail(isPasswordError(error) ? encrypted(name) : damaged(name));
  } finally {
    await task.destroy();
  }
}

const textsOf = (pages: readonly (readonly PageLine[])[]) =>
  pages.map((lines) => lines.map(({ text }) => text).join("\n"));

/** The title the file states of itself, unless it is the name of the file it was made from. */
function statedTitle(info: unknown): string | null {
  const title = (info as { readonly Title?: unknown }).Title;
  if (typeof title !== "string") return null;
  const bare = title.trim();
  return bare.length < 8 ||
    /\.(?:docx?|indd|pdf|rtf)$/i.test(bare) ||
    /^microsoft word|^untitled|^about:|^https?:/i.test(bare)
    ? null
    : bare;
}

const longestTitle = 250;

/** What the first page sets as headings, read together: covers break a title over several sizes. */
function coverTitle(blocks: ReadDocument["blocks"]): string | null {
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.page !== 1) break;
    if (block.kind === "heading" && block.number !== undefined && parts.length > 0) break;
    if (block.kind === "heading" && !parts.includes(block.text)) parts.push(block.text);
    else if (block.kind === "paragraph" && block.text.length > 200 && parts.length > 0) break;
  }
  const title = parts.join(" ");
  return title.length >= 8 && title.length <= longestTitle ? title : null;
}

const isPasswordError = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  (error as { readonly name?: unknown }).name === "PasswordException";

/** Every PDF ends with a mark; some programs write a little behind it. */
const isCutOff = (bytes: Uint8Array) =>
  !new TextDecoder("latin1").decode(bytes.subarray(-2_048)).includes("%%EOF");
