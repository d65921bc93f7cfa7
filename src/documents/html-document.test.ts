import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { defaultReadingLimits } from "./document.ts";
import { readHtml } from "./html-document.ts";

const read = async (html: string) => {
  const result = await readHtml(new TextEncoder().encode(html), "page.html", defaultReadingLimits);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};

describe("readHtml", () => {
  it("leaves out scripts, styles and what is hidden", async () => {
    const { text } = await read(
      "<p>seen</p><script>one()</script><style>p{}</style><p hidden>two</p><p style='display: none'>three</p><template>four</template>",
    );
    expect(text).toBe("seen");
  });

  it("gives headings, paragraphs and list items with labels, and spans that hold their words", async () => {
    const { text, blocks, title } = await read(
      "<title>A 😀 title</title><h1>One</h1><h2>2.1. Two</h2><p>😀 Three&nbsp;four</p><ol type=a start=2><li>five<li>six</ol><ul><li>seven</ul>",
    );
    const { slice } = codePointsOf(text);
    expect(title).toBe("A 😀 title");
    expect(
      blocks.map((block) => [
        block.kind,
        block.level,
        block.number ?? block.label,
        slice(...block.spans[0]!),
      ]),
    ).toEqual([
      ["heading", 1, undefined, "One"],
      ["heading", 2, "2.1", "Two"],
      ["paragraph", undefined, undefined, "😀 Three four"],
      ["list-item", 1, "(b)", "five"],
      ["list-item", 1, "(c)", "six"],
      ["list-item", 1, undefined, "seven"],
    ]);
  });

  it("reads tables by cell, and tables that only arrange the page as text", async () => {
    const { tables, blocks } = await read(
      "<table><tr><th>a<th>b</tr><tr><td>c<td><p>d</p><p>e</p></tr></table><table><tr><td><p>layout</p></td></tr></table>",
    );
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)))).toEqual([
      [
        ["a", "b"],
        ["c", "d e"],
      ],
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["table", "paragraph"]);
  });

  it("takes short bold paragraphs for headings and navigation for furniture", async () => {
    const { blocks } = await read(
      "<nav>Home</nav><p><b>Lessons learned</b></p><p><b>Bold</b> start of a sentence</p>",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["page-furniture", "heading", "paragraph"]);
  });

  it("reads the charset that the page declares", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("<meta charset=iso-8859-1><p>caf"), 0xe9]);
    const result = await readHtml(bytes, "latin.html", defaultReadingLimits);
    expect(result.ok && result.value.text).toBe("café");
  });

  it("refuses nesting that no page needs, without overflowing", async () => {
    const result = await readHtml(
      new TextEncoder().encode("<div>".repeat(200_000)),
      "deep.html",
      defaultReadingLimits,
    );
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["documents.too-deep"]);
    const quotes = await readHtml(
      new TextEncoder().encode(`${"<b>".repeat(1_500)}x`),
      "bold.html",
      defaultReadingLimits,
    );
    expect(quotes.ok ? [] : quotes.problems.map(({ code }) => code)).toEqual(["documents.too-deep"]);
  });
});
