import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import {
  emptyQdaProject,
  type QdaText,
  qdaGuid,
  qdaNotMade,
  readRefiQda,
  writeQdc,
  writeQdpx,
} from "./index.ts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

const project = (inside: string, attributes = 'name="Foreign" origin="Other 3"') =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" ${attributes}>${inside}</Project>`;
const codeBook = `<CodeBook><Codes><Code guid="${id(1)}" name="Barriers" isCodable="true"/></Codes></CodeBook>`;
const coding = (n: number) => `<Coding guid="${id(n)}"><CodeRef targetGUID="${id(1)}"/></Coding>`;

const packed = (xml: string, files: Readonly<Record<string, Uint8Array | string>> = {}) =>
  zipSync({
    "project.qde": strToU8(xml),
    ...Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? strToU8(file) : file]),
    ),
  });

async function read(bytes: Uint8Array, name = "project.qdpx") {
  const result = await readRefiQda(bytes, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  if (result.value.kind !== "project") throw new Error("a codebook");
  return result.value;
}
const stretches = ({ text, selections }: QdaText) =>
  selections.map(({ start, end }) => codePointsOf(text).slice(start, end));

describe("codes as other programs write them", () => {
  const codebook = async (inside: string, origin = "Other 3") => {
    const xml = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${origin}"><Codes>${inside}</Codes></CodeBook>`;
    const result = await readRefiQda(strToU8(xml), "codes.qdc");
    if (!result.ok || result.value.kind !== "codebook") throw new Error(JSON.stringify(result));
    return { ...result.value.codebook, notices: result.value.notices };
  };

  it("takes a code that does not say so for one that can be applied, and keeps categories", async () => {
    const { codes: read, notices } = await codebook(
      `<Code guid="${id(1)}" name="A"><Code guid="${id(2)}" name="B" isCodable="false"/></Code>`,
    );
    expect([read[0]!.isCodable, read[0]!.children[0]!.isCodable]).toEqual([true, false]);
    expect(codes(notices)).toEqual(["sources.qda-codable-missing"]);
    expect(notices[0]!.message).toContain("1 code does not say");
  });

  it("builds the tree again from names, where the code above is there, and leaves other names alone", async () => {
    const flat = ["Barriers", "Barriers\\Money", "Barriers\\Money\\Fees", "and/or", "Help::Staff"]
      .map((name, i) => `<Code guid="${id(i)}" name="${name}" isCodable="true"/>`)
      .join("");
    const { codes: read, notices } = await codebook(flat);
    const shape = (list: typeof read): unknown => list.map(({ name, children }) => [name, shape(children)]);
    expect(shape(read)).toEqual([
      ["Barriers", [["Money", [["Fees", []]]]]],
      ["and/or", []],
      ["Help::Staff", []],
    ]);
    expect(codes(notices)).toEqual(["sources.qda-nesting-rebuilt"]);
    expect((await codebook(flat, "Socle 1")).codes).toHaveLength(5);
  });

  it("reads GUIDs in braces and capitals, makes those that are missing or taken, and drops odd colours", async () => {
    const { codes: read, notices } = await codebook(
      `<Code guid="{ABCDEF00-0000-4000-8000-000000000000}" name="A" isCodable="true" color="red"/><Code guid="12" name="B" isCodable="true" color="#abc"/><Code guid="ABCDEF00-0000-4000-8000-000000000000" name="C" isCodable="1"/><Code name="D" isCodable="true"/>`,
    );
    expect(read[0]).toMatchObject({ guid: "abcdef00-0000-4000-8000-000000000000", colour: null });
    expect(read[1]).toMatchObject({ guid: qdaGuid("foreign:12"), colour: "#abc" });
    expect(new Set(read.map(({ guid }) => guid)).size).toBe(4);
    expect(notices.map(({ code, message }) => [code, /\d/.exec(message)?.[0]])).toEqual([
      ["sources.qda-colour-dropped", "1"],
      ["sources.qda-guid-made", "3"],
    ]);
  });
});

describe("sources that are not where the project says", () => {
  const source = (path: string) =>
    project(
      `${codeBook}<Sources><TextSource guid="${id(2)}" name="One" plainTextPath="${path}"><PlainTextSelection guid="${id(3)}" startPosition="0" endPosition="3">${coding(4)}</PlainTextSelection></TextSource></Sources>`,
    );
  it.each([
    ["internal://one.txt", "sources/one.txt", false],
    ["internal://one.txt", "Sources/one.txt", false],
    ["internal://One.txt", "Sources/ONE.TXT", false],
    ["sources/one.txt", "sources/one.txt", false],
    ["internal://one.txt", "one.txt", true],
    ["C:\\Data\\one.txt", "Sources/one.txt", true],
    ["absolute:///home/x/one.txt", "sources/one.txt", true],
    ["internal://my%20one.txt", "sources/my one.txt", false],
    ["internal://gone.txt", `sources/${id(2)}.txt`, true],
    ["", `sources/${id(2)}.txt`, true],
  ])("%j in %j", async (path, file, isTold) => {
    const { project: read_, notices } = await read(packed(source(path), { [file]: "abcdef" }));
    expect(read_.texts.map(stretches)).toEqual([["abc"]]);
    expect(codes(notices)).toEqual(isTold ? ["sources.qda-path-repaired"] : []);
  });

  it("in a folder of their own, with the project in it", async () => {
    const bytes = zipSync({
      "My project/project.qde": strToU8(source("internal://one.txt")),
      "My project/Sources/one.txt": strToU8("abcdef"),
    });
    expect((await read(bytes)).project.texts.map(stretches)).toEqual([["abc"]]);
  });

  it("and nowhere at all: named with what was lost", async () => {
    const { project: read_, notices } = await read(packed(source("internal://../../etc/passwd")));
    expect(read_.texts).toEqual([]);
    expect(read_.codes).toHaveLength(1);
    expect(codes(notices)).toEqual(["sources.qda-text-missing"]);
    expect(notices[0]!.message).toContain('"One" (1 selections)');
  });
});

describe("positions counted in other ways", () => {
  const text = "😀 One léger 👩🏽‍🌾 line\nTwo: fees and 🇧🇴 queues\nThree e\u0301 four\n";
  const quotes = ["léger 👩🏽‍🌾 line", "fees and 🇧🇴 queues", "Three e\u0301 four"];

  /** A project whose positions some program counted over a text of its own making. */
  const counted = (
    stored: string | Uint8Array,
    place: (quote: string) => readonly [number, number],
    label: (quote: string) => string = (quote) => quote,
  ) =>
    packed(
      project(
        `${codeBook}<Sources><TextSource guid="${id(2)}" plainTextPath="internal://a.txt">${quotes
          .map((quote, i) => {
            const [start, end] = place(quote);
            return `<PlainTextSelection guid="${id(i + 3)}" name="${label(quote)}" startPosition="${start}" endPosition="${end}">${coding(i + 6)}</PlainTextSelection>`;
          })
          .join("")}</TextSource></Sources>`,
      ),
      { "sources/a.txt": stored },
    );
  const points = (whole: string) => (quote: string) => {
    const at = [...whole.slice(0, whole.indexOf(quote))].length;
    return [at, at + [...quote].length] as const;
  };
  const units = (whole: string) => (quote: string) => {
    const at = whole.indexOf(quote);
    return [at, at + quote.length] as const;
  };
  const bytesIn = (whole: string) => (quote: string) => {
    const at = strToU8(whole.slice(0, whole.indexOf(quote))).length;
    return [at, at + strToU8(quote).length] as const;
  };
  const crlf = text.replaceAll("\n", "\r\n");
  const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8(text)]);

  it.each([
    ["characters", text, points(text), null],
    ["UTF-16 units", text, units(text), "UTF-16 units"],
    ["bytes", text, bytesIn(text), "bytes of UTF-8"],
    [
      "line ends of two characters as one",
      crlf,
      points(text),
      "characters, a line end of two characters as one",
    ],
    ["the same in UTF-16 units", crlf, units(text), "UTF-16 units, a line end of two characters as one"],
    ["line ends of one character as two", text, points(crlf), "characters, each line end as two characters"],
    ["characters over line ends of two", crlf, points(crlf), null],
    ["the mark of the encoding", marked, points(`\ufeff${text}`), "characters, with the byte order mark"],
    [
      "up to the last character",
      text,
      (quote: string) => [points(text)(quote)[0], points(text)(quote)[1] - 1] as const,
      "characters, up to and including the end",
    ],
  ])("%s", async (_, stored, place, words) => {
    const { project: read_, notices } = await read(counted(stored, place));
    expect(read_.texts.map(stretches)).toEqual([quotes]);
    expect(codes(notices)).toEqual(words === null ? [] : ["sources.qda-positions-repaired"]);
    if (words !== null) expect(notices[0]!.message).toContain(`in ${words}: so 3 of 3`);
  });

  it("told by quotes that are cut off, and not by labels", async () => {
    const cut = await read(counted(text, units(text), (quote) => `${quote.slice(0, 7)}...`));
    expect(cut.project.texts.map(stretches)).toEqual([quotes]);
    const labels = await read(counted(text, points(text), () => "Two"));
    expect(labels.project.texts.map(stretches)).toEqual([quotes]);
    expect(labels.notices).toEqual([]);
  });

  it("a label that fits by chance under another way moves nothing", async () => {
    const xml = project(
      `${codeBook}<Sources><TextSource guid="${id(2)}"><PlainTextContent>😀Two fees, Two queues</PlainTextContent>${[
        [2, 5],
        [5, 9],
        [9, 12],
      ]
        .map(
          ([start, end], i) =>
            `<PlainTextSelection guid="${id(i + 3)}" name="Two" startPosition="${start}" endPosition="${end}">${coding(i + 6)}</PlainTextSelection>`,
        )
        .join("")}</TextSource></Sources>`,
    );
    const { project: read_, notices } = await read(packed(xml));
    expect(read_.texts.map(stretches)).toEqual([["wo ", "fees", ", T"]]);
    expect(notices).toEqual([]);
  });

  it("beyond the text in characters, without a word to tell: taken for UTF-16 units, and said", async () => {
    const short = "😀😀😀 fees";
    const xml = project(
      `${codeBook}<Sources><TextSource guid="${id(2)}"><PlainTextContent>${short}</PlainTextContent><PlainTextSelection guid="${id(3)}" startPosition="7" endPosition="11">${coding(4)}</PlainTextSelection></TextSource></Sources>`,
    );
    const { project: read_, notices } = await read(packed(xml));
    expect(read_.texts.map(stretches)).toEqual([["fees"]]);
    expect(codes(notices)).toEqual(["sources.qda-positions-repaired"]);
    expect(notices[0]!.message).toContain("no selection names its text");
  });

  it("beyond any text: cut off at its end or left out, and counted", async () => {
    const xml = project(
      `${codeBook}<Sources><TextSource guid="${id(2)}"><PlainTextContent>abc</PlainTextContent>${[
        [1, 9],
        [7, 9],
        [3, 1],
      ]
        .map(
          ([start, end], i) =>
            `<PlainTextSelection guid="${id(i + 3)}" startPosition="${start}" endPosition="${end}"/>`,
        )
        .join("")}</TextSource></Sources>`,
    );
    const { project: read_, notices } = await read(packed(xml));
    expect(read_.texts.map(stretches)).toEqual([["bc", "bc"]]);
    expect(notices.map(({ code, message }) => [code, /\d selections/.exec(message)?.[0]])).toEqual([
      ["sources.qda-positions-doubtful", "3 selections"],
    ]);
  });
});

