import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, it } from "vitest";
import type { BibliographicRecord } from "#records";
import { readReferences } from "./index.ts";

const folder = resolve(import.meta.dirname, "../../../test/fixtures/bibliography");
const fixture = (name: string) => new Uint8Array(readFileSync(resolve(folder, name)));
const bytes = (text: string) => new TextEncoder().encode(text);

async function read(given: Uint8Array | string, name: string) {
  const result = await readReferences(typeof given === "string" ? bytes(given) : given, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const readFixture = (name: string) => read(fixture(name), name);

/** What a record says, without what it leaves open. */
const said = (record: BibliographicRecord) =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

const full = {
  title: "Reach of the pension floor in Alvane",
  year: 2021,
  doi: "10.5555/jip.2021.014",
  pages: "101-119",
  volume: "14",
};

describe("every format is read as what it is", () => {
  it.each([
    ["scopus.ris", "ris", 2],
    ["ebscohost.ris", "ris", 3],
    ["hand-made.ris", "ris", 5],
    ["er-in-abstract.ris", "ris", 2],
    ["pubmed.nbib", "medline", 2],
    ["medline-without-pmid.txt", "medline", 2],
    ["zotero-broken.bib", "bibtex", 3],
    ["endnote-20.xml", "endnote-xml", 3],
    ["endnote.enw", "endnote-tagged", 2],
    ["catalogue-without-types.enw", "endnote-tagged", 2],
    ["web-of-science.ciw", "web-of-science", 3],
    ["web-of-science-table.txt", "table", 1],
    ["scopus.csv", "table", 2],
    ["pubmed.csv", "table", 1],
    ["rayyan.csv", "table", 2],
    ["covidence.csv", "table", 1],
    ["asreview.csv", "table", 3],
    ["oficina.csv", "table", 1],
    ["bureau.csv", "table", 1],
    ["escritorio.csv", "table", 1],
  ])("%s is %s with %i references, whatever its name, line ends and mark", async (name, format, count) => {
    const known = await readFixture(name);
    expect([known.format, known.records.length]).toEqual([format, count]);
    const text = new TextDecoder().decode(fixture(name));
    const records = known.records.map(({ record }) => record);
    for (const [ends, mark] of [
      ["\r", ""],
      ["\r\n", "\ufeff"],
      ["\n", "\ufeff"],
    ] as const) {
      const other = await read(`${mark}${text.replaceAll("\n", ends)}`, "export");
      expect([other.format, other.records.length], JSON.stringify([ends, mark])).toEqual([format, count]);
      expect(other.records.map(({ record }) => record)).toEqual(records);
      expect(other.skipped.map(({ line }) => line)).toEqual(known.skipped.map(({ line }) => line));
    }
  });

  it("says so where the name promises another format", async () => {
    const { format, notices } = await read(fixture("scopus.ris"), "export.csv");
    expect(format).toBe("ris");
    expect(codes(notices)).toEqual(["sources.bibliography-format-differs"]);
    expect(notices[0]!.message).toContain("RIS");
    expect(codes((await readFixture("scopus.ris")).notices)).toEqual([]);
    expect(codes((await read(fixture("scopus.csv"), "export.ris")).notices)).toEqual([
      "sources.bibliography-format-differs",
    ]);
  });

  it.each([
    ["%PDF-1.7 and so on", "x.ris", "sources.bibliography-format-unknown"],
    ["<html><body>Sign in</body></html>", "x.ris", "sources.bibliography-format-unknown"],
    ["a,b\n1,2\n", "x.csv", "sources.bibliography-columns-unknown"],
    ["", "x.csv", "sources.bibliography-empty"],
    ["<xml><records></records></xml>", "x.xml", "sources.bibliography-empty"],
  ])("refuses what holds no references: %j", async (text, name, code) => {
    const result = await readReferences(bytes(text), name);
    expect(!result.ok && codes(result.problems)).toEqual([code]);
  });

  it("refuses more references than it was allowed to take", async () => {
    const result = await readReferences(fixture("ebscohost.ris"), "x.ris", { most: 2 });
    expect(!result.ok && codes(result.problems)).toEqual(["sources.bibliography-too-many"]);
  });
});

describe("RIS as hosts and hands write it", () => {
  it("parts references whose ends are missing, and lists what hosts print between them", async () => {
    const { records, skipped, notices } = await readFixture("ebscohost.ris");
    expect(records.map(({ record, line }) => [line, record.title])).toEqual([
      [5, "Domestic workers and sick pay"],
      [14, "Floors without walls"],
      [22, "Domestic workers and sick pay, again"],
    ]);
    expect(records[0]!.record.keywords).toEqual(["DOMESTIC workers"]);
    expect(skipped.map(({ line }) => line)).toEqual([1, 2, 3, 13, 21, 27]);
    expect(codes(notices)).toEqual([
      "sources.bibliography-repaired",
      "sources.bibliography-lines-skipped",
      "sources.bibliography-key-repeated",
    ]);
    expect(notices[2]!.message).toContain("lines 5 and 22");
  });

  it("goes on where ER stands in the middle of a reference", async () => {
    const { records, skipped } = await readFixture("er-in-abstract.ris");
    expect(records[0]!.record.abstract).toBe(
      "Background. Visits to the ER - emergency room - fell by a fifth. ER visits of the insured rose.",
    );
    expect(records[0]!.record.keywords).toEqual(["emergency", "reform"]);
    expect(skipped.map(({ line }) => line)).toEqual([6]);
  });

  it("reads small letters, lines moved in, one blank, tabs and none, each record in its own form", async () => {
    const { records } = await readFixture("hand-made.ris");
    expect(records.map(({ record }) => [record.title, record.authors[0] ?? null, record.type])).toEqual([
      ["Small letters", "Low, Ann", "article"],
      ["Moved in", "Shift, Bo", "article"],
      ["One blank", "Single, Cy", "report"],
      ["Tabs", null, "book"],
      ["No blank behind", null, "article"],
    ]);
    expect(records[2]!.record.abstract).toBe("The share - by year - rose.");
  });

  it("keeps tags it has no field for", async () => {
    const { records } = await readFixture("scopus.ris");
    expect(records[0]!.record.foreignTags.map(({ tag }) => tag)).toEqual(["AD", "SN", "J2", "M3", "DB"]);
  });
});

describe("MEDLINE and RIS are not taken for each other", () => {
  it("reads a TY inside an abstract of MEDLINE as text", async () => {
    const { records } = await readFixture("pubmed.nbib");
    expect(records[0]!.record).toMatchObject({
      key: "pmid-30000001",
      title: "Health insurance and income: a study of three invented districts.",
      abstract: "BACKGROUND: Cover was uneven. TY - is no tag here. RESULTS: It rose - slowly.",
      authors: ["Haddad, Lina", "Ng, Wei"],
      doi: "10.5555/jih.2019.3",
      date: "2019-03",
    });
    expect(records[0]!.record.foreignTags).toContainEqual({ tag: "LID", value: "e201 [pii]" });
  });

  it("reads RIS with PMIDs in it as RIS", async () => {
    const { format, records } = await read("TY  - JOUR\nPMID- 12\nTI  - A\nER  - \n", "x");
    expect([format, records.length]).toEqual(["ris", 1]);
  });

  it("parts MEDLINE without PMIDs by its empty lines", async () => {
    const { records } = await readFixture("medline-without-pmid.txt");
    expect(records.map(({ record }) => record.authors)).toEqual([["Alba, Sol"], ["Brisa, Mar"]]);
  });
});

describe("BibTeX with a brace too many", () => {
  it("costs the field in which it stands, and no other", async () => {
    const { records, notices } = await readFixture("zotero-broken.bib");
    expect(records[0]!.record).toMatchObject({
      title: "Cover of Domestic Workers: A Panel Study",
      abstract: "Cover rose by 12% in two regions.",
      container: "Work and Cover",
      authors: ["Ruiz, Elena", "Ministry of Work"],
      date: "2020-05",
      keywords: ["cover", "domestic workers"],
    });
    expect(records.map(({ record }) => record.key)).toEqual([
      "ruiz_cover_2020",
      "mensah_floors_2017",
      "last",
    ]);
    expect(notices.map(({ at }) => at?.line)).toEqual([2, 17]);
  });
});

describe("EndNote", () => {
  it("joins runs of styles into one title and reads numbered characters", async () => {
    const { records, notices } = await readFixture("endnote-20.xml");
    expect(said(records[0]!.record)).toMatchObject({
      key: "12",
      title: "Effects of Bolsa Inventada on CO2 & income (p < 0.05)",
      authors: ["Haddad, Lina", "Ng, Wei"],
      abstract: "Line one. Line two.",
      date: "2019-07-31",
      container: "Journal of Invented Health",
      urls: ["https://example.org/a?b=1&c=2", "internal-pdf://0001/a.pdf"],
    });
    expect(records.map(({ record }) => record.title)).toEqual([
      expect.any(String),
      "A report that is never closed",
      "Books & <things>",
    ]);
    expect(records[2]!.record.type).toBe("book");
    expect(notices.map(({ code, at }) => [code, at?.line])).toEqual([["sources.bibliography-repaired", 2]]);
  });

  it("refuses a file that declares entities, and reads one that only names a document type", async () => {
    const bomb = await readReferences(fixture("entity-bomb.xml"), "x.xml");
    expect(!bomb.ok && codes(bomb.problems)).toEqual(["sources.bibliography-entities-refused"]);
    const named = await read(
      '<?xml version="1.0"?><!DOCTYPE xml SYSTEM "RSXML.dtd"><xml><records><record><titles><title>A &b; c</title></titles></record></records></xml>',
      "x.xml",
    );
    expect(named.records[0]!.record.title).toBe("A &b; c");
  });

  it("reads the tagged form, with lists one below the other", async () => {
    const { records } = await readFixture("endnote.enw");
    expect(records[0]!.record).toMatchObject({
      ...full,
      type: "article",
      date: "2021-03-05",
      abstract: "First line of the abstract goes on here, 50%",
      keywords: ["pension floor", "reach", "north"],
      foreignTags: [
        { tag: "%@", value: "0000-0001" },
        { tag: "%W", value: "Invented library" },
      ],
    });
    expect(codes((await readFixture("catalogue-without-types.enw")).notices)).toEqual([
      "sources.bibliography-repaired",
      "sources.bibliography-repaired",
    ]);
  });
});

describe("Web of Science", () => {
  it("ends a record only at an ER of its own, and reads names, lists and dates", async () => {
    const { records, notices } = await readFixture("web-of-science.ciw");
    expect(records[0]!.record).toMatchObject({
      key: "WOS:000000000000001",
      title: "Reach of the pension floor in Alvane: Evidence from two rounds",
      authors: ["Okello, Peter", "Duarte, Maria A."],
      abstract:
        "The share in the ER was low. PT visits were few. ER is part of this text. ER visits moved out too.",
      keywords: ["pension floor", "reach, by age", "north", "POVERTY"],
      date: "2021-03-05",
      pages: "101-119",
    });
    expect(records[0]!.record.foreignTags.filter(({ tag }) => tag === "CR")).toHaveLength(2);
    expect(notices.map(({ code, at }) => [code, at?.line])).toEqual([["sources.bibliography-repaired", 39]]);
  });

  it("reads its table with short tags", async () => {
    const { records } = await readFixture("web-of-science-table.txt");
    expect(records[0]!.record).toMatchObject({
      key: "WOS:000000000000001",
      title: "Reach of the pension floor",
      authors: ["Okello, Peter", "Duarte, Maria A."],
      type: "article",
      pages: "101-119",
    });
  });
});

describe("tables of catalogues and screening programs", () => {
  it("takes full names before short ones, joins pages, and takes a lack for a lack", async () => {
    const { records } = await readFixture("scopus.csv");
    expect(records[0]!.record).toMatchObject({
      ...full,
      key: "2-s2.0-111",
      authors: ["Okello, Peter", "Duarte, Maria A."],
      container: "Journal of Invented Protection",
      abstract: 'Reach was low, "very low", in the north.',
      keywords: ["pension floor", "reach", "poverty", "age"],
      type: "article",
    });
    expect(records[1]!.record).toMatchObject({ authors: [], abstract: null, type: "conference-paper" });
  });

  it("reads PubMed's names, numbers and citation", async () => {
    const { records } = await readFixture("pubmed.csv");
    expect(records[0]!.record).toMatchObject({
      key: "pmid-30000001",
      authors: ["Haddad, L", "Ng, W", "van der Berg, AB"],
      container: "J Invent Health",
      year: 2019,
    });
    expect(records[0]!.record.foreignTags.map(({ tag }) => tag)).toEqual([
      "Citation",
      "First-Author",
      "Create-Date",
      "PMCID",
    ]);
  });

  it("keeps decisions taken before apart from the record, with who took them", async () => {
    const rayyan = await readFixture("rayyan.csv");
    expect(rayyan.records.map(({ earlier }) => earlier)).toEqual([
      [
        { verdict: "included", stage: null, from: "RAYYAN-INCLUSION", by: "Ann" },
        { verdict: "excluded", stage: null, from: "RAYYAN-INCLUSION", by: "Bo" },
      ],
      [],
    ]);
    expect(rayyan.records[0]!.record).toMatchObject({ key: "rayyan-1", date: "2020-05-01", place: "North" });
    const asreview = await readFixture("asreview.csv");
    expect(
      asreview.records.map(({ earlier }) => earlier.map(({ verdict, stage }) => [verdict, stage])),
    ).toEqual([
      [
        ["included", "full-text"],
        ["included", "title-and-abstract"],
      ],
      [
        ["excluded", "full-text"],
        ["included", "title-and-abstract"],
      ],
      [],
    ]);
    expect(asreview.records[0]!.record).toMatchObject({
      key: "https://example.org/W1",
      doi: "10.5555/wc.2020.1",
      authors: ["Ruiz, E."],
    });
    expect((await readFixture("covidence.csv")).records[0]!.record).toMatchObject({
      key: "#14",
      date: "2020-05",
    });
    const noted = await read("TY  - JOUR\nTI  - A\nN1  - ASReview_irrelevant\nER  - \n", "x.ris");
    expect(noted.records[0]!.earlier).toEqual([
      { verdict: "excluded", stage: null, from: "ASReview", by: null },
    ]);
  });

  it("knows columns in Spanish, French and Portuguese, and leaves an ambiguous date as it is", async () => {
    const spanish = (await readFixture("oficina.csv")).records[0]!.record;
    expect(spanish).toMatchObject({
      title: "Protección social en el norte",
      authors: ["Duarte, M.", "Ruiz, E."],
      year: 2019,
      date: null,
      keywords: ["pensión", "alcance"],
      notes: ["revisar"],
    });
    expect(spanish.foreignTags).toContainEqual({ tag: "Fecha-de-publicación", value: "3/7/2019" });
    expect((await readFixture("bureau.csv")).records[0]!.record).toMatchObject({
      title: "Socles de protection sociale",
      publisher: "Presse Inventée",
      language: "français",
    });
    const portuguese = (await readFixture("escritorio.csv")).records[0]!;
    expect(portuguese.record).toMatchObject({
      authors: ["Alba, Sol", "Brisa, Mar"],
      container: "Revista Inventada",
    });
    expect(portuguese.earlier.map(({ verdict }) => verdict)).toEqual(["included"]);
  });

  it("reads a workbook, and names the sheet that holds none", async () => {
    const workbook = new Workbook();
    const notes = workbook.addWorksheet("Notes");
    notes.addRow(["who", "what"]);
    notes.addRow(["Ann", "search"]);
    const sheet = workbook.addWorksheet("References");
    sheet.addRow(["Title", "Authors", "Year", "DOI"]);
    sheet.addRow(["A title", "Doe, Jane; Roe, Ann", 2020, "https://doi.org/10.5555/a"]);
    const given = new Uint8Array(await workbook.xlsx.writeBuffer());
    const { format, records, notices } = await read(given, "references.xlsx");
    expect(format).toBe("table");
    expect(records[0]).toMatchObject({
      line: 2,
      record: { title: "A title", authors: ["Doe, Jane", "Roe, Ann"], year: 2020, doi: "10.5555/a" },
    });
    expect(codes(notices)).toEqual(["sources.bibliography-columns-unknown"]);
  });

  it("reads a bare list of DOIs, and rows of JSON that are not CSL", async () => {
    const list = await read("doi\n10.5555/a\nhttps://doi.org/10.5555/B\n", "priors.txt");
    expect(list.records.map(({ record }) => record.doi)).toEqual(["10.5555/a", "10.5555/B"]);
    expect(codes(list.notices)).toEqual(["sources.bibliography-without-text"]);
    const rows = await read('[{"Title": "A", "Abstract": "B", "Publication Year": 2020}]', "rows.json");
    expect(rows.format).toBe("table");
    expect(rows.records[0]!.record).toMatchObject({ title: "A", abstract: "B", year: 2020 });
  });
});
