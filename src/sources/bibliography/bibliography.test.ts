import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BibliographicRecord, bibliographicTypes, emptyBibliographicRecord } from "#records";
import {
  normalRecord,
  readBibliography,
  writeBibtex,
  writeCslJson,
  writeEndnoteTagged,
  writeEndnoteXml,
  writeRis,
} from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(text: string, name = "references") {
  const result = await readBibliography(bytes(text), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

// Texts as hostile as they come: markup of all three formats, accents, other scripts, emoji.
const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    ..."\\ { } $ & # % _ ^ ~ < > \" ' ` -- --- `` '' ?` [ ] | = , ; : @ / ER TY é ã ı ß — “ ” 😀 and".split(
      " ",
    ),
    "ER  - ",
    "TY  - JOUR",
    "@article{x,",
    "50% of",
    "US$ 5",
    "<i>x</i>",
    "\\'e",
    "\n",
    "AU  - x",
    "%0 Book",
    "</record>",
    "<title>",
    "]]>",
    "&amp; &#10;",
  ),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(" "));
const optional = fc.option(text, { nil: null });
const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 28 }),
  )
  .map(([year, month, day]) =>
    [year, ...(month > 0 ? [month] : []), ...(month > 0 && day > 0 ? [day] : [])]
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
  );

const record: fc.Arbitrary<BibliographicRecord> = fc
  .record({
    type: fc.constantFrom(...bibliographicTypes),
    key: optional,
    title: optional,
    authors: fc.array(text, { maxLength: 3 }),
    year: fc.option(fc.integer({ min: 1000, max: 2999 }), { nil: null }),
    date: fc.option(date, { nil: null }),
    abstract: optional,
    language: optional,
    doi: optional,
    urls: fc.array(fc.webUrl({ withQueryParameters: true, withFragments: true }), { maxLength: 3 }),
    publisher: optional,
    place: optional,
    container: optional,
    series: optional,
    number: optional,
    volume: optional,
    pages: fc.oneof(optional, fc.constantFrom("12-15", "S1-S4", "7", "1-2-3", "e12")),
    keywords: fc.array(text, { maxLength: 3 }),
    notes: fc.array(text, { maxLength: 3 }),
    foreignTags: fc.array(
      fc.record({
        tag: fc.oneof(
          text,
          fc.constantFrom("TY", "AN", "U1", "XT", "entrytype", "type", "isbn", "TI", "title"),
        ),
        value: text,
      }),
      { maxLength: 3 },
    ),
  })
  .map((given) => normalRecord(given));

const formats = [
  ["RIS", writeRis],
  ["BibTeX", writeBibtex],
  ["CSL-JSON", writeCslJson],
  ["EndNote XML", writeEndnoteXml],
  ["EndNote tagged", writeEndnoteTagged],
] as const;

