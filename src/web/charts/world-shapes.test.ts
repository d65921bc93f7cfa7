import { geoArea, geoCentroid, geoContains, geoDistance } from "d3-geo";
import { describe, expect, it } from "vitest";
import fine from "world-atlas/countries-50m.json" with { type: "json" };
import coarse from "world-atlas/countries-110m.json" with { type: "json" };
import { areas, isInventedAreaCode } from "#kernel";
import { smallAreas } from "./small-areas.data.ts";
import { smallAreaPoints, unsettledLines, type WorldTopology, worldShapes } from "./world-shapes.ts";

const world = worldShapes(coarse as unknown as WorldTopology);
const points = smallAreaPoints(world.shapes);
const shapeOf = (code: string) => world.shapes.find((s) => s.area === code)!.shape;

describe("the outlines of the world", () => {
  it("draw every country and territory once, as an outline or as a point; Antarctica is left out", () => {
    const drawn = [...world.shapes.map((s) => s.area), ...points.map((p) => p.area)];
    const wanted = areas
      .filter((area) => area.kind === "country" || area.kind === "territory")
      .map((area) => area.code)
      .filter((code) => code !== "ATA");
    expect([...drawn].sort()).toEqual(wanted.sort());
  });
  it("never draw an invented area", () => {
    for (const { area } of [...world.shapes, ...points]) expect(isInventedAreaCode(area)).toBe(false);
  });
  it("leave no outline over", () => {
    expect(world.unknown).toEqual([]);
  });
  it("give French Guiana, Svalbard and Crimea to the areas the United Nations count them to", () => {
    expect(geoContains(shapeOf("GUF"), [-53, 4])).toBe(true);
    expect(geoContains(shapeOf("FRA"), [-53, 4])).toBe(false);
    expect(geoContains(shapeOf("FRA"), [2.3, 47])).toBe(true);
    expect(geoContains(shapeOf("SJM"), [16, 78.5])).toBe(true);
    expect(geoContains(shapeOf("UKR"), [34.3, 45.3])).toBe(true);
    expect(geoContains(shapeOf("RUS"), [34.3, 45.3])).toBe(false);
  });
  it("join what carries no number to the area it lies in", () => {
    expect(geoContains(shapeOf("CYP"), [33.7, 35.3])).toBe(true);
    expect(geoContains(shapeOf("SOM"), [44.5, 9.8])).toBe(true);
    expect(geoContains(shapeOf("412"), [20.9, 42.6])).toBe(true);
  });
  it("wind the right way round: no area covers half the globe", () => {
    for (const { area, shape } of world.shapes) expect(geoArea(shape), area).toBeLessThan(1);
  });
});

describe("the points of small areas", () => {
  const finer = worldShapes(fine as unknown as WorldTopology);
  it("lie where the finer outlines have the area", () => {
    // Scattered islands are drawn at the one with the capital, not at the centre of all.
    const scattered = new Set(["KIR", "SHN"]);
    for (const { area, shape } of finer.shapes) {
      const point = smallAreas[area];
      if (!point || scattered.has(area)) continue;
      expect(geoDistance([point[0], point[1]], geoCentroid(shape)) * (180 / Math.PI), area).toBeLessThan(1);
    }
  });
  it("are not given for areas that have an outline", () => {
    const shapes = new Set(world.shapes.map((s) => s.area));
    expect(Object.keys(smallAreas).filter((code) => shapes.has(code))).toEqual([]);
  });
  it("survive the finer file, whose number 036 is given to two outlines of one area", () => {
    expect(finer.shapes.filter((s) => s.area === "AUS")).toHaveLength(1);
    expect(finer.unknown).toEqual(["Indian Ocean Ter.", "Siachen Glacier"]);
  });
});

describe("boundaries that are not settled", () => {
  const lines = unsettledLines(coarse as unknown as WorldTopology);
  it("are drawn as lines of their own", () => {
    const names = lines.map(({ name }) => name);
    for (const name of ["SDN SSD", "ESH MAR", "412 SRB", "ISR PSE", "ISR SYR", "KOR PRK"])
      expect(names).toContain(name);
    for (const pair of ["IND PAK", "CHN IND", "CHN PAK", "EGY SDN"])
      expect(
        names.some((name) => name.startsWith(pair)),
        pair,
      ).toBe(true);
  });
  it("are between India and Pakistan only the stretch in Jammu and Kashmir", () => {
    const line = lines.find(({ name }) => name.startsWith("IND PAK"))!;
    const points = line.shape.coordinates.flat();
    expect(points.length).toBeGreaterThan(2);
    for (const [, latitude] of points) expect(latitude).toBeGreaterThan(32);
  });
  it("are between China and India two stretches, and between Egypt and Sudan the one by the Red Sea", () => {
    const stretches = (pair: string) =>
      lines.filter(({ name }) => name.startsWith(pair)).map(({ shape }) => shape.coordinates.flat());
    const [west, east, ...more] = stretches("CHN IND");
    expect(more).toEqual([]);
    expect(west!.every(([longitude]) => longitude! < 81)).toBe(true);
    expect(east!.every(([longitude]) => longitude! > 91)).toBe(true);
    expect(east!.length).toBeGreaterThan(5);
    expect(stretches("EGY SDN")[0]!.every(([longitude]) => longitude! > 32)).toBe(true);
  });
});
