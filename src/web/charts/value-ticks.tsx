import type { LinearScale } from "./linear-scale.ts";

/** The upright lines of a value axis that lies across a chart, the one of zero stronger, with their figures. */
export function ValueTicks({
  ticks,
  x,
  top,
  base,
  figuresAt,
  format,
}: {
  readonly ticks: readonly number[];
  readonly x: LinearScale;
  readonly top: number;
  readonly base: number;
  /** Base lines of the figures: below the marks, and above them too where the chart is high. */
  readonly figuresAt: readonly number[];
  readonly format: (value: number) => string;
}) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={x(tick)}
            x2={x(tick)}
            y1={top}
            y2={base}
            className={tick === 0 ? "chart-zero-line" : "chart-grid"}
          />
          {figuresAt.map((y) => (
            <text key={y} x={x(tick)} y={y} textAnchor="middle" className="chart-tick">
              {format(tick)}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}
