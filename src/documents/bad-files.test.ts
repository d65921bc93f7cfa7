// Files that are not what they seem: encodings, noise, other formats. Each is read or refused in plain words.

import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocument } from "./read-document.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, isBig = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBig);
  return new Uint8Array(view.buffer);
};
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const read = async (bytes: Uint8Array, name = "report.txt") => {
  const result = await readDocument(bytes, name);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return { text: result.value.text, codes: result.value.warnings.map(({ code }) => code) };
};
const refusal = async (bytes: Uint8Array, name = "report.txt") => {
  const result = await readDocument(bytes, name);
  return result.ok ? null : [result.problems[0]!.code, result.problems[0]!.message];
};

describe("encodings", () => {
  const words = "L’évaluation a été menée à Genève.";

  it.each([
    ["UTF-16 with a mark", wide(`\ufeff${words}`), []],
    ["UTF-16 with a mark, big end first", wide(`\ufeff${words}`, true), []],
    ["UTF-16 without a mark", wide(words), ["documents.encoding-guessed"]],
    ["UTF-16 without a mark, big end first", wide(words, true), ["documents.encoding-guessed"]],
    ["Windows-1252", latin(words.replace("’", "\x92")), ["documents.encoding-guessed"]],
  ])("of text: %s", async (_, bytes, codes) => {
    expect(await read(bytes)).toEqual({ text: words, codes });
  });

  it("of HTML: the mark before the declaration, the bytes before a wrong declaration", async () => {
    const page = (charset: string) => `<html><head><meta charset="${charset}"></head><p>${words}</p></html>`;
    expect(await read(bytesOf(`\ufeff${page("iso-8859-1")}`), "a.html")).toEqual({ text: words, codes: [] });
    expect(await read(bytesOf(page("iso-8859-1")), "a.html")).toEqual({
      text: words,
      codes: ["documents.encoding-guessed"],
    });
    expect((await read(wide(`\ufeff${page("utf-16")}`), "a.html")).text).toBe(words);
    expect((await read(latin(page("windows-1252").replace("’", "\x92")), "a.html")).text).toBe(words);
  });

  it("that someone mixed up before are named and kept", async () => {
    const broken = "L’Ã©valuation a Ã©tÃ© menÃ©e.";
    expect(await read(bytesOf(broken))).toEqual({ text: broken, codes: ["documents.letters-broken"] });
    expect((await read(bytesOf("a\ufffdb c\ufffdd \ufffd"))).codes).toEqual(["documents.letters-broken"]);
    expect((await read(bytesOf("São Tomé, À Ãlvaro, Âmbito"))).codes).toEqual([]);
  });
});

describe("other files", () => {
  it("are called by their name", async () => {
    expect((await refusal(bytesOf("{\\rtf1\\ansi words}"), "a.rtf"))?.[1]).toContain("Rich Text Format");
    expect((await refusal(latin("\x89PNG\r\n\x1a\n0000"), "scan.png"))?.[1]).toContain("is a picture");
  });

  it("of binary noise are refused whatever they are called", async () => {
    let seed = 7;
    const noise = Uint8Array.from({ length: 5_000 }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return 1 + (seed % 255);
    });
    expect((await refusal(noise))?.[0]).toBe("documents.format-unknown");
  });
});

describe("a PDF that unfolds to far more than its size", () => {
  const file = (stream: Uint8Array, filter: string) => {
    const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter ${filter} /Length ${stream.length} >>\nstream\n`;
    const tail = "\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n";
    return new Uint8Array([...latin(head), ...stream, ...latin(tail)]);
  };
  const zeros = new Uint8Array(60_000_000).fill(32);

  it("is refused before the engine sees it, and so is one folded twice", async () => {
    const once = zlibSync(zeros, { level: 9 });
    const result = await readDocument(file(once, "/FlateDecode"), "bomb.pdf", {
      maxUnpackedBytes: 20_000_000,
    });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["documents.unfolds-too-large"]);
    const twice = file(zlibSync(once, { level: 9 }), "[/FlateDecode /FlateDecode]");
    const other = await readDocument(twice, "bomb.pdf", { maxUnpackedBytes: 20_000_000 });
    expect(other.ok ? [] : other.problems.map(({ code }) => code)).toEqual(["documents.unfolds-too-large"]);
  });
});
