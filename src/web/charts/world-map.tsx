import { geoEqualEarth, geoPath } from "d3-geo";
import { useMemo } from "react";
import { fillOn, KeyBoxes, keyHeight, type MapFill, type MapKey } from "./map-parts.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import type { AreaPoint, AreaShape, BorderLine } from "./world-shapes.ts";

export type { MapFill, MapKey } from "./map-parts.tsx";

export type MapArea = {
  readonly area: string;
  readonly fill: MapFill;
  /** The area and its value in words. */
  readonly spoken: string;
  readonly onOpen: () => void;
  /** The country the page is about: ringed, and named beside the ring. */
  readonly name?: string;
};

// From Cape Horn to the north of Greenland and from Bering Strait eastwards round; Antarctica is not drawn.
const frame = {
  type: "MultiPoint" as const,
  coordinates: [
    [-168, 0],
    [189, 0],
    [0, 83.6],
    [0, -55.5],
  ],
};
const aspect = 0.47;

/** The world in equal areas (Equal Earth), turned eleven degrees so that no country is cut at the edge. */
export function WorldMap({
  text,
  sentence,
  areas: given,
  keys,
  shapes,
  points,
  lines,
}: {
  text: PictureText;
  sentence: string;
  areas: readonly MapArea[];
  keys: readonly MapKey[];
  shapes: readonly AreaShape[];
  points: readonly AreaPoint[];
  /** Boundaries that are not settled, drawn dashed. */
  lines: readonly BorderLine[];
}) {
  const outlines = useMemo(() => new Map(shapes.map((s) => [s.area, s.shape])), [shapes]);
  const places = useMemo(() => new Map(points.map((p) => [p.area, p.point])), [points]);
  // What has neither outline nor place would be a stop of the keyboard that nobody sees, and that takes no focus.
  const areas = given.filter(({ area }) => outlines.has(area) || places.has(area));
  const { markProps, detail } = useRovingMarks(
    areas.map((a): Mark => ({ id: a.area, label: a.spoken, onOpen: a.onOpen })),
  );
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => width * aspect + 12 + keyHeight(keys, width)}
    >
      {(sheet) => {
        const height = sheet.width * aspect;
        const projection = geoEqualEarth()
          .rotate([-11, 0])
          .fitExtent(
            [
              [0, sheet.top],
              [sheet.width, sheet.top + height],
            ],
            frame,
          );
        const path = geoPath(projection).digits(1);
        const radius = Math.max(2.8, Math.min(4.2, sheet.width / 240));
        const drawn = areas.map((a, i) => ({
          a,
          i,
          outline: outlines.get(a.area),
          place: places.get(a.area),
        }));
        // Points last, so that no outline covers them.
        const order = [...drawn.filter((d) => d.outline), ...drawn.filter((d) => !d.outline && d.place)];
        return (
          <>
            {order.map(({ a, i, outline, place }) => {
              const at = place && projection([place[0], place[1]]);
              const step = typeof a.fill === "number" ? ` map-step-${a.fill}` : " map-plain";
              return (
                <g key={a.area} className="chart-mark map-mark" {...markProps(i)}>
                  {outline ? (
                    <path d={path(outline) ?? ""} {...fillOn(sheet, a.fill)} className={`map-area${step}`} />
                  ) : (
                    at && (
                      <>
                        {/* A state of a few islands is as easy to point at as a large one. */}
                        <circle cx={at[0]} cy={at[1]} r={radius + 4} className="chart-hit" />
                        <circle
                          cx={at[0]}
                          cy={at[1]}
                          r={radius}
                          {...fillOn(sheet, a.fill)}
                          className={`map-point${step}`}
                        />
                      </>
                    )
                  )}
                </g>
              );
            })}
            <Silent>
              {lines.map((line) => (
                <path key={line.name} d={path(line.shape) ?? ""} className="map-unsettled" />
              ))}
              {order.map(({ a, outline, place }) => {
                const centre = outline ? path.centroid(outline) : place && projection([place[0], place[1]]);
                if (a.name === undefined || !centre) return null;
                const left = centre[0] > sheet.width * 0.7;
                return (
                  <g key={a.area}>
                    <circle cx={centre[0]} cy={centre[1]} r={radius * 4} className="map-ring" />
                    <text
                      x={centre[0] + (left ? -5 : 5) * radius}
                      y={centre[1] + 4}
                      textAnchor={left ? "end" : "start"}
                      className="chart-label map-name"
                    >
                      {a.name}
                    </text>
                  </g>
                );
              })}
              <KeyBoxes keys={keys} sheet={sheet} top={sheet.top + height + 14} />
            </Silent>
          </>
        );
      }}
    </Picture>
  );
}
