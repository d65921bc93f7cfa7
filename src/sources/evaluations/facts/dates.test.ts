import { describe, expect, it } from "vitest";
import { codePointsOf } from "#kernel";
import { datesIn, monthsSpanned } from "./dates.ts";
import { stretchOf } from "./stretch.ts";

const dates = (text: string, dayFirst: boolean | null = null) => {
  const points = codePointsOf(text);
  return datesIn(stretchOf(points, [[0, points.length]], text), dayFirst).map(({ value }) => value);
};

describe("dates and periods", () => {
  it.each([
    ["March 2022", "2022-03"],
    ["12-24 March 2021", "2021-03-12/2021-03-24"],
    ["3 May – 4 June 2021", "2021-05-03/2021-06-04"],
    ["May/June 2005", "2005-05/2005-06"],
    ["de marzo a junio de 2021", "2021-03/2021-06"],
    ["du 3 au 14 mai 2019", "2019-05-03/2019-05-14"],
    ["janvier 2018 à décembre 2022", "2018-01/2022-12"],
    ["5 de outubro de 2020 a 4 de novembro de 2021", "2020-10-05/2021-11-04"],
    ["2012–2018", "2012/2018"],
    ["2019-21", "2019/2021"],
    ["May 12, 2020", "2020-05-12"],
    ["1er février 2020", "2020-02-01"],
    ["25.04.2021", "2021-04-25"],
    ["01-JAN-2019", "2019-01-01"],
    ["09/2019 – 12/2021", "2019-09/2021-12"],
    ["from 1999 to 2005", "1999/2005"],
  ])("reads “%s” as %s", (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it("does not guess which number of 03/04/2021 is the month", () => {
    expect(dates("03/04/2021")).toEqual(["2021"]);
    expect(dates("03/04/2021", true)).toEqual(["2021-04-03"]);
    expect(dates("01/02/2019 to 30/06/2020")).toEqual(["2019-02-01/2020-06-30"]);
  });

  it("finds none where the day does not exist or the number is no year", () => {
    expect(dates("31 June 2021")).not.toContain("2021-06-31");
    expect(dates("1.999 people, 12345 forms, room 0204")).toEqual([]);
  });

  it("counts the months of a period", () => {
    expect(["2021-03", "2021", "2021-03/2021-06", "2012/2018"].map(monthsSpanned)).toEqual([1, 12, 4, 84]);
  });
});
