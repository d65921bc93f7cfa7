import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineSegments } from "./line-segments.ts";
import { linearScale, niceTicks, valueTicks, yearTicks } from "./linear-scale.ts";
import { countSteps, shadeOf } from "./map-steps.ts";
import { placedLabels } from "./placed-labels.ts";
import { spreadLabels } from "./spread-labels.ts";
import { inRows, textCut, textLines, textWidth } from "./text-lines.ts";
import { valueAxis } from "./value-scale.ts";

describe("the axis of values", () => {
  it("covers every value with ascending, evenly spaced ticks", () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const ticks = valueTicks(values, 5);
        expect(ticks[0]!).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
        const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]!);
        for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
        expect(steps[0]!).toBeGreaterThan(0);
      }),
    );
  });
  it("begins at zero unless zero is far away", () => {
    expect(valueTicks([12, 80], 5)[0]).toBe(0);
    expect(valueTicks([-40, -3], 5).at(-1)).toBe(0);
    expect(valueTicks([62, 80], 5)[0]).toBeGreaterThan(40);
  });
  it("does not blow a small change up", () => {
    const ticks = valueTicks([25, 26], 5);
    expect(ticks.at(-1)! - ticks[0]!).toBeGreaterThanOrEqual(5);
  });
  it("prints round numbers, not sums of fractions", () => {
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
  it("survives values too small to show", () => {
    expect(valueTicks([5e-324], 5).length).toBeGreaterThan(1);
    expect(valueTicks([1e6, 1e6 + 1e-9], 5).length).toBeGreaterThan(1);
  });
  it("puts a domain without width into the middle", () => {
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5);
  });
  it("names the first and the last year, and leaves room between years", () => {
    const ticks = yearTicks(2010, 2024, 300);
    expect([ticks[0], ticks.at(-1)]).toEqual([2010, 2024]);
    for (let i = 1; i < ticks.length; i++)
      expect(((ticks[i]! - ticks[i - 1]!) / 14) * 300).toBeGreaterThanOrEqual(40);
  });
});

describe("a line over years", () => {
  it("is broken where a year has no value or is not there", () => {
    const at = (year: number, value: number | null) => ({ year, value });
    const segments = lineSegments([at(2003, 4), at(2000, 1), at(2001, null), at(2002, 3), at(2006, 9)]);
    expect(segments.map((s) => s.map((p) => p.year))).toEqual([[2000], [2002, 2003], [2006]]);
  });
  it("joins the years of a series that is made every fifth year", () => {
    expect(lineSegments([2000, 2005, 2010].map((year) => ({ year, value: 1 })))).toHaveLength(1);
  });
});

describe("labels at the ends of lines", () => {
  it("keep their order and their distance inside the room", () => {
    const position = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 8 }), (wanted) => {
        const spread = spreadLabels(wanted, 16, 0, 300);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        for (let k = 0; k < order.length; k++) {
          const here = spread[order[k]!]!;
          expect(here).toBeGreaterThanOrEqual(-1e-6);
          expect(here).toBeLessThanOrEqual(300 + 1e-6);
          if (k > 0) expect(here - spread[order[k - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-6);
        }
      }),
    );
  });
});

describe("text in a picture", () => {
  it("is broken without losing a word, and cut with an ellipsis", () => {
    const text = "Workers in the public sector and in large establishments, % of employment";
    const lines = textLines(text, 160, 13);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    expect(textCut(text, 100, 13)).toMatch(/^Workers.*…$/);
    expect(textWidth(textCut(text, 100, 13), 13)).toBeLessThanOrEqual(100);
  });
  it("takes a new row where the width is used up", () => {
    expect(inRows([60, 60, 60], 130, (w) => w).map((p) => [p.x, p.row])).toEqual([
      [0, 0],
      [60, 0],
      [0, 1],
    ]);
  });
});

describe("steps of a map of counts", () => {
  it("cover every count from one to the highest exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (highest) => {
        const steps = countSteps(highest);
        expect(steps[0]!.from).toBe(1);
        expect(steps.at(-1)!.to).toBe(highest);
        for (let i = 1; i < steps.length; i++) expect(steps[i]!.from).toBe(steps[i - 1]!.to + 1);
        expect(shadeOf(steps, highest)).toBe(steps.at(-1)!.shade);
      }),
    );
    expect(countSteps(0)).toEqual([]);
  });
});

describe("an axis by powers of ten", () => {
  it("puts equal ratios at equal distances and has no place for zero", () => {
    const axis = valueAxis([3, 700], [0, 300], "log");
    expect(axis.ticks).toEqual([1, 10, 100, 1000]);
    expect(axis.at(10) - axis.at(1)).toBeCloseTo(axis.at(1000) - axis.at(100), 9);
    expect(axis.at(0)).toBeNaN();
    expect(valueAxis([0.002, 0.5], [0, 1], "log").ticks).toEqual([0.001, 0.01, 0.1, 1]);
  });
  it("covers its values in a straight axis too", () => {
    const axis = valueAxis([-3, 12], [100, 0], "linear");
    expect(axis.at(-3)).toBeLessThanOrEqual(100);
    expect(axis.at(12)).toBeGreaterThanOrEqual(0);
  });
});

describe("names beside marks", () => {
  it("never lie on each other, on another mark or outside the room", () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 10, max: 90 }),
    });
    const room = { left: 0, right: 400, top: 0, bottom: 300 };
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 25 }), (marks) => {
        const boxes = placedLabels(marks, room).flatMap((label, i) => {
          if (label === null) return [];
          const left = label.anchor === "start" ? label.x : label.x - marks[i]!.width;
          return [{ i, left, right: left + marks[i]!.width, top: label.y - 10.5, bottom: label.y + 2.5 }];
        });
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(400);
          for (const other of boxes)
            if (other.i !== box.i)
              expect(
                other.left < box.right &&
                  other.right > box.left &&
                  other.top < box.bottom &&
                  other.bottom > box.top,
              ).toBe(false);
        }
      }),
    );
  });
});
