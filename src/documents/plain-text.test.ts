import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { decodeText } from "./decoded-text.ts";
import { readPlainText } from "./plain-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPlainText(bytes(text));
const outline = (text: string) =>
  read(text).blocks.map(({ kind, number, label, text: words }) => [kind, number ?? label ?? null, words]);

describe("decodeText", () => {
  it("keeps a byte order mark out of the text", () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).text).toBe("a");
  });

  it("reads Latin-1 where the bytes are no UTF-8, and says so", () => {
    const { text, warnings } = decodeText(new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    expect(text).toBe("café");
    expect(warnings.map(({ code }) => code)).toEqual(["documents.encoding-guessed"]);
  });

  it("reads UTF-16 by its mark", () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xe9, 0x00])).text).toBe("é");
  });
});

describe("readPlainText", () => {
  it("takes the first heading for the title where a long paragraph comes before all headings", () => {
    const note = `${"This text was written for a test and says nothing of any country. ".repeat(4)}\n\n`;
    const title = "Unemployment insurance in Isarna";
    expect(read(`${note}${title}\n\nFinal evaluation\n\nThe fund pays benefits.\n`).title).toBe(title);
    expect(read(`${note}1. Introduction\n\nThe fund pays benefits.\n`).title).toBeNull();
    expect(read(note).title).toBeNull();
  });

  it("keeps an amount at the beginning of a line in its paragraph", () => {
    expect(
      outline(
        "The budget of the project was about\n2.4 million (invented units).\n\n2.5 Relevance\n\nIt was.",
      ),
    ).toEqual([
      ["paragraph", null, "The budget of the project was about 2.4 million (invented units)."],
      ["heading", "2.5", "Relevance"],
      ["paragraph", null, "It was."],
    ]);
  });

  it("attaches labels that stand in a column before their paragraphs", () => {
    expect(outline("(a)\n\n(b)\n\nFirst thing to do.\n\nSecond thing to do.")).toEqual([
      ["list-item", "(a)", "First thing to do."],
      ["list-item", "(b)", "Second thing to do."],
    ]);
  });

  it("warns of a label that finds no paragraph", () => {
    expect(read("Some words here.\n\n(b)\n").warnings.map(({ code }) => code)).toEqual([
      "documents.label-unattached",
    ]);
  });

  it("joins a paragraph over a form feed, a page number and a note, with one span on each side", () => {
    const text = "It protects the\n\n2 The team was small.\n\f3\n\nworking poor against risk.\n";
    const { blocks, pages, pageSpans } = read(text);
    const paragraph = blocks.find(({ kind }) => kind === "paragraph");
    expect(paragraph?.spans.map(([start, end]) => text.slice(start, end))).toEqual([
      "It protects the",
      "working poor against risk.",
    ]);
    expect(blocks.filter(({ kind }) => kind === "footnote").map((block) => block.text)).toEqual([
      "2 The team was small.",
    ]);
    expect(pages).toBe(2);
    expect(pageSpans.map(([start, end]) => text.slice(start, end)).join("\f")).toBe(text);
  });

  it("does not join a finished paragraph with the next", () => {
    expect(outline("It is finished.\n\nanother begins in lower case.")).toHaveLength(2);
  });

  it("tells a numbered heading from a numbered paragraph", () => {
    expect(outline("1. Introduction\n\n1. This report is short.\n\n2. It has two paragraphs.")).toEqual([
      ["heading", "1", "Introduction"],
      ["paragraph", "1", "This report is short."],
      ["paragraph", "2", "It has two paragraphs."],
    ]);
  });

  it("fills in numbers that are lost between two that are not", () => {
    expect(
      outline("4. Four is here.\n\nFive lost its number.\n\nSix as well.\n\n7. Seven is here.").map(
        ([, n]) => n,
      ),
    ).toEqual(["4", "5", "6", "7"]);
    expect(outline("4. Four is here.\n\nOne of two is lost.\n\n7. Seven is here.").map(([, n]) => n)).toEqual(
      ["4", null, "7"],
    );
  });

  it("begins a new run of labels after a sentence that leads to it", () => {
    const labels = (text: string) =>
      outline(text).flatMap(([kind, label]) => (kind === "list-item" ? [label] : []));
    expect(labels("As follows:\n(a) one;\n(b) two.\n\nAnd these:\n(@ three;\n(b) four.")).toEqual([
      "(a)",
      "(b)",
      "(a)",
      "(b)",
    ]);
  });

  it("mends words broken at line ends in the readable text only, and keeps compounds", () => {
    const text = "The socio-economic pro-\ngramme is socio-\neconomic indeed, and long.";
    const [block] = read(text).blocks;
    expect(block?.text).toBe("The socio-economic programme is socio-economic indeed, and long.");
    expect(block?.spans).toEqual([[0, text.length]]);
  });

  it("reads rows of tabs as tables with a span for each cell", () => {
    const text = "No.\tTitle\n1.\tÉtude 😀\n2.\t\n";
    const { tables } = read(text);
    const { slice } = codePointsOf(text);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ["No.", "Title"],
      ["1.", "Étude 😀"],
      ["2.", ""],
    ]);
    const cell = tables[0]!.rows[1]!.cells[1]!;
    expect(cell.spans.map(([start, end]) => slice(start, end))).toEqual(["Étude 😀"]);
  });

  it("takes a short sentence between numbered paragraphs for no heading", () => {
    const kinds = (between: string) =>
      outline(`1. The fund pays late.\n\n${between}\n\n2. It has money.\n`).map(([kind]) => kind);
    expect(kinds("The crews wait.")).toEqual(["paragraph", "paragraph", "paragraph"]);
    // Scanners add full stops to headings.
    expect(kinds("Staff and offices.")).toEqual(["paragraph", "heading", "paragraph"]);
  });

  it("gives headings the levels that their numbers tell", () => {
    const levels = (...headings: readonly string[]) =>
      read(headings.map((words) => `${words}\n\nIt was as it should be.\n\n`).join(""))
        .blocks.filter(({ kind }) => kind === "heading")
        .map(({ level }) => level);
    expect(levels("1. Context", "1.1 Country", "The fund", "2. Findings", "2.1 Costs")).toEqual([
      1, 2, 3, 1, 2,
    ]);
    expect(levels("I. Context", "A. Country", "1. Law", "B. Fund", "II. Advice", "To the fund")).toEqual([
      1, 2, 3, 2, 1, 2,
    ]);
    // Kinds that follow each other and do not come back stand side by side.
    expect(levels("I. Context", "II. Findings", "1. Costs", "Annex A. Persons")).toEqual([1, 1, 1, 1]);
    expect(levels("A. Law", "B. Fund", "C. Costs", "D. Time")).toEqual([1, 1, 1, 1]);
  });

  it("gives a section whose number stands by itself its heading, and a list its items", () => {
    expect(outline("4.\n\nAdvice of the mission\n\n10.\n\nThe mission has two proposals.")).toEqual([
      ["heading", "4", "Advice of the mission"],
      ["paragraph", "10", "The mission has two proposals."],
    ]);
    expect(outline("1.\n\nRegister all crews\n\n2.\n\nPay them").map(([kind]) => kind)).toEqual([
      "paragraph",
      "paragraph",
    ]);
  });

  it("takes a tab behind a number for part of the number where the lines around it are no rows", () => {
    const text = "16.\tThe ministry should pay\nthe pension.\n17.\tIt should say when.\n\n(a)\tBy post.\n";
    expect(read(text).tables).toEqual([]);
    expect(outline(text)).toEqual([
      ["paragraph", "16", "The ministry should pay the pension."],
      ["paragraph", "17", "It should say when."],
      ["list-item", "(a)", "By post."],
    ]);
    expect(read("1.\tFirst\t2011\n2.\tSecond\n").tables).toHaveLength(1);
  });

  it("gives spans inside the text, in order, that hold the words of their blocks, whatever the text", () => {
    const word = fc.constantFrom(
      "The",
      "office",
      "must",
      "go.",
      "(a)",
      "12.",
      "-",
      "😀",
      "é:",
      "\n",
      "\n\n",
      "\f",
      "\t",
      " ",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        const { slice, length } = codePointsOf(text);
        for (const block of read(text).blocks) {
          let at = 0;
          expect(block.spans.length).toBeGreaterThan(0);
          for (const [start, end] of block.spans) {
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeLessThanOrEqual(length);
            expect(slice(start, end)).toBe(slice(start, end).trim());
            at = end;
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
