import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf, type Span } from "#kernel";
import { type BlockLike, markedPagesOf } from "./marked-blocks.ts";

const block = (text: string, spans: readonly Span[], more: Partial<BlockLike> = {}): BlockLike => ({
  kind: "paragraph",
  text,
  spans,
  page: null,
  ...more,
});
const piecesOf = (text: string, blocks: readonly BlockLike[], passages: { id: string; spans: Span[] }[]) =>
  markedPagesOf(text, blocks, passages).flatMap((page) =>
    page.blocks.flatMap((one) => one.pieces.map(({ text, passages }) => ({ text, passages }))),
  );

describe("laying passages over the blocks of a report", () => {
  it("cuts a block where a passage begins and ends", () => {
    expect(
      piecesOf("One. Two. Three.", [block("One. Two. Three.", [[0, 16]])], [{ id: "p", spans: [[5, 9]] }]),
    ).toEqual([
      { text: "One. ", passages: [] },
      { text: "Two.", passages: ["p"] },
      { text: " Three.", passages: [] },
    ]);
  });

  it("names every passage where two overlap", () => {
    const pieces = piecesOf(
      "abcdef",
      [block("abcdef", [[0, 6]])],
      [
        { id: "long", spans: [[0, 6]] },
        { id: "short", spans: [[2, 4]] },
      ],
    );
    expect(pieces).toEqual([
      { text: "ab", passages: ["long"] },
      { text: "cd", passages: ["long", "short"] },
      { text: "ef", passages: ["long"] },
    ]);
  });

  it("follows a passage over a page break and says on which pages it is", () => {
    const text = "first half\n12\nsecond half";
    const pages = markedPagesOf(
      text,
      [
        block("first half", [[0, 10]], { page: 11 }),
        block("12", [[11, 13]], { kind: "page-furniture", page: 12 }),
        block("second half", [[14, 25]], { page: 12 }),
      ],
      [
        {
          id: "p",
          spans: [
            [0, 10],
            [14, 25],
          ],
        },
      ],
    );
    expect(pages.map((page) => [page.page, [...page.passages]])).toEqual([
      [11, ["p"]],
      [12, ["p"]],
    ]);
    expect(pages.flatMap((page) => page.blocks.map((one) => one.kind))).toEqual(["paragraph", "paragraph"]);
  });

  it("finds a long passage under a block far behind its beginning, past shorter ones that have ended", () => {
    const short = [1, 3, 5, 7].map((at) => ({ id: `short-${at}`, spans: [[at, at + 1] as Span] }));
    const long = { id: "long", spans: [[0, 20] as Span] };
    expect(piecesOf("x".repeat(20), [block("xx", [[18, 20]])], [...short, long])).toEqual([
      { text: "xx", passages: ["long"] },
    ]);
  });

  it("counts spans in code points, not in the units of JavaScript", () => {
    expect(piecesOf("🌍 ab", [block("🌍 ab", [[0, 4]])], [{ id: "p", spans: [[2, 3]] }])).toEqual([
      { text: "🌍 ", passages: [] },
      { text: "a", passages: ["p"] },
      { text: "b", passages: [] },
    ]);
  });

  it("shows a block without a place by its own text", () => {
    expect(piecesOf("", [block("from a table", [])], [{ id: "p", spans: [[0, 5]] }])).toEqual([
      { text: "from a table", passages: [] },
    ]);
  });

  it("cuts a text without pages into parts a browser can leave undrawn", () => {
    const blocks = Array.from({ length: 100 }, () => block("x", [[0, 1]]));
    expect(markedPagesOf("x", blocks, []).map((page) => page.blocks.length)).toEqual([40, 40, 20]);
  });

  it("never loses or doubles a character, and marks exactly what lies in a span", () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 42, maxLength: 60 }),
        fc.array(span, { maxLength: 6 }),
        (text, spans) => {
          const { length } = codePointsOf(text);
          const pieces = piecesOf(
            text,
            [block(text, [[0, length]])],
            spans.map((one, i) => ({ id: String(i), spans: [one] })),
          );
          expect(pieces.map((piece) => piece.text).join("")).toBe(text);
          let at = 0;
          for (const piece of pieces) {
            const end = at + codePointsOf(piece.text).length;
            const expected = spans.flatMap(([from, to], i) => (from <= at && to >= end ? [String(i)] : []));
            expect([...piece.passages].sort()).toEqual(expected.sort());
            at = end;
          }
        },
      ),
    );
  });
});

it("a table has rows of cells, each with its marks, and a cell may hold two stretches", () => {
  const text = "Item\tText\nFirst\tpay 😀 on time";
  const block = {
    kind: "table",
    text,
    spans: [
      [0, 9],
      [10, 29],
    ] as const,
    page: 1,
  };
  const [page] = markedPagesOf(text, [block], [{ id: "p", spans: [[16, 19]] }]);
  const rows = page!.blocks[0]!.rows!;
  expect(rows.map((row) => row.map((cell) => cell.map((piece) => piece.text)))).toEqual([
    [["Item"], ["Text"]],
    [["First"], ["pay", " 😀 on time"]],
  ]);
  expect(rows[1]![1]![0]!.passages).toEqual(["p"]);
});
