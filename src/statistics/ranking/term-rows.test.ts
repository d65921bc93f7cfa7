import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairNumbers } from "./pair-numbers.ts";
import { sortedColumns, termRows, termText } from "./term-rows.ts";
import { wordRuns } from "./word-runs.ts";

const rowOf = (rows: ReturnType<typeof termRows>, i: number): Record<string, number> =>
  Object.fromEntries(
    [...rows.columns.subarray(rows.starts[i]!, rows.starts[i + 1]!)].map((column, k) => [
      termText(rows, column),
      rows.values[rows.starts[i]! + k]!,
    ]),
  );

describe("words", () => {
  it("are runs of two or more letters, digits and underscores of any script, in small letters", () => {
    expect(wordRuns("Sécurité sociale, ЗАЩИТА; a 2 B12 x_1 社会 保")).toEqual([
      "sécurité",
      "sociale",
      "защита",
      "b12",
      "x_1",
      "社会",
    ]);
  });

  it("are split by a combining mark, composed and decomposed accents differ", () => {
    expect(wordRuns("pensão protección".normalize("NFC"))).toEqual(["pensão", "protección"]);
    expect(wordRuns("pensão protección été".normalize("NFD"))).toEqual(["pensa", "proteccio", "te"]);
  });

  it("count letters beyond the first plane as one", () => {
    expect(wordRuns("\u{10428} \u{10428}\u{10429}")).toEqual(["\u{10428}\u{10429}"]);
  });
});

describe("rows of terms", () => {
  it("weigh words and pairs by the formula, each row of length one", () => {
    const rows = termRows(["sick leave sick", "sick pay", "old age"]);
    const idf = (df: number) => Math.log(4 / (1 + df)) + 1;
    const raw = {
      sick: (1 + Math.log(2)) * idf(2),
      leave: idf(1),
      "sick leave": idf(1),
      "leave sick": idf(1),
    };
    const length = Math.hypot(...Object.values(raw));
    const found = rowOf(rows, 0);
    expect(Object.keys(found).sort()).toEqual(Object.keys(raw).sort());
    for (const [term, value] of Object.entries(raw)) expect(found[term]).toBeCloseTo(value / length, 14);
    expect(rows.shared).toBe(1);
    expect(termText(rows, 0)).toBe("sick");
  });

  it("drop what stands in more than 95 % of the texts, and keep what stands in 95 %", () => {
    const texts = Array.from({ length: 20 }, (_, i) => `the ${i > 0 ? "most" : "one"}`);
    const rows = termRows(texts);
    expect(Object.keys(rowOf(rows, 5)).sort()).toEqual(["most", "the most"]);
    expect(Object.keys(rowOf(rows, 0)).sort()).toEqual(["one", "the one"]);
  });

  it("sort by code point, not by UTF-16 unit, a word before its pairs", () => {
    const rows = termRows(["ab zz", "abc \uff41\uff41 \u{10428}\u{10428}", "ab"]);
    expect([...sortedColumns(rows)].map((column) => termText(rows, column))).toEqual([
      "ab",
      "ab zz",
      "abc",
      "abc \uff41\uff41",
      "zz",
      "\uff41\uff41",
      "\uff41\uff41 \u{10428}\u{10428}",
      "\u{10428}\u{10428}",
    ]);
  });

  it("leave a text without words empty, and take none at all", () => {
    const rows = termRows(["", "a , .", "sick pay", "sick leave"]);
    expect([rows.starts[1], rows.starts[2]]).toEqual([0, 0]);
    expect(termRows([]).size).toBe(0);
  });

  it("have length one or nothing, columns ascending, the shared ones first", () => {
    const word = fc.constantFrom("sick", "leave", "pay", "old", "age", "x");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 12 }), { minLength: 2, maxLength: 12 }), (lists) => {
        const rows = termRows(lists.map((words) => words.join(" ")));
        for (let i = 0; i < rows.size; i++) {
          let squares = 0;
          for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) {
            squares += rows.values[k]! ** 2;
            expect(rows.columns[k]! < rows.shared).toBe(k < rows.alone[i]!);
            expect(rows.frequencies[rows.columns[k]!]! > 1).toBe(k < rows.alone[i]!);
          }
          expect(squares === 0 || Math.abs(squares - 1) < 1e-12).toBe(true);
        }
      }),
      { seed: 7 },
    );
  });
});

it("numbers of pairs stay the same while the table grows", () => {
  const numbers = pairNumbers(0);
  const given: number[] = [];
  for (let i = 0; i < 5_000; i++) given.push(numbers.numberOf(i % 71, (i * i) % 4_999));
  for (let i = 0; i < 5_000; i++) expect(numbers.numberOf(i % 71, (i * i) % 4_999)).toBe(given[i]);
  expect(numbers.size).toBe(new Set(given).size);
  const { firsts, seconds } = numbers.pairs();
  expect([firsts[given[3]!], seconds[given[3]!]]).toEqual([3, 9]);
});
