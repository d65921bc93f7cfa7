import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const codes = async (bytes: Uint8Array, name = "a.bin", options = {}) => {
  const result = await readDocument(bytes, name, options);
  return result.ok ? result.value.format : result.problems.map(({ code }) => code);
};
const text = (words: string) => new TextEncoder().encode(words);

describe("readDocument", () => {
  it("knows the format by the first bytes", async () => {
    expect(await codes(text("plain words"))).toBe("text");
    expect(await codes(text("<!doctype html><p>words"))).toBe("html");
    expect(await codes(text("<p>words"), "page.htm")).toBe("html");
    expect(await codes(text("<p>words"), "notes.txt")).toBe("text");
  });

  it("says why a file cannot be read, with the name of the file", async () => {
    expect(await codes(new Uint8Array())).toEqual(["documents.empty"]);
    expect(await codes(text("   \n "))).toEqual(["documents.no-text"]);
    expect(await codes(new Uint8Array([0, 1, 2, 3]))).toEqual(["documents.format-unknown"]);
    expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]))).toEqual([
      "documents.encrypted",
    ]);
    expect(await codes(text("%PDF-1.7\nnothing else"))).toEqual(["documents.damaged"]);
    const result = await readDocument(new Uint8Array(), "report.pdf");
    expect(result.ok ? null : result.problems[0]).toMatchObject({ at: { file: "report.pdf" } });
  });

  it("holds the limits on bytes and characters", async () => {
    expect(await codes(text("too many"), "a.txt", { maxBytes: 4 })).toEqual(["documents.too-large"]);
    expect(await codes(text("too many"), "a.txt", { maxCharacters: 4 })).toEqual(["documents.too-much-text"]);
    expect(await codes(text("a\n".repeat(499_999)), "a.txt", {})).toEqual("text");
    expect(await codes(text("a\n".repeat(500_000)), "a.txt", {})).toEqual(["documents.too-much-text"]);
  });
});