describe("what else comes", () => {
  it("a PDF by the text that stands for it; places on pages, pictures and graphs are named", async () => {
    const xml = project(
      `${codeBook}<Sources><PDFSource guid="${id(2)}" name="Report" path="internal://r.pdf"><PDFSelection guid="${id(3)}" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/><Representation guid="${id(4)}" plainTextPath="internal://r.txt"><PlainTextSelection guid="${id(5)}" startPosition="0" endPosition="4">${coding(6)}</PlainTextSelection></Representation></PDFSource><PictureSource guid="${id(7)}" name="Photo"/></Sources><Graphs><Graph guid="${id(8)}" name="Map"/></Graphs>`,
    );
    const { project: read_, notices } = await read(
      packed(xml, { "sources/r.txt": "Fees rose", "sources/r.pdf": "x" }),
    );
    expect(read_.texts.map((text) => [text.guid, text.name, ...stretches(text)])).toEqual([
      [id(2), "Report", "Fees"],
    ]);
    expect(codes(notices)).toEqual(["sources.qda-part-left-out"]);
    expect(notices[0]!.message).toContain("3 parts are");
    for (const word of ["Photo", "Map", "places on pages"]) expect(notices[0]!.message).toContain(word);
  });

  it("references that lead nowhere are left out and counted", async () => {
    const xml = project(
      `${codeBook}<Sources><TextSource guid="${id(2)}"><PlainTextContent>abc</PlainTextContent><PlainTextSelection guid="${id(3)}" startPosition="0" endPosition="1"><Coding guid="${id(4)}"><CodeRef targetGUID="${id(9)}"/></Coding><Coding guid="${id(5)}"/><Coding guid="${id(6)}"><CodeRef targetGUID="{${id(1)}}"/></Coding><NoteRef targetGUID="${id(8)}"/></PlainTextSelection></TextSource></Sources>`,
    );
    const { project: read_, notices } = await read(packed(xml));
    expect(read_.texts[0]!.selections[0]!.codings.map(({ guid }) => guid)).toEqual([id(6)]);
    expect(notices.map(({ code, message }) => [code, /\d/.exec(message)?.[0]])).toEqual([
      ["sources.qda-reference-missing", "3"],
    ]);
  });

  it("names with prefixes, UTF-16, line ends of Windows in the XML", async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n<q:Project xmlns:q="urn:QDA-XML:project:1.0" name="Wide">\r\n<q:Sources>\r\n<q:TextSource guid="${id(2)}"><q:PlainTextContent>one\r\ntwo&#13;\nthree</q:PlainTextContent></q:TextSource></q:Sources></q:Project>`;
    const wide = new Uint8Array(xml.length * 2);
    for (let i = 0; i < xml.length; i++) {
      wide[i * 2] = xml.charCodeAt(i) & 255;
      wide[i * 2 + 1] = xml.charCodeAt(i) >> 8;
    }
    const { project: read_ } = await read(zipSync({ "Project.QDE": wide }));
    // XML makes one line feed of a line end, unless the carriage return is written as a number.
    expect([read_.name, read_.texts[0]!.text]).toEqual(["Wide", "one\ntwo\r\nthree"]);
  });

  it("a codebook called a project, and the other way", async () => {
    const book = writeQdc({
      origin: null,
      codes: [
        { guid: id(1), name: "A", isCodable: true, colour: null, description: null, notes: [], children: [] },
      ],
      sets: [],
    });
    const asProject = await readRefiQda(book.ok ? book.value.bytes : new Uint8Array(), "x.qdpx");
    expect(asProject.ok && [asProject.value.kind, ...codes(asProject.value.notices)]).toEqual([
      "codebook",
      "sources.qda-name-differs",
    ]);
    expect(codes((await read(packed(project("")), "x.qdc")).notices)).toEqual(["sources.qda-name-differs"]);
  });
});

