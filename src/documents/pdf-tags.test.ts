// What the tags of a PDF say: headings in the body's type, paragraphs, notes, captions and artifacts.

import { describe, expect, it } from "vitest";
import { madePdf, type Words } from "../../test/fixtures/made-pdf.ts";
import { readDocument } from "./read-document.ts";

const read = async (pages: Parameters<typeof madePdf>[0]) => {
  const result = await readDocument(madePdf(pages), "report.pdf");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const shown = (document: Awaited<ReturnType<typeof read>>) =>
  document.blocks.map(({ kind, level, number, text }) => [kind, level ?? number ?? null, text]);
const body = "The scheme reached the fishers of the coast and paid their benefits each month until";

describe("a tagged PDF", () => {
  const chapter = (n: number, top: number, tag: string): Words[] => [
    { text: `${n}. Heading in the type of the body`, x: 60, y: top, element: `${tag} h${n}` },
    { text: `${body} ${n}`, x: 60, y: top - 12, element: `P a${n}` },
    { text: "days had passed", x: 60, y: top - 24, element: `P a${n}` },
    { text: `Another paragraph without a gap, number ${n}`, x: 60, y: top - 36, element: `P b${n}` },
  ];

  it("has its headings, levels and paragraphs where the tags say, whatever the type", async () => {
    const document = await read([
      { words: [...chapter(1, 740, "H1"), ...chapter(2, 650, "H2"), ...chapter(3, 560, "H2")] },
    ]);
    expect(shown(document)).toEqual(
      [1, 2, 3].flatMap((n) => [
        ["heading", n === 1 ? 1 : 2, "Heading in the type of the body"],
        ["paragraph", null, `${body} ${n} days had passed`],
        ["paragraph", null, `Another paragraph without a gap, number ${n}`],
      ]),
    );
  });

  it("does not take whole sentences, lists and tables of contents for headings", async () => {
    const document = await read([
      {
        words: [
          ...[1, 2, 3].flatMap((n) => chapter(n, 740 - n * 60, "H1")),
          { text: "A sentence that someone set in the style of a heading.", x: 60, y: 500, element: "H1 s" },
          { text: "• an item in that style", x: 60, y: 470, element: "H1 i" },
          { text: "4. Conclusions ................... 17", x: 60, y: 440, element: "H1 c" },
        ],
      },
    ]);
    const headings = document.blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  });

  it("sets notes and artifacts of the margin apart; a caption does not tear a paragraph", async () => {
    const document = await read([
      {
        words: [
          { text: "Final report of the harbour project", x: 60, y: 715, isArtifact: true },
          ...[1, 2, 3].flatMap((n) => chapter(n, 720 - n * 60, "H1")),
          { text: "The rate of cover rose in the", x: 60, y: 400, element: "P x" },
          { text: "Figure 2. Rates of cover in each", x: 60, y: 370, element: "Caption f" },
          { text: "town of the bay.", x: 60, y: 330, element: "P y" },
          { text: "7 See the note of the ministry.", x: 60, y: 300, element: "Note n" },
        ],
      },
    ]);
    const last = document.blocks.slice(-3);
    expect(last.map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "The rate of cover rose in the town of the bay."],
      ["paragraph", "Figure 2. Rates of cover in each"],
      ["footnote", "7 See the note of the ministry."],
    ]);
    expect(last[0]!.spans).toHaveLength(2);
    expect(document.blocks[0]).toMatchObject({ kind: "page-furniture" });
  });

  it("has a list where the tags say, although its bullets are drawn and not written", async () => {
    const document = await read([
      {
        words: [
          ...[1, 2, 3].flatMap((n) => chapter(n, 740 - n * 60, "H1")),
          { text: "the fund pays the crews each month;", x: 80, y: 500, element: "LI i" },
          { text: "the port keeps a list of boats and of", x: 80, y: 488, element: "LI j" },
          { text: "their owners;", x: 80, y: 476, element: "LI j" },
          { text: "the owners pay late", x: 80, y: 464, element: "LI k" },
        ],
      },
    ]);
    expect(document.blocks.slice(-3).map(({ kind, text }) => [kind, text])).toEqual([
      ["list-item", "the fund pays the crews each month;"],
      ["list-item", "the port keeps a list of boats and of their owners;"],
      ["list-item", "the owners pay late"],
    ]);
  });

  it("keeps the first line of a paragraph, all in bold, in its paragraph", async () => {
    const document = await read([
      {
        words: [
          ...[1, 2, 3].flatMap((n) => chapter(n, 740 - n * 60, "H3")),
          { text: "4. The ministry should register the crews of", x: 60, y: 500, bold: true, element: "P q" },
          { text: "all boats. It has done so before.", x: 60, y: 488, element: "P q" },
        ],
      },
    ]);
    expect(shown(document).at(-1)).toEqual([
      "paragraph",
      "4",
      "The ministry should register the crews of all boats. It has done so before.",
    ]);
  });
});

