// Joins the outlines of Natural Earth (package world-atlas, 1:110m) to the areas of the kernel. Knows what
// the outlines have wrong for this purpose; knows nothing of colours or data.

import { geoCentroid, geoDistance } from "d3-geo";
import type { MultiLineString, MultiPolygon } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon as Multi, Polygon, Topology } from "topojson-specification";
import { areaByNumeric, areas } from "#kernel";
import { smallAreas } from "./small-areas.data.ts";

/** The file of world-atlas as far as it is read. */
export type WorldTopology = Topology<{
  readonly countries: GeometryCollection<{ readonly name: string }>;
}>;

export type AreaShape = { readonly area: string; readonly shape: MultiPolygon };
/** A boundary, or a stretch of one. */
export type BorderLine = { readonly name: string; readonly shape: MultiLineString };
export type AreaPoint = { readonly area: string; readonly point: readonly [number, number] };

/**
 * Outlines without an ISO number, by the name they carry, and the area of the United Nations' list they lie
 * in. (The finer file gives 036 twice, to Australia and to its Ashmore Islands: one area, joined like any.)
 */
const unnumbered: Readonly<Record<string, string>> = {
  Kosovo: "412",
  Somaliland: "SOM",
  "N. Cyprus": "CYP",
};

/** Parts of an outline that belong to another area, found by a point near their centre. */
const misplaced: readonly {
  readonly from: string;
  readonly near: readonly [number, number];
  readonly to: string;
}[] = [
  { from: "FRA", near: [-53.2, 3.9], to: "GUF" },
  { from: "NOR", near: [15.7, 78.6], to: "SJM" },
  { from: "NOR", near: [22.6, 80], to: "SJM" },
  { from: "NOR", near: [22.5, 77.9], to: "SJM" },
  // General Assembly resolution 68/262 of 27 March 2014.
  { from: "RUS", near: [34.3, 45.3], to: "UKR" },
];

const nearEnough = 1.5 * (Math.PI / 180);

function areaOfPart(home: string, centre: [number, number]): string {
  const move = misplaced.find(
    (m) => m.from === home && geoDistance([m.near[0], m.near[1]], centre) < nearEnough,
  );
  return move?.to ?? home;
}

/**
 * One outline per area, Antarctica left out. Parts of one area are joined, so that no line is drawn between
 * them.
 *
 * @returns shapes by area code; outlines that belong to no area of the kernel are named in `unknown`
 */
export function worldShapes(world: WorldTopology): {
  readonly shapes: readonly AreaShape[];
  readonly unknown: readonly string[];
} {
  const parts = new Map<string, Polygon[]>();
  const unknown: string[] = [];
  for (const geometry of world.objects.countries.geometries) {
    const name = (geometry.properties as { readonly name?: string } | undefined)?.name ?? "";
    const numbered =
      geometry.id === undefined ? undefined : areaByNumeric(String(geometry.id).padStart(3, "0"));
    const home = unnumbered[name] ?? numbered?.code;
    if (home === undefined) {
      unknown.push(name);
      continue;
    }
    if (home === "ATA") continue;
    for (const part of polygonsOf(geometry as Polygon | Multi)) {
      const code = areaOfPart(home, geoCentroid(feature(world, part)));
      parts.set(code, [...(parts.get(code) ?? []), part]);
    }
  }
  return {
    shapes: [...parts].map(([area, polygons]) => ({ area, shape: merge(world, polygons) })),
    unknown,
  };
}

const polygonsOf = (geometry: Polygon | Multi): readonly Polygon[] =>
  geometry.type === "Polygon"
    ? [geometry]
    : geometry.arcs.map((arcs): Polygon => ({ type: "Polygon", arcs }));

/** Countries and territories too small for an outline, with the point they are drawn at. */
export function smallAreaPoints(shapes: readonly AreaShape[]): readonly AreaPoint[] {
  const drawn = new Set(shapes.map((s) => s.area));
  return areas.flatMap((area): AreaPoint[] => {
    if (area.kind !== "country" && area.kind !== "territory") return [];
    const point = smallAreas[area.code];
    return drawn.has(area.code) || point === undefined ? [] : [{ area: area.code, point }];
  });
}

/**
 * Boundaries that are not settled, by the two outlines they lie between and, where only a stretch is meant, the box
 * it lies in (west, south, east, north). Sources, held against this list in November 2026:
 * - the note that UN Geospatial puts on its world map: Jammu and Kashmir (dotted), Sudan and South Sudan, the
 *   Falkland Islands (Malvinas), Non-Self-Governing Territories such as Western Sahara;
 * - FAO's note on the same outlines, which adds Abyei;
 * - the areas that UN Geodata keeps apart from any state: Jammu and Kashmir, Aksai Chin, Arunachal Pradesh, the
 *   Hala'ib triangle, Western Sahara, Abyei;
 * - the WHO's layer of disputed borders, which adds Kosovo;
 * - armistice and ceasefire lines: General Armistice Agreements of 1949 (Palestine), Korean Armistice Agreement of
 *   1953, Agreement on Disengagement of 1974 with Security Council resolution 497 (1981) (Syrian Golan).
 * Trap: Natural Earth draws what is administered, so that the Golan lies within Israel's outline and the Hala'ib
 * triangle within Egypt's; the line that is dashed is the one the outlines have.
 */
const unsettled: readonly {
  readonly between: readonly [string, string];
  readonly within?: readonly [number, number, number, number];
}[] = [
  { between: ["IND", "PAK"], within: [73.4, 32.6, 78.2, 37.2] },
  { between: ["CHN", "IND"], within: [76.5, 32.2, 80.5, 37.2] },
  { between: ["CHN", "PAK"], within: [73.5, 34.5, 78.2, 37.3] },
  { between: ["CHN", "IND"], within: [91, 26.5, 98, 30] },
  { between: ["EGY", "SDN"], within: [32, 21, 38, 23] },
  { between: ["SDN", "SSD"] },
  { between: ["ESH", "MAR"] },
  { between: ["ESH", "MRT"] },
  { between: ["ESH", "DZA"] },
  { between: ["412", "SRB"] },
  { between: ["ISR", "PSE"] },
  { between: ["ISR", "SYR"] },
  { between: ["KOR", "PRK"] },
];

/** The boundaries that are not settled, as lines; those the outlines do not have are left out. */
export function unsettledLines(world: WorldTopology): readonly BorderLine[] {
  const codes = new Map<unknown, string>();
  for (const geometry of world.objects.countries.geometries) {
    const name = (geometry.properties as { readonly name?: string } | undefined)?.name ?? "";
    const numbered =
      geometry.id === undefined ? undefined : areaByNumeric(String(geometry.id).padStart(3, "0"));
    codes.set(geometry, unnumbered[name] ?? numbered?.code ?? "");
  }
  return unsettled.flatMap(({ between, within }): BorderLine[] => {
    const [one, other] = between;
    const line = mesh(
      world,
      world.objects.countries,
      (a, b) =>
        (codes.get(a) === one && codes.get(b) === other) || (codes.get(a) === other && codes.get(b) === one),
    );
    const coordinates = line.coordinates.map((part) =>
      part.filter(
        ([x = 0, y = 0]) => !within || (x >= within[0] && y >= within[1] && x <= within[2] && y <= within[3]),
      ),
    );
    const kept = coordinates.filter((part) => part.length > 1);
    return kept.length === 0
      ? []
      : [
          {
            name: [...between, ...(within ?? [])].join(" "),
            shape: { type: "MultiLineString", coordinates: kept },
          },
        ];
  });
}
