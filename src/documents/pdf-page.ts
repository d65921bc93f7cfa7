// One page of a PDF as the engine gives it: its words, tags and drawing, to lines that know their tables.

import type { PDFPageProxy } from "pdfjs-dist";
import { markBullets, mayHaveBullets } from "./pdf-drawn-bullets.ts";
import { coversPage, drawnLines, type Operations, type OperatorList } from "./pdf-drawn-lines.ts";
import { linesOfPage } from "./pdf-lines.ts";
import { mayHoldTable, ruledTables } from "./pdf-ruled-tables.ts";
import { spacedTables } from "./pdf-spaced-tables.ts";
import { type NodeBudget, taggedContent } from "./pdf-structure.ts";
import { type PdfTables, tableByTags } from "./pdf-tables.ts";
import type { Glyphs, PageLine } from "./pdf-words.ts";

type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};

/** Beginning and end of marked content, between the text items. */
type MarkItem = { readonly type: string; readonly id?: string | null; readonly tag?: string };

/** The engine's number for leaving out notes and form fields, which draw no tables. */
const noAnnotations = 0;

/** A page with fewer letters and a picture over it is a picture of a page, perhaps with its number on it. */
const fewLetters = 10;

type ReadPage = {
  readonly lines: readonly PageLine[];
  /** The page is a picture, and its words are not in the file. */
  readonly isPicture: boolean;
};

/** The lines of a page; those of tables know it. Tags are asked first, the drawing where there are none. */
export async function readPage(
  page: PDFPageProxy,
  operations: Operations,
  tables: PdfTables,
  budget: NodeBudget,
): Promise<ReadPage> {
  const bottom = page.view[1] ?? 0;
  const height = (page.view[3] ?? 792) - bottom;
  const width = (page.view[2] ?? 612) - (page.view[0] ?? 0);
  const number = page.pageNumber;
  // Once the budget is used up, not even the engine walks the tags; broken tags cost the tables, not the words.
  const tree: unknown = budget.left > 0 ? await page.getStructTree().catch(() => ({})) : {};
  const tagged = taggedContent(tree, budget);
  const { items } = await page.getTextContent({ includeMarkedContent: tree !== null });
  const glyphs = [...glyphsOf(items as readonly (TextItem | MarkItem)[], bottom, tagged.roles)];
  if (tagged.tables.length > 0)
    return {
      lines: tables.linesOf(glyphs, number, height, tagged.tables.map(tableByTags)),
      isPicture: false,
    };
  const lines = linesOfPage(glyphs, number, height);
  const mayBePicture = lettersOf(lines) < fewLetters;
  const mayBeTable = tree === null && mayHoldTable(lines);
  const mayBeList = tree === null && mayHaveBullets(lines);
  if (!mayBePicture && !mayBeTable && !mayBeList) return { lines, isPicture: false };
  // A page whose drawing cannot be read still has its words.
  const drawing = await page.getOperatorList({ annotationMode: noAnnotations }).catch(() => null);
  if (drawing === null) return { lines, isPicture: false };
  const isPicture = mayBePicture && coversPage(drawing, operations, width * height);
  const found = mayBeTable ? tablesOf(drawing, operations, bottom, lines, glyphs, number) : [];
  const read = found.length > 0 ? tables.linesOf(glyphs, number, height, found) : lines;
  if (mayBeList) markBullets(read, drawing, operations, bottom);
  return { lines: read, isPicture };
}

function tablesOf(
  drawing: OperatorList,
  operations: Operations,
  bottom: number,
  lines: readonly PageLine[],
  glyphs: readonly Glyphs[],
  number: number,
) {
  const ruled = ruledTables(drawnLines(drawing, operations, bottom), glyphs, number);
  return ruled.length > 0 ? ruled : isInColumns(lines) ? [] : spacedTables(glyphs);
}

/** Counted only as far as it matters. */
function lettersOf(lines: readonly PageLine[]): number {
  let letters = 0;
  for (const { text } of lines) {
    letters += text.match(/\p{L}/gu)?.length ?? 0;
    if (letters >= fewLetters) break;
  }
  return letters;
}

/** Lines in the order in which they were read stand higher again and again: columns of running text. */
function isInColumns(lines: readonly PageLine[]): boolean {
  const long = lines.filter(({ text }) => text.length >= 25);
  if (long.length < 12) return false;
  const left = Math.min(...long.map(({ x }) => x));
  const apart = long.filter(({ x }) => x > left + 120).length;
  return apart > long.length * 0.3;
}

function* glyphsOf(
  items: readonly (TextItem | MarkItem)[],
  bottom: number,
  roles: ReadonlyMap<string, NonNullable<Glyphs["role"]>>,
): Generator<Glyphs> {
  // Marked contents nest: the innermost that has a name counts; an artifact makes all inside it one.
  const marks: { readonly id: string | null; readonly isArtifact: boolean }[] = [];
  for (const item of items) {
    const around = marks[marks.length - 1];
    if ("type" in item) {
      if (item.type === "endMarkedContent") marks.pop();
      else
        marks.push({
          id: item.id ?? around?.id ?? null,
          isArtifact: item.tag === "Artifact" || (around?.isArtifact ?? false),
        });
      continue;
    }
    const transform = item.transform as readonly [number, number, number, number, number, number] | undefined;
    if (transform === undefined || item.str === "") continue;
    // Text that runs up or down the page is a mark in the margin or a label of a chart.
    if (Math.abs(transform[1]) > Math.abs(transform[0])) continue;
    const role = around?.isArtifact ? artifact : around?.id ? roles.get(around.id) : undefined;
    yield {
      // What is drawn is seen: a soft hyphen on the page is a hyphen.
      text: item.str.replaceAll("\u00ad", "-"),
      x: transform[4],
      y: transform[5] - bottom,
      width: item.width,
      size: item.height || Math.hypot(transform[2], transform[3]),
      font: item.fontName,
      ...(around?.id ? { contentId: around.id } : {}),
      ...(role ? { role } : {}),
    };
  }
}

const artifact = { kind: "artifact" } as const;
