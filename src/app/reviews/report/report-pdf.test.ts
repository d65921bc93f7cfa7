import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ReportBlock, ReportDocument, ReportText } from "#records";
import { readTaggedPdf } from "../../../../test/fixtures/read-tagged-pdf.ts";
import { setApart } from "./pdf/set-apart.ts";
import { reportPdf } from "./report-pdf.ts";

const at = "2026-11-02T10:00:00.000Z";

const documentOf = (blocks: readonly ReportBlock[], given: Partial<ReportDocument> = {}): ReportDocument => ({
  review: "invented",
  language: "en",
  title: "What works",
  subtitle: "Report · edition 1",
  edition: 1,
  blocks,
  ...given,
});
const paragraph = (...content: readonly ReportText[]): ReportBlock => ({
  kind: "paragraph",
  by: "author",
  content,
});
const figure = (description: string, words = "Included (n = 12)"): ReportBlock => ({
  kind: "figure",
  id: "flow",
  caption: "Figure 1. Flow",
  picture: {
    width: 300,
    height: 60,
    title: "Flow",
    description,
    shapes: [
      { kind: "rect", x: 0, y: 0, width: 140, height: 40, tone: "box" },
      { kind: "text", x: 5, y: 20, size: 12, bold: true, anchor: "start", text: words },
    ],
  },
  table: {
    caption: "Flow in numbers",
    columns: ["Box", "Reports"],
    rows: [[[{ text: "In" }], [{ text: "12" }]]],
    figures: [1],
  },
});

async function read(document: ReportDocument) {
  const set = await reportPdf(document, at);
  if (!set.ok) throw new Error(set.problems.map(({ message }) => message).join("\n"));
  return { bytes: set.value, ...(await readTaggedPdf(set.value)) };
}
const squeezed = (text: string) => text.replace(/\s+/gu, " ").trim();

it("says what it is, and has its parts as elements with links there and back", async () => {
  const rows = Array.from({ length: 90 }, (_, n) => [
    [{ text: `R${n + 1}` }],
    [{ text: "mots du rapport", language: "fr-CA" }],
  ]);
  const pdf = await read(
    documentOf([
      { kind: "heading", level: 2, id: "findings", text: "Findings" },
      paragraph({ text: "F1", bold: true, href: "#passages-F1" }, { text: " Pensions reach more people." }),
      { kind: "list", items: [[{ text: "one" }], [{ text: "two" }]] },
      figure("One box: twelve reports are included."),
      { kind: "heading", level: 2, id: "passages", text: "Passages" },
      {
        kind: "table",
        id: "passages-F1",
        table: { caption: "Passages of F1", columns: ["Report", "Words"], rows, figures: [] },
      },
      paragraph(
        { text: "site", href: "https://example.org/a" },
        { text: " not", href: "javascript:alert(1)" },
      ),
    ]),
  );
  expect(pdf.about).toMatchObject({ Title: "What works", Language: "en", CreationDate: "D:20261102100000Z" });
  expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf.isMarked).toBe(true);
  expect(pdf.of("H1").map(({ text }) => text)).toEqual(["What works"]);
  expect(pdf.of("H2").map(({ text }) => text)).toEqual(["Contents", "Findings", "Passages"]);
  expect(pdf.bookmarks).toEqual(["What works", "Findings", "Passages"]);
  expect(pdf.of("LBody").map(({ text }) => text)).toEqual(["one", "two"]);
  // On every page that the table goes over its head is shown; as an element it stands once.
  expect(pdf.of("TH").map(({ text }) => text)).toEqual(["Box", "Reports", "Report", "Words"]);
  expect(pdf.text.match(/Report\s*Words/gu)?.length).toBeGreaterThan(1);
  expect(pdf.of("Figure").map(({ alt }) => alt)).toEqual(["One box: twelve reports are included."]);
  expect(pdf.text).toContain("Included (n = 12)");
  expect(pdf.of("Caption").map(({ text }) => text)).toContain("Passages of F1");
  expect(pdf.of("TD").filter(({ text }) => text === "mots du rapport")).toHaveLength(90);
  // Said once for all rows of the page; stretches in another language say so themselves.
  const foreign = pdf.elements.filter(({ language }) => language === "fr").map(({ text }) => text);
  expect(foreign.join(" ")).toContain("mots du rapport");
  expect(pdf.links.filter(({ url }) => url !== null)).toEqual([{ url: "https://example.org/a", page: null }]);
  const within = pdf.links.flatMap(({ page }) => (page === null ? [] : [page]));
  // Two lines of the contents, the finding to its passages, and the passages back to it.
  expect(within).toHaveLength(4);
  expect(pdf.text).toMatch(/1 \/ \d/u);
});

