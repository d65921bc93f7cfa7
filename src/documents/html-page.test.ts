// Whole web pages: what stands around the text, lists of terms, merged cells, heads of tables.

import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const read = async (body: string) => {
  const result = await readDocument(
    new TextEncoder().encode(`<!doctype html><html><body>${body}</body></html>`),
    "page.html",
  );
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const texts = (document: Awaited<ReturnType<typeof read>>) =>
  document.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));

describe("a web page", () => {
  it("has its text in the middle and furniture around it", async () => {
    const { blocks } = await read(
      `<div class="wrap"><header>Office</header><div role="navigation">Menu</div><div class="cookie-banner">Cookies</div>
      <main><header><h1>Report</h1></header><p>Words.</p><aside>A box in the text.</aside></main>
      <aside>Other reports</aside><footer>Address</footer></div>`,
    );
    expect(blocks.map(({ kind, text }) => [kind === "page-furniture", text])).toEqual([
      [true, "Office"],
      [true, "Menu"],
      [true, "Cookies"],
      [false, "Report"],
      [false, "Words."],
      [false, "A box in the text."],
      [true, "Other reports"],
      [true, "Address"],
    ]);
  });

  it("gives terms and what is said of them as a table of two columns", async () => {
    const document = await read(
      "<dl><dt>Country<dd>Alvane<dt>Donor<dd>Fund<dd>Ministry</dl><dl><dt>alone</dt></dl>",
    );
    expect(texts(document)).toEqual([
      [
        ["Country", "Alvane"],
        ["Donor", "Fund Ministry"],
      ],
    ]);
    expect(document.blocks.at(-1)).toMatchObject({ kind: "paragraph", text: "alone" });
  });

  it("gives merged cells their place, so that columns agree, and counts the rows of heads", async () => {
    const document = await read(
      `<table><thead><tr><th rowspan="2">Town<th colspan="2">Paid</tr><tr><th>2019<th>2020</tr></thead>
      <tr><td>Harbour<td>4<td>5</tr><tr><td colspan="3">All &amp; none</tr></table>`,
    );
    expect(texts(document)).toEqual([
      [
        ["Town", "Paid", ""],
        ["", "2019", "2020"],
        ["Harbour", "4", "5"],
        ["All & none", "", ""],
      ],
    ]);
    expect(document.tables[0]!.headerRows).toBe(2);
  });

  it("bears merged cells of any size", async () => {
    const { tables } = await read(
      '<table><tr><td colspan="99999999" rowspan="99999999">a<td>b</tr><tr><td>c</tr></table>',
    );
    expect(tables[0]!.rows[0]!.cells.length).toBeLessThan(300);
  });
});
