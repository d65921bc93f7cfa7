import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { defaultReadingLimits } from "./document.ts";
import { readPdf } from "./pdf-document.ts";

type Text = readonly [words: string, x: number, y: number, size?: number, bold?: boolean];

/** A PDF with the given words on its pages, in Helvetica. */
function pdf(pages: readonly (readonly Text[])[], trailer = ""): Uint8Array {
  const objects: string[] = [];
  const fonts = "/Font << /F1 3 0 R /F2 4 0 R >>";
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  for (const [i, page] of pages.entries()) {
    const content = page
      .map(
        ([words, x, y, size = 10, bold]) =>
          `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words.replace(/([()\\])/g, "\\$1")}) Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << ${fonts} >> /Contents ${6 + i * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array([...file].map((character) => character.charCodeAt(0)));
}

const read = async (bytes: Uint8Array) => {
  const result = await readPdf(bytes, "report.pdf", defaultReadingLimits);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const long = "words that fill the line from the left margin to the right margin of this page";

describe("readPdf", () => {
  it("reads headings by size, joins lines, mends hyphens and sets running feet apart", async () => {
    const page = (number: number, first: readonly Text[]): readonly Text[] => [
      ["The invented report", 60, 30, 8],
      [String(number), 520, 30, 8],
      ...first,
    ];
    const { blocks, pages, text, pageSpans } = await read(
      pdf([
        page(1, [
          ["1. Findings", 60, 740, 16],
          [`A paragraph of ${long} and pro-`, 60, 700],
          ["tection that goes on for one more line.", 60, 688],
          [`A second paragraph of ${long}`, 60, 660],
          [`that is cut by the page and the ${long} of`, 60, 648],
        ]),
        page(2, [
          ["the next page.", 60, 740],
          ["2. Recommendations", 60, 700, 16],
          ["(a) Register the dock workers.", 60, 670],
        ]),
      ]),
    );
    const { slice } = codePointsOf(text);
    expect(pages).toBe(2);
    expect(pageSpans).toHaveLength(2);
    expect(
      blocks
        .filter(({ kind }) => kind !== "page-furniture")
        .map((block) => [block.kind, block.number ?? block.label, block.page]),
    ).toEqual([
      ["heading", "1", 1],
      ["paragraph", undefined, 1],
      ["paragraph", undefined, 1],
      ["heading", "2", 2],
      ["list-item", "(a)", 2],
    ]);
    const [, first, second] = blocks;
    expect(first!.text).toMatch(/and protection that goes on for one more line\.$/);
    expect(second!.spans).toHaveLength(2);
    expect(second!.spans.map(([start, end]) => slice(start, end))[1]).toBe("the next page.");
    expect(blocks.filter(({ kind }) => kind === "page-furniture").map((block) => block.text)).toContain(
      "The invented report",
    );
  });

  it("puts two columns that were written row by row into reading order", async () => {
    const rows = Array.from({ length: 14 }, (_, i): readonly Text[] => [
      [`left line number ${i} of the column`, 50, 700 - i * 12],
      [`right line number ${i} of the column`, 330, 700 - i * 12],
    ]);
    const { text } = await read(pdf([rows.flat()]));
    expect(text.indexOf("left line number 13")).toBeLessThan(text.indexOf("right line number 0"));
  });

  it("says that a password is needed, that the file is damaged, or that it has too many pages", async () => {
    const codes = async (bytes: Uint8Array, limits = defaultReadingLimits) => {
      const result = await readPdf(bytes, "report.pdf", limits);
      return result.ok ? [] : result.problems.map(({ code }) => code);
    };
    const key = "<".concat("00".repeat(32), ">");
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> /ID [<00> <00>]`;
    expect(await codes(pdf([[["secret", 60, 700]]], lock))).toEqual(["documents.encrypted"]);
    expect(await codes(new TextEncoder().encode("%PDF-1.4 and nothing more"))).toEqual(["documents.damaged"]);
    expect(await codes(pdf([[], []]), { ...defaultReadingLimits, maxPages: 1 })).toEqual([
      "documents.too-many-pages",
    ]);
  });

  it("leaves the caller's bytes as they were", async () => {
    const bytes = pdf([[["words", 60, 700]]]);
    const before = bytes.slice();
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});
