import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimitedSample } from "./delimited-sample.ts";
import type { LayoutOptions } from "./layout-options.ts";
import { readObservationLayout } from "./observation-layout.ts";
import { mapAreas, sexCodeOf } from "./spellings.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function layoutOf(text: string, options: LayoutOptions = {}) {
  const sample = delimitedSample(bytesOf(text), "t.csv", true);
  if (!sample.ok) throw new Error(sample.problems[0]!.message);
  const layout = readObservationLayout(sample.value, options);
  if (!layout.ok) throw new Error(layout.problems.map(({ code }) => code).join(" "));
  return layout.value;
}

function refusedOf(text: string, options: LayoutOptions = {}) {
  const sample = delimitedSample(bytesOf(text), "t.csv", true);
  if (!sample.ok) return sample.problems;
  const layout = readObservationLayout(sample.value, options);
  if (layout.ok) throw new Error("taken");
  return layout.problems;
}

describe("readObservationLayout", () => {
  it("gives every column of the contract its role, and makes the rest breakdowns", () => {
    const layout = layoutOf(
      "area,indicator,period,value,source,unit,sex,age,Place of work,status,note\nFRA,x,2019,1,ILO,PT,T,Y15,U,A,n",
    );
    expect(layout).toMatchObject({
      shape: "long",
      value: "value",
      area: { column: "area" },
      status: { column: "status" },
      notes: ["note"],
      breakdowns: [
        { dimension: "age", column: "age" },
        { dimension: "place_of_work", column: "Place of work" },
      ],
    });
  });

  it("knows the names of agencies in any case", () => {
    for (const header of [
      "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE",
      "geo,indicator,time,obs_value",
      "COUNTRY,SERIES,TIME,VALUE",
      "iso3_code,indicator_code,year,value",
      "entity_code,indicator_code,Year,Value",
    ])
      expect(layoutOf(`${header}\nFRA,x,2019,1`)).toMatchObject({ shape: "long", breakdowns: [] });
  });

  it("takes an SDMX column before the value as breakdown, after it as attribute, unless told otherwise", () => {
    const text = "DATAFLOW,REF_AREA,INDICATOR,AGE,TIME_PERIOD,OBS_VALUE,ADJUST\nX:F(1.0),FRA,x,Y15,2019,1,N";
    expect(layoutOf(text)).toMatchObject({
      breakdowns: [{ dimension: "age" }],
      attributes: [{ attribute: "adjust" }],
    });
    expect(layoutOf(text, { breakdowns: ["ADJUST"], attributes: ["AGE"] })).toMatchObject({
      breakdowns: [{ dimension: "adjust" }],
      attributes: [{ attribute: "age" }],
    });
  });

  it("can make the unit a breakdown besides, for files with several units a series", () => {
    const layout = layoutOf(
      "DATAFLOW,REF_AREA,MEASURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\nX:F(1.0),FRA,x,PT,2019,1",
      { breakdowns: ["UNIT_MEASURE"] },
    );
    expect(layout.unit).toEqual({ column: "UNIT_MEASURE" });
    expect(layout.breakdowns).toEqual([{ dimension: "unit_measure", column: "UNIT_MEASURE" }]);
  });

  it("says all that the header lacks at once", () => {
    expect(refusedOf("a;b\n1;2").map(({ code }) => code)).toEqual([
      "agencies.area-column-missing",
      "agencies.period-missing",
    ]);
    expect(refusedOf("country,2019,2020\nFRA,1,2").map(({ code }) => code)).toEqual([
      "agencies.indicator-missing",
    ]);
    expect(refusedOf("country,year,a,b\nFRA,2019,x,y").map(({ code }) => code)).toContain(
      "agencies.value-column-unclear",
    );
    expect(refusedOf("area,area,indicator,period,value\nFRA,FRA,x,2019,1").map(({ code }) => code)).toEqual([
      "agencies.header-duplicate",
    ]);
    expect(
      refusedOf("area,indicator,period,value\nFRA,x,2019,1", { breakdowns: ["age"] }).map(({ code }) => code),
    ).toEqual(["agencies.column-unknown"]);
    expect(
      refusedOf(
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD\ndataflow,X:F(1.0),D,FRA,x,2019",
      ).map(({ code }) => code),
    ).toEqual(["agencies.value-column-missing"]);
  });
});

describe("delimitedSample", () => {
  it("finds the delimiter, also where a quoted field holds others", () => {
    for (const delimiter of [",", ";", "\t", "|"]) {
      const text = ["area", "value", "note"].join(delimiter);
      const row = ["FRA", "1", '"a,b;c|d\te"'].join(delimiter);
      expect(delimitedSample(bytesOf(`${text}\n${row}\n`), "t", true)).toMatchObject({
        ok: true,
        value: { delimiter, rows: [["FRA", "1", "a,b;c|d\te"]] },
      });
    }
  });

  it("reads back any fields written by the rules of CSV", () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\r/g, ""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 9 }), (rows) => {
        const written = [["a", "b", "c"], ...rows]
          .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        const sample = delimitedSample(bytesOf(written), "t", true);
        expect(sample).toMatchObject({ ok: true, value: { rows } });
      }),
    );
  });

  it("leaves out a last row that the end of a head cuts, and half a character with it", () => {
    const bytes = bytesOf("a,b\n1,2\n3,é").subarray(0, -1);
    expect(delimitedSample(bytes, "t", false)).toMatchObject({ ok: true, value: { rows: [["1", "2"]] } });
  });

  it("names UTF-16 and Latin-1 instead of guessing", () => {
    const wide = delimitedSample(new Uint8Array([0xff, 0xfe, 0x61, 0x00]), "t", true);
    expect(wide).toMatchObject({ ok: false, problems: [{ code: "agencies.encoding-unknown" }] });
    const latin = delimitedSample(new Uint8Array([0x61, 0x0a, 0xe9, 0x0a]), "t", true);
    expect(!latin.ok && latin.problems[0]!.message).toContain("Latin-1");
  });

  it("refuses a file without rows", () => {
    for (const text of ["", "\n", "a,b\n"])
      expect(delimitedSample(bytesOf(text), "t", true)).toMatchObject({
        ok: false,
        problems: [{ code: "agencies.file-empty" }],
      });
  });
});

describe("spellings", () => {
  it("map areas by code, name and the person's own table, which comes first, and list the unknown", () => {
    expect(
      mapAreas(["FRA", "Côte d'Ivoire", "Estados Unidos", "XAC", "hos", "OWID_WRL", ""], { hos: "VAT" }),
    ).toEqual({
      codes: { FRA: "FRA", "Côte d'Ivoire": "CIV", "Estados Unidos": "USA", XAC: "XAC", hos: "VAT" },
      unknown: ["OWID_WRL", ""],
    });
  });

  it("know sexes as agencies write them, and nothing else", () => {
    expect(["SEX_T", "sex_f", "_T", "Male", "W", "", "both sexes", "_Z"].map(sexCodeOf)).toEqual([
      "T",
      "F",
      "T",
      "M",
      "F",
      "T",
      "T",
      "T",
    ]);
    expect(sexCodeOf("urban")).toBeNull();
  });
});
