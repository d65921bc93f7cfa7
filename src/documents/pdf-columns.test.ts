// Columns: written row by row or one after the other, between headings over the whole width.

import { describe, expect, it } from "vitest";
import { madePdf, type Words } from "../../test/fixtures/made-pdf.ts";
import { readDocument } from "./read-document.ts";

const read = async (...pages: readonly (readonly Words[])[]) => {
  const result = await readDocument(madePdf(pages.map((words) => ({ words }))), "report.pdf");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const heading = (text: string, y: number): Words => ({ text, x: 50, y, size: 16, bold: true });
const wide =
  "This paragraph runs over the whole width of the page, from the left margin to the right one, as it must";
/** The words of line `i` of column `c`, all of one width. */
const line = (c: number, i: number, last: number) =>
  `Column ${c} line ${String(i).padStart(2, "0")} of words that${i === last ? " end." : " flow"}`;

/** Rows of columns, written row by row. */
const rows = (columns: number, top: number, count: number): Words[] =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: columns }, (_, c) => ({
      text: line(c + 1, i, count - 1),
      x: 50 + c * (540 / columns),
      y: top - i * 12,
      size: 20 / columns,
    })),
  ).flat();

describe("columns written row by row", () => {
  it.each([2, 3])("are read one after the other: %i of them", async (columns) => {
    const { blocks } = await read([
      heading("1. Findings", 740),
      { text: wide, x: 50, y: 716 },
      { text: "end of it.", x: 50, y: 704 },
      ...rows(columns, 670, 14),
      heading("2. Conclusions", 470),
      { text: wide, x: 50, y: 446 },
    ]);
    const order = blocks.map(({ text }) => /Column (\d)/.exec(text)?.[1] ?? text.slice(0, 4));
    const inner = Array.from({ length: columns }, (_, c) => String(c + 1));
    expect(order).toEqual(["Find", "This", ...inner, "Conc", "This"]);
    for (const { text } of blocks.slice(2, 2 + columns)) {
      const numbers = [...text.matchAll(/line (\d+)/g)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: 14 }, (_, i) => i));
    }
  });

  it("are no columns where the words are cells", async () => {
    const cells = Array.from({ length: 14 }, (_, i): Words[] => [
      { text: `Town ${i} of the bay and its coast`, x: 50, y: 700 - i * 12 },
      { text: String(400 + i), x: 330, y: 700 - i * 12 },
    ]).flat();
    const { text } = await read(cells);
    expect(text.indexOf("400")).toBeLessThan(text.indexOf("Town 1 "));
  });
});

describe("justified lines of a narrow column", () => {
  it("stay whole where the gaps between words are wide", async () => {
    const full = (y: number): Words => ({ text: "The quick registers of the harbour", x: 50, y });
    const { blocks } = await read([
      full(700),
      { text: "recommend", x: 50, y: 688 },
      // Helvetica of 10 points: this ends where the full lines end, 149.5 points from their beginning.
      { text: "implementation", x: 131.7, y: 688 },
      full(676),
    ]);
    expect(blocks.map(({ text }) => text)).toEqual([
      "The quick registers of the harbour recommend implementation The quick registers of the harbour",
    ]);
    expect(blocks[0]!.spans).toHaveLength(1);
  });
});

describe("columns written one after the other", () => {
  it("are not overtaken by the one that stands higher because the running head was written last", async () => {
    const { blocks } = await read([
      heading("Mutual aid in the valleys", 715),
      ...Array.from({ length: 10 }, (_, i) => ({ text: line(1, i, 9), x: 50, y: 690 - i * 12 })),
      ...Array.from({ length: 10 }, (_, i) => ({ text: line(2, i, 9), x: 340, y: 712 - i * 12 })),
      { text: "Running head", x: 50, y: 770, size: 7 },
    ]);
    const order = blocks.map(({ text }) => /Column (\d)/.exec(text)?.[1] ?? text.slice(0, 6));
    expect(order).toEqual(["Runnin", "Mutual", "1", "2"]);
  });
});
