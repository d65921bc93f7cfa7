import { Workbook } from "@cj-tech-master/excelts";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { languages } from "#kernel";
import type { Cell, DownloadContent } from "./download-table.ts";
import { columnWords } from "./words.data.ts";
import { writeDownload } from "./write-download.ts";
import { mostSheetRows } from "./xlsx-download.ts";

async function* batchesOf(...batches: (readonly (readonly Cell[])[])[]) {
  yield* batches;
}

const contentOf = (rowCount = 3): DownloadContent => ({
  about: {
    id: "demo-indicators-1",
    title: "Demonstration indicators",
    version: "1",
    origin: "simulated",
    citation: { title: "Demonstration indicators, version 1", publisher: "Socle", issued: "2026-01-02" },
    licence: "CC BY 4.0",
    caveats: ["Simulated by a program."],
    checksum: "ab".repeat(32),
    madeAt: "2026-01-02T03:04:05.000Z",
  },
  tables: [
    {
      name: "data",
      columns: [
        { name: "area", meaning: "area" },
        { name: "value", meaning: "value" },
        { name: "note", meaning: "note" },
        { name: "origin", meaning: "origin" },
      ],
      rowCount,
      batches: batchesOf(
        [["XAA", 1.5, '=HYPERLINK("http://x")', "simulated"]],
        [
          ["XAB", null, 'said, "so"\nand more', "simulated"],
          ["XAC", 0, "+1 -2 @x", "simulated"],
        ],
      ),
    },
  ],
});

async function bytesOf(format: "csv" | "xlsx" | "json", language: (typeof languages)[number] = "en") {
  const download = writeDownload(contentOf(), format, language);
  if (!download.ok) throw new Error(download.problems[0]!.message);
  const chunks = [];
  for await (const chunk of download.value.stream) chunks.push(chunk);
  return { ...download.value, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

describe("writeDownload", () => {
  it("writes CSV as a zip of the data and a README with citation, licence, caveats, version and origin", async () => {
    const { fileName, bytes } = await bytesOf("csv");
    expect(fileName).toBe("demo-indicators-1.zip");
    const files = unzipSync(bytes);
    const text = (name: string) => Buffer.from(files[name]!).toString("utf-8");
    expect(text("data.csv")).toBe(
      'area,value,note,origin\nXAA,1.5,"=HYPERLINK(""http://x"")",simulated\nXAB,,"said, ""so""\nand more",simulated\nXAC,0,+1 -2 @x,simulated\n',
    );
    for (const part of [
      "Socle",
      "CC BY 4.0",
      "Simulated by a program.",
      "demo-indicators-1, 1",
      "simulated",
      "| value |",
    ])
      expect(text("README.md")).toContain(part);
  });

  it("writes XLSX whose texts are never formulas, with a README sheet", async () => {
    const { bytes } = await bytesOf("xlsx");
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["README", "data"]);
    const readme = JSON.stringify(workbook.getWorksheet("README")!.getSheetValues());
    expect(readme).toContain("simulated");
    expect(readme).toContain("CC BY 4.0");
    const data = workbook.getWorksheet("data")!;
    const cells = [2, 3, 4].map((row) => data.getCell(row, 3));
    expect(cells.map(({ value }) => value)).toEqual([
      '=HYPERLINK("http://x")',
      'said, "so"\nand more',
      "+1 -2 @x",
    ]);
    expect(cells.some(({ formula }) => Boolean(formula))).toBe(false);
    expect(data.getCell(2, 2).value).toBe(1.5);
    expect(data.getCell(3, 2).value).toBeNull();
    // The sheet's own XML has no formula element either.
    const sheets = unzipSync(bytes);
    for (const [name, xml] of Object.entries(sheets))
      if (name.startsWith("xl/worksheets/")) expect(Buffer.from(xml).toString()).not.toMatch(/<f[ >]/);
  });

  it("writes JSON with a readme object and rows as objects", async () => {
    const { bytes } = await bytesOf("json");
    const document = JSON.parse(Buffer.from(bytes).toString("utf-8"));
    expect(document.readme).toMatchObject({ origin: "simulated", licence: "CC BY 4.0", language: "en" });
    expect(document.data).toHaveLength(3);
    expect(document.data[1]).toEqual({
      area: "XAB",
      value: null,
      note: 'said, "so"\nand more',
      origin: "simulated",
    });
  });

  it("says simulated and the fixed words in each of the four languages", async () => {
    const readmes = new Set<string>();
    for (const language of languages) {
      const readme = Buffer.from(unzipSync((await bytesOf("csv", language)).bytes)["README.md"]!).toString(
        "utf-8",
      );
      expect(readme).toContain("simulated");
      expect(readme).toContain(columnWords.area[language]);
      readmes.add(readme);
    }
    expect(readmes.size).toBe(4);
  });

  it("makes a workbook as fast as it is read, and stops where its reader goes away", async () => {
    let made = 0;
    let isOpen = true;
    const row = ["XAA", 1.5, "A remark that takes some room in the workbook", "simulated"];
    async function* rows() {
      try {
        for (; made < 3_000; made++)
          yield Array.from({ length: 200 }, (_, i) => [...row.slice(0, 3), `${Math.sin(made * 200 + i)}`]);
      } finally {
        isOpen = false;
      }
    }
    const content = contentOf();
    const table = { ...content.tables[0]!, batches: rows() };
    const download = writeDownload({ ...content, tables: [table] }, "xlsx", "en");
    if (!download.ok) throw new Error(download.problems[0]!.message);
    const reader = download.value.stream[Symbol.asyncIterator]();
    await reader.next();
    const later = () => new Promise((resolve) => setTimeout(resolve, 400));
    await later();
    const unread = made;
    await later();
    expect(made).toBe(unread);
    expect(isOpen).toBe(true);
    await reader.return?.();
    await later();
    expect(isOpen).toBe(false);
    expect(made).toBeLessThan(3_000);
  });

  it("refuses XLSX of more rows than a sheet holds, and says what to do", () => {
    const refused = writeDownload(contentOf(mostSheetRows + 1), "xlsx", "en");
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "app.sheet-too-long" }] });
    expect(writeDownload(contentOf(mostSheetRows + 1), "csv", "en").ok).toBe(true);
  });
});
