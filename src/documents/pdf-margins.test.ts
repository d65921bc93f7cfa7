// What stands in the margins and at the foot of PDF pages, and words that a text layer broke.

import { describe, expect, it } from "vitest";
import { column, madePdf, type Words } from "../../test/fixtures/made-pdf.ts";
import { readDocument } from "./read-document.ts";

const read = async (...pages: readonly (readonly Words[])[]) => {
  const result = await readDocument(madePdf(pages.map((words) => ({ words }))), "report.pdf");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const full = "The registers of the harbour offices were compared with those of the fund for each of the";
const chapters = ["Summary", "Background", "Findings", "Conclusions", "Lessons", "Recommendations"];

describe("running heads and feet", () => {
  it("are known by their place where chapters change and sides alternate", async () => {
    const { blocks } = await read(
      ...chapters.map((chapter, p): readonly Words[] => [
        { text: chapter, x: p % 2 === 0 ? 60 : 460, y: 760, size: 9 },
        ...column([full, full, full, `years of chapter ${p + 1}.`], 60, 715),
        { text: `${p + 1} | Office of the fund`, x: p % 2 === 0 ? 60 : 440, y: 30, size: 9 },
      ]),
    );
    const furniture = blocks.filter(({ kind }) => kind === "page-furniture").map(({ text }) => text);
    expect(furniture.filter((text) => chapters.includes(text))).toEqual(chapters);
    expect(furniture).toHaveLength(2 * chapters.length);
  });

  it("are not the first lines of pages that are full of text", async () => {
    const { blocks } = await read(
      ...chapters.map((chapter) =>
        column(
          Array.from({ length: 12 }, (_, i) => `${chapter} ${full} ${"abcdefghijkl"[i]}`),
          60,
          770,
        ),
      ),
    );
    expect(blocks.filter(({ kind }) => kind === "page-furniture")).toEqual([]);
  });
});

describe("a note that goes on at the foot of the next page", () => {
  const small = { size: 8 };
  it("is one note, and the text goes on without it", async () => {
    const { blocks } = await read(
      [
        ...column([full, `${full} towns and the`], 60, 700),
        {
          text: "3 The account of the fund counts those who paid in the year before and who",
          x: 60,
          y: 90,
          ...small,
        },
      ],
      [
        ...column(["villages of the coast.", full, "years."], 60, 700),
        {
          text: "lived in one of the towns of the coast at the beginning of the year.",
          x: 60,
          y: 90,
          ...small,
        },
      ],
    );
    const notes = blocks.filter(({ kind }) => kind === "footnote");
    expect(notes.map(({ text, spans }) => [text.slice(-30), spans.length])).toEqual([
      ["at the beginning of the year.".padStart(30), 2],
    ]);
    expect(blocks[0]!.text).toContain("towns and the villages of the coast.");
  });
});

describe("words that a text layer broke", () => {
  it("are read whole: letters set apart, ligatures, blanks inside words", async () => {
    const text = [
      "R E C O M M E N D A T I O N S",
      "",
      "The of\ufb01ce made a r ecommendation to the fund.",
      "",
      "Each recommendation was accepted.",
      "",
      "A B C D is a row of letters here, and I o e a y are words.",
    ].join("\n");
    const result = await readDocument(new TextEncoder().encode(text), "scan.txt");
    if (!result.ok) throw new Error(result.problems[0]!.message);
    expect(result.value.blocks.map((block) => block.text)).toEqual([
      "RECOMMENDATIONS",
      "The office made a recommendation to the fund.",
      "Each recommendation was accepted.",
      "A B C D is a row of letters here, and I o e a y are words.",
    ]);
    // The spans still slice the text as it stands in the file.
    expect(result.value.text).toBe(text);
  });

  it("stay apart where the pieces are words of their own", async () => {
    const text = "The work place of the crews.\n\nA workplace is a place of work.";
    const result = await readDocument(new TextEncoder().encode(text), "scan.txt");
    expect(result.ok && result.value.blocks[0]!.text).toBe("The work place of the crews.");
  });
});
