import { type Interval, IntervalMark } from "./interval-mark.tsx";
import { type MarkKey, MarkKeys, markKeysHeight } from "./mark-keys.tsx";
import { MarkShape, type ShapeName } from "./mark-shape.tsx";
import { Picture, type PictureText } from "./picture.tsx";
import { placedLabels } from "./placed-labels.ts";
import { type Mark, useRovingMarks } from "./roving-marks.ts";
import { Silent } from "./silent.tsx";
import { textWidth } from "./text-lines.ts";
import { valueAxis } from "./value-scale.ts";

export type ScatterPoint = {
  readonly id: string;
  /** Beside the mark, where there is room. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly xInterval?: Interval | null | undefined;
  readonly yInterval?: Interval | null | undefined;
  /** Colour 1 to 6 of the categories. */
  readonly colour: number;
  readonly shape: ShapeName;
  /** The point in words: name and both values. */
  readonly spoken: string;
  readonly onOpen?: (() => void) | undefined;
};

export type ScatterAxis = {
  readonly label: string;
  readonly kind: "linear" | "log";
  readonly format: (value: number) => string;
};

const plotHeight = 420;

/**
 * Two quantities of each thing against each other, with intervals where there are any. Names stand at the
 * marks as far as none lies on another; all are in words at the marks and in the table. Arrow keys go
 * through the marks from left to right.
 *
 * On a log axis values of zero and below are not drawn: the caller says how many there are.
 */
export function ScatterPlot({
  text,
  sentence,
  points,
  x: xAxis,
  y: yAxis,
  keys = [],
}: {
  text: PictureText;
  sentence: string;
  points: readonly ScatterPoint[];
  x: ScatterAxis;
  y: ScatterAxis;
  keys?: readonly MarkKey[];
}) {
  // What has no place on a log axis would be a stop of the keyboard that nobody sees.
  const ordered = points
    .filter((point) => (xAxis.kind === "linear" || point.x > 0) && (yAxis.kind === "linear" || point.y > 0))
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const { markProps, detail } = useRovingMarks(
    ordered.map((point): Mark => ({ id: point.id, label: point.spoken, onOpen: point.onOpen })),
  );
  const head = (width: number) => markKeysHeight(keys, width) + 22;
  const ends = (value: number, interval: Interval | null | undefined) =>
    interval ? [value, interval.low, interval.high] : [value];
  return (
    <Picture
      text={text}
      describe={sentence}
      detail={detail}
      plotHeight={(width) => head(width) + Math.min(plotHeight, Math.max(260, width * 0.72)) + 44}
    >
      {(sheet) => {
        const first = sheet.top + head(sheet.width);
        const base = first + Math.min(plotHeight, Math.max(260, sheet.width * 0.72));
        const yOf = valueAxis(
          ordered.flatMap((p) => ends(p.y, p.yInterval)),
          [base, first],
          yAxis.kind,
        );
        const left = Math.max(...yOf.ticks.map((tick) => textWidth(yAxis.format(tick), 12))) + 10;
        const xOf = valueAxis(
          ordered.flatMap((p) => ends(p.x, p.xInterval)),
          [left + 8, sheet.width - 10],
          xAxis.kind,
        );
        const drawn = ordered.map((point, i) => ({
          point,
          i,
          at: [xOf.at(point.x), yOf.at(point.y)] as const,
        }));
        const labels = placedLabels(
          drawn.map(({ point, at }) => ({ x: at[0], y: at[1], width: textWidth(point.label, 11.5) })),
          { left, right: sheet.width, top: first - 8, bottom: base },
        );
        return (
          <>
            <Silent>
              <MarkKeys keys={keys} width={sheet.width} top={sheet.top} />
              <text x={0} y={first - 12} className="chart-tick">
                ↑ {yAxis.label}
              </text>
              <text x={sheet.width} y={base + 36} textAnchor="end" className="chart-tick">
                {xAxis.label} →
              </text>
              {yOf.ticks.map((tick) => (
                <g key={tick}>
                  <line
                    x1={left}
                    x2={sheet.width}
                    y1={yOf.at(tick)}
                    y2={yOf.at(tick)}
                    className={tick === 0 ? "chart-zero-line" : "chart-grid"}
                  />
                  <text x={left - 6} y={yOf.at(tick) + 4} textAnchor="end" className="chart-tick">
                    {yAxis.format(tick)}
                  </text>
                </g>
              ))}
              {xOf.ticks.map((tick) => (
                <g key={tick}>
                  <line
                    x1={xOf.at(tick)}
                    x2={xOf.at(tick)}
                    y1={first}
                    y2={base}
                    className={tick === 0 ? "chart-zero-line" : "chart-grid"}
                  />
                  <text x={xOf.at(tick)} y={base + 17} textAnchor="middle" className="chart-tick">
                    {xAxis.format(tick)}
                  </text>
                </g>
              ))}
              {drawn.map(({ point, at }) => (
                <g key={point.id} className="chart-faint">
                  {point.xInterval ? (
                    <IntervalMark
                      from={xOf.at(point.xInterval.low)}
                      to={xOf.at(point.xInterval.high)}
                      across={at[1]}
                      colour={point.colour}
                      cap={2}
                    />
                  ) : null}
                  {point.yInterval ? (
                    <IntervalMark
                      from={yOf.at(point.yInterval.low)}
                      to={yOf.at(point.yInterval.high)}
                      across={at[0]}
                      colour={point.colour}
                      cap={2}
                      upright
                    />
                  ) : null}
                </g>
              ))}
              {labels.map((label, k) =>
                label === null ? null : (
                  <text
                    key={drawn[k]!.point.id}
                    x={label.x}
                    y={label.y}
                    textAnchor={label.anchor}
                    className="chart-name"
                  >
                    {drawn[k]!.point.label}
                  </text>
                ),
              )}
            </Silent>
            {drawn.map(({ point, i, at }) => (
              <g key={point.id} className="chart-mark" {...markProps(i)}>
                <circle cx={at[0]} cy={at[1]} r={10} className="chart-hit" />
                <MarkShape
                  x={at[0]}
                  y={at[1]}
                  shape={point.shape}
                  colour={point.colour}
                  size={4.5}
                  isZero={false}
                />
              </g>
            ))}
          </>
        );
      }}
    </Picture>
  );
}
