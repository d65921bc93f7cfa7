import { expect, it } from "vitest";
import { runIndexFiles } from "./run-index-files.ts";

const definition = JSON.stringify({
  id: "poverty",
  version: "1",
  title: "Poverty alone",
  nodes: [{ id: "index" }, { id: "rate", parent: "index", direction: -1 }],
});
const run = (text: string) => runIndexFiles(definition, { text, file: "data.csv" }, "test");

it("tells every fault of a data file by its row, and computes nothing", () => {
  const text =
    "area,indicator,period,value\nA,rate,2020,0x10\nB,rate,2020,5\nB,rate,2020,6\n,rate,soon,1 000\n";
  const refused = run(text);
  expect(refused.ok).toBe(false);
  if (refused.ok) return;
  expect(refused.problems.map(({ code, at }) => [code, at?.row, at?.column])).toEqual([
    ["app.value-unreadable", 2, "value"],
    ["app.row-repeated", 4, undefined],
    ["app.value-unreadable", 5, "value"],
    ["kernel.period-unreadable", 5, "period"],
    ["app.cell-empty", 5, "area"],
  ]);
});

it("reads decimals in the spellings of programs, and an empty cell as missing", () => {
  const done = run("\ufeffarea,indicator,value\r\nA,rate,1e1\r\nB,rate,+50.\r\nC,rate,\r\nD,rate,.5\r\n");
  if (!done.ok) throw new Error(done.problems[0]!.message);
  expect(done.value.normalisation).toMatchObject([{ minimum: 0.5, maximum: 50, n: 3 }]);
  expect(
    done.value.scores.filter(({ node }) => node === "index").map(({ area, rank }) => [area, rank]),
  ).toEqual([
    ["A", 2],
    ["B", 3],
    ["C", null],
    ["D", 1],
  ]);
});

const filled = JSON.stringify({
  ...JSON.parse(definition),
  imputation: { method: "group-mean", groupBy: "income" },
});
const holes =
  "area,indicator,value,income,note\nA,rate,10,low,x\nB,rate,,low,y\nC,rate,40,high,x\nA,rest,1,low,z\n";

it("takes groups of areas from a column of the data or from a table, and lists the values after each step", () => {
  const own = runIndexFiles(filled, { text: holes, file: "data.csv" }, "test", { stages: true });
  if (!own.ok) throw new Error(own.problems[0]!.message);
  expect(own.value.cells).toMatchObject([{ area: "B", rule: "group-mean", before: null, after: 10 }]);
  expect(own.value.stages?.map(({ raw, imputed, normalised }) => [raw, imputed, normalised])).toEqual([
    [10, 10, 1],
    [null, 10, 1],
    [40, 40, 0],
  ]);
  const areas = { text: "area,income\nA,low\nB,high\nC,high\n", file: "areas.csv" };
  const given = runIndexFiles(filled, { text: holes, file: "data.csv" }, "test", { areas });
  if (!given.ok) throw new Error(given.problems[0]!.message);
  expect(given.value.cells).toMatchObject([{ area: "B", after: 40 }]);
  expect((given.value.recipe as { inputs: string[] }).inputs).toHaveLength(2);
});

it("refuses a group that nothing tells, an area twice in a table, and a unit that changes, each at its place", () => {
  const codes = (text: string, areas?: string) => {
    const found = runIndexFiles(filled, { text, file: "data.csv" }, "test", {
      ...(areas && { areas: { text: areas, file: "areas.csv" } }),
    });
    return found.ok ? [] : found.problems.map(({ code, at }) => [code, at?.file ?? at?.field, at?.row]);
  };
  // A column in which one area has two values says nothing of the area.
  expect(codes(holes.replaceAll("income", "wealth").replaceAll("note", "income"))).toEqual([
    ["securities.attribute-unknown", "imputation.groupBy", undefined],
  ]);
  expect(codes(holes, "area,income\nA,low\nA,high\n,low\n")).toEqual([
    ["app.row-repeated", "areas.csv", 3],
    ["app.cell-empty", "areas.csv", 4],
  ]);
  expect(codes("area,indicator,value,unit\nA,rate,1,PT\nB,rate,2,PT\nC,rate,3,USD\n")).toEqual([
    ["securities.units-mixed", "data.csv", 4],
  ]);
});
