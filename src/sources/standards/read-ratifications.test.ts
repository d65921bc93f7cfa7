import { describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import { readRatifications } from "./read-ratifications.ts";

const source = "0".repeat(64) as Sha256;
const read = (text: string) =>
  readRatifications(new TextEncoder().encode(text), { source, name: "r.csv", list: "a list" });
const codesOf = (result: ReturnType<typeof read>) =>
  result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.row, at?.column]);

describe("a list of ratifications", () => {
  it("keeps the printed country, both dates, the kind and the cell", () => {
    const list = read(
      "convention,country_nl,country_en,iso3,ratification_date,type,in_force_date,note\nC102,Kroatië,Croatia,HRV,1991-10-08,VG,1991-10-08,succession\n",
    );
    expect(list).toEqual({
      ok: true,
      value: [
        {
          convention: "C102",
          area: "HRV",
          type: "succession",
          registered: "1991-10-08",
          inForce: "1991-10-08",
          printedCountry: "Kroatië",
          note: "succession",
          list: "a list",
          verified: false,
          provenance: { source, locator: { kind: "cell", row: 2, column: "ratification_date" } },
        },
      ],
    });
  });

  it("lets a succession be in force before it was registered, and no ratification", () => {
    const header = "convention,iso3,ratification_date,type,in_force_date";
    expect(read(`${header}\nC102,BIH,1993-06-02,VG,1992-03-06\n`).ok).toBe(true);
    expect(codesOf(read(`${header}\nC102,BEL,1959-11-26,R,1958-11-26\n`))).toEqual([
      ["standards.in-force-before-registration", 2, "in_force_date"],
    ]);
  });

  it("takes a dissolved state while it existed and not after", () => {
    const header = "convention,iso3,registered";
    expect(read(`${header}\nC102,YUG,1954-12-20\n`).ok).toBe(true);
    expect(codesOf(read(`${header}\nC102,YUG,2010-12-20\n`))).toEqual([
      ["standards.area-no-longer", 2, "iso3"],
    ]);
  });

  it("keeps an event without dates and an unknown letter of type as not stated", () => {
    const list = read("convention,country,registered,type\nC102,Aruba,,\nC102,Niger,1966-08-09,T\n");
    if (!list.ok) throw new Error(list.problems[0]!.message);
    expect(list.value.map(({ area, type, registered, note }) => [area, type, registered, note])).toEqual([
      ["ABW", "not-stated", null, null],
      ["NER", "not-stated", "1966-08-09", 'type printed as "T"'],
    ]);
  });

  it("tells everything that is wrong at once, with row and column", () => {
    const list = read(
      [
        "convention,country_en,iso3,registered",
        "ILO 87,Belgium,BEL,1951-10-23",
        "C087,Nowhere,,1951-10-23",
        "C087,Belgium,NLD,1951-10-23",
        "C087,Alvane,XAA,1951-10-23",
        "C087,Chad,TCD,23.10.1951",
        "C087,Peru,PER,1815-10-23",
        "C087,Cuba,CUB,1952-06-25",
        "C87,Cuba,CUB,1952-06-25",
        "C087,,,1952-06-25",
        "C087,Asia,142,1952-02-30",
      ].join("\n"),
    );
    expect(codesOf(list)).toEqual([
      ["standards.convention-code-invalid", 2, "convention"],
      ["standards.area-unknown", 3, "country_en"],
      ["standards.names-disagree", 4, "iso3"],
      ["standards.area-not-a-state", 5, "iso3"],
      ["standards.date-invalid", 6, "registered"],
      ["standards.date-before-convention", 7, "registered"],
      ["standards.event-repeated", 9, "convention"],
      ["standards.area-unknown", 10, "iso3"],
      ["standards.date-invalid", 11, "registered"],
      ["standards.area-not-a-state", 11, "iso3"],
    ]);
  });

  it("refuses text that is no UTF-8, an open quotation mark and ragged rows", () => {
    expect(
      codesOf(readRatifications(new Uint8Array([0x63, 0xe9, 0x0a]), { source, name: "r", list: "l" })),
    ).toEqual([["sources.encoding-unknown", undefined, undefined]]);
    expect(codesOf(read('convention,iso3\n"C102,BEL\n'))[0]![0]).toBe("sources.table-unreadable");
    expect(codesOf(read("convention,iso3\nC102,BEL,1959\n"))).toEqual([["sources.row-length", 2, undefined]]);
    expect(codesOf(read("convention,iso3\n\n"))).toEqual([["sources.table-empty", undefined, undefined]]);
  });
});
