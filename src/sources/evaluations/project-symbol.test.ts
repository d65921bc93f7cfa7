import { describe, expect, it } from "vitest";
import { projectSymbolOf } from "./mapping/cell-values.ts";
import { isPlaceholderSymbol, symbolParts } from "./project-symbol.ts";

const placeholder = (text: string) => {
  const parts = symbolParts(text);
  return parts === null ? null : isPlaceholderSymbol(parts);
};

describe("project symbols", () => {
  it("are four parts in one form, and nothing else is one", () => {
    expect(symbolParts("GLO/18/28/DAN")).toEqual({ area: "GLO", year: "18", serial: "28", donor: "DAN" });
    expect(["glo/18/28/DAN", "GLO/18/28", "GLO/2018/28/DAN", " GLO/18/28/DAN"].map(symbolParts)).toEqual(
      Array(4).fill(null),
    );
  });

  it("of no year and no serial, no donor or no area only fill their place", () => {
    expect(["INT/00/000/AAA", "INT/00/00/DAN", "ZAM/16/50/XXX", "AAA/16/50/IRL"].map(placeholder)).toEqual(
      Array(4).fill(true),
    );
    expect(["ZAM/16/50/IRL", "ZAM/00/50/IRL", "ZAM/16/00/IRL"].map(placeholder)).toEqual(
      Array(3).fill(false),
    );
  });

  it("are read from cells by the same rule", () => {
    expect(projectSymbolOf("int / 00/000/aaa")).toEqual({
      printed: "int / 00/000/aaa",
      symbol: null,
      isPlaceholder: true,
    });
    expect(projectSymbolOf("zam/16/50/irl").symbol).toBe("ZAM/16/50/IRL");
  });
});
