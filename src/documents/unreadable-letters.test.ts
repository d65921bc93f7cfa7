import { describe, expect, it } from "vitest";
import { unreadableLetters } from "./unreadable-letters.ts";

const english =
  "The fund paid the benefits of the fishers in each of the towns and for all of the years. ".repeat(40);
/** Every letter 29 places further back, as in fonts without a table of their letters. */
const shifted = [...english].map((c) => (c === " " ? c : String.fromCharCode(c.charCodeAt(0) - 29))).join("");
const codes = (...pages: readonly string[]) =>
  unreadableLetters(pages, "a.pdf").map(({ code, at }) => [code, at?.page ?? null]);

describe("unreadableLetters", () => {
  it("has nothing to say of text that can be read, tables and short texts", () => {
    expect(codes(english)).toEqual([]);
    expect(codes("412 97 1,204 Harbour Hill Valley ".repeat(9))).toEqual([]);
    expect(codes("La evaluación de los programas y de las oficinas en el país. ".repeat(50))).toEqual([]);
  });

  it("names the pages whose signs have no meaning", () => {
    expect(codes(english, "\ue001\ue002\ue003 \ue004".repeat(30), english)).toEqual([
      ["documents.letters-broken", 2],
    ]);
  });

  it("doubts a text without any common word, such as one of shifted letters", () => {
    expect(codes(shifted)).toEqual([["documents.letters-broken", null]]);
    expect(unreadableLetters([shifted], "a.pdf")[0]!.message).toContain("hardly any is a common word");
  });
});
