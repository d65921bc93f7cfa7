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
