// PDFs made to do harm or to never end: each is read or refused, and the next file after it is read.

import { describe, expect, it } from "vitest";
import { madePdf } from "../../test/fixtures/made-pdf.ts";
import { readDocument } from "./read-document.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const whole = madePdf([1, 2, 3].map((n) => ({ words: [{ text: `Words of page ${n}.`, x: 60, y: 700 }] })));
const content = new TextDecoder("latin1").decode(whole);
const outcome = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes, "hostile.pdf");
  return result.ok ? result.value.text.replace(/\s+/g, " ") : result.problems.map(({ code }) => code).join();
};
const file = (...objects: readonly string[]) =>
  bytesOf(
    `%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`,
  );
const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>";
const pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const refusals = /^(?:documents\.(?:damaged|no-text|empty))$|^$/;

describe("a hostile PDF", () => {
  it.each([
    [
      "a tree of pages that leads to itself",
      file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    ],
    [
      "a stream whose length is itself",
      file("<< /Type /Catalog /Pages 2 0 R >>", pages, page, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
    ],
    ["arrays nested without end", file("<< /Type /Catalog /Pages 2 0 R >>", pages, page, "[".repeat(50_000))],
    [
      "a count of pages that is not true",
      file("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 99999 >>"),
    ],
    ["references to nothing", file("<< /Type /Catalog /Pages 77 0 R >>")],
  ])("is refused or empty: %s", async (_, bytes) => {
    expect(await outcome(bytes)).toMatch(refusals);
  });

  it("is read without its scripts, files and actions", async () => {
    const armed = content.replace(
      "/Type /Catalog",
      "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [] >> >>",
    );
    expect(await outcome(bytesOf(armed))).toContain("Words of page 3.");
  });

  it("is read or refused wherever it was cut, and the next file is read", async () => {
    for (let share = 0.1; share < 1; share += 0.1)
      expect(await outcome(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(
        /^documents\.|^(?:Words of page \d\. ?)*$/,
      );
    expect(await outcome(whole)).toContain("Words of page 3.");
  });
});
