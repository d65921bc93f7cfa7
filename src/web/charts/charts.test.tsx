// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DotPlot } from "./dot-plot.tsx";
import { FactTable, sortedRows } from "./fact-table.tsx";
import { intervalCells, intervalColumns } from "./interval-columns.ts";
import { bandPath, LineChart } from "./line-chart.tsx";
import { dotsPerPixel, pictureFile } from "./picture-file.ts";
import { linesOf, type Observed } from "./points-of.ts";
import { nextMark } from "./roving-marks.ts";
import { ScatterPlot } from "./scatter-plot.tsx";
import { columnsOfPicture, csvOfTable } from "./table-file.ts";
import { TileView } from "./tile-view.tsx";
import { WorldMap } from "./world-map.tsx";

afterEach(cleanup);

const text = {
  title: "Poverty in Alvane",
  subtitle: "per cent · 2010–2013",
  source: "Source: demo-indicators-1. State of 3 May 2026.",
  watermark: "SIMULATED",
};
const open = vi.fn();
const lineChart = (
  <LineChart
    text={text}
    sentence="From 4 to 0."
    format={String}
    series={[
      {
        id: "a",
        label: "Alvane",
        points: [
          { year: 2010, value: 4, spoken: "Alvane, 2010: 4" },
          { year: 2011, value: null, spoken: "Alvane, 2011: not stated" },
          { year: 2012, value: 0, spoken: "Alvane, 2012: 0", onOpen: open },
          { year: 2013, value: 1, spoken: "Alvane, 2013: 1" },
        ],
      },
    ]}
  />
);