it("shows what people wrote as it is, and reads none of it as markup", async () => {
  const words =
    '#read("/etc/passwd") #import "@preview/x:0.1.0" $x^2$ @ref <label> *bold* _it_ `raw` \\ // c /* d */ ~ -- "q" {a: 1}';
  const pdf = await read(
    documentOf(
      [
        { kind: "heading", level: 2, id: "<a> #b", text: "= #pagebreak() <a>" },
        paragraph({ text: words }, { text: " there", href: "#<a> #b" }),
        { kind: "list", items: [[{ text: '#eval("1")' }]] },
        figure('"><script>&amp;#x', "</text><image href='/etc/passwd'/>"),
        // Turned about, half of a sign, and no sign at all.
        paragraph({ text: "left \u202e\u2066 right\u200f \ud800 \u0000\u0007 \ufffe\u2028 end" }),
      ],
      { title: "#panic() $ <t>", subtitle: "*s*" },
    ),
  );
  expect(pdf.about).toMatchObject({ Title: "#panic() $ <t>" });
  expect(squeezed(pdf.text)).toContain(words);
  expect(pdf.of("H2")[1]?.text).toBe("= #pagebreak() <a>");
  expect(pdf.of("LBody")[0]?.text).toBe('#eval("1")');
  expect(pdf.of("Figure")[0]?.alt).toBe('"><script>&amp;#x');
  expect(pdf.text).toContain("</text><image href='/etc/passwd'/>");
  expect(pdf.text).not.toContain("root:");
  expect(squeezed(pdf.text)).toMatch(/left right\S* \ufffd end/u);
});

it("keeps letters of every script, also those for which no font at hand has a shape", async () => {
  // The first signs stand in no font: nobody has given them a letter.
  const unknown = "\u0378\u0379\u{2fe0}";
  const scripts = { ar: "العربية", zh: "社会保护", hi: "सुरक्षा", el: "Ελλάδα", ru: "Защита" };
  const pdf = await read(
    documentOf([
      { kind: "heading", level: 2, id: "a", text: `Scripts ${unknown}` },
      ...Object.entries(scripts).map(([language, text]) => paragraph({ text, language })),
      figure("A box with letters", `Box ${unknown}`),
    ]),
  );
  expect(pdf.of("H2")[1]?.text).toBe(`Scripts ${unknown}`);
  expect(pdf.text).toContain(`Box ${unknown}`);
  for (const script of ["zh", "hi", "el", "ru"] as const)
    expect(pdf.text.normalize("NFKC"), script).toContain(scripts[script]);
  // Words from right to left are drawn from the end.
  const arabic = pdf.text.normalize("NFKC");
  expect([...scripts.ar].every((letter) => arabic.includes(letter))).toBe(true);
  expect(pdf.text).not.toMatch(/[?\ufffd]/u);
  expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
});

it("is the same file for the same document, and holds the program no longer than it takes to hand it over", async () => {
  const text = "The programme reached workers in the informal economy. ".repeat(5);
  const rows = Array.from({ length: 500 }, (_, n) => [[{ text: `R${n}` }], [{ text }]]);
  const document = documentOf([
    { kind: "table", id: "t", table: { caption: "All", columns: ["Report", "Words"], rows, figures: [] } },
  ]);
  const first = await reportPdf(document, at);
  let looks = 0;
  const clock = setInterval(() => looks++, 5);
  const second = await reportPdf(document, at);
  clearInterval(clock);
  expect(second).toEqual(first);
  expect(looks).toBeGreaterThan(10);
  expect(first).toMatchObject({ ok: true });
});

it("is refused without a title or without words for a picture", async () => {
  const bare = await reportPdf(documentOf([figure(" ")]), at);
  expect(bare).toMatchObject({ ok: false, problems: [{ code: "app.pdf-not-set" }] });
  expect(!bare.ok && bare.problems[0]?.message).toMatch(/missing alt text.*Word file/su);
  expect(await reportPdf(documentOf([], { title: "" }), at)).toMatchObject({
    ok: false,
    problems: [{ code: "app.pdf-not-set" }],
  });
});

it("tells what to do where the machine has no typesetter", async () => {
  // The same program in a place from which no package is found.
  const folder = await mkdtemp(join(tmpdir(), "socle-no-typesetter-"));
  await cp(new URL("./pdf", import.meta.url), folder, { recursive: true });
  const set = await setApart({ content: "{}", seconds: 0 }, join(folder, "set-pages.ts"));
  await rm(folder, { recursive: true });
  expect(set).toMatchObject({ ok: false, problems: [{ code: "app.pdf-no-typesetter" }] });
  expect(!set.ok && set.problems[0]?.message).toContain("Word file");
});
