// Tables of PDF pages: by tags, by drawn lines, and where neither is to be believed.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { defaultReadingLimits } from "./document.ts";
import { readPdf } from "./pdf-document.ts";
import { drawnLines } from "./pdf-drawn-lines.ts";
import { taggedContent } from "./pdf-structure.ts";

/** Words at a place; with a cell `[row, cell]` they are tagged as its content. */
type Words = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly cell?: readonly [number, number];
};
type Page = { readonly words: readonly Words[]; readonly drawing?: string };

/** A PDF with one tagged table over all its pages; without any cell it has no tags at all. */
function pdf(pages: readonly Page[]): Uint8Array {
  const objects: string[] = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const add = (object: string) => objects.push(object);
  const cells = new Map<string, { page: number; mark: number }[]>();
  const pageNumbers: number[] = [];
  for (const [p, { words, drawing = "" }] of pages.entries()) {
    let mark = 0;
    const content = words.map(({ text, x, y, cell }) => {
      const shown = `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
      if (cell === undefined) return shown;
      const key = cell.join(" ");
      cells.set(key, [...(cells.get(key) ?? []), { page: p, mark }]);
      return `/TD << /MCID ${mark++} >> BDC ${shown} EMC`;
    });
    const stream = `${drawing}\n${content.join("\n")}`;
    const at = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    pageNumbers.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /StructParents ${p} /Resources << /Font << /F1 3 0 R >> >> /Contents ${at} 0 R >>`,
      ),
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${pageNumbers.map((n) => `${n} 0 R`).join(" ")}] /Count ${pages.length} >>`;
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${cells.size > 0 ? `/MarkInfo << /Marked true >> /StructTreeRoot ${tags()} 0 R` : ""} >>`;

  function tags(): number {
    const marks: string[][] = pages.map(() => []);
    const rows = new Map<string, number[]>();
    // Numbers of objects still to come: cells first, then rows, then the table and its root.
    const first = objects.length + 1;
    const keys = [...cells.keys()];
    const rowKeys = [...new Set(keys.map((key) => key.split(" ")[0]!))];
    const tableAt = first + keys.length + rowKeys.length;
    for (const key of keys) {
      const row = key.split(" ")[0]!;
      const kids = cells
        .get(key)!
        .map(({ page, mark }) => `<< /Type /MCR /Pg ${pageNumbers[page]} 0 R /MCID ${mark} >>`);
      const number = add(
        `<< /Type /StructElem /S /TD /P ${first + keys.length + rowKeys.indexOf(row)} 0 R /K [${kids.join(" ")}] >>`,
      );
      for (const { page, mark } of cells.get(key)!) marks[page]![mark] = `${number} 0 R`;
      rows.set(row, [...(rows.get(row) ?? []), number]);
    }
    const kids = rowKeys.map((row) =>
      add(
        `<< /Type /StructElem /S /TR /P ${tableAt} 0 R /K [${rows
          .get(row)!
          .map((n) => `${n} 0 R`)
          .join(" ")}] >>`,
      ),
    );
    add(
      `<< /Type /StructElem /S /Table /P ${tableAt + 1} 0 R /K [${kids.map((n) => `${n} 0 R`).join(" ")}] >>`,
    );
    const parents = marks.map((list, p) => `${p} [${list.join(" ")}]`).join(" ");
    return add(
      `<< /Type /StructTreeRoot /K [${tableAt} 0 R] /ParentTree << /Nums [${parents}] >> /ParentTreeNextKey ${pages.length} >>`,
    );
  }

  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

async function read(pages: readonly Page[]) {
  const result = await readPdf(pdf(pages), "report.pdf", defaultReadingLimits);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
}
const texts = (document: Awaited<ReturnType<typeof read>>) =>
  document.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
const sentence = "A paragraph before the table that says what the table holds for every town.";

describe("tables by tags", () => {
  const row = (r: number, y: number, ...cells: readonly string[]): Words[] =>
    cells.flatMap((text, c) => (text === "" ? [] : [{ text, x: 60 + c * 180, y, cell: [r, c] as const }]));

  it("become one block each, with cells, spans and their words in the text", async () => {
    const document = await read([
      {
        words: [
          { text: sentence, x: 60, y: 740 },
          ...row(0, 700, "Town", "Registered", "Cost"),
          ...row(1, 680, "Harbour", "412"),
          ...row(2, 660, "Hill", "2.4 million", "1.5"),
          { text: "of coins", x: 240, y: 648, cell: [2, 1] },
          { text: "A sentence after the table ends the page.", x: 60, y: 600 },
        ],
      },
    ]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    expect(texts(document)).toEqual([
      [
        ["Town", "Registered", "Cost"],
        ["Harbour", "412", ""],
        ["Hill", "2.4 million of coins", "1.5"],
      ],
    ]);
    expect(document.text).toContain("Town\tRegistered\tCost\nHarbour\t412\nHill\t2.4 million\nof coins\t1.5");
    const { slice } = codePointsOf(document.text);
    for (const { cells, spans } of document.tables[0]!.rows) {
      expect(spans).toHaveLength(1);
      for (const cell of cells)
        expect(cell.spans.map(([start, end]) => slice(start, end).replace(/\s+/g, " ")).join(" ")).toBe(
          cell.text,
        );
    }
    expect(document.warnings).toEqual([]);
  });

  it("put the cells of a short row under the columns they stand below", async () => {
    const document = await read([
      {
        words: [
          ...row(0, 700, "Town", "Registered", "Cost"),
          { text: "total", x: 242, y: 680, cell: [1, 0] },
          { text: "9.5", x: 421, y: 680, cell: [1, 1] },
        ],
      },
    ]);
    expect(texts(document)).toEqual([
      [
        ["Town", "Registered", "Cost"],
        ["", "total", "9.5"],
      ],
    ]);
  });

  it("go on over a page break: the head is not repeated, a cut row is whole", async () => {
    const document = await read([
      {
        words: [
          { text: sentence, x: 60, y: 740 },
          ...row(0, 200, "Recommendation", "Response"),
          ...row(1, 180, "Register the workers of", "Accepted by the"),
        ],
      },
      {
        words: [
          ...row(2, 700, "Recommendation", "Response"),
          ...row(3, 680, "the harbour.", "office."),
          ...row(4, 660, "Report every month.", "Rejected."),
        ],
      },
    ]);
    expect(texts(document)).toEqual([
      [
        ["Recommendation", "Response"],
        ["Register the workers of the harbour.", "Accepted by the office."],
        ["Report every month.", "Rejected."],
      ],
    ]);
    expect(document.tables[0]!.rows.map(({ spans }) => spans.length)).toEqual([1, 2, 1]);
    expect(document.blocks.filter(({ kind }) => kind === "table").map(({ page }) => page)).toEqual([1]);
    expect(document.blocks.filter(({ page }) => page === 2).map(({ kind }) => kind)).toEqual([
      "page-furniture",
      "page-furniture",
    ]);
  });

  it("are not believed where the cells of a row stand under each other", async () => {
    const document = await read([
      {
        words: [0, 1, 2, 3].flatMap((r) => [
          { text: `${sentence} And so on`, x: 60, y: 740 - r * 60, cell: [r, 0] as const },
          { text: "it goes for another line, number", x: 60, y: 728 - r * 60, cell: [r, 1] as const },
        ]),
      },
    ]);
    expect(document.tables).toEqual([]);
    expect(document.blocks.map(({ kind }) => kind)).not.toContain("table");
    expect(document.text.match(/goes for another line/g)).toHaveLength(4);
  });

  it("of one column are boxes around running text", async () => {
    const document = await read([{ words: [...row(0, 700, sentence), ...row(1, 660, sentence)] }]);
    expect(document.tables).toEqual([]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
  });
});

describe("taggedContent", () => {
  const cell = (id: string) => ({ role: "TD", children: [{ type: "content", id }] });
  const table = (...children: readonly unknown[]) => ({
    role: "Table",
    children: [
      { role: "TR", children: [cell("a"), cell("b")] },
      { role: "TR", children: [cell("c"), { role: "TD", children }] },
    ],
  });

  it("takes the table inside a table, and leaves notes at the foot of the page", () => {
    const note = { role: "Note", children: [{ type: "content", id: "n" }] };
    const [inner, ...others] = taggedContent(table(table(note)), { left: 1000 }).tables;
    expect(others).toEqual([]);
    expect(inner!.rows).toEqual([
      [["a"], ["b"]],
      [["c"], []],
    ]);
  });

  it("counts the rows tagged as heads, unless all are", () => {
    const row = (role: string) => ({
      role: "TR",
      children: [cell("x"), cell("y")].map((c) => ({ ...c, role })),
    });
    const heads = (...roles: readonly string[]) =>
      taggedContent({ role: "Table", children: roles.map(row) }, { left: 1000 }).tables[0]!.heads;
    expect([heads("TH", "TD", "TH"), heads("TD", "TD"), heads("TH", "TH")]).toEqual([1, 0, 0]);
  });

  it("gives nothing for trees too deep or too large, and stops in time", () => {
    let deep: unknown = table();
    for (let i = 0; i < 100_000; i++) deep = { role: "Div", children: [deep] };
    expect(taggedContent(deep, { left: 1_000_000 }).tables).toEqual([]);
    const wide = { role: "Div", children: Array.from({ length: 1000 }, () => table()) };
    const budget = { left: 500 };
    expect(taggedContent(wide, budget).tables).toEqual([]);
    expect(taggedContent(wide, { left: 1_000_000 }).tables).toHaveLength(1000);
  });

  it("bears any tree", () => {
    fc.assert(
      fc.property(fc.anything(), (tree) => {
        expect(
          taggedContent({ role: "Table", children: [tree, { role: "TR", children: tree }] }, { left: 1000 })
            .tables,
        ).toEqual([]);
      }),
    );
  });
});

describe("tables by drawn lines", () => {
  const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S`;
  const grid = [0, 1, 2].flatMap((r) => [box(50, 640 + r * 20, 150, 20), box(200, 640 + r * 20, 150, 20)]);
  const words: Words[] = [
    { text: sentence, x: 50, y: 740 },
    ...["Branch", "Sickness", "Old age"].flatMap((text, r) => [
      { text, x: 55, y: 686 - r * 20 },
      { text: ["Rate", "2.5", "9.0"][r]!, x: 205, y: 686 - r * 20 },
    ]),
    { text: "A sentence after the table ends the page.", x: 50, y: 600 },
  ];
  const expected = [
    [
      ["Branch", "Rate"],
      ["Sickness", "2.5"],
      ["Old age", "9.0"],
    ],
  ];

  it("are found where a frame and walls enclose the words, however they are drawn", async () => {
    const strokes = [
      ...[640, 660, 680, 700].map((y) => `50 ${y} m 350 ${y} l S`),
      ...[50, 200, 350].map((x) => `${x} 640 m ${x} 700 l S`),
    ].join("\n");
    const thinBoxes = [
      ...[640, 660, 680, 700].map((y) => `50 ${y} 300 0.5 re f`),
      ...[50, 200, 350].map((x) => `${x} 640 0.5 60 re f`),
    ].join("\n");
    const scaled = `q 0.5 0 0 0.5 0 0 cm ${[0, 1, 2].flatMap((r) => [box(100, 1280 + r * 40, 300, 40), box(400, 1280 + r * 40, 300, 40)]).join("\n")} Q`;
    for (const drawing of [grid.join("\n"), strokes, thinBoxes, scaled]) {
      const document = await read([{ words, drawing }]);
      expect(texts(document), drawing).toEqual(expected);
      expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
    }
  });

  it("are not made of lines without walls, of clipped paths, or of words that cross the walls", async () => {
    const open = [640, 660, 680, 700].map((y) => `50 ${y} m 350 ${y} l S`).join("\n");
    const clipped = grid.map((path) => path.replace("re S", "re W n")).join("\n");
    // Walls inside, and outer walls beside the first row only.
    const unframed = [open, "200 640 m 200 700 l S", "50 680 m 50 700 l S", "350 680 m 350 700 l S"].join(
      "\n",
    );
    for (const drawing of ["", open, clipped, unframed])
      expect((await read([{ words, drawing }])).tables, drawing).toEqual([]);
    const crossing = words.map((word) =>
      word.x === 55 ? { ...word, text: `${word.text} ${sentence}` } : word,
    );
    expect((await read([{ words: crossing, drawing: grid.join("\n") }])).tables).toEqual([]);
  });

  it("go on over a page break where nothing stands between", async () => {
    const table = words.slice(1, -1);
    const document = await read([
      { words: [words[0]!, ...table], drawing: grid.join("\n") },
      { words: table, drawing: grid.join("\n") },
    ]);
    expect(texts(document)).toEqual([[...expected[0]!, ...expected[0]!.slice(1)]]);
    expect(document.tables[0]!.headerRows).toBe(1);
    const apart = await read([
      { words, drawing: grid.join("\n") },
      { words: table, drawing: grid.join("\n") },
    ]);
    expect(apart.tables).toHaveLength(2);
  });

  it("bear operations of any kind", () => {
    const ops = {
      save: 1,
      restore: 2,
      transform: 3,
      constructPath: 4,
      endPath: 5,
      paintFormXObjectBegin: 6,
      paintFormXObjectEnd: 7,
      fill: 8,
      eoFill: 9,
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.anything())), (operations) => {
        const list = { fnArray: operations.map(([fn]) => fn), argsArray: operations.map(([, args]) => args) };
        expect(Array.isArray(drawnLines(list, ops, 0))).toBe(true);
      }),
    );
    const path = Float32Array.from({ length: 60_000 }, (_, i) => (i % 3 === 0 ? i % 2 : i));
    expect(drawnLines({ fnArray: [4], argsArray: [[9, [path], null]] }, ops, 0).length).toBeLessThan(5_000);
  });
});
