import fc from "fast-check";
import { expect, it } from "vitest";
import { rangesInOriginal, rangesOfMarks, unitedRanges } from "./highlights.ts";

const open = "\uE000";
const close = "\uE001";

it("counts ranges in code points of the text without marks", () => {
  expect(rangesOfMarks(`😀 ${open}floor${close} and ${open}floors${close}`)).toEqual([
    [2, 7],
    [12, 18],
  ]);
  expect(rangesOfMarks("no mark")).toEqual([]);
  expect(rangesOfMarks(`${open}${close}`)).toEqual([]);
});

it("finds the marked words of any text again", () => {
  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 5 })
    .filter((text) => !/[\uE000\uE001]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean())), (parts) => {
      const marked = parts.map(([text, isFound]) => (isFound ? `${open}${text}${close}` : text)).join("");
      const plain = [...parts.map(([text]) => text).join("")];
      expect(rangesOfMarks(marked).map(([start, end]) => plain.slice(start, end).join(""))).toEqual(
        parts.filter(([, isFound]) => isFound).map(([text]) => text),
      );
    }),
  );
});

it("unites ranges that overlap and keeps neighbours apart", () => {
  expect(
    unitedRanges(
      [
        [0, 3],
        [10, 12],
      ],
      [
        [0, 3],
        [2, 5],
        [5, 7],
      ],
    ),
  ).toEqual([
    [0, 5],
    [5, 7],
    [10, 12],
  ]);
  expect(unitedRanges([], [])).toEqual([]);
});

it("leads ranges of the composed text back to the text as it stands", () => {
  const text = "La pensión mínima 😀 sigue".normalize("NFD");
  const composed = [...text.normalize("NFC")];
  const found: readonly [number, number] = [composed.indexOf("p"), composed.indexOf("p") + "pensión".length];
  const [range] = rangesInOriginal(text, [found]);
  expect([...text].slice(range?.[0], range?.[1]).join("")).toBe("pensión".normalize("NFD"));
  expect(rangesInOriginal("plain", [[0, 5]])).toEqual([[0, 5]]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "é", "ñ", "😀", " ", "ã")), (letters) => {
      const decomposed = letters.join("").normalize("NFD");
      for (const [index, letter] of letters.entries()) {
        const [one] = rangesInOriginal(decomposed, [[index, index + 1]]);
        expect([...decomposed].slice(one?.[0], one?.[1]).join("").normalize("NFC")).toBe(letter);
      }
    }),
  );
});
