import { geoEqualEarth, geoPath } from "d3-geo";
import { useMemo } from "react";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { inRows, textWidth } from "./text-lines.ts";
import type { AreaPoint, AreaShape } from "./world-shapes.ts";

/** How an area is filled: not known (hatched), zero (dotted), or a step of the scale. */
export type MapFill = "unknown" | "zero" | 1 | 2 | 3 | 4 | 5;

export type MapArea = {
  readonly area: string;
  readonly fill: MapFill;
  /** The area and its value in words. */
  readonly spoken: string;
  readonly onOpen: () => void;
  /** The country the page is about: ringed, and named beside the ring. */
  readonly name?: string;
};

/** One labelled box of the key, in the order it is shown. */
export type MapKey = { readonly fill: MapFill; readonly label: string };

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
  areas,
  keys,
  shapes,
  points,
}: {
  text: PictureText;
  sentence: string;
  areas: readonly MapArea[];
  keys: readonly MapKey[];
  shapes: readonly AreaShape[];
  points: readonly AreaPoint[];
}) {
  const { markProps, detail } = useRovingMarks(
    areas.map((a): Mark => ({ id: a.area, label: a.spoken, onOpen: a.onOpen })),
  );
  const outlines = useMemo(() => new Map(shapes.map((s) => [s.area, s.shape])), [shapes]);
  const places = useMemo(() => new Map(points.map((p) => [p.area, p.point])), [points]);
  const keyRows = (width: number) => inRows(keys, width, (key) => 26 + textWidth(key.label, 12.5) + 18);
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => width * aspect + 12 + (keyRows(width).at(-1)?.row ?? 0) * 22 + 22}
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
        const fillOf = (fill: MapFill) =>
          fill === "unknown" ? { fill: sheet.hatch } : fill === "zero" ? { fill: sheet.dots } : {};
        const radius = Math.max(2.4, Math.min(4, sheet.width / 260));
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
                    <path d={path(outline) ?? ""} {...fillOf(a.fill)} className={`map-area${step}`} />
                  ) : (
                    at && (
                      <circle
                        cx={at[0]}
                        cy={at[1]}
                        r={radius}
                        {...fillOf(a.fill)}
                        className={`map-point${step}`}
                      />
                    )
                  )}
                </g>
              );
            })}
            <Silent>
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
              {keyRows(sheet.width).map(({ item: key, x, row }) => {
                const y = sheet.top + height + 14 + row * 22;
                const step = typeof key.fill === "number" ? ` map-step-${key.fill}` : "";
                return (
                  <g key={key.label}>
                    <rect
                      x={x}
                      y={y}
                      width={20}
                      height={13}
                      {...fillOf(key.fill)}
                      className={`map-key-box${step}`}
                    />
                    <text x={x + 26} y={y + 11} className="chart-tick">
                      {key.label}
                    </text>
                  </g>
                );
              })}
            </Silent>
          </>
        );
      }}
    </Picture>
  );
}
