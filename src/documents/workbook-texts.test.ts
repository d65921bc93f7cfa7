import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfDayNumber, dateOfText, dateOrderOf } from "./workbook-dates.ts";
import { jsonFault } from "./workbook-json-fault.ts";

describe("dates as text", () => {
  it.each([
    ["2019-07-31", "2019-07-31"],
    ["2020-08-11T00:00:00Z", "2020-08-11"],
    ["31/07/2019", "2019-07-31"],
    ["07/31/2019", "2019-07-31"],
    ["31.7.19", "2019-07-31"],
    ["Wed, 08/19/2020 - 15:38", "2020-08-19"],
    ["31 July 2019", "2019-07-31"],
    ["July 31, 2019", "2019-07-31"],
    ["le 3 mars 2020", "2020-03-03"],
    ["12 de março de 2020", "2020-03-12"],
    ["1.º de agosto de 2019", "2019-08-01"],
    ["julio de 2019", "2019-07"],
    ["Sept 2019", "2019-09"],
    ["2019", "2019"],
    ["03/04/2019", null],
    ["31/02/2019", null],
    ["0217-09-01", null],
    ["Project 2019", null],
    ["", null],
  ])("%s is %s", (text, date) => {
    expect(dateOfText(text, null)?.date ?? null).toBe(date);
  });

  it("are read by the order of their column", () => {
    expect(dateOrderOf(["03/04/2019", "31/07/2019"])).toBe("day-first");
    expect(dateOrderOf(["03/04/2019", "07/31/2019"])).toBe("month-first");
    expect(dateOrderOf(["31/07/2019", "07/31/2019"])).toBe("mixed");
    expect(dateOfText("03/04/2019", "day-first")).toEqual({ date: "2019-04-03", byOrder: true });
  });

  it("come back from day numbers of both systems", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462, max: 70_000 }), (day) => {
        expect(dateOfDayNumber(day, 1904)).toBe(dateOfDayNumber(day + 1462, 1900));
      }),
    );
    expect(dateOfDayNumber(60)).toBeNull();
    expect(dateOfDayNumber(61)).toBe("1900-03-01");
  });
});

describe("the place of a fault in JSON", () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value, null, 1));

  it("is none in valid JSON", () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(jsonFault(text)).toBeNull();
      }),
    );
  });

  it("is found where the engine finds one, wherever a character is taken out", () => {
    fc.assert(
      fc.property(json, fc.nat(), (text, n) => {
        const at = n % text.length;
        const cut = text.slice(0, at) + text.slice(at + 1);
        let isValid = true;
        try {
          JSON.parse(cut);
        } catch {
          isValid = false;
        }
        expect(jsonFault(cut) === null).toBe(isValid);
      }),
    );
  });
});
