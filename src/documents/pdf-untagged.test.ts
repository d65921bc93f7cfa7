// PDFs without tags: tables by rules and shades, labels that hang before their text, ends of paragraphs, notes.

import { describe, expect, it } from "vitest";
import { column, madePdf, type Words } from "../../test/fixtures/made-pdf.ts";
import { readDocument } from "./read-document.ts";

const read = async (words: readonly Words[], drawing = "") => {
  const result = await readDocument(madePdf([{ words, drawing }]), "report.pdf");
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
};
const texts = (document: Awaited<ReturnType<typeof read>>) =>
  document.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
const shown = (document: Awaited<ReturnType<typeof read>>) =>
  document.blocks.map(({ kind, number, label, text }) => [kind, number ?? label ?? null, text]);

const cells = [
  ["Action", "By whom"],
  ["Register the crews", "Ministry of Labour"],
  ["Publish the accounts", "Fund"],
];
const tops = [700, 680, 660];
const words: Words[] = [
  { text: "The table that follows lists what was agreed with the ministry.", x: 60, y: 740 },
  ...cells.flatMap((row, r) => row.map((text, c) => ({ text, x: 60 + c * 200, y: tops[r]! - 14 }))),
];
const line = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} m ${x2} ${y2} l S`;
const floors = [700, 680, 660, 640];

describe("tables without tags", () => {
  it("are found by their lines although the heads are shaded in boxes of their own", async () => {
    const shades = [60, 260].map((x) => `0.8 g ${x} 682 150 16 re f 0 g`);
    const walls = [55, 255, 455].map((x) => line(x, 640, x, 700));
    const drawing = [...shades, ...floors.map((y) => line(55, y, 455, y)), ...walls].join("\n");
    expect(texts(await read(words, drawing))).toEqual([cells]);
  });

  it("are found where only the heads have walls", async () => {
    const walls = [55, 255, 455].map((x) => line(x, 680, x, 700));
    const sides = [55, 455].map((x) => line(x, 640, x, 700));
    const drawing = [...floors.map((y) => line(55, y, 455, y)), ...walls, ...sides].join("\n");
    expect(texts(await read(words, drawing))).toEqual([cells]);
  });

  it("are found by rules that break between the columns, and not by whole ones", async () => {
    const broken = floors.flatMap((y) => [line(55, y, 254, y), line(256, y, 455, y)]).join("\n");
    expect(texts(await read(words, broken))).toEqual([cells]);
    const whole = floors.map((y) => line(55, y, 455, y)).join("\n");
    expect((await read(words.slice(0, 1), whole)).tables).toEqual([]);
  });
});

describe("tables by white space alone", () => {
  const row = (y: number, ...texts: readonly string[]): Words[] =>
    texts.flatMap((text, c) => (text === "" ? [] : [{ text, x: 60 + c * 160, y }]));
  const before = { text: "The table that follows lists what was spent in each of the towns.", x: 60, y: 740 };
  const after = {
    text: "What follows is running text again and no part of the table above it.",
    x: 60,
    y: 560,
  };

  it("have their cells, also of several lines and empty ones", async () => {
    const document = await read([
      before,
      ...row(700, "Town", "What was done", "Cost"),
      ...row(684, "Harbour", "Crews registered", "412"),
      ...row(672, "", "and insured", ""),
      ...row(656, "Hill", "", "97"),
      ...row(640, "Valley", "Accounts", "1,204"),
      after,
    ]);
    expect(texts(document)).toEqual([
      [
        ["Town", "What was done", "Cost"],
        ["Harbour", "Crews registered and insured", "412"],
        ["Hill", "", "97"],
        ["Valley", "Accounts", "1,204"],
      ],
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  });

  it.each([
    ["a list", ["1.", "2.", "3.", "4.", "5."].map((label) => [label, "Register the crews"])],
    ["contents", ["I", "II", "III", "IV", "V"].map((n) => [`Chapter ${n} ..........`, "12"])],
    [
      "columns of prose",
      Array(9).fill(["Words that flow in a column", "and more of them in another one as"]),
    ],
    ["too few rows", Array(3).fill(["Signed", "The minister"])],
    [
      "words that start anywhere",
      Array.from({ length: 6 }, (_, i) => ["x".repeat(10 + i), "starts elsewhere"]),
    ],
  ])("are not made of %s", async (name, rows) => {
    const shift = name === "words that start anywhere" ? 7 : 0;
    const words = (rows as string[][]).flatMap(([a, b], r) => [
      { text: a!, x: 60, y: 700 - r * 14 },
      { text: b!, x: 260 + r * shift, y: 700 - r * 14 },
    ]);
    expect((await read([before, ...words, after])).tables).toEqual([]);
  });
});

const full = "The registers of the harbour offices were compared with those of the fund for each of the";

describe("running text without tags", () => {
  it("keeps labels with the words that hang behind them, however wide the gap", async () => {
    const document = await read([
      { text: `${full} years:`, x: 60, y: 700 },
      { text: "1.", x: 78, y: 688 },
      { text: "Register the crews.", x: 114, y: 688 },
      { text: "(a)", x: 114, y: 676 },
      { text: "in the harbour", x: 150, y: 676 },
      { text: "2.", x: 78, y: 664 },
      { text: "Publish the accounts.", x: 114, y: 664 },
    ]);
    expect(shown(document).slice(1)).toEqual([
      ["paragraph", "1", "Register the crews."],
      ["list-item", "(a)", "in the harbour"],
      ["paragraph", "2", "Publish the accounts."],
    ]);
  });

  it("ends a paragraph where the next word would have had room", async () => {
    const lines = [
      full,
      "years that were looked at.",
      "Responsible unit (Time 0)",
      `Teams of the ministry; ${full}`,
      `${full} end.`,
    ];
    const document = await read(column(lines, 60, 700));
    expect(document.blocks.map(({ text }) => text.slice(0, 22))).toEqual([
      "The registers of the h",
      "Responsible unit (Time",
      "Teams of the ministry;",
    ]);
  });

  it("takes a numbered line with space around for a heading, and values of a chart for nothing", async () => {
    const document = await read([
      { text: `${full} years.`, x: 60, y: 700 },
      { text: "2.1 Context of the programme", x: 60, y: 670 },
      { text: `${full} years.`, x: 60, y: 640 },
      { text: "2.5", x: 60, y: 600 },
      { text: `${full} years.`, x: 60, y: 560 },
    ]);
    expect(document.blocks.map(({ kind, number }) => [kind, number ?? null])).toEqual([
      ["paragraph", null],
      ["heading", "2.1"],
      ["paragraph", null],
      ["paragraph", null],
      ["paragraph", null],
    ]);
    expect(document.warnings).toEqual([]);
  });

  it("joins the lines of a note", async () => {
    const document = await read([
      ...column([full, `${full} years.`], 60, 700),
      { text: "1 See the yearly account of the fund, which counts only those who", x: 60, y: 120, size: 8 },
      { text: "Paid in the year before; the others are estimated.", x: 60, y: 106, size: 8 },
      { text: "2 Ibid.", x: 60, y: 96, size: 8 },
    ]);
    const notes = document.blocks.filter(({ kind }) => kind === "footnote");
    expect(notes.map(({ text }) => text.slice(0, 5))).toEqual(["1 See", "2 Ibi"]);
  });
});

describe("a text layer in one type, as under scanned pages", () => {
  const items: Words[] = [
    { text: "Report 4/1991 of the mission", x: 60, y: 716 },
    { text: "IV. Lessons of the mission", x: 60, y: 681 },
    { text: "(a)", x: 60, y: 654 },
    { text: "An office that keeps a list of those who seek work finds them", x: 60, y: 627 },
    { text: "sooner than one that keeps none;", x: 60, y: 614 },
    { text: "(b) A list must be kept by one person alone;", x: 60, y: 587 },
    { text: "(c)", x: 60, y: 560 },
    { text: "Employers answer where they are asked about few things, and where", x: 60, y: 533 },
    { text: "the question is always the same;", x: 60, y: 520 },
    { text: "(@ Visits cost less than letters that nobody answers at all.", x: 60, y: 507 },
  ];

  it("has headings by their shape, and labels by those before them", async () => {
    expect(shown(await read(items)).slice(1)).toEqual([
      ["heading", null, "IV. Lessons of the mission"],
      [
        "list-item",
        "(a)",
        "An office that keeps a list of those who seek work finds them sooner than one that keeps none;",
      ],
      ["list-item", "(b)", "A list must be kept by one person alone;"],
      [
        "list-item",
        "(c)",
        "Employers answer where they are asked about few things, and where the question is always the same;",
      ],
      ["list-item", "(d)", "Visits cost less than letters that nobody answers at all."],
    ]);
  });

  it("has its running heads where they are repeated word for word, below the margin", async () => {
    const pages = [
      { words: items },
      { words: [items[0]!, ...column(["5. Costs", "", "They were low."], 60, 700)] },
    ];
    const result = await readDocument(madePdf(pages), "report.pdf");
    if (!result.ok) throw new Error(result.problems[0]!.message);
    const heads = result.value.blocks.filter(({ text }) => text === items[0]!.text);
    expect(heads.map(({ kind }) => kind)).toEqual(["page-furniture", "page-furniture"]);
  });
});

describe("lines that are no text", () => {
  const big = (text: string, y: number): Words => ({ text, x: 60, y, size: 16, bold: true });
  const prose = "The chart shows how the ratings of all parts changed over the years that were examined.";

  it("keeps the number of a page in its line of the contents", async () => {
    const entry = (text: string, page: string, y: number): Words[] => [
      { text: `${text}. . . . . . . . . .`, x: 60, y },
      { text: page, x: 520, y },
    ];
    const document = await read([
      big("Contents", 740),
      ...entry("Summary", "i", 700),
      ...entry("1. Context", "2", 686),
      ...entry("2. Findings", "14", 672),
      { text: prose, x: 60, y: 640 },
    ]);
    expect(document.blocks.slice(1, 4).map(({ text }) => text.replace(/[. ]+/g, " "))).toEqual([
      "Summary i",
      "Context 2",
      "Findings 14",
    ]);
  });

  it("takes no heading for what stands between the values of two charts", async () => {
    const document = await read([
      big("1. Findings", 740),
      ...column([prose, prose, prose], 60, 710),
      { text: "2.0 1.0 0.0", x: 60, y: 640 },
      big("Recommendations", 610),
      { text: "2017 2018 2019", x: 60, y: 580 },
      big("2. Costs", 540),
      { text: prose, x: 60, y: 510 },
    ]);
    const headings = document.blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(({ text }) => text)).toEqual(["Findings", "Costs"]);
  });
});