describe("files that are refused", () => {
  const deep = `${"<Code>".repeat(300)}${"</Code>".repeat(300)}`;
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "sources.qda-format-unknown"],
    ["a web page", strToU8("<html><body/></html>"), "sources.qda-format-unknown"],
    ["another archive", zipSync({ "word/document.xml": strToU8("<w/>") }), "sources.qda-format-unknown"],
    ["an archive cut off", packed(project("")).slice(0, 40), "sources.qda-damaged"],
    ["broken XML", packed(project("<Users>")), "sources.qda-damaged"],
    [
      "entities",
      packed(`<!DOCTYPE Project [<!ENTITY a "aaaa">]>${project("&a;")}`),
      "sources.qda-entities-refused",
    ],
    [
      "elements without end",
      packed(project(`<CodeBook><Codes>${deep}</Codes></CodeBook>`)),
      "sources.qda-too-large",
    ],
    ["a bomb", packed(project(""), { "sources/a.txt": new Uint8Array(3_000_000) }), "sources.qda-too-large"],
  ])("%s", async (_, bytes, code) => {
    const result = await readRefiQda(bytes, "x.qdpx");
    expect(!result.ok && codes(result.problems)).toEqual([code]);
  });

  it("too many bytes, too many parts, and where the XML breaks", async () => {
    const refused = async (bytes: Uint8Array, limits: Parameters<typeof readRefiQda>[2]) => {
      const result = await readRefiQda(bytes, "x.qdpx", limits);
      return !result.ok && codes(result.problems);
    };
    const bytes = packed(project(""), { "sources/a.txt": "abc" });
    expect(await refused(bytes, { bytes: 10 })).toEqual(["sources.qda-too-large"]);
    expect(await refused(bytes, { parts: 1 })).toEqual(["sources.qda-too-large"]);
    expect(await refused(bytes, { unfoldedBytes: 50 })).toEqual(["sources.qda-too-large"]);
    const broken = await readRefiQda(strToU8(`${project("")}\n\n</x>`), "x.qde");
    expect(!broken.ok && broken.problems[0]!.at?.line).toBe(3);
  });

  it("names that lead out of the archive are not looked at, and told", async () => {
    const xml = project(
      `<Sources><TextSource guid="${id(2)}" name="One" plainTextPath="../one.txt"/></Sources>`,
    );
    const { project: read_, notices } = await read(
      packed(xml, { "../one.txt": "secret", "/etc/one.txt": "secret" }),
    );
    expect(read_.texts).toEqual([]);
    expect(codes(notices)).toEqual([
      "sources.qda-unsafe-name",
      "sources.qda-unsafe-name",
      "sources.qda-text-missing",
    ]);
  });
});