describe.each(formats)("%s", (_, write) => {
  it("gives back every field of every record as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (records) => {
        const again = await read(write(records));
        expect(again.records).toEqual(records);
        expect(again.skipped).toEqual([]);
        expect(again.problems).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never throws on what is no file of the kind, and says why", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 2 }),
        fc.nat(),
        fc.nat(),
        async (records, at, length) => {
          const whole = bytes(write(records));
          const from = at % whole.length;
          const cut = Uint8Array.from([...whole.subarray(0, from), ...whole.subarray(from + (length % 40))]);
          const result = await readBibliography(cut, "damaged");
          if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("broken RIS", () => {
  it("takes a line that begins with ER inside an abstract for text", async () => {
    const { records, skipped } = await read(
      "TY  - JOUR\nTI  - Emergency rooms\nAB  - The number of visits to the\nER  - emergency room - rose.\nER - a second one\nKW  - health\nER  - \n",
    );
    expect(records).toHaveLength(1);
    expect(records[0]!.abstract).toBe(
      "The number of visits to the ER  - emergency room - rose. ER - a second one".replace("  ", " "),
    );
    expect(records[0]!.keywords).toEqual(["health"]);
    expect(skipped).toEqual([]);
  });

  it("lists headers of vendors between references with their lines and loses no reference", async () => {
    const { records, skipped } = await read(
      "Provider: Example\nContent: text/plain\n\nTY  - RPRT\nTI  - One\nER  - \nRecord 2 of 2\nTY  - RPRT\nTI  - Two\nER  - end of file\n",
    );
    expect(records.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect(skipped.map(({ line, text }) => [line, text])).toEqual([
      [1, "Provider: Example"],
      [2, "Content: text/plain"],
      [7, "Record 2 of 2"],
      [10, "ER  - end of file"],
    ]);
  });

  it("ends a reference without end at the next one, and says where", async () => {
    const { records, problems } = await read("TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \n");
    expect(records.map(({ title }) => title)).toEqual(["One", "Two"]);
    expect(problems).toEqual([
      {
        code: "sources.bibliography-repaired",
        message: expect.any(String),
        at: { file: "references", line: 1 },
      },
    ]);
  });

  it("keeps references whose type line is lost, unknown tags and types", async () => {
    const { records } = await read(
      "TI  - No type\nAU  - Doe, Jane\nER  - \nTY  - EJOUR\nT1  - Second\nZ9  - 12\nDA  - 2020/03//\nER  - ",
    );
    expect(records.map(({ title, type }) => [title, type])).toEqual([
      ["No type", "other"],
      ["Second", "article"],
    ]);
    expect(records[1]!.foreignTags).toEqual([
      { tag: "TY", value: "EJOUR" },
      { tag: "Z9", value: "12" },
    ]);
    expect(records[1]!.date).toBe("2020-03");
    expect(writeRis(records)).toContain("TY  - EJOUR");
  });

  it("joins lines that go on, and reads a file in Windows-1252 with a warning", async () => {
    const latin = Uint8Array.from(
      [..."TY  - RPRT\r\nTI  - Protecci"]
        .map((c) => c.charCodeAt(0))
        .concat(0xf3, ..."n\r\n   social\r\nER  - \r\n".split("").map((c) => c.charCodeAt(0))),
    );
    const result = await readBibliography(latin, "old.ris");
    expect(result.ok && result.value.records[0]!.title).toBe("Protección social");
    expect(result.ok && result.value.problems[0]!.code).toBe("documents.table-encoding-guessed");
  });

  it("does not take MEDLINE for RIS, nor RIS that names a PMID for MEDLINE", async () => {
    const medline = await read(
      "PMID- 123\nTI  - A title that\n      goes on.\nFAU - Doe, Jane\nAU  - Doe J\nDP  - 2019 Jul 3\nLID - 10.1000/x1 [doi]\nPT  - Journal Article\nMH  - *Poverty\n\nPMID- 124\nTI  - Another\n",
    );
    expect(medline.format).toBe("medline");
    expect(medline.records[0]).toMatchObject({
      title: "A title that goes on.",
      authors: ["Doe, Jane"],
      date: "2019-07-03",
      doi: "10.1000/x1",
      type: "article",
      keywords: ["Poverty"],
    });
    const ris = await read("TY  - JOUR\nTI  - A\nN1  - PMID\nPMID- 5\nER  - \n");
    expect(ris.format).toBe("ris");
    expect(ris.records).toHaveLength(1);
  });
});

describe("broken BibTeX", () => {
  it("keeps an entry without its closing brace and the others", async () => {
    const { records, problems } = await read(
      '@book{broken, title = {No end , author = "Doe, J."\n@misc{fine, title = "Fine", year = 2021}\n@string{foo = "Bar"}\n@report{r3, title = "Third " # foo, month = jul, year = 2020}\n@article{open, title={Open}\n',
    );
    expect(records.map(({ key, title }) => [key, title])).toEqual([
      ["broken", "No end"],
      ["fine", "Fine"],
      ["r3", "Third Bar"],
      ["open", "Open"],
    ]);
    expect(records[0]!.authors).toEqual(["Doe, J."]);
    expect(records[2]).toMatchObject({ type: "report", date: "2020-07", year: 2020 });
    expect(problems.map(({ at }) => at?.line)).toEqual([1, 5]);
  });

  it("reads TeX, names and what authors of abstracts do not escape", async () => {
    const { records, skipped } = await read(
      "A comment of the program\n@techreport{k, title = {The {ILO} and {\\'e}t{\\'\\i}: 50% of a\\_b -- p < 0.05 & US$ 5 million}, author = {Ludwig van Beethoven and {Ministry of Labour, Employment and Social Security} and de la Cruz, Mar{\\'\\i}a and others}, institution = {ILO}, url = {https://example.org/a_b%20c\\#d}}\n",
    );
    expect(records[0]).toMatchObject({
      title: "The ILO and étí: 50% of a_b – p < 0.05 & US$ 5 million",
      authors: [
        "van Beethoven, Ludwig",
        "Ministry of Labour, Employment and Social Security",
        "de la Cruz, María",
      ],
      publisher: "ILO",
      urls: ["https://example.org/a_b%20c#d"],
      type: "report",
    });
    expect(skipped).toEqual([{ line: 1, text: "A comment of the program", why: expect.any(String) }]);
  });
});

describe("broken CSL-JSON", () => {
  it("skips the broken item with its line and keeps the others", async () => {
    const { records, skipped } = await read(
      '[\n {"id": "a", "type": "report", "title": "One"},\n {"id": "b", "type": report},\n {"id": 7, "type": "article-magazine", "title": "Three", "author": [{"family": "Doe", "given": "J."}, {"literal": "ILO"}], "issued": {"date-parts": [["2020", 3]]}, "ISSN": "1"}, "x"\n]',
    );
    expect(records.map(({ title }) => title)).toEqual(["One", "Three"]);
    expect(records[1]).toMatchObject({
      key: "7",
      type: "article",
      authors: ["Doe, J.", "ILO"],
      date: "2020-03",
      foreignTags: [
        { tag: "type", value: "article-magazine" },
        { tag: "ISSN", value: "1" },
      ],
    });
    expect(skipped.map(({ line, why }) => [line, why])).toEqual([
      [3, "it is no valid JSON"],
      [4, "it is no item: neither a type nor a title stands in it"],
    ]);
  });
});

describe("what is no file of references", () => {
  it.each([
    ["", "sources.bibliography-empty"],
    ["  \n", "sources.bibliography-empty"],
    ["Dear colleagues,", "sources.bibliography-format-unknown"],
    ["@comment{x}", "sources.bibliography-empty"],
    ["[{}]", "sources.bibliography-empty"],
  ])("is refused: %j", async (given, code) => {
    const result = await readBibliography(bytes(given), "x");
    expect(!result.ok && result.problems[0]!.code).toBe(code);
  });

  it("reads an empty record of each format", async () => {
    for (const [, write] of formats)
      expect((await read(write([emptyBibliographicRecord]))).records).toHaveLength(1);
  });
});
