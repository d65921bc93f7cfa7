// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DotPlot } from "./dot-plot.tsx";
import { sortedRows } from "./fact-table.tsx";
import { LineChart } from "./line-chart.tsx";
import { pictureFile } from "./picture-file.ts";
import { nextMark } from "./roving-marks.ts";

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

describe("moving among marks", () => {
  const marks = ["Albania", "Algeria", "Belize"].map((label) => ({ id: label, label }));
  it("jumps by letter to the next that begins with it, round the end", () => {
    expect(nextMark("a", 0, marks)).toBe(1);
    expect(nextMark("a", 1, marks)).toBe(0);
    expect(nextMark("z", 1, marks)).toBeNull();
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
