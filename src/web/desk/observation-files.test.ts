import { expect, it } from "vitest";
import { routes } from "#contract";
import {
  isOnlyAreas,
  leaveOutText,
  seriesOfFile,
  tableFile,
  toldOf,
  unknownAreas,
} from "./observation-files.ts";

const unknown = (text: string) => ({ code: "releases.area-unknown", message: "", at: { row: 2, text } });

it("names a series by its file in letters that a series may have", () => {
  expect(["SI.POV.DDAY.csv", "Taux d’emploi (2020).tsv", "x.csv", "人口.csv"].map(seriesOfFile)).toEqual([
    "si-pov-dday",
    "taux-d-emploi-2020",
    "series-x",
    "series-1",
  ]);
  expect(seriesOfFile(`${"long-".repeat(20)}.csv`)).toMatch(/^[a-z0-9][a-z0-9-]{1,60}$/);
});

it("sends what was said of a file and nothing of what was not", () => {
  expect(toldOf({ ...tableFile(0, "a.csv"), told: { unit: " PT ", agency: "", title: "A" } })).toEqual({
    unit: "PT",
    title: "A",
  });
});

it("asks to leave out names with commas and rows without a name", () => {
  const read = (areas: readonly string[]) =>
    routes.importObservations.query!.parse({ name: "a.csv", series: "aa", leaveOut: leaveOutText(areas) })
      .leaveOut;
  expect(read(["Korea, Rep.", "", "World"])).toEqual(["Korea, Rep.", "", "World"]);
  expect(read(["World"])).toEqual(["World"]);
  expect(new Set(read([""]))).toEqual(new Set([""]));
});

it("offers to leave out what stands for no area, and knows whether that is all", () => {
  const groups = { problems: [unknown("WLD"), unknown("")] };
  expect(unknownAreas(groups)).toEqual(["WLD", ""]);
  expect(isOnlyAreas(groups)).toBe(true);
  const more = { problems: [...groups.problems, { code: "releases.period-unreadable", message: "" }] };
  expect(unknownAreas(more)).toEqual(["WLD", ""]);
  expect(isOnlyAreas(more)).toBe(false);
  expect(isOnlyAreas(tableFile(0, "a.csv"))).toBe(false);
});