describe("a chart", () => {
  it("says inside the picture what it is, from where and that it is simulated", () => {
    const { container } = render(lineChart);
    const words = [...container.querySelectorAll("svg text")].map((t) => t.textContent).join(" ");
    for (const part of Object.values(text)) expect(words).toContain(part);
    expect(screen.getByRole("group").getAttribute("aria-label")).toContain("From 4 to 0.");
  });

  it("draws no line across a year without a value, hatches that year, and keeps zero hollow", () => {
    const { container } = render(lineChart);
    const lines = [...container.querySelectorAll("polyline")].map((l) =>
      l.getAttribute("points")!.split(" "),
    );
    expect(lines.map((points) => points.length)).toEqual([1, 2]);
    const missing = screen.getByLabelText("Alvane, 2011: not stated").querySelector("rect");
    expect(missing?.getAttribute("fill")).toMatch(/^url\(#.*hatch\)$/);
    expect(screen.getByLabelText("Alvane, 2012: 0").querySelector(".chart-hollow")).not.toBeNull();
    expect(screen.getByLabelText("Alvane, 2013: 1").querySelector(".chart-solid")).not.toBeNull();
  });

  it("has one tab stop; arrows, Home, End move in it, and Enter opens what can be opened", () => {
    const { container } = render(lineChart);
    const stops = () =>
      [...container.querySelectorAll("[tabindex='0']")].map((e) => e.getAttribute("aria-label"));
    expect(stops()).toEqual(["Alvane, 2010: 4"]);
    const first = screen.getByLabelText("Alvane, 2010: 4");
    first.focus();
    fireEvent.keyDown(first, { key: "End" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Alvane, 2013: 1");
    fireEvent.keyDown(document.activeElement!, { key: "ArrowLeft" });
    expect(stops()).toEqual(["Alvane, 2012: 0"]);
    expect(container.querySelector(".chart-detail")?.textContent).toBe("Alvane, 2012: 0");
    fireEvent.keyDown(document.activeElement!, { key: "Enter" });
    expect(open).toHaveBeenCalledOnce();
    expect(document.activeElement?.getAttribute("role")).toBe("link");
  });

  it("can be taken away as a file with its words and without the page's roles and hit areas", () => {
    const { container } = render(lineChart);
    const file = pictureFile(container.querySelector("svg")!);
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(file).toContain("SIMULATED");
    expect(file).toMatch(/width="720"/);
    expect(file).not.toMatch(/tabindex|chart-hit|class=/);
  });
});

describe("the map of the world", () => {
  it("is reached and walked by keyboard where some of what it is given is on no map", () => {
    const area = (code: string) => ({ area: code, fill: 4 as const, spoken: `${code}: 1`, onOpen: open });
    const { container } = render(
      <WorldMap
        text={{ ...text, watermark: null }}
        sentence="Three."
        areas={[area("XAA"), area("MLT"), area("XAB"), area("NRU")]}
        keys={[]}
        shapes={[]}
        points={[
          { area: "MLT", point: [14.4, 35.9] },
          { area: "NRU", point: [166.9, -0.5] },
        ]}
        lines={[]}
      />,
    );
    const stop = () => container.querySelector<SVGGElement>("[tabindex='0']");
    expect(stop()?.getAttribute("aria-label")).toBe("MLT: 1");
    stop()!.focus();
    fireEvent.keyDown(document.activeElement!, { key: "ArrowRight" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("NRU: 1");
  });
});

describe("observations as lines", () => {
  it("never puts two releases, sources or sexes into one line", () => {
    const one = (part: Partial<Observed>) =>
      ({
        area: "XAA",
        source: "A",
        sex: "T",
        period: "2020",
        breakdowns: {},
        release: "r-1",
        ...part,
      }) as Observed;
    const lines = linesOf([
      one({ period: "2021" }),
      one({}),
      one({ release: "r-2" }),
      one({ source: "B" }),
      one({ sex: "F" }),
      one({ breakdowns: { age: "65+" } }),
    ]);
    expect(lines.map((line) => line.map(({ period }) => period))).toEqual([
      ["2020", "2021"],
      ["2020"],
      ["2020"],
      ["2020"],
      ["2020"],
    ]);
  });
});

describe("a picture as PNG", () => {
  it("stays within what browsers draw, however long the ranking", () => {
    for (const [width, height] of [
      [720, 400],
      [720, 5_400],
      [340, 9_000],
    ] as const) {
      const dots = dotsPerPixel(width, height);
      expect(width * dots * height * dots).toBeLessThanOrEqual(16_000_001);
      expect(Math.max(width, height) * dots).toBeLessThanOrEqual(16_000);
      expect(dots).toBeGreaterThan(1);
    }
    expect(dotsPerPixel(720, 400)).toBe(3);
  });
});

describe("a plot of rows", () => {
  it("hatches a row without a value and says why, and draws marks of one place apart", () => {
    const { container } = render(
      <DotPlot
        text={{ ...text, watermark: null }}
        sentence="One of two."
        ticks={[0, 0.5, 1]}
        format={String}
        rows={[
          {
            id: "x",
            label: "Income security",
            note: "1",
            missing: null,
            spoken: "Income security: 1",
            marks: [
              { value: 1, colour: 2, shape: "square", small: true },
              { value: 1, colour: 1, shape: "circle" },
            ],
          },
          {
            id: "y",
            label: "Job security",
            note: "–",
            missing: "too few",
            spoken: "Job: too few",
            marks: [],
          },
        ]}
      />,
    );
    expect(container.querySelector(".chart-watermark")).toBeNull();
    expect(screen.getByLabelText("Job: too few").querySelector(".chart-missing")).not.toBeNull();
    const row = screen.getByLabelText("Income security: 1");
    const circle = Number(row.querySelector("circle")!.getAttribute("cy"));
    const square = Number(/^M\S+ ([\d.]+)/.exec(row.querySelector("path")!.getAttribute("d")!)![1]);
    expect(Math.abs(circle - square)).toBeGreaterThan(5);
  });
});

describe("how sure a value is", () => {
  const plot = (
    <DotPlot
      text={{ ...text, watermark: null }}
      sentence="One."
      ticks={[0, 0.5, 1]}
      format={String}
      rows={[
        {
          id: "x",
          label: "Income security",
          note: "0.5",
          missing: null,
          spoken: "Income security: 0.5",
          range: { low: 0.1, high: 0.9 },
          strokes: [0.4],
          marks: [
            { value: 0.5, colour: 1, shape: "circle", bar: true, interval: { low: 0.3, high: 0.7 } },
            { value: 0.8, colour: 2, shape: "square" },
          ],
        },
      ]}
    />
  );
  it("is a whisker at the end of a bar that begins at zero; a mark without an interval has none", () => {
    const { container } = render(plot);
    const row = screen.getByLabelText("Income security: 0.5");
    expect(row.querySelectorAll(".chart-interval")).toHaveLength(1);
    const bar = row.querySelector(".chart-bar")!;
    const zero = container.querySelector(".chart-zero-line")!.getAttribute("x1");
    expect(bar.getAttribute("x")).toBe(zero);
    const [from, to] = /^M([\d.]+) .*M([\d.]+) .*M/
      .exec(row.querySelector(".chart-interval")!.getAttribute("d")!)!
      .slice(1)
      .map(Number);
    const end = Number(bar.getAttribute("x")) + Number(bar.getAttribute("width"));
    expect(from!).toBeLessThan(end);
    expect(to!).toBeGreaterThan(end);
    expect(row.querySelector(".chart-stroke")).not.toBeNull();
    expect(row.querySelector(".chart-range")).not.toBeNull();
  });
  it("is a band along a line, there and back", () => {
    const point = (year: number, low: number, high: number) => ({
      year,
      value: (low + high) / 2,
      interval: { low, high },
      spoken: "",
    });
    const same = (value: number) => value;
    expect(bandPath([point(1, 2, 4), point(2, 3, 5)], same, same)).toBe("M1 4L2 5L2 3L1 2Z");
    expect(bandPath([point(1, 2, 4)], same, same)).toBe("");
  });
});

describe("a table taken along", () => {
  it("has unrounded numbers, the reason where there is none, and source and address in every row", () => {
    const { container } = render(
      <FactTable
        caption="Scores"
        columns={[
          { id: "area", label: "Area", sortable: true },
          { id: "score", label: "Score", numeric: true },
        ]}
        rows={[
          { id: "a", cells: { area: { show: "Alvane, north" }, score: { show: "0,12", by: 0.123456789 } } },
          { id: "b", cells: { area: { show: "=SUM(A1)" }, score: { show: <em>too few</em>, by: null } } },
        ]}
        onSort={() => {}}
      />,
    );
    const csv = csvOfTable(container.querySelector("table")!, [["Source", "demo-1"]]);
    expect(csv.replace("\uFEFF", "").split("\r\n")).toEqual([
      "Area,Score,Source",
      '"Alvane, north",0.123456789,demo-1',
      "'=SUM(A1),too few,demo-1",
      "",
    ]);
  });
});

describe("a figure taken along", () => {
  it("has in every row what the picture says, and a rank with the ends of its interval, which the page has in words", () => {
    const rank = { id: "rank", label: "Rank", numeric: true };
    const { container } = render(
      <FactTable
        caption="Ranks"
        columns={[
          { id: "area", label: "Area" },
          rank,
          ...intervalColumns((key) => key.replace("csv.", ""), rank),
        ]}
        rows={[
          {
            id: "a",
            cells: {
              area: { show: "Alvane" },
              rank: { show: "3 (2–5)", by: 3 },
              ...intervalCells("rank", { low: 2, high: 5 }),
            },
          },
        ]}
      />,
    );
    expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["Area", "Rank"]);
    const more = columnsOfPicture(text, "https://example.org/x", (key) => key.replace("csv.", ""));
    const [head, row] = csvOfTable(container.querySelector("table")!, more).split("\r\n");
    expect(head).toBe("\uFEFFArea,Rank,low,high,title,mark,source,address");
    expect(row).toBe(
      `Alvane,3,2,5,${text.title}. ${text.subtitle},SIMULATED,${text.source},https://example.org/x`,
    );
    expect(columnsOfPicture({ ...text, watermark: null }, "", (key) => key)).toHaveLength(3);
  });
});

describe("a scatter", () => {
  it("is walked from left to right, and leaves out what a log axis has no place for", () => {
    const point = (id: string, x: number) => ({
      id,
      label: id,
      x,
      y: 1,
      colour: 1,
      shape: "circle" as const,
      spoken: `${id}: ${x}`,
    });
    const axis = { label: "x", kind: "log" as const, format: String };
    render(
      <ScatterPlot
        text={text}
        sentence="Three."
        points={[point("c", 100), point("a", 1), point("zero", 0)]}
        x={axis}
        y={{ ...axis, kind: "linear" }}
      />,
    );
    expect(screen.queryByLabelText("zero: 0")).toBeNull();
    expect(screen.getByLabelText("a: 1").getAttribute("tabindex")).toBe("0");
    const first = screen.getByLabelText("a: 1");
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowRight" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("c: 100");
  });
});

describe("areas that no map shows", () => {
  it("are tiles of one size; no data is hatched and told apart from the lowest step", () => {
    const tile = (area: string, fill: "unknown" | 1) => ({ area, name: area, note: "", fill, spoken: area });
    render(
      <TileView text={text} sentence="Two." tiles={[tile("XAA", 1), tile("XAB", "unknown")]} keys={[]} />,
    );
    const rect = (area: string) => screen.getByLabelText(area).querySelector(".map-tile")!;
    expect(rect("XAB").getAttribute("fill")).toMatch(/hatch/);
    expect(rect("XAA").getAttribute("class")).toContain("map-step-1");
    expect(rect("XAA").getAttribute("width")).toBe(rect("XAB").getAttribute("width"));
  });
});

describe("moving among marks", () => {
  const marks = ["Albania", "Algeria", "Belize"].map((label) => ({ id: label, label }));
  it("jumps by letter to the next that begins with it, round the end", () => {
    expect(nextMark("a", 0, marks)).toBe(1);
    expect(nextMark("a", 1, marks)).toBe(0);
    expect(nextMark("z", 1, marks)).toBeNull();
    expect(nextMark("e", 0, [...marks, { id: "EGY", label: "Égypte: 4" }])).toBe(marks.length);
    expect(nextMark("ArrowDown", 2, marks)).toBe(2);
  });
});

describe("a table of facts", () => {
  const row = (id: string, by: number | string | null) => ({ id, cells: { c: { show: id, by } } });
  it("sorts numbers as numbers, words as the language does, and leaves what has no value last", () => {
    const rows = [row("none", null), row("ten", 10), row("two", 2)];
    expect(sortedRows(rows, "c", "en").map((r) => r.id)).toEqual(["two", "ten", "none"]);
    expect(sortedRows(rows, "-c", "en").map((r) => r.id)).toEqual(["ten", "two", "none"]);
    const words = [row("z", "Zambie"), row("e", "Érythrée"), row("f", "France")];
    expect(sortedRows(words, "c", "fr").map((r) => r.id)).toEqual(["e", "f", "z"]);
  });
});
