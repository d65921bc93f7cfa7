import {
  type AreaPoint,
  type AreaShape,
  type BorderLine,
  smallAreaPoints,
  unsettledLines,
  type WorldTopology,
  worldShapes,
} from "./world-shapes.ts";

export type World = {
  readonly shapes: readonly AreaShape[];
  readonly points: readonly AreaPoint[];
  readonly lines: readonly BorderLine[];
};

let world: Promise<World> | null = null;

/** The outlines of the world, fetched once and only by a page that draws them (39 kB compressed). */
export function loadWorld(): Promise<World> {
  world ??= import("world-atlas/countries-110m.json", { with: { type: "json" } }).then((file) => {
    const topology = file.default as unknown as WorldTopology;
    const { shapes } = worldShapes(topology);
    return { shapes, points: smallAreaPoints(shapes), lines: unsettledLines(topology) };
  });
  return world;
}
