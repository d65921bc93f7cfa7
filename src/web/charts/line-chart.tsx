import type { Interval } from "./interval-mark.tsx";
import { lineSegments } from "./line-segments.ts";
import { linearScale, valueTicks, yearTicks } from "./linear-scale.ts";
import { type MarkKey, MarkKeys, markKeysHeight } from "./mark-keys.tsx";
import { MarkShape, shapeNames } from "./mark-shape.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { spreadLabels } from "./spread-labels.ts";
import { textWidth } from "./text-lines.ts";

export type LinePoint = {
  readonly year: number;
  readonly value: number | null;
  /** How sure the value is; drawn as a band along the line. */
  readonly interval?: Interval | null | undefined;
  /** The point in words: series, year, value or the reason why there is none. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};
export type LineSeries = {
  readonly id: string;
  readonly label: string;
  readonly points: readonly LinePoint[];
  /** Drawn thin, without marks of its own: a median, a region. */
  readonly beside?: boolean;
};

/** More lines than this cannot be told apart; the caller says which were left to the table. */
export const mostLines = 6;

const plotHeight = 280;
const shapeOf = (series: number) => shapeNames[series % shapeNames.length]!;

/**
 * Lines over years, labelled at their ends, or above the plot where a label would have to be cut. Years
 * without a value stand hatched under the axis.
 */
export function LineChart({
  text,
  sentence,
  series,
  format,
}: {
  text: PictureText;
  sentence: string;
  series: readonly LineSeries[];
  format: (value: number) => string;
}) {
  const all = series.flatMap((line, s) => line.points.map((point) => ({ line, s, point })));
  const { markProps, detail } = useRovingMarks(
    all.map(
      ({ line, point }): Mark => ({
        id: `${line.id} ${point.year}`,
        label: point.spoken,
        onOpen: point.onOpen,
      }),
    ),
  );
  const years = all.map((a) => a.point.year);
  const firstYear = Math.min(...years);
  const lastYear = Math.max(...years);
  const hasGaps = all.some((a) => a.point.value === null);
  const widest = Math.max(0, ...series.map((line) => textWidth(line.label, 13)));
  const keysIn = (width: number): readonly MarkKey[] =>
    widest + 16 <= width * 0.3
      ? []
      : series.map((line, s) => ({ label: line.label, colour: s + 1, shape: shapeOf(s) }));
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => markKeysHeight(keysIn(width), width) + plotHeight}
    >
      {(sheet) => {
        const ticks = valueTicks(
          all.flatMap(({ point: { value, interval } }) =>
            value === null ? [] : interval ? [value, interval.low, interval.high] : [value],
          ),
          5,
        );
        const left = Math.max(...ticks.map((t) => textWidth(format(t), 12))) + 10;
        const keys = keysIn(sheet.width);
        const top = sheet.top + markKeysHeight(keys, sheet.width);
        const labelRoom = keys.length > 0 ? 12 : widest + 16;
        const strip = hasGaps ? 14 : 0;
        const base = top + plotHeight - 26 - strip;
        const right = sheet.width - labelRoom;
        const x = linearScale([firstYear, lastYear], [left + 8, right - 8]);
        const y = linearScale([ticks[0]!, ticks.at(-1)!], [base, top + 6]);
        const ends = series.map((line) => line.points.findLast((p) => p.value !== null) ?? null);
        const labelled = ends.flatMap((end, s) => (end ? [{ s, at: y(end.value!) }] : []));
        const spread = spreadLabels(
          labelled.map((l) => l.at),
          16,
          top + 6,
          base,
        );
        return (
          <>
            <Silent>
              <MarkKeys keys={keys} width={sheet.width} top={sheet.top} />
              {ticks.map((tick) => (
                <g key={tick}>
                  <line
                    x1={left}
                    x2={right}
                    y1={y(tick)}
                    y2={y(tick)}
                    className={tick === 0 ? "chart-zero-line" : "chart-grid"}
                  />
                  <text x={left - 6} y={y(tick) + 4} textAnchor="end" className="chart-tick">
                    {format(tick)}
                  </text>
                </g>
              ))}
              {yearTicks(firstYear, lastYear, right - left).map((year) => (
                <text key={year} x={x(year)} y={base + strip + 19} textAnchor="middle" className="chart-tick">
                  {year}
                </text>
              ))}
              {series.map((line, s) =>
                lineSegments(line.points).map((segment) => (
                  <g key={`${line.id}${segment[0]!.year}`}>
                    <path d={bandPath(segment, x, y)} className={`chart-band chart-colour-${s + 1}`} />
                    <polyline
                      points={segment.map((p) => `${x(p.year)},${y(p.value!)}`).join(" ")}
                      className={`chart-line chart-colour-${s + 1}${line.beside ? " chart-beside" : ""}`}
                    />
                  </g>
                )),
              )}
              {(keys.length > 0 ? [] : labelled).map(({ s, at }, i) => {
                const end = ends[s]!;
                return (
                  <g key={series[s]!.id}>
                    <path
                      d={`M${x(end.year) + 7} ${at}L${right + 2} ${spread[i]}`}
                      className={`chart-leader chart-colour-${s + 1}`}
                    />
                    <text x={right + 6} y={spread[i]! + 4.5} className="chart-label">
                      {series[s]!.label}
                    </text>
                  </g>
                );
              })}
            </Silent>
            {all.map(({ line, s, point }, i) => (
              <g key={`${line.id} ${point.year}`} className="chart-mark" {...markProps(i)}>
                {point.value === null ? (
                  <rect
                    x={x(point.year) - 5}
                    y={base + 3}
                    width={10}
                    height={10}
                    fill={sheet.hatch}
                    className={`chart-missing chart-outline chart-colour-${s + 1}`}
                  />
                ) : (
                  <>
                    <circle cx={x(point.year)} cy={y(point.value)} r={11} className="chart-hit" />
                    <MarkShape
                      x={x(point.year)}
                      y={y(point.value)}
                      shape={shapeOf(s)}
                      colour={s + 1}
                      size={line.beside ? 2.5 : 4.5}
                      isZero={point.value === 0}
                    />
                  </>
                )}
              </g>
            ))}
          </>
        );
      }}
    </Picture>
  );
}

/** The outline of the intervals of a stretch, there along the high ends and back along the low ones. */
export function bandPath(
  segment: readonly LinePoint[],
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const sure = segment.filter((point) => point.interval);
  if (sure.length < 2) return "";
  const high = sure.map((point) => `${x(point.year)} ${y(point.interval!.high)}`);
  const low = sure.map((point) => `${x(point.year)} ${y(point.interval!.low)}`).reverse();
  return `M${[...high, ...low].join("L")}Z`;
}
