import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { blocksOf, docxOf, htmlOf, textOf } from "../../../demonstration/report-blocks.ts";
import { smallPdf } from "./small-pdf.ts";
import { json, patience, scratchFolder, socle } from "./socle.ts";

const report = `# Final evaluation of the harbour workers' pension fund

## 1. Findings

The fund reached 4,200 workers in three ports, one third more than planned, because employers and unions kept one register together. Two of the ports had tried before to register workers each for itself, and had given up.

## 2. Recommendations

The evaluation team makes two recommendations:

- (a) The Ministry of Labour should keep the joint register and pay for it out of the state budget.
- (b) The fund should publish its accounts every year, in the three languages of the ports.

## 3. Lessons learned

A register that both sides trust saves more time than any law on contributions does.
`;

const recommendations = [
  "The Ministry of Labour should keep the joint register and pay for it out of the state budget.",
  "The fund should publish its accounts every year, in the three languages of the ports.",
];

const pdfLines = [
  "# Final evaluation of the harbour workers' pension fund",
  "",
  "## 1. Findings",
  "",
  "The fund reached 4,200 workers in three ports, one third more than planned, because employers",
  "and unions kept one register together. Two of the ports had tried before to register workers",
  "each for itself, and had given up.",
  "",
  "## 2. Recommendations",
  "",
  "The evaluation team makes two recommendations:",
  "",
  "(a) The Ministry of Labour should keep the joint register and pay for it out of the state budget.",
  "",
  "(b) The fund should publish its accounts every year, in the three languages of the ports.",
  "",
  "## 3. Lessons learned",
  "",
  "A register that both sides trust saves more time than any law on contributions does.",
];

type Reading = {
  readonly file: string;
  readonly sha256: string;
  readonly language: string;
  readonly title: string;
  readonly pages: number | null;
  readonly passages: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly heading: string | null;
    readonly text: string;
    readonly spans: readonly (readonly [number, number])[];
    readonly confidence: number;
  }[];
  readonly blocks: readonly unknown[];
  readonly tables: readonly unknown[];
  readonly problems: readonly unknown[];
};

const folder = scratchFolder();
const blocks = blocksOf(report);
const files: Readonly<Record<string, string | Uint8Array>> = {
  "report.txt": textOf(blocks),
  "report.html": htmlOf(blocks, "en"),
  "report.docx": docxOf(blocks, "en"),
  "report.pdf": smallPdf(pdfLines),
};

beforeAll(() => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder.path, name), content);
});
afterAll(() => folder.remove());
vi.setConfig({ testTimeout: patience });

describe.each(Object.keys(files))("socle read %s", (name) => {
  const path = join(folder.path, name);

  it("finds the same passages in every format, each the slice of the text its spans name", async () => {
    const said = await socle(["read", path, "--json"]);
    expect(said).toMatchObject({ status: 0, err: "" });
    const reading = json<Reading>(said);
    expect(reading.language).toBe("en");
    expect(reading.title).toBe("Final evaluation of the harbour workers' pension fund");
    expect(reading.sha256).toBe(createHash("sha256").update(files[name]!).digest("hex"));
    expect(reading.pages).toBe(name.endsWith(".pdf") ? 1 : null);
    const found = reading.passages.filter(({ kind }) => kind === "recommendation");
    expect(found.map(({ label }) => label)).toEqual(["(a)", "(b)"]);
    expect(found.map(({ text }) => text.replace(/\s+/g, " "))).toEqual(recommendations);
    expect(reading.passages.map(({ kind }) => kind)).toEqual([
      "finding",
      "recommendation",
      "recommendation",
      "lesson-learned",
    ]);
    const text = [...(await socle(["read", path, "--text"])).out];
    for (const passage of reading.passages) {
      const slices = passage.spans.map(([start, end]) => text.slice(start, end).join(""));
      expect(slices.join(" ")).toBe(passage.text);
      expect(passage.confidence).toBeGreaterThan(0.5);
    }
  });
});

describe("socle read", () => {
  it("prints plain text as the file has it, to the last character", async () => {
    const { out } = await socle(["read", join(folder.path, "report.txt"), "--text"]);
    expect(out).toBe(files["report.txt"]);
  });

  it("tells people kind, label and words", async () => {
    const { out } = await socle(["read", join(folder.path, "report.html")]);
    expect(out).toContain(`recommendation (b)\n  ${recommendations[1]}`);
  });

  it("refuses a file that is not there, is a folder, is empty or of no known form, with status 1", async () => {
    writeFileSync(join(folder.path, "empty.txt"), "");
    writeFileSync(
      join(folder.path, "picture.png"),
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0),
    );
    const cases = [
      ["nowhere.pdf", "cli.file-unreadable"],
      ["", "cli.file-unreadable"],
      ["empty.txt", "documents.empty"],
      ["picture.png", "documents.format-unknown"],
    ] as const;
    for (const [name, code] of cases) {
      const said = await socle(["read", join(folder.path, name), "--json"]);
      expect(said, name).toMatchObject({ status: 1, err: "" });
      expect(json(said)).toMatchObject({ problems: [{ code }] });
    }
  });
});
