// Bytes of a PDF to a document. The engine runs without workers, fonts, images, scripts or network.

import type { PDFPageProxy } from "pdfjs-dist";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { blocksOfLines } from "./blocks-of-lines.ts";
import type { ReadDocument, ReadLimits } from "./document.ts";
import { languageOfText } from "./language-of-text.ts";
import { drawnLines, type Operations } from "./pdf-drawn-lines.ts";
import { layOut } from "./pdf-layout.ts";
import { type Glyphs, linesOfPage, type PageLine } from "./pdf-lines.ts";
import { mayHoldTable, ruledTables } from "./pdf-ruled-tables.ts";
import { type NodeBudget, taggedTables } from "./pdf-structure.ts";
import { PdfTables, tableByTags } from "./pdf-tables.ts";
import { titleOf } from "./plain-text.ts";

type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};

/** Beginning and end of marked content, between the text items. */
type MarkItem = { readonly type: string; readonly id?: string | null };

/** The engine's number for leaving out notes and form fields, which draw no tables. */
const noAnnotations = 0;

/** Tags of all pages together; past this, tables are read as lines. */
const mostTags = 3_000_000;

export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
): Promise<Result<ReadDocument>> {
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
    if (document.numPages > limits.pages)
      return fail(
        problem(
          "documents.too-many-pages",
          `${name} has ${document.numPages} pages; the limit is ${limits.pages}. Split it into parts.`,
          at,
        ),
      );
    const warnings: Problem[] = [];
    const pages: (readonly PageLine[])[] = [];
    const tables = new PdfTables();
    const budget = { left: mostTags };
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const lines = await linesOf(page, OPS, tables, budget);
        for (const line of lines) characters += line.text.length;
        pages.push(lines);
        page.cleanup();
      } catch {
        pages.push([]);
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
      if (characters > limits.characters) break;
    }
    if (document.numPages > 0 && warnings.length === document.numPages) return fail(damaged(name));
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

/** The lines of a page; those of tables know it. Tags are asked first, the drawing where there are none. */
async function linesOf(
  page: PDFPageProxy,
  operations: Operations,
  tables: PdfTables,
  budget: NodeBudget,
): Promise<readonly PageLine[]> {
  const bottom = page.view[1] ?? 0;
  const height = (page.view[3] ?? 792) - bottom;
  const number = page.pageNumber;
  // Once the budget is used up, not even the engine walks the tags; broken tags cost the tables, not the words.
  const tree: unknown = budget.left > 0 ? await page.getStructTree().catch(() => ({})) : {};
  const tagged = taggedTables(tree, budget);
  const { items } = await page.getTextContent({ includeMarkedContent: tagged.length > 0 });
  const glyphs = [...glyphsOf(items as readonly (TextItem | MarkItem)[], bottom)];
  if (tagged.length > 0) return tables.linesOf(glyphs, number, height, tagged.map(tableByTags));
  const lines = linesOfPage(glyphs, number, height);
  if (tree !== null || !mayHoldTable(lines)) return lines;
  // A page whose drawing cannot be read still has its words.
  const drawing = await page.getOperatorList({ annotationMode: noAnnotations }).catch(() => null);
  const ruled = drawing === null ? [] : ruledTables(drawnLines(drawing, operations, bottom), glyphs, number);
  return ruled.length > 0 ? tables.linesOf(glyphs, number, height, ruled) : lines;
}

function* glyphsOf(items: readonly (TextItem | MarkItem)[], bottom: number): Generator<Glyphs> {
  // Marked contents nest: the innermost that has a name counts.
  const marks: (string | null)[] = [];
  for (const item of items) {
    if ("type" in item) {
      if (item.type === "endMarkedContent") marks.pop();
      else marks.push(item.id ?? marks[marks.length - 1] ?? null);
      continue;
    }
    const transform = item.transform as readonly [number, number, number, number, number, number] | undefined;
    if (transform === undefined || item.str === "") continue;
    // Text that runs up or down the page is a mark in the margin or a label of a chart.
    if (Math.abs(transform[1]) > Math.abs(transform[0])) continue;
    const contentId = marks[marks.length - 1];
    yield {
      text: item.str,
      x: transform[4],
      y: transform[5] - bottom,
      width: item.width,
      size: item.height || Math.hypot(transform[2], transform[3]),
      font: item.fontName,
      ...(contentId ? { contentId } : {}),
    };
  }
}

/** The title the file states of itself, unless it is the name of the file it was made from. */
function statedTitle(info: unknown): string | null {
  const title = (info as { readonly Title?: unknown }).Title;
  if (typeof title !== "string") return null;
  const bare = title.trim();
  return bare.length < 8 || /\.(?:docx?|indd|pdf|rtf)$/i.test(bare) || /^microsoft word|^untitled/i.test(bare)
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

const encrypted = (name: string) =>
  problem("documents.encrypted", `${name} needs a password. Save a copy without one and read that.`, {
    file: name,
  });

const damaged = (name: string) =>
  problem(
    "documents.damaged",
    `${name} begins like a PDF but its structure cannot be read. Download or export it again.`,
    { file: name },
  );
