// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { DotPlot, type DotPlotRow } from "./dot-plot.tsx";
import { LineChart } from "./line-chart.tsx";

afterEach(cleanup);

const text = { title: "Poverty", subtitle: "per cent", source: "Source: a survey.", watermark: null };

describe("names and whiskers that need room", () => {
  const point = { year: 2010, value: 4, spoken: "4" };
  const long = "Both, household survey of a distant agency, women of sixty";

  it("puts the names of lines above the plot, whole, where one would have to be cut at its end", () => {
    const series = [
      { id: "a", label: long, points: [point] },
      { id: "b", label: "Men", points: [point] },
    ];
    render(<LineChart text={text} sentence="Two." format={String} series={series} />);
    expect(screen.getByText(long)).toBeDefined();
    expect(document.querySelector(".chart-label")).toBeNull();
  });

  it("keeps a whisker that reaches beyond the last tick left of the note, and says the axis twice on a high plot", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      id: `${i}`,
      label: `Area ${i}`,
      note: `note ${i}`,
      marks: [
        {
          value: 9,
          colour: 1,
          shape: "circle",
          interval: { low: -2, high: 14 },
        } satisfies DotPlotRow["marks"][0],
      ],
      missing: null,
      spoken: "",
    }));
    render(<DotPlot text={text} sentence="Many." rows={rows} ticks={[0, 5, 10]} format={(v) => `at ${v}`} />);
    const ends = [
      ...document
        .querySelectorAll(".chart-interval")[0]!
        .getAttribute("d")!
        .matchAll(/[\d.]+/g),
    ].map(([number]) => Number(number));
    expect(Math.max(...ends)).toBeLessThanOrEqual(720 - 52);
    expect(screen.getAllByText("at 10")).toHaveLength(2);
  });
});