describe("the order within a page", () => {
  it("puts a box that was written last where it stands", async () => {
    const { blocks } = await read([
      {
        words: [
          { text: `${body} the end of the first paragraph.`, x: 60, y: 700 },
          { text: `${body} the end of the last paragraph.`, x: 60, y: 500 },
          { text: "Box 1. What stands between", x: 60, y: 640, size: 14 },
          { text: "The words in the box.", x: 60, y: 600 },
        ],
      },
    ]);
    expect(blocks.map(({ text }) => text.slice(-16))).toEqual([
      "first paragraph.",
      "t stands between",
      "ords in the box.",
      " last paragraph.",
    ]);
  });
});

describe("pages that are pictures", () => {
  const page = { words: [{ text: body, x: 60, y: 700 }] };
  const picture = { words: [], picture: true } as const;
  const blank = { words: [] };
  const chapter = {
    words: [{ text: "Chapter 2 Findings", x: 60, y: 400, size: 30 }],
    picture: true,
  } as const;
  const numbered = { words: [{ text: "4", x: 60, y: 30 }], picture: true } as const;

  it("are named; blank pages, and those with a title on the picture, are not", async () => {
    const { warnings } = await read([page, picture, blank, numbered, picture, picture, chapter]);
    expect(warnings.map(({ code }) => code)).toEqual(["documents.pages-without-text"]);
    expect(warnings[0]!.message).toContain("Pages 2, 4–6 of report.pdf (4 of 7)");
  });

  it("alone hold no text", async () => {
    const result = await readDocument(madePdf([picture, picture]), "scan.pdf");
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["documents.no-text"]);
    expect(result.ok ? "" : result.problems[0]!.message).toContain("its 2 pages are pictures");
  });
});

describe("progress", () => {
  const pages = [1, 2, 3].map((n) => ({ words: [{ text: `Page ${n}. ${body}`, x: 60, y: 700 }] }));

  it("is told after each page", async () => {
    const seen: string[] = [];
    await readDocument(madePdf(pages), "report.pdf", {
      onPage: (page, of) => {
        seen.push(`${page}/${of}`);
      },
    });
    expect(seen).toEqual(["1/3", "2/3", "3/3"]);
  });

  it("ends where the caller says so, with nothing kept", async () => {
    const result = await readDocument(madePdf(pages), "report.pdf", { onPage: () => "stop" });
    expect(result.ok ? [] : result.problems).toMatchObject([
      { code: "documents.stopped", at: { file: "report.pdf", page: 1 } },
    ]);
  });
});

describe("a PDF that was cut off", () => {
  it("is read as far as it goes, with a warning", async () => {
    const whole = madePdf([{ words: [{ text: body, x: 60, y: 700 }] }]);
    const result = await readDocument(whole.subarray(0, whole.length - 8), "report.pdf");
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual(["documents.cut-off"]);
  });
});
