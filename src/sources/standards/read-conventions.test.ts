import { describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import { readConventions } from "./read-conventions.ts";

const source = "0".repeat(64) as Sha256;
const read = (text: string) => readConventions(new TextEncoder().encode(text), { source, name: "c.csv" });
const header = "code,title,adopted,class,status,securities,verified";

describe("a list of Conventions", () => {
  it("is read with number, forms of security and the cell it came from", () => {
    const list = read(
      `${header}\nC102,Social Security (Minimum Standards) Convention,1952,technical,up_to_date,income;labour_market,false\n`,
    );
    expect(list).toEqual({
      ok: true,
      value: [
        {
          code: "C102",
          number: 102,
          title: "Social Security (Minimum Standards) Convention",
          adopted: 1952,
          class: "technical",
          status: "up_to_date",
          securities: ["income", "labour-market"],
          verified: false,
          provenance: { source, locator: { kind: "cell", row: 2, column: "code" } },
        },
      ],
    });
  });

  it("tells everything that is wrong at once, with row and column", () => {
    const list = read(
      `${header}\nX1,,1850,big,,voice,perhaps\nC087,Freedom of Association,1948,fundamental,up_to_date,,\nC87,Again,1948,fundamental,up_to_date,,\n`,
    );
    if (list.ok) throw new Error("must fail");
    expect(list.problems.map(({ code, at }) => [code, at?.row, at?.column])).toEqual([
      ["standards.convention-code-invalid", 2, "code"],
      ["standards.title-missing", 2, "title"],
      ["standards.year-invalid", 2, "adopted"],
      ["standards.class-unknown", 2, "class"],
      ["standards.status-missing", 2, "status"],
      ["standards.security-unknown", 2, "securities"],
      ["standards.verified-unclear", 2, "verified"],
      ["standards.convention-repeated", 4, "code"],
    ]);
  });

  it("names the nearest known column for an unknown one, and the missing ones", () => {
    const list = read("code,titel,adopted,class\nC001,Hours of Work,1919,technical\n");
    if (list.ok) throw new Error("must fail");
    expect(list.problems.map(({ code }) => code)).toEqual([
      "sources.column-unknown",
      "sources.column-missing",
      "sources.column-missing",
    ]);
    expect(list.problems[0]!.message).toContain('the nearest is "title"');
  });
});