describe("what cannot be written", () => {
  const text = (change: Partial<QdaText>): QdaText => ({
    guid: id(2),
    name: "One",
    description: null,
    text: "a😀b",
    isInline: false,
    selections: [],
    codings: [],
    notes: [],
    values: [],
    made: qdaNotMade,
    changed: qdaNotMade,
    ...change,
  });

  it("is told all at once: GUIDs, references, positions, colours, times, half characters", () => {
    const selection = {
      guid: id(3),
      name: null,
      description: null,
      start: 2,
      end: 4,
      notes: [],
      made: qdaNotMade,
    };
    const result = writeQdpx({
      ...emptyQdaProject("X"),
      codes: [
        { guid: "c1", name: "A", isCodable: true, colour: "red", description: null, notes: [], children: [] },
      ],
      texts: [
        text({
          selections: [
            {
              ...selection,
              codings: [{ guid: id(4), code: id(9), notes: [], made: { by: null, at: "today" } }],
            },
          ],
        }),
        text({ text: "\ud83d" }),
      ],
      variables: [{ guid: id(5), name: "Age", type: "Integer", description: null }],
      cases: [
        {
          guid: id(6),
          name: null,
          description: null,
          codes: [],
          values: [{ variable: id(5), value: "old" }],
          sources: [id(7)],
          selections: [],
        },
      ],
    });
    const said = result.ok ? [] : result.problems.map(({ message }) => message);
    for (const words of [
      '"c1"',
      '"red"',
      "has already",
      `refers to ${id(9)}`,
      "today",
      '"old"',
      `refers to ${id(7)}`,
      "from 2 to 4; the text has 3",
      "half a character",
    ])
      expect(
        said.filter((message) => message.includes(words)),
        words,
      ).toHaveLength(1);
    expect(said).toHaveLength(9);
    const none = writeQdc({ origin: null, codes: [], sets: [] });
    expect(!none.ok && codes(none.problems)).toEqual(["sources.qda-not-writable"]);
  });

  it("control characters: a blank in names, told; a text that holds them stands in a file", async () => {
    const result = writeQdpx({
      ...emptyQdaProject("X\u000b"),
      texts: [text({ text: "a\u000bb", isInline: true })],
    });
    if (!result.ok) throw new Error("not written");
    expect(codes(result.value.notices)).toEqual(["sources.qda-letter-replaced"]);
    expect(strFromU8(unzipSync(result.value.bytes)[`sources/${id(2)}.txt`]!)).toBe("a\u000bb");
    const { project: again } = await read(result.value.bytes);
    expect([again.name, again.texts[0]!.text]).toEqual(["X ", "a\u000bb"]);
  });
});

it("a GUID is of its form, the same for the same text and another for another", () => {
  const many = Array.from({ length: 5_000 }, (_, i) => qdaGuid(`code:${i}`));
  expect(new Set(many).size).toBe(5_000);
  for (const guid of many.slice(0, 50))
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
