import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { proposedRepair, readWorkbook, type WorkbookLimits, type WorkbookReading } from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(
  given: Uint8Array | string,
  name = "list.csv",
  limits: Partial<WorkbookLimits> = {},
): Promise<WorkbookReading> {
  const result = await readWorkbook(typeof given === "string" ? bytes(given) : given, name, limits);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function codes(given: Uint8Array | string, name = "list.csv", limits: Partial<WorkbookLimits> = {}) {
  const result = await readWorkbook(typeof given === "string" ? bytes(given) : given, name, limits);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

const texts = (reading: WorkbookReading, table = 0) =>
  reading.tables[table]!.rows.map((row) => row.map(({ text }) => text));
const told = ({ problems }: WorkbookReading) => problems.map(({ code }) => code);

async function xlsx(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("delimited text", () => {
  const table = "id;title\n1;Évaluation, finale\n2;Ação";

  it.each([
    ["UTF-8", bytes(table), "utf-8", []],
    ["UTF-8 with a byte order mark", bytes(`\ufeff${table}`), "utf-8", []],
    ["UTF-16 little end first", utf16(table, true, true), "utf-16le", []],
    ["UTF-16 big end first", utf16(table, false, true), "utf-16be", []],
    ["UTF-16 without a mark", utf16(table, true, false), "utf-16le", ["documents.table-encoding-guessed"]],
    [
      "Windows-1252",
      Uint8Array.from(table, (c) => c.charCodeAt(0)),
      "windows-1252",
      ["documents.table-encoding-guessed"],
    ],
  ] as const)("is read in %s", async (_, given, encoding, problems) => {
    const reading = await read(given);
    expect(reading.encoding).toBe(encoding);
    expect(reading.delimiter).toBe(";");
    expect(texts(reading)).toEqual([
      ["1", "Évaluation, finale"],
      ["2", "Ação"],
    ]);
    expect(told(reading)).toEqual(problems);
  });

  function utf16(text: string, little: boolean, marked: boolean): Uint8Array {
    const units = [...(marked ? "\ufeff" : ""), ...text].map((c) => c.charCodeAt(0));
    return Uint8Array.from(
      units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  }

  it("stays UTF-8 where only a few bytes are wrong, and says in which line letters are lost", async () => {
    const given = bytes("id,title\n1,Évaluation été àéè\n2,xx");
    given[given.length - 1] = 0xe9;
    const reading = await read(given);
    expect(reading.encoding).toBe("utf-8");
    expect(texts(reading)[0]![1]).toBe("Évaluation été àéè");
    expect(reading.problems[0]).toMatchObject({ code: "documents.table-letters-lost", at: { line: 3 } });
    expect(reading.tables[0]!.rows[1]![1]!.flags).toEqual(["lost-letter"]);
  });

  it.each([
    ["commas inside semicolons", "a;b\n1,2;3\n4,5;6", ";", ["1,2", "3"]],
    ["tabs", "a\tb\n1;2\t3", "\t", ["1;2", "3"]],
    ["a first line that states it", "sep=|\na|b\n1,2|3", "|", ["1,2", "3"]],
    ["quoted line ends", 'a,b\n"1\r\n2",3', ",", ["1\n2", "3"]],
  ])("finds the delimiter: %s", async (_, given, delimiter, first) => {
    const reading = await read(given);
    expect(reading.delimiter).toBe(delimiter);
    expect(texts(reading)[0]).toEqual(first);
  });

  it("gives each cell the row and column of a spreadsheet, over empty lines too", async () => {
    const [, second] = (await read("a,b\n1,2\n\n3,4")).tables[0]!.rows;
    expect(second!.map(({ row, column }) => [row, column])).toEqual([
      [4, 1],
      [4, 2],
    ]);
  });

  it("says which rows are too long and where the header is, and numbers repeated names", async () => {
    const reading = await read("Registry of evaluations,,\nid,title,title\n1,x,y\n2,x,y,z");
    expect(reading.tables[0]!.header.map(({ name }) => name)).toEqual([
      "id",
      "title",
      "title (2)",
      "column D",
    ]);
    expect(told(reading)).toEqual([
      "documents.table-header-below",
      "documents.table-row-length",
      "documents.table-header-repeated",
    ]);
    expect(reading.problems[1]!.at).toMatchObject({ row: 4 });
  });

  it("reads on past a stray quotation mark and refuses an open one", async () => {
    expect(told(await read('a,b\n1,5" pipe'))).toEqual(["documents.table-quotes"]);
    expect(await codes('a,b\n1,"open\n2,3')).toEqual(["documents.table-quotes"]);
  });
});

describe("XLSX", () => {
  const day = new Date(Date.UTC(2020, 1, 29));

  it.each([false, true])("takes stored values of formulas and dates (1904 system: %s)", async (date1904) => {
    const reading = await read(
      await xlsx((workbook) => {
        workbook.properties.date1904 = date1904;
        const sheet = workbook.addWorksheet("Da & ta");
        sheet.addRow(["Title", "Date", "Sum", "None", "Fault"]);
        sheet.addRow(["A", day, { formula: "1+2", result: 3 }, { formula: "C2*3" }, { error: "#N/A" }]);
        sheet.getCell("B2").numFmt = "dd/mm/yyyy";
      }),
      "list.xlsx",
    );
    const [, date, sum, none, fault] = reading.tables[0]!.rows[0]!;
    expect(reading.tables[0]!.sheet).toBe("Da & ta");
    expect(date).toEqual({ row: 2, column: 2, kind: "date", text: "2020-02-29" });
    expect(sum).toEqual({ row: 2, column: 3, kind: "number", text: "3", formula: "1+2", flags: ["formula"] });
    expect(none).toMatchObject({ kind: "empty", formula: "C2*3", flags: ["formula-without-value"] });
    expect(fault).toMatchObject({ kind: "error", text: "#N/A" });
    expect(told(reading)).toEqual([
      "documents.formula-value-taken",
      "documents.formula-without-value",
      "documents.cell-error",
    ]);
    expect(reading.problems[1]!.message).toContain("D2");
  });

  it("leaves a merged value in its first cell, marks the others, and marks what is hidden", async () => {
    const reading = await read(
      await xlsx((workbook) => {
        const sheet = workbook.addWorksheet("A");
        sheet.addRows([
          ["Title", "Lesson", "Note"],
          ["one", "first", "x"],
          [null, "second", "y"],
        ]);
        sheet.mergeCells("A2:A3");
        sheet.getRow(3).hidden = true;
        sheet.getColumn(3).hidden = true;
        workbook.addWorksheet("B", { state: "hidden" }).addRows([
          ["q", "r"],
          [1, 2],
        ]);
      }),
      "list.xlsx",
    );
    expect(texts(reading)).toEqual([
      ["one", "first", "x"],
      ["", "second", "y"],
    ]);
    expect(reading.tables[0]!.rows.map((row) => row.map(({ flags }) => flags ?? []))).toEqual([
      [[], [], ["hidden"]],
      [["merged", "hidden"], ["hidden"], ["hidden"]],
    ]);
    expect(reading.tables.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(told(reading).sort()).toEqual([
      "documents.cells-merged",
      "documents.sheet-hidden",
      "documents.sheet-hidden",
    ]);
  });

  const plain = () =>
    xlsx((workbook) =>
      workbook.addWorksheet("A").addRows([
        ["a", "b"],
        [1, 2],
      ]),
    );
  const changed = (whole: Uint8Array, part: string, change: (xml: string) => string) => {
    const parts = unzipSync(whole);
    return zipSync({ ...parts, [part]: strToU8(change(new TextDecoder().decode(parts[part]))) });
  };

  it("refuses external entities, bombs, encrypted and foreign packages before anything is unfolded", async () => {
    const whole = await plain();
    const sheet = "xl/worksheets/sheet1.xml";
    const entity = changed(whole, sheet, (xml) =>
      xml.replace("?>", '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    );
    expect(await codes(entity, "x.xlsx")).toEqual(["documents.entity-refused"]);
    const bomb = changed(whole, sheet, (xml) => xml + " ".repeat(20_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codes(bomb, "x.xlsx", { unfoldedBytes: 10_000_000 })).toEqual([
      "documents.unfolds-too-large",
    ]);
    expect(await codes(zipSync({ "word/document.xml": strToU8("<x/>") }), "x.xlsx")).toEqual([
      "documents.table-format-unknown",
    ]);
    expect(await codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "x.xls")).toEqual([
      "documents.table-format-unknown",
    ]);
    expect(await codes(whole.subarray(0, 800), "x.xlsx")).toEqual(["documents.damaged"]);
  });

  it("is not led astray by ranges that span a whole sheet", async () => {
    const hostile = changed(await plain(), "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace(
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
    );
    expect(texts(await read(hostile, "x.xlsx"))).toEqual([["1", "2"]]);
  });

  it("keeps to its limits of rows and cells", async () => {
    const many = await xlsx((workbook) =>
      workbook.addWorksheet("A").addRows(Array.from({ length: 50 }, (_, i) => ["a", i])),
    );
    expect(await codes(many, "x.xlsx", { rows: 20 })).toEqual(["documents.table-too-large"]);
    expect(await codes(many, "x.xlsx", { cells: 60 })).toEqual(["documents.table-too-large"]);
    expect(await codes("a,b,c\n1,2,3\n4,5,6", "x.csv", { columns: 2, rows: 1 })).toEqual([
      "documents.table-too-large",
      "documents.table-too-large",
    ]);
    expect(await codes("a,b\n1,2", "x.csv", { bytes: 3 })).toEqual(["documents.table-too-large"]);
    expect(await codes("a,b\n1,2\n3,four", "x.csv", { cellCharacters: 3 })).toEqual([
      "documents.table-cell-too-long",
    ]);
    expect(await codes("a,b\n1,2\n3,four", "x.csv", { cellCharacters: 4 })).toEqual([]);
  });
});

describe("JSON", () => {
  it("flattens records by path, keeps lists, and counts bare NaN as missing with its first line", async () => {
    const reading = await read(
      '{"made":"2025","records":[\n{"id":"a","meta":{"Title":"One NaN","Year":2025,"Code":NaN},"docs":[{"url":"u1"},{"url":"u2"}]},\n{"id":"b","meta":{"Title":"Two","Code":-Infinity,"Donor":null}}]}',
      "list.json.txt",
    );
    expect(reading.tables[0]!.header.map(({ name }) => name)).toEqual([
      "id",
      "meta.Title",
      "meta.Year",
      "meta.Code",
      "docs.url",
      "meta.Donor",
    ]);
    expect(reading.repairs).toBe(2);
    expect(reading.problems[0]).toMatchObject({ code: "documents.json-repaired", at: { line: 2 } });
    const [first, second] = reading.tables[0]!.rows;
    expect(first![1]!.text).toBe("One NaN");
    expect(first![3]).toEqual({ row: 2, column: 4, kind: "empty", text: "", flags: ["not-a-number"] });
    expect(first![4]).toMatchObject({ parts: ["u1", "u2"], text: "u1\nu2" });
    expect(second!.map(({ row }) => row)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it("names what is no record and where the text breaks", async () => {
    expect(told(await read('[{"a":1},"x"]', "x.json"))).toEqual(["documents.json-row-not-object"]);
    const broken = await readWorkbook(bytes('[{"a":1},\n{"a":}]'), "x.json");
    expect(!broken.ok && broken.problems[0]).toMatchObject({
      code: "documents.json-invalid",
      at: { line: 2 },
    });
    expect(await codes("[1,2]", "x.json")).toEqual(["documents.json-invalid"]);
    expect(await codes(`${"[".repeat(100_000)}`, "x.json")).toEqual(["documents.json-invalid"]);
    expect(await codes("[]", "x.json")).toEqual(["documents.json-invalid"]);
  });
});

describe("mojibake", () => {
  it.each([
    ["MigraciÃ³n", "Migración"],
    ["lâ€™Ã©tude â€“ 1", "l’étude – 1"],
    ["Â\u00a0PR.0144", " PR.0144"],
    ["MigraciÃƒÂ³n", "Migración"],
    ["â€¦", "…"],
  ])("is found in %s", (text, repaired) => {
    expect(proposedRepair(text)?.replace("\u00a0", " ")).toBe(repaired);
  });

  it.each(["AVALIAÇÃO", "PERÚ”", "São Tomé", "IRMÃOS", "État – « été »", "plain"])(
    "is not seen in %s",
    (text) => {
      expect(proposedRepair(text)).toBeNull();
    },
  );

  it("is proposed for every text of Latin letters that went through it, and never for whole ones", () => {
    const latin = fc.string({
      unit: fc.constantFrom(..."abc éèêñçãõüöäßÉÑ’–“”"),
      minLength: 1,
      maxLength: 20,
    });
    const windows = new TextDecoder("windows-1252");
    fc.assert(
      fc.property(latin, (text) => {
        const broken = windows.decode(bytes(text));
        expect(proposedRepair(broken) ?? broken).toBe(text);
      }),
    );
  });

  it("is marked with a proposal and kept as it is", async () => {
    const reading = await read("a,b\nMigraciÃ³n,x");
    expect(reading.tables[0]!.rows[0]![0]).toMatchObject({
      text: "MigraciÃ³n",
      proposedText: "Migración",
      flags: ["mojibake"],
    });
    expect(reading.problems[0]).toMatchObject({
      code: "documents.table-mojibake",
      at: { row: 2, column: "a" },
    });
  });
});

describe("whatever comes", () => {
  it("never throws", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("", "PK\u0003\u0004", "[{", "a,b\n"),
        async (tail, head) => {
          const given = Uint8Array.from([...bytes(head), ...tail]);
          const result = await readWorkbook(given, "any");
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ["", "documents.empty"],
    ["only a header", "documents.table-empty"],
    ["%PDF-1.7", "documents.table-format-unknown"],
    ["<!doctype html><html>", "documents.table-format-unknown"],
    ["a\0b", "documents.table-format-unknown"],
  ])("says why %j is no table", async (given, code) => {
    expect(await codes(given)).toEqual([code]);
  });
});
